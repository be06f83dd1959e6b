// What the matchers of time expressions share: tokens as calendar words, and the report's day.
#pragma once

#include <cstdint>
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
  Date published;  // the report's date or the day the text says it is spoken on; year 0 = unknown
  const std::vector<TimeExpression>& found;  // so far, in text order
  bool history = false;                // partial dates count from the year named last (times.cc)
  bool spoken = false;                 // `published` is a day the text gives: "Today is May 3"
  const Sentence* sentence = nullptr;  // being read
  std::uint32_t number = 0;            // of that sentence
  std::size_t dated_time = SIZE_MAX;   // index in `found` of the last time with a year of its own
  bool american = false;               // the text names the United States: "Independence Day" is theirs
  bool old_years = false;              // a time of before the year 1000 was found
  std::uint32_t tail_at = UINT32_MAX, tail_from = 0;  // token read without its first bytes: "mid-" of "mid-April"

  [[nodiscard]] bool dated() const { return published.full(); }
  [[nodiscard]] std::string now() const { return (spoken ? "the day of speaking, " : "the report's date, ") + to_string(published); }
  [[nodiscard]] std::uint32_t first() const { return sentence->first; }
  [[nodiscard]] std::uint32_t last() const { return sentence->last; }
  [[nodiscard]] bool inside(std::uint32_t i) const { return i < last(); }
  [[nodiscard]] std::string_view word(std::uint32_t i) const { return slice(text, tokens[i].span).substr(i == tail_at ? tail_from : 0); }
  [[nodiscard]] bool is_number(std::uint32_t i) const;                           // begins with a digit
  [[nodiscard]] bool is_capital(std::uint32_t i) const;
  [[nodiscard]] std::string lower(std::uint32_t i) const;                        // empty beyond the sentence
  [[nodiscard]] std::string before(std::uint32_t i) const;                       // lower-case word before i; empty at the beginning
  [[nodiscard]] bool is_mark(std::uint32_t i, std::string_view mark) const;
  [[nodiscard]] bool is_dash(std::uint32_t i) const;                             // hyphen or dash with no blanks around
  [[nodiscard]] unsigned day_number(std::uint32_t i) const;                      // "10", "10th"; 0 = no day of a month
  [[nodiscard]] int year_number(std::uint32_t i) const;                          // four digits, 1000 to 2100; 0 = no year
  [[nodiscard]] unsigned ordinal(std::uint32_t i) const;                         // "5th", "fifth", "twenty-first"; 0 = none
  [[nodiscard]] unsigned month_at(std::uint32_t i) const;                        // capitalised English month; 0 = none
  [[nodiscard]] int weekday_at(std::uint32_t i) const;                           // capitalised, "Mon" only with its dot; -1 = none
  [[nodiscard]] std::uint32_t after_dot(std::uint32_t i) const;                  // steps over the dot of an abbreviation that ends before i
  [[nodiscard]] std::uint32_t after_part_of_day(std::uint32_t i) const;          // steps over "morning", "night" ...
  [[nodiscard]] double small_number(std::uint32_t i) const;                      // "two", "10", "a"; 0 = none
  [[nodiscard]] Direction direction(std::uint32_t begin, std::uint32_t end) const { return direction_at(text, tokens, lexicon, *sentence, begin, end); }
};

// The time expression that a later one counts from ("two days later"): the last one with a value at most `reach`
// sentences back; nullptr without one.
[[nodiscard]] const TimeExpression* anchor_of(const TimeReader& r, std::uint32_t reach);

// The last time in the text that has a year of its own; nullptr without one.
[[nodiscard]] const TimeExpression* last_dated(const TimeReader& r);

// "two", "a couple of", "two and a half", "2 1/2" with the unit behind: "two years", "a year and a half".
enum class Unit : std::uint8_t { none, day, week, month, year, decade, century };
struct Amount {
  double count = 0;
  Unit unit = Unit::none;
  std::uint32_t last = 0;  // token behind
};
[[nodiscard]] Unit unit_of(std::string_view word);  // "day", "days"; lower case
[[nodiscard]] Amount read_amount(const TimeReader& r, std::uint32_t i);
// `amount` before (negative sign) or after the day: days and weeks to the day, coarser units as their grain.
void set_counted(TimeExpression& t, const Date& from, const Amount& amount, int sign, std::string reason, bool relative);
[[nodiscard]] Date add_months(const Date& date, int months);  // year and month

// "early", "late", "mid-", "end of", "first half of": what stands before a month, a year, a decade or a century.
enum class Part : std::uint8_t { none, early, middle, late, some, first_half, second_half };  // some: a part of it, "end of"
struct PartPhrase {
  Part part = Part::none;
  std::uint32_t last = 0;   // token behind, or the token whose tail goes on
  std::uint32_t tail = 0;   // bytes of that token that belong to the part
};
[[nodiscard]] PartPhrase read_part(const TimeReader& r, std::uint32_t i);
void narrow(TimeExpression& t, Part part);  // value and grain stay, first and last day draw in

// The reason given for everything counted from the report's day.
[[nodiscard]] std::string counted_from(const TimeReader& r, std::string_view what);

void set_day(TimeExpression& t, const Date& day, std::string reason, bool relative);
void set_period(TimeExpression& t, Grain grain, const Date& begin, const Date& end, std::string reason, bool relative);
void set_open(TimeExpression& t, Grain grain, std::string reason);  // found, but nothing says which

// Each tries to read an expression that begins at token i and fills t.last and the value. `qualified`: something before
// i says already that a time follows.
[[nodiscard]] bool read_calendar_time(const TimeReader& r, std::uint32_t i, TimeExpression& t);  // calendar_times.cc
[[nodiscard]] bool read_year_time(const TimeReader& r, std::uint32_t i, TimeExpression& t, bool qualified);      // year_times.cc
[[nodiscard]] bool read_era_time(const TimeReader& r, std::uint32_t i, TimeExpression& t, bool qualified);       // era_times.cc
[[nodiscard]] bool read_bare_season(const TimeReader& r, std::uint32_t i, TimeExpression& t, bool qualified);     // season_times.cc
[[nodiscard]] bool read_feast(const TimeReader& r, std::uint32_t i, TimeExpression& t);          // feast_times.cc
[[nodiscard]] bool read_war(const TimeReader& r, std::uint32_t i, TimeExpression& t);            // war_times.cc
[[nodiscard]] bool read_anchored_time(const TimeReader& r, std::uint32_t i, TimeExpression& t);  // anchored_times.cc
[[nodiscard]] bool read_relative_time(const TimeReader& r, std::uint32_t i, TimeExpression& t);  // relative_times.cc

// Whether the weekday at [i, last) means each such day: "every Monday", "Monday mornings" (recurring_times.cc).
[[nodiscard]] bool is_recurring(const TimeReader& r, std::uint32_t i, std::uint32_t last);
// Whether "today" at i means nowadays, whatever the text: "still stands today" (nowadays.cc).
[[nodiscard]] bool means_nowadays(const TimeReader& r, std::uint32_t i);
// Whether somebody speaks for himself around token i: "we open the mill today".
[[nodiscard]] bool is_spoken(const TimeReader& r, std::uint32_t i);
// Whether it may, in a text that speaks of its own day nowhere: nobody acts, nobody is spoken to.
[[nodiscard]] bool may_mean_nowadays(const TimeReader& r, std::uint32_t i);
// The year at i in words, "nineteen eighty-four"; 0 = none. `last`: token behind.
[[nodiscard]] int spoken_year(const TimeReader& r, std::uint32_t i, std::uint32_t& last);

// A year behind a month or a day: "4, 2024", "4 2024", "of 2024", "last year", "the same year". `at` steps behind it.
struct YearBehind {
  int year = 0;  // 0 = none
  bool relative = false;
};
[[nodiscard]] YearBehind year_behind(const TimeReader& r, std::uint32_t& at);
// The second half of a range of years, "94" or "1894" behind "1892"; 0 = none.
[[nodiscard]] int range_end(const TimeReader& r, std::uint32_t i, int from);
[[nodiscard]] bool means_time(std::string_view word_before);  // a preposition or word that goes before a month or a year
[[nodiscard]] bool begins_a_name(const TimeReader& r, std::uint32_t behind);

}  // namespace attache
