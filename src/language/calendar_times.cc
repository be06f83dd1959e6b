// Dates, months, quarters, seasons, years and decades: what a calendar names.
#include <algorithm>
#include <array>
#include <optional>

#include "base/strings.h"
#include "language/time_reader.h"
#include "tables/calendar.h"

namespace attache {
namespace {

namespace wc = word_class;

constexpr const char* kNoYear = "no year in the text and no report date";

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Before a month or a year that means the time and is no name or count.
constexpr std::array<std::string_view, 22> kBeforeTime = {"in", "since", "last", "next", "this", "by", "until", "till", "from", "early", "late", "mid", "during", "of", "to", "before", "after", "through", "between", "for", "past", "and"};

// "2014" or, as the second half of a range, "15" and "2015"; 0 = none.
int range_end(const TimeReader& r, std::uint32_t i, int from) {
  int to = 0;
  if (!r.inside(i) || r.tokens[i].kind != TokenKind::number || !parse_int(r.word(i), to)) return 0;
  if (r.word(i).size() == 2) to += from / 100 * 100;
  else if (r.word(i).size() != 4) return 0;
  return to > from && to - from < 100 ? to : 0;
}

// A year right behind a day or month: "4, 2024" and "4 2024".
int year_behind(const TimeReader& r, std::uint32_t& at) {
  const std::uint32_t year_at = r.is_mark(at, ",") ? at + 1 : at;
  const int year = r.year_number(year_at);
  if (year) at = year_at + 1;
  return year;
}

// The year of a month and day that names none. Past clauses look back, clauses about the future ahead; where the clause
// says neither, the nearest such day counts.
std::optional<Date> nearest_day(const TimeReader& r, unsigned month, unsigned day, Direction direction) {
  std::optional<Date> best;
  for (int year = r.published.year - 8; year <= r.published.year + 8; ++year) {
    const Date candidate{year, month, day};
    if (!is_valid(candidate)) continue;
    const int distance = days_of(candidate) - days_of(r.published);
    if ((direction == Direction::back && distance > 0) || (direction == Direction::ahead && distance < 0)) continue;
    if (!best || std::abs(distance) < std::abs(days_of(*best) - days_of(r.published))) best = candidate;
  }
  return best;
}

void resolve_day(const TimeReader& r, TimeExpression& t, std::uint32_t i, unsigned month, unsigned day, unsigned last_day) {
  if (!r.dated()) {
    t.begin = {0, month, day};
    t.end = {0, month, last_day};
    t.reason = kNoYear;
    return;
  }
  const auto found = nearest_day(r, month, day, r.direction(i, t.last));
  if (!found) return set_open(t, Grain::day, "no such day");
  set_period(t, Grain::day, *found, {found->year, month, last_day}, "year from the report's date, " + to_string(r.published), true);
}

// "March 4", "March 4, 2024", "March 4-6", "Sept. 30"
bool read_month_day(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  const unsigned month = r.month_at(i);
  if (!month) return false;
  std::uint32_t at = r.after_dot(i + 1);
  const unsigned day = r.day_number(at);
  if (!day) return false;
  ++at;
  unsigned last_day = day;
  if (r.is_dash(at) && r.day_number(at + 1) > day) {
    last_day = r.day_number(at + 1);
    at += 2;
  }
  const int year = year_behind(r, at);
  t.last = at;
  if (!year) {
    resolve_day(r, t, i, month, day, last_day);
    return true;
  }
  if (!is_valid({year, month, day}) || !is_valid({year, month, last_day})) return false;
  set_period(t, Grain::day, {year, month, day}, {year, month, last_day}, "full date", false);
  return true;
}

// "4 March", "4 March 2024", "3rd of May", "3-7 May 2023"
bool read_day_month(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  const unsigned day = r.day_number(i);
  if (!day) return false;
  std::uint32_t at = i + 1;
  unsigned last_day = day;
  if (r.is_dash(at) && r.day_number(at + 1) > day) {
    last_day = r.day_number(at + 1);
    at += 2;
  }
  if (r.lower(at) == "of") ++at;
  const unsigned month = r.month_at(at);
  if (!month) return false;
  at = r.after_dot(at + 1);
  const int year = year_behind(r, at);
  t.last = at;
  if (!year) {
    resolve_day(r, t, i, month, day, last_day);
    return true;
  }
  if (!is_valid({year, month, day}) || !is_valid({year, month, last_day})) return false;
  set_period(t, Grain::day, {year, month, day}, {year, month, last_day}, "full date", false);
  return true;
}

// 2024-03-04
bool read_iso(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (!r.year_number(i) || !r.is_dash(i + 1) || !r.is_dash(i + 3)) return false;
  int m = 0, d = 0;
  if (!parse_int(r.word(i + 2), m) || !parse_int(r.word(i + 4), d)) return false;
  const Date date{r.year_number(i), static_cast<unsigned>(m), static_cast<unsigned>(d)};
  if (!is_valid(date)) return false;
  t.last = i + 5;
  set_day(t, date, "full date", false);
  return true;
}

// A weekday with the date behind it: "Monday, March 4, 2024", "Thursday 25 August".
bool read_weekday_date(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (r.weekday_at(i) < 0) return false;
  std::uint32_t at = r.after_dot(i + 1);
  if (r.is_mark(at, ",")) ++at;
  TimeExpression date = t;
  if (!r.inside(at) || !(read_month_day(r, at, date) || read_day_month(r, at, date))) return false;
  t = date;
  return true;
}

void resolve_month(const TimeReader& r, TimeExpression& t, std::uint32_t i, unsigned month, const std::string& qualifier) {
  if (!r.dated()) {
    t.begin = t.end = {0, month, 0};
    t.grain = Grain::month;
    t.reason = kNoYear;
    return;
  }
  int year = r.published.year;
  const Direction direction = qualifier == "last" ? Direction::back : qualifier == "next" ? Direction::ahead : r.direction(i, t.last);
  if (qualifier == "last" && month == r.published.month) --year;
  else if (qualifier == "next" && month == r.published.month) ++year;
  else if (direction == Direction::ahead && month < r.published.month) ++year;
  else if (direction != Direction::ahead && month > r.published.month) --year;
  set_period(t, Grain::month, {year, month, 0}, {year, month, 0}, "year from the report's date, " + to_string(r.published), true);
}

// A capitalised word behind makes a month a given name or part of a title: "of June Abara".
bool begins_a_name(const TimeReader& r, std::uint32_t behind) { return r.inside(behind) && r.tokens[behind].kind == TokenKind::word && r.tokens[behind].capitalised && r.tokens[behind].space_before; }

// "in March", "March 2023", "April of 2011", "late March", "mid-April", "end of May", "last March"
bool read_month(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  std::uint32_t at = i;
  std::string qualifier;
  bool part = false;  // early, late, mid: a part of the month was named
  if (const std::string w = r.lower(at); w == "end" || w == "beginning" || w == "start" || w == "middle") {
    if (r.lower(at + 1) != "of") return false;
    at += 2;
    part = true;
  }
  if (const std::string w = r.lower(at); w == "early" || w == "late" || w == "mid") {
    at += r.is_mark(at + 1, "-") ? 2 : 1;
    part = true;
  } else if (w == "last" || w == "next") {
    qualifier = w;
    ++at;
  }
  if (!r.inside(at)) return false;
  unsigned month = r.month_at(at);
  if (!month && r.lower(at).starts_with("mid-")) {  // one token: "mid-April"
    const std::string_view tail = r.word(at).substr(4);
    month = tail.empty() || is_lower(tail.front()) ? 0 : month_of_word(tail, true);
    part = true;
  }
  if (!month) return false;
  const std::uint32_t name = at;
  at = r.after_dot(at + 1);
  std::uint32_t year_at = r.lower(at) == "of" ? at + 1 : at;
  if (r.inside(year_at)) {
    if (const int year = year_behind(r, year_at)) {
      t.last = year_at;
      set_period(t, Grain::month, {year, month, 0}, {year, month, 0}, "month and year", false);
      return true;
    }
  }
  const std::string before = r.before(i);
  const bool qualified = part || !qualifier.empty() || one_of(before, kBeforeTime);
  if (!qualified || (before == "to" && (r.lower(name) == "may" || r.lower(name) == "march") && (i < r.first() + 2 || !r.month_at(i - 2)))) return false;
  if ((before == "of" || before == "to" || before == "for" || before == "and") && begins_a_name(r, at)) return false;
  // "Sixth of October bridge": an ordinal written as a word makes it a name
  if (before == "of" && i >= r.first() + 2 && r.tokens[i - 2].capitalised) return false;
  // "between January and March 2023": the year stands behind the second month
  if (r.lower(at) == "and" || r.lower(at) == "to" || r.is_dash(at)) {
    std::uint32_t behind = at + 1;
    if (r.month_at(behind) && r.inside(behind + 1)) {
      ++behind;
      if (const int year = year_behind(r, behind)) {
        t.last = at;
        set_period(t, Grain::month, {year, month, 0}, {year, month, 0}, "year behind the second month", false);
        return true;
      }
    }
  }
  t.last = at;
  resolve_month(r, t, i, month, qualifier);
  return true;
}

// "first quarter of 2023"
bool read_quarter(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  static constexpr std::array<std::string_view, 4> kOrdinals = {"first", "second", "third", "fourth"};
  const auto ordinal = std::find(kOrdinals.begin(), kOrdinals.end(), r.lower(i));
  if (ordinal == kOrdinals.end() || r.lower(i + 1) != "quarter") return false;
  std::uint32_t at = i + 2;
  if (r.lower(at) == "of") ++at;
  const int year = r.year_number(at);
  if (!year) return false;
  const auto month = static_cast<unsigned>(ordinal - kOrdinals.begin()) * 3 + 1;
  t.last = at + 1;
  set_period(t, Grain::quarter, {year, month, 0}, {year, month + 2, 0}, "quarter and year", false);
  return true;
}

// "autumn of 2015", "spring 1944"
bool read_season(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  const unsigned month = first_month_of_season(r.lower(i));
  if (!month) return false;
  std::uint32_t at = i + 1;
  if (r.lower(at) == "of") ++at;
  const int year = r.year_number(at);
  if (!year) return false;
  t.last = at + 1;
  set_period(t, Grain::season, {year, month, 0}, {month == 12 ? year + 1 : year, month == 12 ? 2 : month + 2, 0}, "season and year", false);
  return true;
}

// "1990s", "early 1980s"
bool read_decade(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  std::uint32_t at = i;
  if (const std::string w = r.lower(at); w == "early" || w == "late" || w == "mid") at += r.is_mark(at + 1, "-") ? 2 : 1;
  if (!r.inside(at)) return false;
  std::string_view w = r.word(at);
  if (lower_ascii(w).starts_with("mid-")) w = w.substr(4);
  int value = 0;
  if (w.size() != 5 || w.back() != 's' || !parse_int(w.substr(0, 4), value) || value % 10 != 0 || value < 1500 || value > 2100) return false;
  t.last = at + 1;
  set_period(t, Grain::decade, {value, 0, 0}, {value + 9, 0, 0}, "decade", false);
  return true;
}

// "in 2008", "late 2021", "mid-2023", "end of 2022", "2014-15", "2003/04", "the 2025 budget"
bool read_year(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  std::uint32_t at = i;
  bool part = false;
  if (const std::string w = r.lower(at); w == "end" || w == "beginning" || w == "start" || w == "middle") {
    if (r.lower(at + 1) != "of") return false;
    at += 2;
    part = true;
  }
  if (const std::string w = r.lower(at); w == "early" || w == "late" || w == "mid") {
    at += r.is_mark(at + 1, "-") ? 2 : 1;
    part = true;
  }
  if (!r.inside(at)) return false;
  int year = r.year_number(at);
  if (!year && r.lower(at).starts_with("mid-")) {
    int value = 0;
    if (r.word(at).size() == 8 && parse_int(r.word(at).substr(4), value) && value >= 1500 && value <= 2100) year = value;
    part = true;
  }
  if (!year || year < 1800) return false;
  if (r.is_dash(at + 1) || (r.is_mark(at + 1, "/") && !r.tokens[at + 1].space_before)) {
    if (const int to = range_end(r, at + 2, year)) {
      t.last = at + 3;
      set_period(t, Grain::year, {year, 0, 0}, {to, 0, 0}, "years", false);
      return true;
    }
  }
  // a bare four-digit number is a year behind a preposition or as an attribute, not before a counted thing
  const std::string before = r.before(i);
  const bool attribute = i > r.first() && ((r.tokens[i - 1].classes & (wc::determiner | wc::possessive)) || r.tokens[i - 1].kind == TokenKind::clitic);
  const bool behind_preposition = one_of(before, kBeforeTime);
  if (!part && !attribute && !behind_preposition) return false;
  const std::string behind = r.lower(at + 1);
  const bool counts = r.inside(at + 1) && !r.tokens[at + 1].capitalised && !r.tokens[at + 1].classes && (behind.ends_with("s") || behind == "people" || behind == "men" || behind == "women" || behind == "children");
  if (!part && !attribute && counts && before != "in" && before != "since") return false;
  t.last = at + 1;
  set_period(t, Grain::year, {year, 0, 0}, {year, 0, 0}, "year", false);
  return true;
}

// A date between an article and a capitalised noun names something else: "the April 6 Movement".
bool is_part_of_name(const TimeReader& r, std::uint32_t i, std::uint32_t last) { return r.before(i) == "the" && begins_a_name(r, last) && r.word(last).size() > 2; }

}  // namespace

bool read_calendar_time(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (read_iso(r, i, t) || read_weekday_date(r, i, t)) return true;
  if (read_month_day(r, i, t) || read_day_month(r, i, t)) return t.begin.year != 0 && !t.relative ? true : !is_part_of_name(r, i, t.last);
  return read_quarter(r, i, t) || read_season(r, i, t) || read_month(r, i, t) || read_decade(r, i, t) || read_year(r, i, t);
}

}  // namespace attache
