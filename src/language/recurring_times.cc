// What comes again and again is no day: "every Wednesday", "on a Monday", "Saturday mornings", "two ferries per week on
// Tuesday", "open Monday to Friday".
#include <algorithm>
#include <array>

#include "language/time_reader.h"

namespace attache {
namespace {

constexpr std::uint32_t kReach = 14;  // tokens back to the word of habit

bool joins(const std::string& w) { return w == "/" || w == "," || w == "and" || w == "or" || w == "-" || w == "\u2013" || w == "to" || w == "through" || w == "&"; }

bool is_each(const std::string& w) { return w == "every" || w == "each" || w == "any" || w == "alternate"; }

// Steps back over "Monday, Tuesday and" to the first weekday of the list.
std::uint32_t first_of_list(const TimeReader& r, std::uint32_t i) {
  for (std::uint32_t steps = 0; steps < 7; ++steps) {
    std::uint32_t k = i;
    while (k > r.first() && i - k < 2 && joins(r.before(k))) --k;
    if (k > r.first() && k < i && r.after_part_of_day(k - 1) == k) --k;  // "Wednesday afternoon and Saturday"
    if (k == i || k == r.first() || r.weekday_at(k - 1) < 0) return i;
    i = k - 1;
  }
  return i;
}

bool speaks_of_habit(const TimeReader& r, std::uint32_t i) {
  static constexpr std::array<std::string_view, 10> kHabit = {"usually", "typically", "normally", "generally", "weekly", "daily", "nightly", "always", "often", "regularly"};
  for (std::uint32_t k = i; k-- > r.first() && i - k <= kReach;) {
    const std::string w = r.lower(k);
    if (w == ";" || w == ":") return false;
    if (std::find(kHabit.begin(), kHabit.end(), w) != kHabit.end()) return true;
    if (w == "per" && (r.lower(k + 1) == "week" || r.lower(k + 1) == "month" || r.lower(k + 1) == "day")) return true;
    if ((w == "once" || w == "twice" || w == "times") && (r.lower(k + 1) == "a" || r.lower(k + 1) == "each" || r.lower(k + 1) == "every")) return true;
  }
  return false;
}

}  // namespace

bool is_recurring(const TimeReader& r, std::uint32_t i, std::uint32_t last) {
  const std::string behind = r.lower(last);
  if (behind == "mornings" || behind == "afternoons" || behind == "evenings" || behind == "nights") return true;
  if (behind == "the" && r.ordinal(last + 1) == 13) return true;  // "Friday the 13th"
  const std::uint32_t first = first_of_list(r, i);
  const std::string before = r.before(first);
  if (is_each(before) || (before == "other" && first >= r.first() + 2 && is_each(r.before(first - 1)))) return true;
  if ((before == "a" || before == "one") && (first < r.first() + 2 || r.before(first - 1) == "on")) return true;
  if (speaks_of_habit(r, first)) return true;
  // "open Monday to Friday": no clause says which week
  const std::string joint = r.lower(last);
  const bool range = ((joint == "to" || joint == "through" || joint == "-" || joint == "\u2013") && r.weekday_at(last + 1) >= 0) || (first < i && (r.before(i) == "to" || r.before(i) == "through" || r.before(i) == "-" || r.before(i) == "\u2013"));
  return range && r.direction(i, last) == Direction::unknown;
}

}  // namespace attache
