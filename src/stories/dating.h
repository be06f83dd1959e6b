// Reports without a date: the earliest day they can be from, by the days they speak of.
//
// Method: a past day named in the text or under a picture is a lower bound. A day without a year takes the year that
// brings it nearest to a dated report or picture of the same story, else of the same thread, and the reason says so. Days that
// the words put into the future ("will", "until", "planned") bound nothing. The bound is never a publication date.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "stories/stories.h"

namespace attache {

struct DateBound {
  Date not_before;     // year 0 = no bound
  std::string reason;  // "names 10 March; year from the dated reports of this thread"
  Span span;           // the words in the report
};

// One a report; empty for reports with a date.
[[nodiscard]] std::vector<DateBound> bound_dates(std::span<const Analysis> analyses, const Stories& stories);

}  // namespace attache
