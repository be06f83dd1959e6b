// Feasts and public holidays, and the days they fall on in a year.
//
// Fixed days, "the fourth Thursday of November", days before and after Easter (Gregorian and Julian computus, Meeus), the
// Hebrew calendar (exact: Reingold and Dershowitz, Calendrical Calculations), the Islamic one by its tabular form (the new
// moon as seen may differ by a day or two, and the reason says so), the Lunar New Year by a table of 2000 to 2030.
// A name that means other days in other countries is left out, or marked as American.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace attache {

enum class FeastRule : std::uint8_t {
  fixed,     // month, day
  weekday,   // month, n-th (1 to 4; 5 = the last), 0 = Monday ... 6 = Sunday
  thursday4, // days from the fourth Thursday of November
  election,  // the Tuesday after the first Monday of November
  easter,    // days from Easter Sunday
  orthodox,  // days from Easter Sunday of the Julian calendar
  hebrew,    // days from 1 Tishri of the year; those from -200 to -1 count from the next one
  kislev,    // 25 Kislev
  islamic,   // month, day
  lunar      // the Lunar New Year
};

struct Feast {
  std::string_view words;  // lower case, tokens parted by blanks: "new year 's eve"; "'" may be missing
  FeastRule rule = FeastRule::fixed;
  int a = 0, b = 0, c = 0;
  int days = 1;            // how long it lasts
  bool american = false;   // the name has another day elsewhere
  bool alone = true;       // means the day wherever it stands; false: only behind a preposition of time
};

struct FeastDays {
  Date begin, end;
};

[[nodiscard]] std::span<const Feast> feasts_of(std::string_view first_word);  // lower case; longest names first
[[nodiscard]] std::vector<FeastDays> days_of_feast(const Feast& feast, int year);  // those that begin in that year; few years have two
[[nodiscard]] Date easter_sunday(int year);
[[nodiscard]] Date orthodox_easter_sunday(int year);  // as a Gregorian date

}  // namespace attache
