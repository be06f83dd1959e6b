#include "ingest/page_dates.h"

#include "ingest/printed_date.h"
#include "ingest/url.h"

namespace attache {
namespace {

// The first of the list that is a full date.
void take_first(const std::vector<Declared>& list, Evident<Date>& date, int* minute) {
  for (const Declared& declared : list) {
    if (date.value.year) return;
    if (auto iso = parse_iso_date(declared.value); iso && iso->full()) {
      date = {*iso, declared.field, declared.span};
      if (minute) *minute = parse_iso_minute(declared.value).value_or(kNoTime);
    } else if (auto printed = find_printed_date(declared.value)) {
      date = {printed->date, declared.field, declared.span};
    }
  }
}

}  // namespace

PageDates read_page_dates(const Page& page, const std::string& url, const Evident<Date>& dateline) {
  PageDates dates;
  take_first(page.declared.published, dates.published, &dates.published_minute);
  take_first(page.declared.modified, dates.modified, nullptr);
  if (auto date = date_in_url(url); date && !dates.published.value.year) dates.published = {*date, "URL path", {}};

  Evident<Date> updated;
  for (const PageBlock& block : page.blocks) {
    if (block.kind != BlockKind::date_stamp) continue;
    const std::string_view line = slice(page.text, block.span);
    const auto stamp = find_printed_date(line);
    if (!stamp) continue;
    const Evident<Date> value{stamp->date, "date stamp", {block.span.begin + stamp->span.begin, block.span.begin + stamp->span.end}};
    if (is_update_stamp(line)) {
      if (!updated.value.year) updated = value;
    } else if (!dates.published.value.year) {
      dates.published = value;
    }
  }
  if (!dates.published.value.year && dateline.value.full()) dates.published = dateline;
  if (!dates.published.value.year) dates.published = updated;  // the day it was last changed is the only day given
  if (!dates.modified.value.year) dates.modified = updated;
  if (!dates.published.value.year) take_first(page.declared.faint_published, dates.published, &dates.published_minute);
  return dates;
}

Date with_year(const Date& day, const Date& published) {
  if (day.year || !day.month || !day.day || !published.full()) return day;
  constexpr int kAhead = 31;  // days a dateline may stand after the page's day: a wrong clock or zone, never another season
  const auto in = [&](int year) { return Date{year, day.month, day.day}; };
  for (const int year : {published.year + 1, published.year, published.year - 1}) {
    if (is_valid(in(year)) && days_of(in(year)) - days_of(published) <= kAhead) return in(year);
  }
  return day;
}

}  // namespace attache
