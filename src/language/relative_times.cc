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

Date add_months(const Date& d, int months) {
  const int index = d.year * 12 + static_cast<int>(d.month) - 1 + months;
  return {index / 12, static_cast<unsigned>(index % 12 + 1), 0};
}

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
  }
  const int weekday = r.weekday_at(at);
  if (weekday < 0) return false;
  const std::uint32_t bare = r.after_dot(at + 1);
  if (is_name_part(r, i, bare)) return false;
  t.last = r.after_part_of_day(bare);
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
    set_day(t, date_of(today + forward), name + " on or after the report's date, " + to_string(r.published), true);
  } else {
    const int days = qualifier == "last" && back == 0 ? 7 : back;
    set_day(t, date_of(today - days), name + " on or before the report's date, " + to_string(r.published), true);
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
  } else if (w != "today" && w != "tonight") {
    return false;
  }
  if (r.tokens[i].capitalised && i > r.first() && r.before(i) == "the") return false;  // "the Today programme"
  t.last = end;
  if (!r.dated()) {
    set_open(t, Grain::day, kNoDate);
    return true;
  }
  set_day(t, date_of(days_of(r.published) + offset), counted_from(r, "\"" + lower_ascii(slice(r.text, {r.tokens[i].span.begin, r.tokens[end - 1].span.end})) + "\""), true);
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
  const int monday = days_of(r.published) - weekday_of(r.published) + 7 * step;
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
      const Date first{year, season, 0};
      set_period(t, Grain::season, first, add_months({year, season, 1}, 2), reason + ", northern seasons", true);
    }
  }
  return true;
}

// "two days ago", "three years ago": days and weeks to the day, coarser units as their grain
bool read_ago(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (r.lower(i + 2) != "ago") return false;
  const int n = static_cast<int>(r.small_number(i));
  const std::string unit = r.lower(i + 1);
  const bool day = unit.starts_with("day"), week = unit.starts_with("week"), month = unit.starts_with("month"), year = unit.starts_with("year");
  if (n <= 0 || !(day || week || month || year)) return false;
  const int years = n / (day ? 365 : week ? 52 : month ? 12 : 1);
  if (years > 1000) return false;  // "10,000 years ago" is no date
  t.last = i + 3;
  if (!r.dated()) {
    set_open(t, Grain::day, kNoDate);
    return true;
  }
  const std::string reason = counted_from(r, "\"" + lower_ascii(slice(r.text, {r.tokens[i].span.begin, r.tokens[i + 2].span.end})) + "\"");
  if (day || week) {
    set_day(t, date_of(days_of(r.published) - n * (week ? 7 : 1)), reason, true);
  } else if (month) {
    const Date begin = add_months(r.published, -n);
    set_period(t, Grain::month, begin, begin, reason, true);
  } else {
    set_period(t, Grain::year, {r.published.year - n, 0, 0}, {r.published.year - n, 0, 0}, reason, true);
  }
  return true;
}

// "by the end of the year", "until the end of the month"
bool read_end_of_period(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (r.lower(i) != "end" || r.lower(i + 1) != "of" || r.lower(i + 2) != "the" || r.before(i) != "the" || i < r.first() + 2) return false;
  const std::string preposition = r.lower(i - 2), unit = r.lower(i + 3);
  if ((preposition != "by" && preposition != "until" && preposition != "before") || (unit != "week" && unit != "month" && unit != "year")) return false;
  if (r.lower(i + 4) == "of" || r.tokens[std::min(i + 4, r.last() - 1)].kind == TokenKind::clitic) return false;
  t.last = i + 4;
  const Grain grain = unit == "week" ? Grain::week : unit == "month" ? Grain::month : Grain::year;
  if (!r.dated()) {
    set_open(t, grain, kNoDate);
    return true;
  }
  const std::string reason = counted_from(r, "the current " + unit);
  const int monday = days_of(r.published) - weekday_of(r.published);
  if (grain == Grain::week) set_period(t, grain, date_of(monday), date_of(monday + 6), reason, true);
  else if (grain == Grain::month) set_period(t, grain, {r.published.year, r.published.month, 0}, {r.published.year, r.published.month, 0}, reason, true);
  else set_period(t, grain, {r.published.year, 0, 0}, {r.published.year, 0, 0}, reason, true);
  return true;
}

// "by the autumn", "in the spring": without a year, the nearest one in the direction of the clause
bool read_the_season(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  static constexpr std::array<std::string_view, 8> kPrepositions = {"by", "in", "until", "since", "during", "before", "after", "over"};
  const unsigned month = first_month_of_season(r.lower(i));
  if (!month || r.before(i) != "the" || i < r.first() + 2 || std::find(kPrepositions.begin(), kPrepositions.end(), r.lower(i - 2)) == kPrepositions.end()) return false;
  if (r.lower(i + 1) == "of" || (r.inside(i + 1) && r.tokens[i + 1].kind == TokenKind::word && r.tokens[i + 1].classes == 0)) return false;  // "the fall of", "the winter palace"
  t.last = i + 1;
  if (!r.dated()) {
    set_open(t, Grain::season, kNoDate);
    return true;
  }
  int year = r.published.year;
  const bool ahead = r.direction(i, t.last) == Direction::ahead;
  if (ahead && month + 2 < r.published.month) ++year;
  if (!ahead && month > r.published.month) --year;
  set_period(t, Grain::season, {year, month, 0}, add_months({year, month, 1}, 2), "year from the report's date, " + to_string(r.published) + ", northern seasons", true);
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

bool read_relative_time(const TimeReader& r, std::uint32_t i, TimeExpression& t) { return read_week_of(r, i, t) || read_weekday(r, i, t) || read_day_word(r, i, t) || read_period(r, i, t) || read_ago(r, i, t) || read_end_of_period(r, i, t) || read_the_season(r, i, t); }

}  // namespace attache
