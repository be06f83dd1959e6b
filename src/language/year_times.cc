// Years, and the quarters, halves and seasons that have a year.
//
// A bare number of four digits is a year where something says so: a preposition, an article or a possessive before it,
// brackets around it, another year beside it, a line of its own. Counts are told by the noun behind.
#include <algorithm>
#include <array>

#include "base/strings.h"
#include "language/time_reader.h"
#include "tables/calendar.h"

namespace attache {
namespace {

namespace wc = word_class;

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_dash_here(const TimeReader& r, std::uint32_t i) { return r.is_mark(i, "-") || r.is_mark(i, "\u2013") || r.is_mark(i, "\u2014"); }

// "first quarter of 2023", "Q3 2022", "first quarter of this year"
bool read_quarter(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  static constexpr std::array<std::string_view, 4> kOrdinals = {"first", "second", "third", "fourth"};
  static constexpr std::array<std::string_view, 4> kShort = {"Q1", "Q2", "Q3", "Q4"};
  unsigned quarter = 0;
  std::uint32_t at = i + 1;
  if (r.lower(i + 1) == "quarter") {
    if (const auto found = std::find(kOrdinals.begin(), kOrdinals.end(), r.lower(i)); found != kOrdinals.end()) quarter = static_cast<unsigned>(found - kOrdinals.begin()) + 1;
    ++at;
  } else if (const auto found = std::find(kShort.begin(), kShort.end(), r.word(i)); found != kShort.end()) {
    quarter = static_cast<unsigned>(found - kShort.begin()) + 1;
  }
  if (!quarter) return false;
  const YearBehind behind = year_behind(r, at);
  if (!behind.year) return false;
  const unsigned month = (quarter - 1) * 3 + 1;
  t.last = at;
  set_period(t, Grain::quarter, {behind.year, month, 0}, {behind.year, month + 2, 0}, "quarter and year", behind.relative);
  return true;
}

// "autumn of 2015", "spring 1944", "winter of 1776-77"
bool read_season(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  const unsigned month = first_month_of_season(r.lower(i));
  if (!month) return false;
  std::uint32_t at = i + 1;
  const YearBehind behind = year_behind(r, at);
  if (!behind.year) return false;
  if ((is_dash_here(r, at) || r.is_mark(at, "/")) && range_end(r, at + 1, behind.year) == behind.year + 1) at += 2;
  t.last = at;
  set_period(t, Grain::season, {behind.year, month, 0}, {month == 12 ? behind.year + 1 : behind.year, month == 12 ? 2 : month + 2, 0}, "season and year", behind.relative);
  return true;
}

// "fiscal 2023", "fiscal year 2022/23", "FY2023"
bool read_fiscal_year(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  std::uint32_t at = i;
  int year = 0;
  const std::string_view w = r.word(i);
  if (r.lower(i) == "fiscal" || w == "FY") {
    ++at;
    if (r.lower(at) == "year") ++at;
    year = r.year_number(at);
  } else if (w.size() == 6 && w.starts_with("FY")) {
    if (!parse_int(w.substr(2), year)) return false;
  }
  if (year < 1800 || year > 2100) return false;
  t.last = at + 1;
  int to = year;
  if ((is_dash_here(r, t.last) || r.is_mark(t.last, "/")) && range_end(r, t.last + 1, year)) {
    to = range_end(r, t.last + 1, year);
    t.last += 2;
  }
  set_period(t, Grain::year, {year, 0, 0}, {to, 0, 0}, "fiscal year, taken as the calendar's", false);
  return true;
}

// A number that counts what stands behind it: "1990 tonnes", "about 1200 people", "2000 years".
bool counts(const TimeReader& r, std::uint32_t behind, bool strict) {
  if (!r.inside(behind) || r.tokens[behind].kind != TokenKind::word || r.tokens[behind].capitalised) return false;
  const std::string w = r.lower(behind);
  const std::uint32_t classes = r.tokens[behind].classes;
  if (classes & wc::time_word) return unit_of(w) != Unit::none || w.starts_with("hour") || w.starts_with("minute");
  if (w == "people" || w == "men" || w == "women" || w == "children" || w == "percent" || (w == "per" && r.lower(behind + 1) == "cent")) return true;
  if (classes & ~wc::verb_form) return false;
  return (w.ends_with("s") && !w.ends_with("wards")) || (strict && classes == 0 && !w.ends_with("ed"));
}

// Words that number what they name: "Resolution 1701", "Flight 1903", "p. 1990".
bool is_numbered(const std::string& w) {
  static constexpr std::array<std::string_view, 22> kNumbered = {"resolution", "flight", "route", "article", "no", "nos", "number", "room", "page", "pages", "p", "pp", "vol", "section", "directive", "model", "unit", "bus", "channel", "rule", "chapter", "line"};
  return one_of(w, kNumbered);
}

// "(2014)", "(1892 - 94)", "(m. 1949; div. 1964)", "(Smith et al., 2014; Roe 2016, 12)"
bool in_brackets(const TimeReader& r, std::uint32_t i, std::uint32_t last) {
  const bool closes = r.is_mark(last, ")") || r.is_mark(last, "]") || r.is_mark(last, ",") || r.is_mark(last, ";") || r.is_mark(last, ":") || is_dash_here(r, last);
  if (i == r.first()) return false;
  if (r.is_mark(i - 1, "(") || r.is_mark(i - 1, "[")) return closes || r.lower(last) == "and" || r.lower(last) == "season";
  if (!closes || is_numbered(r.before(i)) || (r.is_mark(i - 1, ".") && is_numbered(r.before(i - 1)))) return false;
  if (r.tokens[i - 1].kind == TokenKind::mark ? !(r.is_mark(i - 1, ",") || r.is_mark(i - 1, ".") || r.is_mark(i - 1, ";")) : !r.tokens[i - 1].capitalised) return false;
  constexpr std::uint32_t kReach = 24;  // tokens back to the bracket
  for (std::uint32_t k = i; k-- > r.first() && i - k <= kReach;) {
    if (r.is_mark(k, ")") || r.is_mark(k, "]")) return false;
    if (r.is_mark(k, "(") || r.is_mark(k, "[")) return true;
  }
  return false;
}

// What has a year for its name: "successful 2020 Review Conference", "the World Cup 2018".
bool is_event(const std::string& w) {
  static constexpr std::array<std::string_view, 31> kEvents = {"olympics", "paralympics", "games", "cup", "championship", "championships", "conference", "summit", "election", "congress", "convention", "census", "referendum", "budget", "festival", "season",
                                                               "edition", "tournament", "treaty", "constitution", "war", "coup", "uprising", "revolution", "invasion", "earthquake", "crisis", "report", "vintage", "genocide", "massacre"};
  return one_of(w, kEvents);
}

bool names_event(const TimeReader& r, std::uint32_t i, std::uint32_t last) {
  if (i > r.first() && r.is_capital(i - 1)) return (is_event(r.before(i)) && !r.is_capital(last)) || is_event(r.lower(last));
  for (std::uint32_t k = last; k < last + 3 && r.inside(k) && r.tokens[k].kind == TokenKind::word; ++k) {
    if (is_event(r.lower(k))) return true;
    if (!r.is_capital(k) && !(k == last && r.tokens[k].classes == 0)) return false;
  }
  return false;
}

// Beside a year that was found: "in 2004, 2005 and 2006", "1926, 1930", "2013 - 2017".
bool beside_year(const TimeReader& r, std::uint32_t i) {
  if (r.found.empty()) return false;
  const TimeExpression& before = r.found.back();
  if (before.sentence != r.number || before.grain < Grain::year || before.last >= i || i - before.last > 2) return false;
  for (std::uint32_t k = before.last; k < i; ++k) {
    const std::string w = r.lower(k);
    if (w != "," && w != "and" && w != "or" && w != "to" && w != "-" && w != "\u2013" && w != "\u2014" && w != "/" && w != "through" && w != "until") return false;
  }
  return true;
}

// A line that begins or ends with it or holds nothing else: "2014", "2013: the long march".
bool is_heading(const TimeReader& r, std::uint32_t i, std::uint32_t last) {
  if (i != r.first()) return false;
  return !r.inside(last) || r.is_mark(last, ":") || is_dash_here(r, last) || (!r.inside(last + 1) && r.tokens[last].kind == TokenKind::mark);
}

bool is_year_here(const TimeReader& r, std::uint32_t i, std::uint32_t last, int year, bool qualified) {
  if (i > r.first() && !r.tokens[i].space_before && !(r.tokens[i - 1].kind == TokenKind::mark && !r.is_mark(i - 1, "$") && !r.is_mark(i - 1, "-") && !r.is_mark(i - 1, "#") && !r.is_mark(i - 1, "\u20AC") && !r.is_mark(i - 1, "\u00A3"))) return false;
  if (r.is_mark(last, "%") || r.is_mark(last, "\u00B0")) return false;
  const std::string before = r.before(i);
  const bool old = year < 1500;  // rarer than counts, and told by prepositions that go with years only
  const bool near = year >= 1900;
  if (before == "in" || before == "since" || before == "year" || before == "circa") return !counts(r, last, false) || ((before == "in" || before == "since") && near && !(r.tokens[last].classes & wc::time_word));
  if (qualified) return !counts(r, last, false);
  if (means_time(before) || before == "on" || before == "as" || before == "around" || before == "early" || before == "late") return !counts(r, last, old || before == "than" || before == "about" || before == "around" || before == "of" || before == "for" || before == "to" || before == "and" || before == "or");
  if (before == "." && i >= r.first() + 2 && (r.before(i - 1) == "c" || r.before(i - 1) == "ca" || r.before(i - 1) == "b" || r.before(i - 1) == "d")) return !counts(r, last, true);
  if (old) return in_brackets(r, i, last) && year >= 1200;
  if (in_brackets(r, i, last) || is_heading(r, i, last)) return true;
  if (year >= 1800 && names_event(r, i, last)) return true;
  if (beside_year(r, i)) return !counts(r, last, true);
  // an attribute: "the 2025 budget", "Kosovo's 2008 declaration", "a 1998-99 war"
  const bool attribute = i > r.first() && ((r.tokens[i - 1].classes & (wc::determiner | wc::possessive)) || r.tokens[i - 1].kind == TokenKind::clitic);
  if (attribute && year >= 1500 && year < 1800 && r.inside(last) && r.tokens[last].kind == TokenKind::word && !counts(r, last, false)) return true;
  if (attribute && year >= 1800) return !(r.inside(last) && (r.tokens[last].classes & wc::time_word) && unit_of(r.lower(last)) != Unit::none);
  // else alone: "It was 2015 - not 2014". Of 583 bare numbers from 1500 to 2049 in the training half of GUM 579 are years.
  const bool name_before = i > r.first() && r.is_capital(i - 1) && !(i - 1 == r.first() && r.tokens[i - 1].classes);
  // "at Harvest Show 2015": the year of what the name names. In the training half of GUM 22 such numbers are years, 1 is none.
  if (name_before && !is_numbered(before) && year >= 1990 && (r.history ? year < 2030 : r.dated() && year <= r.published.year + 1) && year != 2000 && before != "vision" && before != "agenda" && before != "plan" && before != "horizon" && !r.is_number(last) && !r.is_capital(last) && (!r.inside(last) || (r.tokens[last].kind == TokenKind::mark ? !r.is_mark(last, "/") && !r.is_mark(last, "+") && !is_dash_here(r, last) : r.tokens[last].classes != 0 && !counts(r, last, true)))) return true;
  if (is_numbered(before) || name_before || (i > r.first() && (r.tokens[i - 1].kind == TokenKind::number || (r.tokens[i - 1].classes & (wc::number_word | wc::quantifier))))) return false;
  const bool ends = !r.inside(last) || (r.tokens[last].kind == TokenKind::mark && !r.is_mark(last, "/") && !r.is_mark(last, "+"));
  return ends || (near && year < 2050 && !r.is_capital(last) && !r.is_number(last) && !counts(r, last, true));
}

// "in 2008", "late 2021", "mid-2023", "end of 2022", "2014-15", "2003/04", "the 2025 budget"
bool read_year(const TimeReader& r, std::uint32_t i, TimeExpression& t, bool qualified) {
  const int year = r.year_number(i);
  if (!year) return false;
  const bool dash = r.is_dash(i + 1) || (is_dash_here(r, i + 1) && r.tokens[i + 1].space_before && !r.word(i + 1).empty());
  if (dash || (r.is_mark(i + 1, "/") && !r.tokens[i + 1].space_before)) {
    const int to = range_end(r, i + 2, year);
    const bool longer = is_dash_here(r, i + 3) && !r.tokens[i + 3].space_before;  // "1998-99-12": a number of something
    const bool numbered = is_numbered(r.before(i)) || (i > r.first() && r.before(i) == "." && is_numbered(r.before(i - 1)));
    const bool both_whole = r.inside(i + 2) && r.word(i + 2).size() == 4 && year >= 1600 && to <= 2100;
    if (to && !longer && !numbered && (year >= 1800 || both_whole || is_year_here(r, i, i + 3, year, qualified)) && (r.is_dash(i + 1) || !dash || both_whole || is_year_here(r, i, i + 1, year, qualified))) {
      t.last = i + 3;
      set_period(t, Grain::year, {year, 0, 0}, {to, 0, 0}, "years", false);
      return true;
    }
  }
  if (!is_year_here(r, i, i + 1, year, qualified)) return false;
  t.last = i + 1;
  set_period(t, Grain::year, {year, 0, 0}, {year, 0, 0}, "year", false);
  return true;
}

bool is_word(const TimeReader& r, std::uint32_t i) { return r.inside(i) && r.tokens[i].kind == TokenKind::word; }

bool says_year_follows(const TimeReader& r, std::uint32_t i) {
  static constexpr std::array<std::string_view, 14> kBefore = {"in", "since", "of", "until", "by", "around", "from", "to", "year", "and", "between", "early", "late", "till"};
  return one_of(r.before(i), kBefore);
}

// The number at i of one word or two, below 100: "seventy-two", "seventy two"; 0 = none.
int spoken_below_hundred(const TimeReader& r, std::uint32_t i, std::uint32_t& last) {
  if (!is_word(r, i) || r.lower(i) == "a" || r.lower(i) == "an") return 0;
  const int first = static_cast<int>(r.small_number(i));
  last = i + 1;
  if (first < 20 || first % 10 != 0 || !is_word(r, i + 1) || r.lower(i + 1) == "a" || r.lower(i + 1) == "an") return first;
  const int ones = static_cast<int>(r.small_number(i + 1));
  if (ones < 1 || ones > 9) return first;
  last = i + 2;
  return first + ones;
}

int year_in_words(const TimeReader& r, std::uint32_t i, std::uint32_t& last, bool expected) {
  if (!is_word(r, i) || !is_word(r, i + 1)) return 0;
  int year = 0;
  if (r.lower(i) == "two" && r.lower(i + 1) == "thousand") {
    const std::uint32_t at = r.lower(i + 2) == "and" ? i + 3 : i + 2;
    const int rest = spoken_below_hundred(r, at, last);
    if (!expected || rest < 1 || rest > 50) return 0;
    year = 2000 + rest;
  } else {
    const int century = static_cast<int>(r.small_number(i));
    const int rest = spoken_below_hundred(r, i + 1, last);
    if (century < 15 || century > 20 || rest < 10) return 0;
    if (!expected && (century < 17 || century > 19 || rest < 20)) return 0;
    year = century * 100 + rest;
  }
  return year > 2100 || counts(r, last, true) ? 0 : year;
}

// "nineteen eighty-four", "twenty sixteen", "two thousand and four"; without a preposition only where no list of two
// numbers reads so
bool read_spoken_year(const TimeReader& r, std::uint32_t i, TimeExpression& t, bool qualified) {
  const int year = year_in_words(r, i, t.last, qualified || says_year_follows(r, i));
  if (!year) return false;
  set_period(t, Grain::year, {year, 0, 0}, {year, 0, 0}, "year in words", false);
  return true;
}

// "class of '71", "the '98 final": an apostrophe for the century, the last such year
bool read_short_year(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (!(r.is_mark(i, "'") || r.is_mark(i, "\u2019") || r.is_mark(i, "\u2018")) || !r.is_number(i + 1) || r.tokens[i + 1].space_before || r.word(i + 1).size() != 2 || !r.tokens[i].space_before) return false;
  int year = 0;
  const std::string before = r.before(i);
  const bool attribute = i > r.first() && (r.tokens[i - 1].classes & (wc::determiner | wc::possessive));
  if (!parse_int(r.word(i + 1), year) || r.is_mark(i + 2, "'") || r.is_mark(i + 2, "\u2019") || !(attribute || means_time(before) || first_month_of_season(before) || (i > r.first() && r.month_at(i - 1)))) return false;
  const int now = r.dated() ? r.published.year : 2000;
  year += now / 100 * 100;
  if (year > now + 10) year -= 100;
  t.last = i + 2;
  set_period(t, Grain::year, {year, 0, 0}, {year, 0, 0}, "year of two digits, the last one", false);
  return true;
}

}  // namespace

int spoken_year(const TimeReader& r, std::uint32_t i, std::uint32_t& last) { return year_in_words(r, i, last, true); }

int range_end(const TimeReader& r, std::uint32_t i, int from) {
  int to = 0;
  if (!r.is_number(i) || !parse_int(r.word(i), to)) return 0;
  if (r.word(i).size() == 2) to += from / 100 * 100;
  else if (r.word(i).size() != 4) return 0;
  return to > from && to - from < 150 ? to : 0;
}

bool read_year_time(const TimeReader& r, std::uint32_t i, TimeExpression& t, bool qualified) {
  return read_quarter(r, i, t) || read_season(r, i, t) || read_fiscal_year(r, i, t) || read_year(r, i, t, qualified) || read_spoken_year(r, i, t, qualified) || read_short_year(r, i, t);
}

}  // namespace attache
