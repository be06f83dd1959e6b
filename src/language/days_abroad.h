// Days named in Spanish, French, Italian, German and Portuguese reports. English has times of its own (times.h).
//
// Method: one pass over the letter runs, numbers and marks of each sentence, with the words of day_words.h. Read are full
// dates ("25 de enero de 2011", "25.01.2011", "2011-01-25"), dates without a year ("le 1er août", "los días 23 y 24 de
// mayo"), a weekday with a number ("martes 15"), bare weekdays, and the words for yesterday, today and tomorrow; a month with
// its year ("enero de 2011") is kept as a month.
//   without a year   the latest such day at most kAhead days after the report; where that is more than kRecent days back, the
//                    year that the text named within kKeepYear sentences, when it named one
//   bare weekday     the last one, the report's own day included; beside "next" the one after the report, beside "last" before
// Without a date of the report only what the text fixes has a value. Cost: linear. Limits: no clause is read, so "el lunes" of
// a day to come is taken for the last Monday; no "hace dos días", no bare "el 25", no seasons, weeks or feasts.
#pragma once

#include <string_view>
#include <vector>

#include "language/times.h"

namespace attache {

// Whether there are words of days for a language (ISO 639-1).
[[nodiscard]] bool has_days_abroad(std::string_view language);

// In text order; empty for any other language. `published`: the report's date; year 0 = unknown.
[[nodiscard]] std::vector<TimeExpression> find_days_abroad(std::string_view text, const Segmentation& segmentation, std::string_view language, const Date& published);

// Times of a text in any language: the English ones (times.h); of these, where the language has days of its own, only years
// and dates in digits, and those days.
[[nodiscard]] std::vector<TimeExpression> find_times_in(std::string_view language, std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const Date& published);

}  // namespace attache
