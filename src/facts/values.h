// Whether two reports can both be right: numbers with hedges and roundings, days, months and years.
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"

namespace attache {

// What a number with its hedge leaves possible: "nearly 100" is 90 to 100, "more than 20" is 20 to 30, a bare 3,800 may be 3,750 to 3,850.
struct NumberRange {
  double least = 0, most = 0;
};
[[nodiscard]] NumberRange range_of(double value, double most, std::string_view hedge);

[[nodiscard]] bool numbers_fit(double a, double a_most, std::string_view a_hedge, double b, double b_most, std::string_view b_hedge);

// A day fits its month and its year; a day without a year fits that day of any year. Year 0 and month 0: fits everything.
[[nodiscard]] bool days_fit(const Date& a_begin, const Date& a_end, const Date& b_begin, const Date& b_end);

}  // namespace attache
