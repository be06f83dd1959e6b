// Decades, centuries, and years counted from an era.
#include <algorithm>
#include <array>

#include "base/strings.h"
#include "language/time_reader.h"

namespace attache {
namespace {

enum class Era : std::uint8_t { none, before, after };

constexpr const char* kEraYear = "year of an era";

// "BC", "B.C.E.", "AD", "CE"; capitals only.
Era era_at(const TimeReader& r, std::uint32_t i) {
  if (!r.inside(i) || r.tokens[i].kind != TokenKind::word) return Era::none;
  std::string letters;
  for (char c : r.word(i)) {
    if (c != '.') letters += c;
  }
  if (letters == "BC" || letters == "BCE") return Era::before;
  return letters == "AD" || letters == "CE" ? Era::after : Era::none;
}

int plain_number(std::string_view w) {
  int value = 0;
  std::string digits;
  for (char c : w) {
    if (c != ',') digits += c;
  }
  return digits.size() <= 4 && parse_int(digits, value) && value > 0 ? value : 0;
}

void set_year(TimeExpression& t, int year, int to, Era era) {
  const int sign = era == Era::before ? -1 : 1;
  set_period(t, Grain::year, {sign * year, 0, 0}, {sign * to, 0, 0}, kEraYear, false);
}

// "400 BC", "AD 842", "AD842", "500 CE", "490-479 BC", "between 5000 and 400 BCE"
bool read_era_year(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  const std::string_view w = r.word(i);
  if (w.size() > 2 && w.size() <= 6 && w.starts_with("AD") && plain_number(w.substr(2))) {
    t.last = i + 1;
    set_year(t, plain_number(w.substr(2)), plain_number(w.substr(2)), Era::after);
    return true;
  }
  if (const Era era = era_at(r, i); era != Era::none && r.is_number(i + 1) && plain_number(r.word(i + 1))) {
    t.last = i + 2;
    set_year(t, plain_number(r.word(i + 1)), plain_number(r.word(i + 1)), era);
    return true;
  }
  // glued: "700BC", "394AD"
  for (const auto& [letters, era] : {std::pair<std::string_view, Era>{"BCE", Era::before}, {"BC", Era::before}, {"CE", Era::after}, {"AD", Era::after}}) {
    if (!r.is_number(i) || !w.ends_with(letters) || !plain_number(w.substr(0, w.size() - letters.size()))) continue;
    t.last = i + 1;
    set_year(t, plain_number(w.substr(0, w.size() - letters.size())), plain_number(w.substr(0, w.size() - letters.size())), era);
    return true;
  }
  const int year = r.is_number(i) ? plain_number(w) : 0;
  if (!year) return false;
  // "508/7 BC": a year that began in one of ours and ended in the next
  if (r.is_mark(i + 1, "/") && r.is_number(i + 2) && era_at(r, i + 3) != Era::none) {
    t.last = i + 4;
    set_year(t, year, year, era_at(r, i + 3));
    return true;
  }
  if (const Era era = era_at(r, i + 1); era != Era::none) {
    t.last = i + 2;
    set_year(t, year, year, era);
    return true;
  }
  // the first of two: the era stands behind the second
  const std::string joint = r.lower(i + 1);
  const bool dash = joint == "-" || joint == "\u2013" || joint == "\u2014";
  if (!(dash || joint == "to" || joint == "and" || joint == "or" || joint == "until" || joint == "through")) return false;
  const std::uint32_t second = r.lower(i + 2) == "about" || r.lower(i + 2) == "around" || r.lower(i + 2) == "circa" ? i + 3 : i + 2;  // "900 to about 650 BC"
  const int to = r.is_number(second) ? plain_number(r.word(second)) : 0;
  const Era era = to ? era_at(r, second + 1) : Era::none;
  if (era == Era::none || (era == Era::before ? to > year : to < year)) return false;
  t.last = dash ? second + 2 : i + 1;
  set_year(t, year, dash ? to : year, era);
  return true;
}

// "in 71", "until about 366", "the year 71", "(c. 314 - 368)" of a text that counts such years
bool read_old_year(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (!r.is_number(i) || r.word(i).size() > 3 || r.word(i).size() < 2 || (i > r.first() && !r.tokens[i].space_before && !r.is_mark(i - 1, "(") && !r.is_mark(i - 1, "\u2013"))) return false;
  const int year = plain_number(r.word(i));
  if (!year) return false;
  const std::string before = r.before(i);
  const bool abbreviated = before == "." && i >= r.first() + 2 && (r.before(i - 1) == "c" || r.before(i - 1) == "ca");
  const bool ends = !r.inside(i + 1) || (r.tokens[i + 1].kind == TokenKind::mark && !r.is_mark(i + 1, "%") && !r.is_mark(i + 1, "/")) || (r.tokens[i + 1].classes && !(r.tokens[i + 1].classes & (word_class::number_word | word_class::time_word | word_class::common_adjective | word_class::quantifier)));
  const bool named = before == "year" && (i < r.first() + 2 || r.before(i - 1) != "per");
  if (!named && !(abbreviated && ends && r.word(i).size() == 3)) {
    if (!r.old_years || !ends || r.word(i).size() < 3) return false;
    const bool beside = !r.found.empty() && r.found.back().sentence == r.number && r.found.back().grain == Grain::year && i - r.found.back().last <= 1;
    const bool prepositions = before == "in" || before == "since" || before == "until" || before == "till" || before == "after" || before == "before" || before == "by" || before == "about" || before == "around" || before == "from" || before == "circa" || before == "of" || before == "and" || before == "to";
    const bool bracket = before == "(" && (r.is_mark(i + 1, ")") || r.is_mark(i + 1, "-") || r.is_mark(i + 1, "\u2013"));
    if (!beside && !prepositions && !bracket) return false;
  }
  t.last = i + 1;
  set_year(t, year, year, Era::after);
  return true;
}

// "in her 60s", "his late fifties"
bool is_age(const TimeReader& r, std::uint32_t i) {
  std::uint32_t k = i;
  while (k > r.first() && i - k < 3 && (r.before(k) == "early" || r.before(k) == "mid" || r.before(k) == "late" || r.before(k) == "-")) --k;
  return k > r.first() && (r.tokens[k - 1].classes & word_class::possessive) != 0;
}

// Numbers of heat are written like decades.
bool speaks_of_heat(const TimeReader& r) {
  for (std::uint32_t k = r.first(); k < r.last(); ++k) {
    const std::string w = r.lower(k);
    if (w.starts_with("temperature") || w == "degrees" || w == "highs" || w == "lows" || w == "fahrenheit") return true;
  }
  return false;
}

// 1990 of "1990s", "1990's", "'90s", "nineties"; 0 = none. `last`: token behind.
int decade_at(const TimeReader& r, std::uint32_t i, bool qualified, std::uint32_t& last) {
  static constexpr std::array<std::string_view, 8> kNames = {"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"};
  const std::string_view w = r.word(i);
  const bool article = r.before(i) == "the" || qualified;
  int value = 0;
  last = i + 1;
  if (w.size() == 5 && w.back() == 's' && parse_int(w.substr(0, 4), value)) return value % 10 == 0 && value >= 1000 && value <= 2100 ? value : 0;
  if (const int year = r.year_number(i); year && year % 10 == 0 && article && r.inside(i + 1) && r.tokens[i + 1].kind == TokenKind::clitic) {
    last = i + 2;
    return year;
  }
  if ((r.is_mark(i, "'") || r.is_mark(i, "\u2019") || r.is_mark(i, "\u2018")) && r.inside(i + 1) && !r.tokens[i + 1].space_before) {
    std::string_view digits = r.word(i + 1);
    last = i + 2;
    if (digits.size() == 2 && r.inside(last) && r.tokens[last].kind == TokenKind::clitic) ++last;
    else if (digits.size() != 3 || digits.back() != 's') return 0;
    if (!parse_int(digits.substr(0, 2), value) || value % 10 != 0) return 0;
  } else if (w.size() == 3 && w.back() == 's' && parse_int(w.substr(0, 2), value) && value % 10 == 0) {
    // "the 60s", but not "temperatures in the low 60s"
    const bool beside = !r.found.empty() && r.found.back().sentence == r.number && r.found.back().grain == Grain::decade && i - r.found.back().last <= 2;
    if (!beside && (value < 50 || is_age(r, i) || r.before(i) == "low" || r.before(i) == "high" || r.before(i) == "upper" || speaks_of_heat(r))) return 0;
  } else if (const auto found = std::find(kNames.begin(), kNames.end(), r.lower(i)); found != kNames.end() && article && !is_age(r, i)) {
    value = static_cast<int>(found - kNames.begin()) * 10 + 20;
  } else {
    return 0;
  }
  const int now = r.dated() ? r.published.year : 2000;
  value += now / 100 * 100;
  return value > now ? value - 100 : value;
}

// "1990s", "early 1980s", "the '60s", "the sixties"; "the 1600s" are a century
bool read_decade(const TimeReader& r, std::uint32_t i, TimeExpression& t, bool qualified) {
  const int decade = decade_at(r, i, qualified, t.last);
  if (!decade) return false;
  if (decade % 100 == 0 && decade < 2000) set_period(t, Grain::century, {decade, 0, 0}, {decade + 99, 0, 0}, "century", false);
  else set_period(t, Grain::decade, {decade, 0, 0}, {decade + 9, 0, 0}, "decade", false);
  return true;
}

bool is_century_word(const std::string& w) { return w == "century" || w == "centuries"; }

// The number of the century at i, with the word "century" behind it or behind a second number; 0 = none.
unsigned century_at(const TimeReader& r, std::uint32_t i, std::uint32_t& last, unsigned beside = 3) {
  const std::string w = r.lower(i);
  if (const std::size_t dash = w.find('-'); dash != std::string::npos && w.ends_with("-century")) {
    last = i + 1;
    const std::string number = w.substr(0, w.size() - 8);
    static constexpr std::array<std::string_view, 21> kOrdinals = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first"};
    if (const auto found = std::find(kOrdinals.begin(), kOrdinals.end(), number); found != kOrdinals.end()) return static_cast<unsigned>(found - kOrdinals.begin()) + 1;
    int value = 0;
    return number.size() >= 3 && number.size() <= 4 && parse_int(number.substr(0, number.size() - 2), value) && value <= 21 ? static_cast<unsigned>(value) : 0;
  }
  const unsigned number = r.ordinal(i);
  if (!number || number > 21) return 0;
  last = i + 1;
  std::uint32_t at = i + 1;
  if (r.is_mark(at, "-")) ++at;
  if (is_century_word(r.lower(at))) {
    last = at + 1;
    return number;
  }
  // "the 15th to the 19th century", "17th and 18th centuries"
  const std::string joint = r.lower(at);
  if (!(joint == "to" || joint == "and" || joint == "or" || joint == "until" || joint == "through" || joint == "-" || joint == "\u2013" || joint == ",")) return 0;
  ++at;
  while (r.lower(at) == "the" || r.lower(at) == "early" || r.lower(at) == "late") ++at;
  std::uint32_t behind = 0;
  return beside && r.inside(at) && century_at(r, at, behind, beside - 1) ? number : 0;
}

// "19th century", "twentieth-century", "5th century BC"
bool read_century(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  std::uint32_t last = 0;
  const int number = static_cast<int>(century_at(r, i, last));
  if (!number) return false;
  const Era era = era_at(r, last);
  t.last = last + (era != Era::none ? 1 : 0);
  if (era == Era::before) set_period(t, Grain::century, {-number * 100, 0, 0}, {-number * 100 + 99, 0, 0}, "century before the era", false);
  else set_period(t, Grain::century, {std::max(1, number * 100 - 100), 0, 0}, {number * 100 - 1, 0, 0}, "century", false);
  return true;
}

}  // namespace

bool read_era_time(const TimeReader& r, std::uint32_t i, TimeExpression& t, bool qualified) {
  return read_era_year(r, i, t) || read_century(r, i, t) || read_decade(r, i, t, qualified) || read_old_year(r, i, t) || read_war(r, i, t);
}

}  // namespace attache
