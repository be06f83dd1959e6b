// Weekdays, "yesterday", "last week", "two days ago": what only the report's date resolves.
#include <algorithm>
#include <array>

#include "base/strings.h"
#include "language/time_reader.h"
#include "tables/calendar.h"

namespace attache {
namespace {

constexpr const char* kNoDate = "no report date to count from";
constexpr std::array<std::string_view, 7> kDayNames = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

// Weekdays in the names of papers, agreements and days of mourning: "the Sunday Times", "Bloody Sunday".
bool is_name_part(const TimeReader& r, std::uint32_t i, std::uint32_t behind) {
  static constexpr std::array<std::string_view, 9> kNamed = {"good", "bloody", "black", "holy", "palm", "ash", "easter", "cyber", "maundy"};
  if (i > r.first() && r.tokens[i - 1].capitalised && std::find(kNamed.begin(), kNamed.end(), r.before(i)) != kNamed.end()) return true;
  const std::string before = r.before(i);
  return (before == "the" || before == "a") && r.inside(behind) && r.tokens[behind].kind == TokenKind::word && r.tokens[behind].capitalised;
}

// "Thursday", "last Friday", "next Tuesday", "Monday evening", "late Sunday"
bool read_weekday(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  std::uint32_t at = i;
  std::string qualifier;
  if (const std::string w = r.lower(at); w == "last" || w == "next" || w == "this") {
    qualifier = w;
    ++at;
    if (w == "this" && (r.lower(at) == "past" || r.lower(at) == "coming")) qualifier = r.lower(at++) == "past" ? "last" : "next";  // "this past Friday"
  }
  const int weekday = r.weekday_at(at);
  if (weekday < 0) return false;
  const std::uint32_t bare = r.after_dot(at + 1);
  if (is_name_part(r, i, bare) || (qualifier.empty() && is_recurring(r, i, bare))) return false;
  t.last = r.after_part_of_day(bare);
  if (t.last > bare && r.is_capital(bare) && !r.sentence->title && begins_a_name(r, t.last)) return false;  // "Saturday Night Live"
  if (bare == at + 2 && (r.lower(at) == "sun" || r.lower(at) == "sat") && i > r.first() && r.tokens[i - 1].capitalised) return false;  // "the Las Vegas Sun."
  if (!r.dated()) {
    set_open(t, Grain::day, kNoDate);
    return true;
  }
  const int today = days_of(r.published);
  const int back = (weekday_of(r.published) - weekday + 7) % 7;
  const bool ahead = qualifier == "next" || qualifier == "this" || (qualifier.empty() && r.direction(i, t.last) == Direction::ahead);
  const std::string name(kDayNames[static_cast<std::size_t>(weekday)]);
  if (ahead) {
    const int forward = back == 0 ? (qualifier == "next" ? 7 : 0) : 7 - back;
    set_day(t, date_of(today + forward), name + " on or after " + r.now(), true);
  } else {
    const int days = qualifier == "last" && back == 0 ? 7 : back;
    set_day(t, date_of(today - days), name + " on or before " + r.now(), true);
  }
  return true;
}

// "today", "yesterday evening", "tonight", "last night", "this morning"
bool read_day_word(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  const std::string w = r.lower(i);
  int offset = 0;
  std::uint32_t end = i + 1;
  if (w == "yesterday" || w == "tomorrow") {
    offset = w == "yesterday" ? -1 : 1;
    end = r.after_part_of_day(end);
  } else if (w == "last" && r.lower(end) == "night") {
    offset = -1;
    ++end;
  } else if (w == "this" && r.after_part_of_day(end) > end) {
    ++end;
  } else if ((w != "today" && w != "tonight") || r.history) {  // of a history: nowadays
    return false;
  }
  if (r.tokens[i].capitalised && i > r.first() && !r.sentence->title && (r.before(i) == "the" || (r.tokens[i - 1].capitalised && i - 1 > r.first()))) return false;  // "the Today programme", "USA Today"
  if (w == "today" && means_nowadays(r, i)) return false;
  t.last = end;
  if (!r.dated()) {
    set_open(t, Grain::day, kNoDate);
    return true;
  }
  set_day(t, date_of(days_of(r.published) + offset), counted_from(r, "\"" + lower_ascii(slice(r.text, {r.tokens[i].span.begin, r.tokens[end - 1].span.end})) + "\""), true);
  return true;
}

// "over the weekend", "at the weekend": the last one on or before the report's date, the next where the clause looks ahead
bool read_the_weekend(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (r.lower(i) != "weekend" || r.before(i) != "the" || i < r.first() + 2) return false;
  const std::string preposition = r.before(i - 1);
  if (preposition != "over" && preposition != "at" && preposition != "on" && preposition != "during" && preposition != "throughout") return false;
  if (r.inside(i + 1) && r.tokens[i + 1].kind == TokenKind::word && !r.tokens[i + 1].capitalised && (r.tokens[i + 1].classes == 0 || r.lower(i + 1) == "of")) return false;  // "the weekend edition"
  t.last = i + 1;
  if (!r.dated()) {
    set_open(t, Grain::day, kNoDate);
    return true;
  }
  const int today = days_of(r.published), since = (weekday_of(r.published) + 2) % 7;  // days since Saturday
  const int saturday = r.direction(i, t.last) == Direction::ahead && since > 1 ? today - since + 7 : today - since;
  set_period(t, Grain::day, date_of(saturday), date_of(saturday + 1), counted_from(r, "the weekend"), true);
  return true;
}

// "last week", "earlier this month", "late last year", "next quarter", "this summer"
bool read_period(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  std::uint32_t at = i;
  if (const std::string w = r.lower(at); w == "earlier" || w == "later" || w == "early" || w == "late") ++at;
  const std::string which = r.lower(at);
  const bool last = which == "last" || which == "previous" || which == "past";
  const bool next = which == "next" || which == "coming";
  if (!last && !next && which != "this") return false;
  const std::string unit = r.lower(at + 1);
  const int step = last ? -1 : next ? 1 : 0;
  const unsigned season = first_month_of_season(unit);
  const Grain grain = unit == "week" ? Grain::week : unit == "weekend" ? Grain::day : unit == "month" ? Grain::month : unit == "year" ? Grain::year : unit == "quarter" ? Grain::quarter : Grain::season;
  if (grain == Grain::season && !season) return false;
  t.last = at + 2;
  if (!r.dated()) {
    set_open(t, grain, kNoDate);
    return true;
  }
  const std::string reason = counted_from(r, "\"" + which + " " + unit + "\"");
  int monday = days_of(r.published) - weekday_of(r.published) + 7 * step;
  // "this weekend" of what has happened, said before Saturday, is the one behind
  if (grain == Grain::day && which == "this" && weekday_of(r.published) < 5 && r.direction(i, t.last) == Direction::back) monday -= 7;
  switch (grain) {
    case Grain::week: set_period(t, grain, date_of(monday), date_of(monday + 6), reason, true); break;
    case Grain::day: set_period(t, grain, date_of(monday + 5), date_of(monday + 6), reason, true); break;
    case Grain::month: {
      const Date month = add_months(r.published, step);
      set_period(t, grain, month, month, reason, true);
      break;
    }
    case Grain::quarter: {
      const Date first = add_months({r.published.year, (r.published.month - 1) / 3 * 3 + 1, 0}, 3 * step);
      set_period(t, grain, first, add_months(first, 2), reason, true);
      break;
    }
    case Grain::year: set_period(t, grain, {r.published.year + step, 0, 0}, {r.published.year + step, 0, 0}, reason, true); break;
    default: {
      int year = r.published.year;
      if (last && season + 2 >= r.published.month) --year;
      if (next && season <= r.published.month) ++year;
      if (!last && !next && season > r.published.month + 3 && r.direction(i, t.last) == Direction::back) --year;
      const Date first{year, season, 0};
      set_period(t, Grain::season, first, add_months({year, season, 1}, 2), reason + ", northern seasons", true);
    }
  }
  return true;
}

// "a few months ago", "several years ago": some time between two and four, or three and seven, of them before.
bool read_rough_ago(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  const std::string w = r.lower(i);
  const std::uint32_t at = w == "a" && r.lower(i + 1) == "few" ? i + 2 : w == "several" || w == "few" ? i + 1 : i;
  const Unit unit = at > i ? unit_of(r.lower(at)) : Unit::none;
  if (unit == Unit::none || unit > Unit::decade || r.lower(at + 1) != "ago") return false;
  t.last = at + 2;
  if (!r.dated()) {
    set_open(t, Grain::day, kNoDate);
    return true;
  }
  const std::string reason = counted_from(r, w == "several" ? "several taken as three to seven" : "a few taken as two to four");
  TimeExpression first, last;
  set_counted(first, r.published, {w == "several" ? 7.0 : 4.0, unit, 0}, -1, reason, true);
  set_counted(last, r.published, {w == "several" ? 3.0 : 2.0, unit, 0}, -1, reason, true);
  set_period(t, first.grain, first.begin, last.end, reason, true);
  return true;
}

// "two days ago", "three years ago", "a decade ago", "a year and a half ago": days and weeks to the day, coarser units as
// their grain
bool read_ago(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  const Amount amount = read_amount(r, i);
  if (amount.unit == Unit::none) return false;
  const bool ahead = (r.lower(amount.last) == "from" && (r.lower(amount.last + 1) == "now" || r.lower(amount.last + 1) == "today")) || r.lower(amount.last) == "hence";
  if (!ahead && r.lower(amount.last) != "ago" && r.lower(amount.last) != "back") return false;
  constexpr std::uint32_t kGoesOn = word_class::relative | word_class::auxiliary | word_class::coordinator | word_class::pronoun;
  if (r.lower(amount.last) == "back" && r.inside(amount.last + 1) && r.tokens[amount.last + 1].kind != TokenKind::mark && !(r.tokens[amount.last + 1].classes & kGoesOn)) return false;  // "two years back home"
  const double years = amount.count / (amount.unit == Unit::day ? 365 : amount.unit == Unit::week ? 52 : amount.unit == Unit::month ? 12 : amount.unit == Unit::year ? 1 : 0.1);
  if (years > 1000 || amount.unit == Unit::century) return false;  // "10,000 years ago" is no date
  t.last = amount.last + (r.lower(amount.last) == "from" ? 2 : 1);
  if (!r.dated()) {
    set_open(t, Grain::day, kNoDate);
    return true;
  }
  const std::uint32_t last = t.last;
  set_counted(t, r.published, amount, ahead ? 1 : -1, counted_from(r, "\"" + lower_ascii(slice(r.text, {r.tokens[i].span.begin, r.tokens[last - 1].span.end})) + "\""), true);
  return true;
}

// "has doubled in the past decade": the perfect reaches up to the report's day, in a history too.
bool reaches_now(const TimeReader& r, std::uint32_t i) {
  constexpr std::uint32_t kReach = 24;  // tokens to each side
  const std::uint32_t from = i > r.first() + kReach ? i - kReach : r.first(), to = std::min(r.last(), i + kReach);
  for (std::uint32_t k = from; k < to; ++k) {
    const std::string w = r.lower(k);
    if (w == "has" || w == "have" || w == "is" || w == "are") return true;
    if (w == "had") return false;
  }
  return false;
}

// "the past 30 days", "the last five years", "the next two weeks", "the past decade"
bool read_span(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  const std::string which = r.lower(i);
  const bool back = which == "last" || which == "past" || which == "previous", ahead = which == "next" || which == "coming";
  if (!back && !ahead) return false;
  Amount amount = read_amount(r, i + 1);
  // "the last few days": said of a period, so a rough length will do
  const bool rough = r.lower(i + 1) == "few" || r.lower(i + 1) == "several";
  if (rough) amount = {r.lower(i + 1) == "few" ? 3.0 : 4.0, unit_of(r.lower(i + 2)), i + 3};
  if (amount.unit == Unit::none && r.before(i) == "the" && r.lower(i + 1) == "decade") amount = {1, unit_of(r.lower(i + 1)), i + 2};
  if (amount.unit == Unit::none || amount.unit == Unit::century || amount.count > 1000) return false;
  if (r.small_number(i + 1) == 1 && amount.last == i + 3 && (r.lower(i + 1) == "a" || r.lower(i + 1) == "an")) return false;
  const TimeExpression* anchor = r.history && !reaches_now(r, i) ? last_dated(r) : nullptr;
  t.last = amount.last;
  if (!anchor && !r.dated()) {
    set_open(t, Grain::day, kNoDate);
    return true;
  }
  const Date from = anchor ? anchor->end : r.published;
  TimeExpression other;
  std::string reason = anchor ? "counted from the time named before, " + to_string(from) : counted_from(r, "\"" + lower_ascii(slice(r.text, {r.tokens[i].span.begin, r.tokens[amount.last - 1].span.end})) + "\"");
  set_counted(other, from, amount, back ? -1 : 1, reason, !anchor);
  if (!other.resolved) {
    t = other;
    t.last = amount.last;
    return true;
  }
  if (rough) reason += ", " + r.lower(i + 1) + " taken as " + (r.lower(i + 1) == "few" ? "three" : "four");
  Date here = from;
  if (other.grain >= Grain::month) here.day = 0;
  if (other.grain >= Grain::year) here.month = 0;
  const std::uint32_t last = t.last;
  set_period(t, other.grain, back ? other.begin : here, back ? here : other.begin, reason, !anchor);
  t.last = last;
  return true;
}

// "by the end of the year", "at the beginning of the month", "by year-end"
bool read_end_of_period(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  static constexpr std::array<std::string_view, 14> kPrepositions = {"by", "until", "till", "before", "at", "since", "from", "toward", "towards", "near", "around", "through", "after", "to"};
  std::string unit;
  if (r.lower(i) == "year-end" || (r.lower(i) == "year" && r.lower(i + 1) == "end")) {
    if (std::find(kPrepositions.begin(), kPrepositions.end(), r.before(i)) == kPrepositions.end()) return false;
    unit = "year";
    t.last = r.lower(i) == "year" ? i + 2 : i + 1;
  } else {
    const std::string w = r.lower(i);
    if ((w != "end" && w != "beginning" && w != "start" && w != "middle") || r.lower(i + 1) != "of" || r.lower(i + 2) != "the" || r.before(i) != "the" || i < r.first() + 2) return false;
    unit = r.lower(i + 3);
    if (std::find(kPrepositions.begin(), kPrepositions.end(), r.lower(i - 2)) == kPrepositions.end() || (unit != "week" && unit != "month" && unit != "year" && unit != "decade" && unit != "century")) return false;
    if (r.lower(i + 4) == "of" || (r.inside(i + 4) && r.tokens[i + 4].kind == TokenKind::clitic)) return false;
    t.last = i + 4;
  }
  const Grain grain = unit == "week" ? Grain::week : unit == "month" ? Grain::month : unit == "year" ? Grain::year : unit == "decade" ? Grain::decade : Grain::century;
  // of the year named before, where the clause tells what happened in it
  const TimeExpression* anchor = anchor_of(r, 1);
  const bool of_anchor = anchor && grain == Grain::year && anchor->grain <= Grain::year && (r.history || (!anchor->relative && anchor->end.year < r.published.year && r.direction(i, t.last) == Direction::back));
  if (of_anchor) {
    set_period(t, grain, {anchor->end.year, 0, 0}, {anchor->end.year, 0, 0}, "the year named before, " + to_string(anchor->end), anchor->relative);
    return true;
  }
  if (!r.dated()) {
    set_open(t, grain, kNoDate);
    return true;
  }
  const std::string reason = counted_from(r, "the current " + unit);
  const int monday = days_of(r.published) - weekday_of(r.published), year = r.published.year;
  switch (grain) {
    case Grain::week: set_period(t, grain, date_of(monday), date_of(monday + 6), reason, true); break;
    case Grain::month: set_period(t, grain, {year, r.published.month, 0}, {year, r.published.month, 0}, reason, true); break;
    case Grain::decade: set_period(t, grain, {year / 10 * 10, 0, 0}, {year / 10 * 10 + 9, 0, 0}, reason, true); break;
    case Grain::century: set_period(t, grain, {year / 100 * 100, 0, 0}, {year / 100 * 100 + 99, 0, 0}, reason, true); break;
    default: set_period(t, grain, {year, 0, 0}, {year, 0, 0}, reason, true);
  }
  return true;
}

// "last century", "this decade", "the past century"
bool read_long_period(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  const std::string which = r.lower(i);
  const int step = which == "last" || which == "previous" || which == "past" ? -1 : which == "next" ? 1 : 0;
  if (!step && which != "this") return false;
  const Unit unit = unit_of(r.lower(i + 1));
  if ((unit != Unit::decade && unit != Unit::century) || r.lower(i + 1).ends_with("s") || r.lower(i + 1).ends_with("ies")) return false;
  t.last = i + 2;
  const Grain grain = unit == Unit::decade ? Grain::decade : Grain::century;
  if (!r.dated()) {
    set_open(t, grain, kNoDate);
    return true;
  }
  const int length = unit == Unit::decade ? 10 : 100, year = (r.published.year / length + step) * length;
  set_period(t, grain, {year, 0, 0}, {year + length - 1, 0, 0}, counted_from(r, "\"" + which + " " + r.lower(i + 1) + "\""), true);
  return true;
}

// "week of March 4"
bool read_week_of(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (r.lower(i) != "week" || r.lower(i + 1) != "of" || !r.inside(i + 2)) return false;
  TimeExpression day;
  if (!read_calendar_time(r, i + 2, day) || day.grain != Grain::day) return false;
  t = day;
  if (!day.resolved) return true;
  const int monday = days_of(day.begin) - weekday_of(day.begin);
  set_period(t, Grain::week, date_of(monday), date_of(monday + 6), "the week of that day; " + day.reason, day.relative);
  return true;
}

}  // namespace

bool read_relative_time(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  return read_week_of(r, i, t) || read_weekday(r, i, t) || read_day_word(r, i, t) || read_the_weekend(r, i, t) || read_period(r, i, t) || read_span(r, i, t) || read_long_period(r, i, t)  || read_rough_ago(r, i, t) || read_ago(r, i, t) || read_end_of_period(r, i, t) ||
         read_bare_season(r, i, t, false);
}

}  // namespace attache
