#include "language/time_reader.h"

#include "base/strings.h"
#include "tables/calendar.h"

namespace attache {

std::string TimeReader::lower(std::uint32_t i) const { return inside(i) ? lower_ascii(word(i)) : std::string(); }
std::string TimeReader::before(std::uint32_t i) const { return i > first() ? lower_ascii(word(i - 1)) : std::string(); }
bool TimeReader::is_mark(std::uint32_t i, std::string_view mark) const { return inside(i) && word(i) == mark; }

bool TimeReader::is_dash(std::uint32_t i) const {
  return inside(i + 1) && (word(i) == "-" || word(i) == "\u2013") && !tokens[i].space_before && !tokens[i + 1].space_before;
}

unsigned TimeReader::day_number(std::uint32_t i) const {
  if (!inside(i) || tokens[i].kind != TokenKind::number) return 0;
  const std::string_view w = word(i);
  std::size_t digits = 0;
  while (digits < w.size() && is_digit(w[digits])) ++digits;
  const std::string suffix = lower_ascii(w.substr(digits));
  if (digits == 0 || digits > 2 || !(suffix.empty() || suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th")) return 0;
  int value = 0;
  if (!parse_int(w.substr(0, digits), value) || value < 1 || value > 31) return 0;
  return static_cast<unsigned>(value);
}

int TimeReader::year_number(std::uint32_t i) const {
  int value = 0;
  if (!inside(i) || tokens[i].kind != TokenKind::number || word(i).size() != 4 || !parse_int(word(i), value)) return 0;
  return value >= 1500 && value <= 2100 ? value : 0;
}

unsigned TimeReader::month_at(std::uint32_t i) const {
  if (!inside(i) || tokens[i].kind != TokenKind::word || !tokens[i].capitalised) return 0;
  return month_of_word(word(i), true);
}

int TimeReader::weekday_at(std::uint32_t i) const {
  if (!inside(i) || tokens[i].kind != TokenKind::word || !tokens[i].capitalised) return -1;
  // "Sun" and "Sat" are words of their own: a short form needs its dot
  if (!word(i).ends_with("day") && !(is_mark(i + 1, ".") && !tokens[i + 1].space_before)) return -1;
  return weekday_of_word(word(i));
}

std::uint32_t TimeReader::after_dot(std::uint32_t i) const {
  const std::string_view w = word(i - 1);
  const bool whole = w.ends_with("day") || w == "March" || w == "April" || w == "May" || w == "June" || w == "July";
  const bool abbreviated = !whole && w.size() <= 5;
  return abbreviated && is_mark(i, ".") && !tokens[i].space_before ? i + 1 : i;
}

std::uint32_t TimeReader::after_part_of_day(std::uint32_t i) const {
  const std::string w = lower(i);
  return w == "morning" || w == "afternoon" || w == "evening" || w == "night" ? i + 1 : i;
}

double TimeReader::small_number(std::uint32_t i) const {
  if (tokens[i].kind == TokenKind::number) {
    int value = 0;
    return parse_int(word(i), value) ? value : 0;
  }
  const std::string w = lower(i);
  const auto found = lexicon.numbers.find(w);
  if (found != lexicon.numbers.end() && found->second <= 90) return found->second;
  return w == "a" || w == "an" ? 1 : 0;
}

std::string counted_from(const TimeReader& r, std::string_view what) { return std::string(what) + ", counted from the report's date, " + to_string(r.published); }

void set_day(TimeExpression& t, const Date& day, std::string reason, bool relative) { set_period(t, Grain::day, day, day, std::move(reason), relative); }

void set_period(TimeExpression& t, Grain grain, const Date& begin, const Date& end, std::string reason, bool relative) {
  t.begin = begin;
  t.end = end;
  t.grain = grain;
  t.resolved = begin.year != 0;
  t.relative = relative;
  t.reason = std::move(reason);
}

void set_open(TimeExpression& t, Grain grain, std::string reason) {
  t.grain = grain;
  t.reason = std::move(reason);
}

}  // namespace attache
