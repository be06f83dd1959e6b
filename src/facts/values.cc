#include "facts/values.h"

#include <algorithm>
#include <cmath>

#include "base/strings.h"

namespace attache {
namespace {

constexpr double kAbout = .1;     // "about 50,000" is meant to a tenth
constexpr double kBeyond = .5;    // "more than 100" is said of up to 150
constexpr double kPrecise = .05;  // a number is rounded to a twentieth at most

// Half of the last digit that is not zero: 3,800 -> 50; 3,770 -> 5; 1.8 million -> 50,000.
double rounding_of(double value) {
  if (value < 100 || value != std::floor(value)) return 0;
  double unit = 1;
  while (std::fmod(value, unit * 10) == 0) unit *= 10;
  return unit < 10 ? 0 : std::min(unit / 2, value * kPrecise);
}

int last_day(const Date& d) {
  const unsigned month = d.month ? d.month : 12;
  return days_of({d.year, month, d.day ? d.day : days_in_month(d.year, month)});
}

}  // namespace

NumberRange range_of(double value, double most, std::string_view hedge) {
  const double end = std::max(value, most);
  const std::string word = lower_ascii(hedge);
  const auto says = [&](std::initializer_list<std::string_view> words) { return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return word.find(w) != std::string::npos; }); };
  if (says({"no fewer", "no less", "not less", "not fewer", "or more"})) return {value, end * (1 + kBeyond)};
  if (says({"no more", "not more", "or fewer", "or less"})) return {value * kBeyond, end};
  if (says({"nearly", "almost", "just under", "close to", "less than", "fewer than", "under", "barely"})) return {value * (1 - kAbout), end};
  if (says({"up to", "at most", "as many as", "no more than"})) return {value * kBeyond, end};
  if (says({"more than", "over", "at least", "upwards", "not less than", "no fewer", "just over", "above"})) return {value, end * (1 + kBeyond)};
  if (says({"some", "about", "around", "roughly", "approximately", "estimated", "perhaps", "circa", "or so", "an estimated"})) return {value * (1 - kAbout), end * (1 + kAbout)};
  const double half = rounding_of(value);
  return {value - half, end + (end == value ? half : rounding_of(end))};
}

bool numbers_fit(double a, double a_most, std::string_view a_hedge, double b, double b_most, std::string_view b_hedge) {
  const NumberRange x = range_of(a, a_most, a_hedge), y = range_of(b, b_most, b_hedge);
  return x.least <= y.most && y.least <= x.most;
}

bool days_fit(const Date& a_begin, const Date& a_end, const Date& b_begin, const Date& b_end) {
  if (a_begin.year == 0 || b_begin.year == 0) {
    if (a_begin.month == 0 || b_begin.month == 0) return true;
    return a_begin.month == b_begin.month && (a_begin.day == 0 || b_begin.day == 0 || a_begin.day == b_begin.day);
  }
  const int a_last = last_day(a_end.year ? a_end : a_begin), b_last = last_day(b_end.year ? b_end : b_begin);
  return days_of(a_begin) <= b_last && days_of(b_begin) <= a_last;
}

}  // namespace attache
