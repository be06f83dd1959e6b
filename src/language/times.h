// Time expressions and the days they mean.
//
// Method: patterns over tokens; a relative or partial expression is resolved against the report's date, and the reason
// is kept in words. A bare weekday means the last such day on or before the report's date when the clause is in the
// past, the next one when the words around it point ahead ("on Friday will", "next"). Without a report date only what
// the text itself fixes gets a value. Values follow TIMEX3 (ISO 8601, partial dates allowed).
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
  Date end;           // last day of a period ("1998-99"), otherwise equal to begin
  bool resolved = false;
  bool relative = false;  // needed the report's date
  std::string reason;     // "Thursday on or before the report's date, 2022-03-17"
};

// `published`: the report's date; year 0 = unknown.
[[nodiscard]] std::vector<TimeExpression> find_times(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const Date& published);

}  // namespace attache
