// Time expressions and the days they mean.
//
// Method: patterns over tokens (calendar_times.cc, relative_times.cc); a relative or partial expression is resolved
// against the report's date, and the reason is kept in words. A bare weekday means the last such day on or before that
// date, the next one when the clause points ahead (tense.h). Without a report date only what the text itself fixes gets
// a value. Durations, ages, clock times and what counts from another event ("three weeks later") are left out.
// Values follow TIMEX3 (ISO-TimeML: ISO 8601, partial dates, weeks, quarters, seasons).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "language/segment.h"

namespace attache {

enum class Grain : std::uint8_t { day, week, month, quarter, season, year, decade };

struct TimeExpression {
  Span span;
  std::uint32_t sentence = 0;
  std::uint32_t first = 0, last = 0;  // tokens
  Grain grain = Grain::day;
  Date begin;         // of the period; month or day 0 where the grain is coarser; year 0 = not resolved
  Date end;           // last day, month or year of a period ("March 4-6", a week, "1998-99"), otherwise equal to begin
  bool resolved = false;
  bool relative = false;  // needed the report's date
  std::string reason;     // "Thursday on or before the report's date, 2022-03-17"
};

// `published`: the report's date; year 0 = unknown.
[[nodiscard]] std::vector<TimeExpression> find_times(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const Date& published);

// "2024-03-04", "2024-03-04/2024-03-06", "2024-W11", "2024-03", "2024-Q1", "2024-SU", "2024", "1998/1999", "199" (a decade);
// empty when not resolved.
[[nodiscard]] std::string timex_value(const TimeExpression& time);

}  // namespace attache
