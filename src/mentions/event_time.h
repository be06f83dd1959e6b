// When the main event was: the one phrase of a report that fits best.
//
// Method: news tells of the last days, early in the text. Each day that the language stage resolved counts by its distance to
// the publication (0 to 6 days before: fully), each clock time ("shortly before 7 pm") and each "two days before the vote" by
// itself; all count less sentence by sentence. What is far away and late is no answer. Cost: linear in the lead.
// Limits: weeks, months and years are no answer; without a date of publication days count little.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "language/times.h"
#include "mentions/event_words.h"
#include "mentions/lead.h"

namespace attache {

// `skimmed`: the words of the lead's first sentences.
[[nodiscard]] std::optional<Span> find_event_time(std::string_view text, const Lead& lead, const std::vector<EventWords>& skimmed, const std::vector<TimeExpression>& times, const Date& published);

// The clock times in a piece of text, with what belongs to them: "at 4.15 pm", "shortly before 7:00 a.m. on Tuesday".
[[nodiscard]] std::vector<Span> find_clock_times(std::string_view text, Span piece);

}  // namespace attache
