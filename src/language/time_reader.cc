#include "language/time_reader.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/strings.h"
#include "tables/calendar.h"

namespace attache {

std::string TimeReader::lower(std::uint32_t i) const { return inside(i) ? lower_ascii(word(i)) : std::string(); }
std::string TimeReader::before(std::uint32_t i) const { return i > first() ? lower_ascii(word(i - 1)) : std::string(); }
bool TimeReader::is_mark(std::uint32_t i, std::string_view mark) const { return inside(i) && word(i) == mark; }

bool TimeReader::is_dash(std::uint32_t i) const {
  return inside(i + 1) && (word(i) == "-" || word(i) == "\u2013") && !tokens[i].space_before && !tokens[i + 1].space_before;
}

bool TimeReader::is_number(std::uint32_t i) const { return inside(i) && !word(i).empty() && is_digit(word(i).front()); }

bool TimeReader::is_capital(std::uint32_t i) const { return i == tail_at ? !word(i).empty() && !is_lower(word(i).front()) : inside(i) && tokens[i].capitalised; }

unsigned TimeReader::day_number(std::uint32_t i) const {
  if (!is_number(i)) return 0;
  const std::string_view w = word(i);
  std::size_t digits = 0;
  while (digits < w.size() && is_digit(w[digits])) ++digits;
  const std::string suffix = lower_ascii(w.substr(digits));
  if (digits > 2 || !(suffix.empty() || suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th")) return 0;
  int value = 0;
  if (!parse_int(w.substr(0, digits), value) || value < 1 || value > 31) return 0;
  return static_cast<unsigned>(value);
}

int TimeReader::year_number(std::uint32_t i) const {
  int value = 0;
  if (!is_number(i) || word(i).size() != 4 || !parse_int(word(i), value)) return 0;
  return value >= 1000 && value <= 2100 ? value : 0;
}

unsigned TimeReader::ordinal(std::uint32_t i) const {
  static constexpr std::array<std::string_view, 21> kOrdinals = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first"};
  const std::string w = lower(i);
  if (is_number(i)) return w.size() > 2 && !is_digit(w.back()) ? day_number(i) : 0;
  const auto known = std::find(kOrdinals.begin(), kOrdinals.end(), w);
  return known == kOrdinals.end() ? 0 : static_cast<unsigned>(known - kOrdinals.begin()) + 1;
}

unsigned TimeReader::month_at(std::uint32_t i) const {
  if (!inside(i) || tokens[i].kind != TokenKind::word || !is_capital(i) || word(i).empty()) return 0;
  return month_of_word(word(i), true);
}

int TimeReader::weekday_at(std::uint32_t i) const {
  if (!inside(i) || tokens[i].kind != TokenKind::word || !is_capital(i)) return -1;
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
  if (!inside(i)) return 0;
  if (tokens[i].kind == TokenKind::number) {
    int value = 0;
    return parse_int(word(i), value) ? value : 0;
  }
  const std::string w = lower(i);
  const auto known = lexicon.numbers.find(w);
  if (known != lexicon.numbers.end() && known->second <= 90) return known->second;
  if (const std::size_t dash = w.find('-'); dash != std::string::npos) {  // "twenty-three"
    const auto tens = lexicon.numbers.find(w.substr(0, dash)), ones = lexicon.numbers.find(w.substr(dash + 1));
    if (tens != lexicon.numbers.end() && ones != lexicon.numbers.end() && tens->second >= 20 && tens->second <= 90 && ones->second >= 1 && ones->second < 10) return tens->second + ones->second;
  }
  return w == "a" || w == "an" ? 1 : 0;
}

const TimeExpression* anchor_of(const TimeReader& r, std::uint32_t reach) {
  constexpr std::size_t kLooks = 16;  // keeps a sentence of many open times linear
  for (std::size_t k = r.found.size(), looked = 0; k-- > 0 && looked < kLooks; ++looked) {
    const TimeExpression& t = r.found[k];
    if (t.sentence + reach < r.number) return nullptr;
    if (t.resolved) return &t;
  }
  return nullptr;
}

const TimeExpression* last_dated(const TimeReader& r) { return r.dated_time < r.found.size() ? &r.found[r.dated_time] : nullptr; }

Unit unit_of(std::string_view word) {
  if (word == "day" || word == "days") return Unit::day;
  if (word == "week" || word == "weeks" || word == "fortnight") return Unit::week;
  if (word == "month" || word == "months") return Unit::month;
  if (word == "year" || word == "years") return Unit::year;
  if (word == "decade" || word == "decades") return Unit::decade;
  if (word == "century" || word == "centuries") return Unit::century;
  return Unit::none;
}

Amount read_amount(const TimeReader& r, std::uint32_t i) {
  Amount a;
  std::uint32_t at = i + 1;
  if ((r.lower(i) == "a" && r.lower(i + 1) == "couple") || r.lower(i) == "couple") {
    a.count = 2;
    at = i + (r.lower(i) == "a" ? 2 : 1);
    if (r.lower(at) == "of") ++at;
  } else if (r.lower(i) == "half" && (r.lower(i + 1) == "a" || r.lower(i + 1) == "an")) {
    a.count = 0.5;
    ++at;
  } else {
    a.count = r.small_number(i);
    if (a.count <= 0) return {};
    if (r.lower(at) == "and" && r.lower(at + 1) == "a" && r.lower(at + 2) == "half") {
      a.count += 0.5;
      at += 3;
    } else if (r.is_mark(at, "1/2") || (r.lower(at) == "1" && r.is_mark(at + 1, "/") && r.lower(at + 2) == "2")) {
      a.count += 0.5;
      at += 3;
    }
  }
  a.unit = unit_of(r.lower(at));
  if (a.unit == Unit::none) return {};
  if (r.lower(at) == "fortnight") a.count *= 2;
  a.last = at + 1;
  if (r.lower(a.last) == "and" && r.lower(a.last + 1) == "a" && r.lower(a.last + 2) == "half") {
    a.count += 0.5;
    a.last += 3;
  }
  return a;
}

Date add_months(const Date& date, int months) {
  const int index = date.year * 12 + static_cast<int>(date.month) - 1 + months;
  const int year = index >= 0 ? index / 12 : (index - 11) / 12;
  return {year, static_cast<unsigned>(index - year * 12 + 1), 0};
}

void set_counted(TimeExpression& t, const Date& from, const Amount& amount, int sign, std::string reason, bool relative) {
  const bool whole = amount.count == std::floor(amount.count);
  const int n = sign * static_cast<int>(amount.count);
  if ((amount.unit == Unit::day || amount.unit == Unit::week) && from.day) {
    const int days = sign * static_cast<int>(std::lround(amount.count * (amount.unit == Unit::week ? 7 : 1)));
    return set_day(t, date_of(days_of(from) + days), std::move(reason), relative);
  }
  if ((amount.unit == Unit::month || (amount.unit == Unit::year && !whole)) && from.month) {
    const int months = sign * static_cast<int>(std::lround(amount.count * (amount.unit == Unit::year ? 12 : 1)));
    const Date month = add_months(from, months);
    return set_period(t, Grain::month, month, month, std::move(reason), relative);
  }
  if (amount.unit == Unit::year || amount.unit == Unit::decade || amount.unit == Unit::century) {
    const int year = from.year + n * (amount.unit == Unit::year ? 1 : amount.unit == Unit::decade ? 10 : 100);
    return set_period(t, Grain::year, {year, 0, 0}, {year, 0, 0}, std::move(reason), relative);
  }
  set_open(t, amount.unit == Unit::month ? Grain::month : Grain::day, "what it counts from is known too roughly");
}

PartPhrase read_part(const TimeReader& r, std::uint32_t i) {
  const std::string w = r.lower(i);
  const auto word_part = [](std::string_view word) { return word == "early" ? Part::early : word == "mid" ? Part::middle : word == "late" ? Part::late : Part::none; };
  if (const Part part = word_part(w); part != Part::none) {
    std::uint32_t at = i + (r.is_mark(i + 1, "-") ? 2 : 1);
    if (part != Part::middle && r.lower(at) == "in") {  // "early in 2019", "late in the 19th century"
      ++at;
      if (r.lower(at) == "the") ++at;
    }
    return {part, at, 0};
  }
  if (w == "later" && r.is_number(i + 1) && r.word(i + 1).ends_with("s")) return {Part::late, i + 1, 0};  // "the later 1800s"
  if (const std::size_t dash = w.find('-'); dash != std::string::npos && i != r.tail_at) {  // one token: "mid-April"
    if (const Part part = word_part(w.substr(0, dash)); part != Part::none) return {part, i, static_cast<std::uint32_t>(dash + 1)};
  }
  if ((w == "first" || w == "second" || w == "latter") && r.lower(i + 1) == "half" && r.lower(i + 2) == "of") {
    return {w == "first" ? Part::first_half : Part::second_half, i + (r.lower(i + 3) == "the" ? 4U : 3U), 0};
  }
  if ((w == "end" || w == "beginning" || w == "start" || w == "middle") && r.lower(i + 1) == "of") return {Part::some, i + (r.lower(i + 2) == "the" ? 3U : 2U), 0};
  return {};
}

// Months by halves, the middle one by its second third; years by thirds, their halves as TIMEX3 has them; decades by
// halves, the middle by its inner six years; centuries by thirds. Nobody defines "early": the marks of GUM's annotators lie
// near these.
void narrow(TimeExpression& t, Part part) {
  if (part == Part::none || part == Part::some || !t.resolved || t.begin.day || (t.begin != t.end && t.grain < Grain::decade)) return;
  const auto choose = [part](auto early, auto middle, auto late) { return part == Part::early || part == Part::first_half ? early : part == Part::middle ? middle : late; };
  const bool half = part == Part::first_half || part == Part::second_half;
  const int year = t.begin.year;
  if (t.grain == Grain::month) {
    t.begin.day = choose(1U, 11U, 16U);
    t.end.day = choose(15U, 20U, days_in_month(year, t.end.month));
  } else if (t.grain == Grain::year) {
    t.begin.month = choose(1U, 5U, half ? 7U : 9U);
    t.end.month = choose(half ? 6U : 4U, 8U, 12U);
  } else if (t.grain == Grain::decade && !half) {
    t.begin.year = choose(year, year + 2, year + 5);
    t.end.year = choose(year + 4, year + 7, year + 9);
  } else if (t.grain == Grain::century && !half) {
    t.begin.year = choose(year, year + 33, year + 67);
    t.end.year = choose(year + 33, year + 66, t.end.year);
  }
}

std::string counted_from(const TimeReader& r, std::string_view what) { return std::string(what) + ", counted from " + r.now(); }

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
