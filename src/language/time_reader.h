// What the matchers of time expressions share: tokens as calendar words, and the report's day.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/segment.h"
#include "language/tense.h"
#include "language/times.h"

namespace attache {

struct TimeReader {
  std::string_view text;
  const std::vector<Token>& tokens;
  const Lexicon& lexicon;
  Date published;  // year 0 = unknown
  const Sentence* sentence = nullptr;  // being read

  [[nodiscard]] bool dated() const { return published.full(); }
  [[nodiscard]] std::uint32_t first() const { return sentence->first; }
  [[nodiscard]] std::uint32_t last() const { return sentence->last; }
  [[nodiscard]] bool inside(std::uint32_t i) const { return i < last(); }
  [[nodiscard]] std::string_view word(std::uint32_t i) const { return slice(text, tokens[i].span); }
  [[nodiscard]] std::string lower(std::uint32_t i) const;                        // empty beyond the sentence
  [[nodiscard]] std::string before(std::uint32_t i) const;                       // lower-case word before i; empty at the beginning
  [[nodiscard]] bool is_mark(std::uint32_t i, std::string_view mark) const;
  [[nodiscard]] bool is_dash(std::uint32_t i) const;                             // hyphen or dash with no blanks around
  [[nodiscard]] unsigned day_number(std::uint32_t i) const;                      // "10", "10th"; 0 = no day of a month
  [[nodiscard]] int year_number(std::uint32_t i) const;                          // four digits; 0 = no year
  [[nodiscard]] unsigned month_at(std::uint32_t i) const;                        // capitalised English month; 0 = none
  [[nodiscard]] int weekday_at(std::uint32_t i) const;                           // capitalised, "Mon" only with its dot; -1 = none
  [[nodiscard]] std::uint32_t after_dot(std::uint32_t i) const;                  // steps over the dot of an abbreviation that ends before i
  [[nodiscard]] std::uint32_t after_part_of_day(std::uint32_t i) const;          // steps over "morning", "night" ...
  [[nodiscard]] double small_number(std::uint32_t i) const;                      // "two", "10", "a"; 0 = none
  [[nodiscard]] Direction direction(std::uint32_t begin, std::uint32_t end) const { return direction_at(text, tokens, lexicon, *sentence, begin, end); }
};

// The reason given for everything counted from the report's day.
[[nodiscard]] std::string counted_from(const TimeReader& r, std::string_view what);

void set_day(TimeExpression& t, const Date& day, std::string reason, bool relative);
void set_period(TimeExpression& t, Grain grain, const Date& begin, const Date& end, std::string reason, bool relative);
void set_open(TimeExpression& t, Grain grain, std::string reason);  // found, but nothing says which

// Each tries to read an expression that begins at token i and fills t.last and the value.
[[nodiscard]] bool read_calendar_time(const TimeReader& r, std::uint32_t i, TimeExpression& t);
[[nodiscard]] bool read_relative_time(const TimeReader& r, std::uint32_t i, TimeExpression& t);

}  // namespace attache
