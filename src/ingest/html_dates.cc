#include "ingest/html_dates.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/date.h"
#include "base/strings.h"
#include "ingest/date_candidates.h"
#include "ingest/date_places.h"
#include "ingest/printed_date.h"
#include "ingest/script_dates.h"
#include "ingest/url.h"

namespace attache {
namespace {

Date day_of(const Declared& declared) { return parse_iso_date(declared.value).value_or(Date{}); }

bool is_utc(std::string_view value) {
  value = trim(value);
  if (!parse_iso_minute(value)) return false;
  return value.ends_with('Z') || value.ends_with("+00:00") || value.ends_with("+0000") || value.ends_with("+00");
}

std::optional<long long> instant_of(std::string_view value) {
  const auto date = parse_iso_date(value);
  const auto minute = parse_iso_minute(value);
  if (!date || !date->full() || !minute) return std::nullopt;
  return 1440LL * days_of(*date) + *minute;
}

// A moment in UTC as a clock would have shown it on `day`, a neighbour of its own day: with the least offset that does
// it; empty where no zone does.
std::string shown_on(std::string_view utc, const Date& day) {
  const auto instant = instant_of(utc);
  if (!instant) return {};
  const long long minute = *instant - 1440LL * days_of(day);  // of the wanted day, outside 0..1439
  const long long hours = minute < 0 ? (-minute + 59) / 60 : (minute - 1440) / 60 + 1;
  if (hours < 1 || hours > (minute < 0 ? 13 : 8)) return {};  // zones that people live in: UTC+13 in New Zealand's summer, UTC-8 on the Pacific coast
  const long long local = minute + (minute < 0 ? hours : -hours) * 60;
  return fmt::format("{}T{:02}:{:02}{}{:02}:00", to_string(day), local / 60, local % 60, minute < 0 ? '+' : '-', hours);
}

// ---- the page's habits ----

// How the page's people write 3/4/2022: shown by another date on it, else by language and region.
DateOrder order_of(const HtmlDocument& document, const Declarations& declared) {
  if (const DateOrder shown = order_shown_in(document.text); shown != DateOrder::unknown) return shown;
  const std::string language = lower_ascii(declared.languages.empty() ? std::string_view() : std::string_view(declared.languages.front().value));
  if (language.empty()) return DateOrder::unknown;
  if (!language.starts_with("en")) return DateOrder::day_first;
  const std::string host = declared.urls.empty() ? std::string() : host_of(declared.urls.front().value);
  const std::size_t dot = host.rfind('.');
  const bool country = dot != std::string::npos && host.size() - dot == 3 && !host.ends_with(".us") && !host.ends_with(".tv") && !host.ends_with(".io") && !host.ends_with(".co");
  if (country) return DateOrder::day_first;
  // en-US is what many systems write unasked, so it decides only where no country's domain speaks against it
  return language == "en-us" || language == "en_us" ? DateOrder::month_first : language.size() > 2 ? DateOrder::day_first : DateOrder::unknown;
}

// ---- metas and address ----

void add(std::vector<Declared>& list, const Declared& declared) {
  constexpr std::size_t kMost = 200;  // as of other declared values; real pages have a dozen
  if (declared.value.empty() || list.size() >= kMost) return;
  const bool known = std::any_of(list.begin(), list.end(), [&](const Declared& d) { return d.value == declared.value; });
  if (!known) list.push_back(declared);
}

void add_metas(std::vector<Declared>& list, const HtmlDocument& document, std::initializer_list<std::string_view> names, const DateReading& reading) {
  for (std::string_view name : names) {
    for (const HtmlMeta& meta : document.metas) {
      if (meta.name == name) add(list, {iso_date_of(meta.content, reading), "meta " + std::string(name)});
    }
  }
}

// The day of the page's address; the first of its addresses that has one.
std::optional<Date> day_of_address(const Declarations& declared) {
  for (const Declared& url : declared.urls) {
    if (const auto date = date_in_url(url.value); date && date->year >= kFirstPageYear) return date;
  }
  return std::nullopt;
}

// "Title | 17.03.2022", "17.03.2022 - Title": a piece of a declared title that is a day and nothing else.
std::optional<Declared> day_in_title(const Declarations& declared, const DateReading& reading) {
  for (const Declared& title : declared.titles) {
    for (std::string_view mark : {" | ", " - ", " \u2013 ", " \u2014 "}) {
      const std::string_view value = title.value;
      const std::size_t first = value.find(mark), last = value.rfind(mark);
      if (first == std::string_view::npos) continue;
      for (const std::string_view piece : {trim(value.substr(last + mark.size())), trim(value.substr(0, first))}) {
        const auto date = find_printed_date(piece, 0, reading);
        if (date && date->span.begin == 0 && date->span.end == piece.size() && date->date.year >= kFirstPageYear) return Declared{to_string(date->date), title.field + " (day beside the title)"};
      }
    }
  }
  return std::nullopt;
}

// The declared day with the corrections of the file's head.
Declared corrected(const Declared& told, const std::vector<Declared>& others, const std::optional<Date>& address, const DateCandidate* shown) {
  const Date day = day_of(told);
  if (!day.full()) return told;
  if (is_utc(told.value)) {
    const auto instant = instant_of(told.value);
    for (const Declared& other : others) {
      // the same moment with an offset: written where the page was
      if (!is_utc(other.value) && other.value.find_last_of("+-") > 10 && instant && instant_of(other.value) == instant) return other;
    }
    const auto neighbours = [&](const Date& other) { return other.full() && std::abs(days_of(other) - days_of(day)) == 1; };
    const bool repeated = std::any_of(others.begin(), others.end(), [&](const Declared& other) { return &other != &others.front() && !is_utc(other.value) && day_of(other) == day; });
    if (!repeated && address && neighbours(*address)) {
      if (std::string local = shown_on(told.value, *address); !local.empty()) return {local, told.field + " (UTC), day of the address"};
    }
    if (!repeated && shown && neighbours(day_of(shown->declared)) && !is_utc(shown->declared.value)) {
      if (std::string local = shown_on(told.value, day_of(shown->declared)); !local.empty()) return {local, told.field + " (UTC), day " + shown->declared.field, shown->declared.span};
    }
  }
  constexpr int kRenewed = 2;  // days: an address two days older and more was there before the declared day
  if (address && days_of(day) - days_of(*address) >= kRenewed) return {to_string(*address), "URL path"};
  return told;
}

}  // namespace

void read_html_dates(const HtmlDocument& document, const std::vector<BlockRole>& roles, const OtherBoxes& boxes, std::string_view utf8, const std::string& json_published, const std::string& json_modified,
                     Declarations& declared) {
  const std::string language = lower_ascii(declared.languages.empty() ? std::string_view() : std::string_view(declared.languages.front().value).substr(0, 2));
  const DateReading reading{.order = order_of(document, declared), .language = language};
  const std::optional<Date> address = day_of_address(declared);

  std::vector<Declared> told;
  add(told, {iso_date_of(json_published, reading), "JSON-LD datePublished"});
  add_metas(told, document, {"article:published_time", "og:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "dc.date.issued", "dcterms.issued", "dc.date.published",
                             "article.published", "article_date_original", "article:publicationdate", "cxenseparse:recs:publishtime", "bt:pubdate", "published-date", "published_date", "publication_date", "publication-date", "published_time", "publishtime", "rnews:datepublished", "datecreated",
                             "citation_publication_date", "citation_online_date", "prism.publicationdate", "cxenseparse:publishtime", "displaydate"}, reading);
  std::vector<Declared> vague;  // told, but not of what
  add_metas(vague, document, {"dc.date", "dc.date.created", "dcterms.created", "dcterms.date", "date", "dc:date", "dc:created", "created", "creation_date", "date.created", "article.created"}, reading);

  const DatePlaces places(document, roles, boxes, declared);
  const std::vector<DateCandidate> found = find_date_candidates(document, roles, places, reading);
  const auto first_of = [&](DatePlace place, bool update) -> const DateCandidate* {
    const auto at = std::find_if(found.begin(), found.end(), [&](const DateCandidate& c) { return c.place == place && c.update == update; });
    return at == found.end() ? nullptr : &*at;
  };
  const DateCandidate* shown = first_of(DatePlace::headline, false);

  std::vector<Declared> published = told;
  if (const auto title = day_in_title(declared, reading)) add(published, *title);
  const std::size_t told_of = published.size();
  if (shown) add(published, shown->declared);
  for (const Declared& d : vague) add(published, d);
  if (!published.empty()) {
    std::vector<Declared> others = published;
    for (const DateCandidate& c : found) {
      if (!c.update && c.place <= DatePlace::article) others.push_back(c.declared);
    }
    const Declared best = corrected(published.front(), others, address, shown);
    published.insert(published.begin(), best);
  }
  if (address) {
    const Declared day{to_string(*address), "URL path"};
    if (told_of == 0) published.insert(published.begin(), day);
    else add(published, day);
  }
  if (const DateCandidate* candidate = first_of(DatePlace::article, false)) add(published, candidate->declared);
  for (Declared& d : published) add(declared.published, d);

  add(declared.modified, {iso_date_of(json_modified, reading), "JSON-LD dateModified"});
  add_metas(declared.modified, document, {"article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "revision_date", "last-modified"}, reading);
  std::vector<Declared>& faint = declared.faint_published;
  for (const DatePlace place : {DatePlace::headline, DatePlace::article}) {
    if (const DateCandidate* update = first_of(place, true)) {
      add(declared.modified, update->declared);
      add(faint, update->declared);  // the day of a change is the only day given
    }
  }
  if (!declared.published.empty()) return;
  if (const DateCandidate* candidate = first_of(DatePlace::elsewhere, false)) add(faint, candidate->declared);
  if (const auto script = find_script_date(utf8)) add(faint, {script->value, "script, " + script->key});
  for (const Declared& modified : declared.modified) {
    if (modified.field != "meta last-modified") add(faint, modified);
  }
  for (const HtmlMeta& meta : document.metas) {
    if (meta.name != "og:image" && meta.name != "twitter:image" && meta.name != "og:image:url") continue;
    // a path without a host is a picture of the page's own
    const std::string url = meta.content.starts_with("http") || meta.content.starts_with("//") ? meta.content : "http://x.invalid/" + meta.content;
    if (const auto date = date_in_url(url); date && date->year >= kFirstPageYear) add(faint, {to_string(*date), "address of the page's picture"});
  }
  for (const bool update : {false, true}) {
    for (const DatePlace place : {DatePlace::elsewhere, DatePlace::foot}) {
      if (const DateCandidate* candidate = first_of(place, update)) add(faint, candidate->declared);
    }
  }
}

}  // namespace attache
