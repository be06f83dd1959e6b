// Days and months: what a calendar names.
#include <algorithm>
#include <array>
#include <optional>

#include "base/strings.h"
#include "language/time_reader.h"
#include "tables/calendar.h"

namespace attache {
namespace {

constexpr const char* kNoYear = "no year in the text and no report date";

// A day without a year that the clause puts ahead and that lies this far ahead, but was this short a time ago, is past:
// reports do not announce days of next year by day and month alone. Seen in the training half of GUM.
constexpr int kFarAhead = 270, kShortlyBefore = 60;  // days

// A month without a year, in a clause that says no direction, is the nearest one: half a year away, it is behind.
constexpr unsigned kMonthsAhead = 5;

// Before a month or a year that means the time and is no name or count.
constexpr std::array<std::string_view, 34> kBeforeTime = {"in", "since", "last", "next", "this", "by", "until", "till", "from", "early", "late", "mid", "during", "of", "to", "before", "after", "through", "between", "for", "past", "and",
                                                          "around", "about", "circa", "c", "ca", "than", "throughout", "year", "till", "b", "born", "or"};

// The year of a month and day that names none. Past clauses look back, clauses about the future ahead; where the clause
// says neither, the nearest such day counts.
std::optional<Date> nearest_day(const Date& published, unsigned month, unsigned day, Direction direction) {
  std::optional<Date> best;
  for (int year = published.year - 8; year <= published.year + 8; ++year) {
    const Date candidate{year, month, day};
    if (!is_valid(candidate)) continue;
    const int distance = days_of(candidate) - days_of(published);
    if ((direction == Direction::back && distance > 0) || (direction == Direction::ahead && distance < 0)) continue;
    if (!best || std::abs(distance) < std::abs(days_of(*best) - days_of(published))) best = candidate;
  }
  if (best && direction == Direction::ahead && days_of(*best) - days_of(published) > kFarAhead) {
    const auto before = nearest_day(published, month, day, Direction::back);
    if (before && days_of(published) - days_of(*before) < kShortlyBefore) return before;
  }
  return best;
}

// In a history a partial date goes on from the year named last; it has moved on to the next year where it would lie more
// than half a year before.
int year_of_history(const TimeExpression& last, unsigned month) {
  const bool next = last.begin == last.end && last.begin.month && last.grain <= Grain::month && month + 6 < last.begin.month;
  return last.end.year + (next ? 1 : 0);
}

void resolve_day(const TimeReader& r, TimeExpression& t, std::uint32_t i, unsigned month, unsigned day, unsigned last_day) {
  if (const TimeExpression* last = r.history ? last_dated(r) : nullptr) {
    const int year = year_of_history(*last, month);
    return set_period(t, Grain::day, {year, month, day}, {year, month, last_day}, "year from the time named before, " + to_string(last->begin), false);
  }
  if (!r.dated()) {
    t.begin = {0, month, day};
    t.end = {0, month, last_day};
    t.reason = kNoYear;
    return;
  }
  const auto nearest = nearest_day(r.published, month, day, r.direction(i, t.last));
  if (!nearest) return set_open(t, Grain::day, "no such day");
  set_period(t, Grain::day, *nearest, {nearest->year, month, last_day}, "year from " + r.now(), true);
}

// "April 7 - June 2, 2013", "7 April to 2 June 2013": the year behind the second day is that of the first too.
YearBehind year_of_range(const TimeReader& r, std::uint32_t at, unsigned month, unsigned day) {
  const std::string joint = r.lower(at);
  if (joint != "-" && joint != "\u2013" && joint != "\u2014" && joint != "to" && joint != "through" && joint != "until" && joint != "and") return {};
  ++at;
  unsigned second = r.month_at(at), last = 0;
  if (second) {
    at = r.after_dot(at + 1);
    last = r.day_number(at++);
  } else if (r.inside(at + 1)) {
    last = r.day_number(at);
    second = r.month_at(at + 1);
    at = second ? r.after_dot(at + 2) : at;
  }
  if (!second || !last) return {};
  YearBehind behind = year_behind(r, at);
  if (behind.year && (second < month || (second == month && last < day))) --behind.year;
  return behind;
}

// "the 9th of June last", "May 1 next": the last such day before the time named before or the report's date, or the first
// behind it.
bool resolve_day_beside_last(const TimeReader& r, TimeExpression& t, unsigned month, unsigned day) {
  const std::string which = r.lower(t.last);
  const std::uint32_t behind = t.last + 1;
  if ((which != "last" && which != "next") || (r.inside(behind) && (r.tokens[behind].kind != TokenKind::mark || r.is_mark(behind, "-")) && !(r.tokens[behind].classes & (word_class::coordinator | word_class::preposition)))) return false;
  const TimeExpression* anchor = r.history ? last_dated(r) : nullptr;
  if (!anchor && !r.dated()) return false;
  const Date& from = anchor ? anchor->begin : r.published;
  int year = from.year;
  const bool earlier = month < from.month || (month == from.month && day < std::max(from.day, 1U));
  if (which == "last" && !earlier) --year;
  if (which == "next" && earlier) ++year;
  if (day > days_in_month(year, month)) return false;
  ++t.last;
  set_day(t, {year, month, day}, "\"" + which + "\" from " + (anchor ? "the time named before, " + to_string(from) : r.now()), !anchor || anchor->relative);
  return true;
}

bool set_days(const TimeReader& r, TimeExpression& t, std::uint32_t i, std::uint32_t at, unsigned month, unsigned day, unsigned last_day) {
  YearBehind behind = year_behind(r, at);
  if (!behind.year) behind = year_of_range(r, at, month, day);
  t.last = at;
  if (!behind.year && resolve_day_beside_last(r, t, month, day)) return true;
  if (!behind.year) {
    resolve_day(r, t, i, month, day, last_day);
    return true;
  }
  if (day > days_in_month(behind.year, month) || last_day > days_in_month(behind.year, month)) return false;
  set_period(t, Grain::day, {behind.year, month, day}, {behind.year, month, last_day}, behind.relative ? "year from the words behind" : "full date", behind.relative);
  return true;
}

// A second day behind a dash or "to": "March 4-6", "3 to 5 May".
unsigned last_day_of_range(const TimeReader& r, std::uint32_t& at, unsigned day) {
  const bool joined = r.is_dash(at) || r.lower(at) == "to" || (r.is_mark(at, "\u2013") && r.inside(at + 1));
  if (!joined || r.day_number(at + 1) <= day) return day;
  const unsigned last = r.day_number(at + 1);
  at += 2;
  return last;
}

// "March 4", "March 4, 2024", "March 4-6", "March 4 to 6", "Sept. 30"
bool read_month_day(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  const unsigned month = r.month_at(i);
  if (!month) return false;
  std::uint32_t at = r.after_dot(i + 1);
  if (r.lower(at) == "the" && r.ordinal(at + 1)) ++at;
  const unsigned day = r.ordinal(at) ? r.ordinal(at) : r.day_number(at);
  if (!day) return false;
  ++at;
  const unsigned last_day = last_day_of_range(r, at, day);
  return set_days(r, t, i, at, month, day, last_day);
}

// "4 March", "4 March 2024", "3rd of May", "fifth of January", "3-7 May 2023", "3 to 5 May"
bool read_day_month(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  unsigned day = r.day_number(i);
  const bool in_words = !day && !r.is_capital(i);
  if (in_words) day = r.ordinal(i);
  if (!day) return false;
  std::uint32_t at = i + 1;
  const unsigned last_day = in_words ? day : last_day_of_range(r, at, day);
  if (r.lower(at) == "day" && r.lower(at + 1) == "of") ++at;  // "the 1st day of May"
  if (r.lower(at) == "of") ++at;
  else if (in_words) return false;
  const unsigned month = r.month_at(at);
  if (!month) return false;
  return set_days(r, t, i, r.after_dot(at + 1), month, day, last_day);
}

// The first of two days of a month: "3 and 4 May", "May 3 and 4" reads its second by the first.
bool read_day_beside(const TimeReader& r, std::uint32_t i, TimeExpression& t, unsigned beside = 3) {
  const unsigned day = r.day_number(i);
  if (!day) return false;
  if (const std::string joint = r.lower(i + 1); joint == "and" || joint == "or" || r.is_mark(i + 1, ",")) {
    TimeExpression next;
    if (r.day_number(i + 2) > day && (read_day_month(r, i + 2, next) || (beside && read_day_beside(r, i + 2, next, beside - 1))) && next.begin.month) {
      t = next;
      t.begin.day = t.end.day = day;
      t.last = i + 1;
      return true;
    }
  }
  if (r.found.empty() || i < r.first() + 2) return false;
  const TimeExpression& before = r.found.back();
  const bool ends = !r.inside(i + 1) || r.tokens[i + 1].kind == TokenKind::mark || r.tokens[i + 1].classes != 0;
  if (before.sentence != r.number || before.last + 1 != i || before.grain != Grain::day || !before.resolved || day <= before.end.day || !r.is_number(before.last - 1) || !ends) return false;
  if (r.before(i) != "and" && r.before(i) != "or") return false;
  if (day > days_in_month(before.begin.year, before.begin.month)) return false;
  t.last = i + 1;
  set_day(t, {before.begin.year, before.begin.month, day}, "month and year from the day before; " + before.reason, before.relative);
  return true;
}

// 2024-03-04, 2024/03/04
bool read_iso(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  const bool strokes = r.is_mark(i + 1, "/") && r.is_mark(i + 3, "/");
  if (!r.year_number(i) || !(strokes || (r.is_dash(i + 1) && r.is_dash(i + 3)))) return false;
  int m = 0, d = 0;
  if (!r.inside(i + 4) || !parse_int(r.word(i + 2), m) || !parse_int(r.word(i + 4).substr(0, 2), d)) return false;
  const Date date{r.year_number(i), static_cast<unsigned>(m), static_cast<unsigned>(d)};
  if (!is_valid(date)) return false;
  t.last = i + 5;
  set_day(t, date, "full date", false);
  return true;
}

// 31/12/2022, 12/31/2022, 31.12.2022; 03/04/2022 is found and left open: it can be read two ways.
bool read_numeric(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (!r.is_number(i)) return false;
  int a = 0, b = 0, year = 0;
  if (r.is_mark(i + 1, "/") && r.is_mark(i + 3, "/")) {
    year = r.year_number(i + 4);
    if (!year || !parse_int(r.word(i), a) || !parse_int(r.word(i + 2), b)) return false;
    t.last = i + 5;
  } else {
    const std::string_view w = r.word(i);
    const std::size_t dot = w.find('.'), second = dot == std::string_view::npos ? dot : w.find('.', dot + 1);
    if (second == std::string_view::npos || w.size() != second + 5 || !parse_int(w.substr(0, dot), a) || !parse_int(w.substr(dot + 1, second - dot - 1), b) || !parse_int(w.substr(second + 1), year)) return false;
    if (b > 12) return false;  // with dots the day stands first
    if (a <= 12) a += 100;     // never read as a month
    t.last = i + 1;
  }
  if (a <= 0 || b <= 0) return false;
  const bool dotted = a > 100;
  const Date day_first{year, static_cast<unsigned>(b), static_cast<unsigned>(dotted ? a - 100 : a)}, month_first{year, static_cast<unsigned>(a), static_cast<unsigned>(b)};
  const bool day_fits = is_valid(day_first), month_fits = !dotted && a <= 12 && is_valid(month_first);
  if (!day_fits && !month_fits) return false;
  if (day_fits && month_fits && a != b) set_open(t, Grain::day, "day and month can be read two ways");
  else set_day(t, day_fits ? day_first : month_first, "full date", false);
  return true;
}

// 8-May-2006: the tokens break behind the month
bool read_hyphened(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (!r.is_number(i) || r.word(i).size() > 12) return false;
  const std::string_view w = r.word(i);
  const std::size_t dash = w.find('-');
  if (dash == std::string_view::npos) return false;
  std::string_view name = w.substr(dash + 1);
  std::uint32_t year_at = i + 1;
  if (name.ends_with('-')) name.remove_suffix(1);
  else if (r.is_dash(year_at)) ++year_at;
  else return false;
  int day = 0;
  const unsigned month = name.empty() || is_lower(name.front()) ? 0 : month_of_word(name, true);
  const int year = r.year_number(year_at);
  if (!month || !year || r.tokens[year_at].space_before || !parse_int(w.substr(0, dash), day) || !is_valid({year, month, static_cast<unsigned>(day)})) return false;
  t.last = year_at + 1;
  set_day(t, {year, month, static_cast<unsigned>(day)}, "full date", false);
  return true;
}

// A weekday with the date behind it: "Monday, March 4, 2024", "Thursday 25 August", "Monday the 4th of March".
bool read_weekday_date(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (r.weekday_at(i) < 0) return false;
  std::uint32_t at = r.after_dot(i + 1);
  if (r.is_mark(at, ",")) ++at;
  if (r.lower(at) == "the") ++at;
  TimeExpression date = t;
  if (!r.inside(at) || !(read_month_day(r, at, date) || read_day_month(r, at, date))) return false;
  t = date;
  return true;
}

void resolve_month(const TimeReader& r, TimeExpression& t, std::uint32_t i, unsigned month, const std::string& qualifier) {
  if (const TimeExpression* last = r.history && qualifier.empty() ? last_dated(r) : nullptr) {
    const int year = year_of_history(*last, month);
    return set_period(t, Grain::month, {year, month, 0}, {year, month, 0}, "year from the time named before, " + to_string(last->begin), false);
  }
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
  else if (qualifier == "this") year = r.published.year;
  else if (direction == Direction::ahead && month < r.published.month) ++year;
  else if (direction == Direction::back && month > r.published.month) --year;
  else if (direction == Direction::unknown && month > r.published.month + kMonthsAhead) --year;
  else if (direction == Direction::unknown && month + 12 <= r.published.month + kMonthsAhead) ++year;
  set_period(t, Grain::month, {year, month, 0}, {year, month, 0}, "year from " + r.now(), true);
}

// Beside another month, or with one behind a joint: "July, August", "Nov. - March", "April through October".
bool beside_month(const TimeReader& r, std::uint32_t i, std::uint32_t behind) {
  const std::string joint = r.lower(behind);
  if ((joint == "-" || joint == "\u2013" || joint == "\u2014" || joint == "to" || joint == "through" || joint == "until" || joint == "till") && r.month_at(behind + 1)) return true;
  if (r.found.empty() || r.found.back().sentence != r.number || r.found.back().grain != Grain::month || r.found.back().last + 1 != i) return false;
  const std::string before = r.before(i);
  return before == "," || before == "-" || before == "\u2013" || before == "\u2014" || before == "/" || before == "&";
}

// "the November election", "a June poll", "the party's July convention": an attribute of a common noun
bool is_attribute(const TimeReader& r, std::uint32_t i, std::uint32_t behind) {
  if (i == r.first() || !r.inside(behind) || r.tokens[behind].kind != TokenKind::word || r.tokens[behind].capitalised) return false;
  const bool noun = (r.tokens[behind].classes & ~(word_class::verb_form | word_class::time_word)) == 0;
  return noun && ((r.tokens[i - 1].classes & (word_class::determiner | word_class::possessive)) || r.tokens[i - 1].kind == TokenKind::clitic);
}

// "in March", "March 2023", "April of 2011", "last March", "March last year"; early, late and mid stand before.
bool read_month(const TimeReader& r, std::uint32_t i, TimeExpression& t, bool qualified) {
  std::uint32_t at = i;
  std::string qualifier;
  if (const std::string w = r.lower(at); w == "last" || w == "next" || w == "this") {
    qualifier = w;
    ++at;
  }
  const unsigned month = r.month_at(at);
  if (!month) return false;
  const std::uint32_t name = at;
  at = r.after_dot(at + 1);
  std::uint32_t year_at = at;
  if (const YearBehind behind = year_behind(r, year_at); behind.year) {
    t.last = year_at;
    set_period(t, Grain::month, {behind.year, month, 0}, {behind.year, month, 0}, behind.relative ? "year from the words behind" : "month and year", behind.relative);
    return true;
  }
  const std::string before = r.before(i);
  qualified = qualified || !qualifier.empty() || (means_time(before) && before != "or" && before != "born") || beside_month(r, i, at) || is_attribute(r, i, at) || ((before == "was" || before == "is") && i >= r.first() + 2 && r.before(i - 1) == "it");
  // "October is the month of fairs": every one
  if (!qualified && i == r.first() && at == i + 1 && (r.lower(at) == "is" || r.lower(at) == "brings") && month != 4 && month != 5 && month != 6 && month != 8) {
    t.last = at;
    t.begin = t.end = {0, month, 0};
    set_open(t, Grain::month, "no year: it may be every one");
    return true;
  }
  if (!qualified || (before == "to" && (r.lower(name) == "may" || r.lower(name) == "march") && (i < r.first() + 2 || !r.month_at(i - 2)))) return false;
  if ((before == "of" || before == "to" || before == "for" || before == "and") && begins_a_name(r, at)) return false;
  // "Sixth of October bridge": an ordinal written as a word makes it a name
  if (before == "of" && i >= r.first() + 2 && r.tokens[i - 2].capitalised) return false;
  // "between January and March 2023": the year stands behind the second month
  if (r.lower(at) == "and" || r.lower(at) == "to" || r.is_dash(at) || r.is_mark(at, "\u2013")) {
    std::uint32_t behind = at + 1;
    if (r.month_at(behind) && r.inside(behind + 1)) {
      const unsigned second = r.month_at(behind);
      ++behind;
      if (r.lower(behind) == "in") ++behind;
      if (const YearBehind year = year_behind(r, behind); year.year) {
        const int mine = year.year - (second < month ? 1 : 0);
        t.last = at;
        set_period(t, Grain::month, {mine, month, 0}, {mine, month, 0}, "year behind the second month", year.relative);
        return true;
      }
    }
  }
  t.last = at;
  resolve_month(r, t, i, month, qualifier);
  return true;
}

// One token: "May-June", "Apr-Oct"
bool read_joined_months(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (r.tokens[i].kind != TokenKind::word || !r.is_capital(i) || r.word(i).size() > 19) return false;
  const std::string_view w = r.word(i);
  const std::size_t dash = w.find('-');
  if (dash == std::string_view::npos || dash + 1 >= w.size()) return false;
  const unsigned from = month_of_word(w.substr(0, dash), true), to = month_of_word(w.substr(dash + 1), true);
  if (!from || !to || from == to) return false;
  std::uint32_t at = r.after_dot(i + 1);
  const YearBehind behind = year_behind(r, at);
  t.last = at;
  if (behind.year) set_period(t, Grain::month, {behind.year - (to < from ? 1 : 0), from, 0}, {behind.year, to, 0}, "months and year", behind.relative);
  else resolve_month(r, t, i, from, "");
  if (!behind.year) {
    t.end.month = to;
    if (t.resolved && to < from) ++t.end.year;
  }
  return true;
}

// A date between an article and a capitalised noun names something else: "the April 6 Movement", but not "the Nov. 8 U.S.
// election".
bool is_part_of_name(const TimeReader& r, std::uint32_t i, std::uint32_t last) {
  if (r.before(i) != "the" || !begins_a_name(r, last) || r.word(last).size() <= 2) return false;
  return std::any_of(r.word(last).begin(), r.word(last).end(), is_lower);
}

bool read_unit(const TimeReader& r, std::uint32_t i, TimeExpression& t, bool qualified) {
  return read_month(r, i, t, qualified) || read_joined_months(r, i, t) || read_era_time(r, i, t, qualified) || read_year_time(r, i, t, qualified) || (qualified && read_bare_season(r, i, t, true));
}

}  // namespace

bool means_time(std::string_view word_before) { return std::find(kBeforeTime.begin(), kBeforeTime.end(), word_before) != kBeforeTime.end(); }

// A capitalised word behind makes a month a given name or part of a title: "of June Abara".
bool begins_a_name(const TimeReader& r, std::uint32_t behind) { return r.inside(behind) && r.tokens[behind].kind == TokenKind::word && r.tokens[behind].capitalised && r.tokens[behind].space_before; }

YearBehind year_behind(const TimeReader& r, std::uint32_t& at) {
  std::uint32_t year_at = r.is_mark(at, ",") || r.lower(at) == "of" ? at + 1 : at;
  if (const int year = r.year_number(year_at)) {
    at = year_at + 1;
    return {year, false};
  }
  if (r.lower(at) == "of" || r.is_mark(at, ",")) {  // "April of nineteen eighteen"
    std::uint32_t last = 0;
    if (const int year = spoken_year(r, at + 1, last)) {
      at = last;
      return {year, false};
    }
  }
  // "June in 1981", "December of 384": nothing is counted
  if (const bool in = r.lower(at) == "in"; in || r.old_years) {
    if (in) ++year_at;
    const std::uint32_t last = year_at + 1;
    int year = 0;
    const bool old = !in && r.is_number(year_at) && r.word(year_at).size() == 3 && parse_int(r.word(year_at), year);
    if (in) year = r.year_number(year_at);
    const bool ends = !r.inside(last) || r.tokens[last].kind == TokenKind::mark || (r.tokens[last].classes & ~(word_class::number_word | word_class::time_word | word_class::common_adjective | word_class::quantifier)) != 0;
    if (year && ends && (in || old)) {
      at = last;
      return {year, false};
    }
    if (in) return {};
  }
  if (r.is_mark(at, ",")) return {};
  // "March last year", "October of the same year"
  const std::string which = r.lower(year_at);
  if ((which == "last" || which == "next" || which == "this") && r.lower(year_at + 1) == "year" && r.dated()) {
    at = year_at + 2;
    return {r.published.year + (which == "last" ? -1 : which == "next" ? 1 : 0), true};
  }
  if (which == "the") ++year_at;
  std::uint32_t unit_at = year_at;
  int step = 0;
  if (r.lower(unit_at) == "that" || r.lower(unit_at) == "same") unit_at += r.lower(unit_at + 1) == "same" ? 2 : 1;
  else if (which == "the" && (r.lower(unit_at) == "following" || r.lower(unit_at) == "next" || r.lower(unit_at) == "previous")) step = r.lower(unit_at++) == "previous" ? -1 : 1;
  else return {};
  const TimeExpression* anchor = anchor_of(r, 3);
  if (r.lower(unit_at) != "year" || !anchor) return {};
  at = unit_at + 1;
  return {anchor->end.year + step, anchor->relative};
}

bool read_calendar_time(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (read_iso(r, i, t) || read_numeric(r, i, t) || read_hyphened(r, i, t) || read_weekday_date(r, i, t)) return true;
  if (read_month_day(r, i, t) || read_day_month(r, i, t)) return t.begin.year != 0 && !t.relative ? true : !is_part_of_name(r, i, t.last);
  if (read_day_beside(r, i, t)) return true;
  const PartPhrase part = read_part(r, i);
  if (part.part == Part::none) return read_unit(r, i, t, false);
  TimeReader tail = r;
  if (part.tail) {
    tail.tail_at = part.last;
    tail.tail_from = part.tail;
  }
  if (!r.inside(part.last) || !read_unit(tail, part.last, t, true)) return false;
  narrow(t, part.part);
  return true;
}

}  // namespace attache
