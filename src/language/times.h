// Time expressions and the days they mean.
//
// Method: patterns over tokens, a file a family (calendar_times.cc: days and months; year_times.cc: years, quarters,
// seasons; era_times.cc: decades, centuries, BC and AD; relative_times.cc: what the report's date resolves;
// anchored_times.cc: what counts from a time named before). The reason is kept in words. A bare weekday means the last such
// day on or before the report's date, the next one when the clause points ahead (tense.h). Without a report date only what
// the text itself fixes gets a value. A text that names years and nothing that counts from its own date is a history: its
// partial dates count from the year named last. Durations, ages, clock times and what counts from an event are left out.
// Values follow TIMEX3 (ISO-TimeML: ISO 8601, partial dates, weeks, quarters, halves, seasons, BC).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "language/segment.h"

namespace attache {

// Of a caption or a printed date (printed_times.h): it belongs to no sentence.
inline constexpr std::uint32_t kNoSentence = UINT32_MAX;

enum class Grain : std::uint8_t { day, week, month, quarter, season, year, decade, century };

struct TimeExpression {
  Span span;
  std::uint32_t sentence = 0;         // kNoSentence: outside the running text
  std::uint32_t first = 0, last = 0;  // tokens
  Grain grain = Grain::day;
  Date begin;         // of the period; month or day 0 where the grain is coarser; year 0 = not resolved, -400 = 400 BC
  Date end;           // last day, month or year of a period ("March 4-6", a week, "1998-99", "early March"), otherwise equal to begin
  bool resolved = false;
  bool relative = false;  // needed the report's date
  std::string reason;     // "Thursday on or before the report's date, 2022-03-17"
};

// `published`: the report's date; year 0 = unknown.
[[nodiscard]] std::vector<TimeExpression> find_times(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const Date& published);

// "2024-03-04", "2024-03-04/2024-03-06", "2024-W11", "2024-03", "2024-Q1", "2024-SU", "2024", "1998/1999", "199" (a decade),
// "19" (1900 to 1999), "2023-H1", "BC0400", "BC04" (400s BC); of "early March" that of March. Empty when not resolved.
[[nodiscard]] std::string timex_value(const TimeExpression& time);

}  // namespace attache
