#include "tables/feasts.h"

#include <algorithm>
#include <array>

namespace attache {
namespace {

using enum FeastRule;

// Sorted by the first word; of one first word the longer names first.
constexpr std::array kFeasts = {
    Feast{"all saints ' day", fixed, 11, 1},
    Feast{"all souls ' day", fixed, 11, 2},
    Feast{"anzac day", fixed, 4, 25},
    Feast{"april fool 's day", fixed, 4, 1},
    Feast{"april fools ' day", fixed, 4, 1},
    Feast{"armistice day", fixed, 11, 11},
    Feast{"ascension day", easter, 39},
    Feast{"ash wednesday", easter, -46},
    Feast{"ashura", islamic, 1, 10, 0, 1, false, false},
    Feast{"bastille day", fixed, 7, 14},
    Feast{"black friday", thursday4, 1},
    Feast{"bonfire night", fixed, 11, 5},
    Feast{"boxing day", fixed, 12, 26},
    Feast{"burns night", fixed, 1, 25},
    Feast{"canada day", fixed, 7, 1},
    Feast{"candlemas", fixed, 2, 2},
    Feast{"chanukah", kislev, 0, 0, 0, 8, false, false},
    Feast{"chinese new year", lunar},
    Feast{"christmas eve", fixed, 12, 24},
    Feast{"christmas day", fixed, 12, 25},
    Feast{"christmas", fixed, 12, 25, 0, 1, false, false},
    Feast{"cinco de mayo", fixed, 5, 5},
    Feast{"columbus day", weekday, 10, 2, 0},
    Feast{"cyber monday", thursday4, 4},
    Feast{"day of the dead", fixed, 11, 2},
    Feast{"earth day", fixed, 4, 22},
    Feast{"easter sunday", easter, 0},
    Feast{"easter monday", easter, 1},
    Feast{"easter saturday", easter, -1},
    Feast{"easter", easter, 0, 0, 0, 1, false, false},
    Feast{"eid al - adha", islamic, 12, 10, 0, 4},
    Feast{"eid al - fitr", islamic, 10, 1, 0, 3},
    Feast{"eid al-adha", islamic, 12, 10, 0, 4},
    Feast{"eid al-fitr", islamic, 10, 1, 0, 3},
    Feast{"eid ul-adha", islamic, 12, 10, 0, 4},
    Feast{"eid ul-fitr", islamic, 10, 1, 0, 3},
    Feast{"election day", election, 0, 0, 0, 1, true},
    Feast{"epiphany", fixed, 1, 6, 0, 1, false, false},
    Feast{"fourth of july", fixed, 7, 4},
    Feast{"good friday", easter, -2},
    Feast{"groundhog day", fixed, 2, 2},
    Feast{"guy fawkes night", fixed, 11, 5},
    Feast{"guy fawkes day", fixed, 11, 5},
    Feast{"halloween", fixed, 10, 31, 0, 1, false, false},
    Feast{"hanukkah", kislev, 0, 0, 0, 8, false, false},
    Feast{"hogmanay", fixed, 12, 31, 0, 1, false, false},
    Feast{"holy week", easter, -7, 0, 0, 7},
    Feast{"holy saturday", easter, -1},
    Feast{"human rights day", fixed, 12, 10},
    Feast{"independence day", fixed, 7, 4, 0, 1, true},
    Feast{"indigenous peoples ' day", weekday, 10, 2, 0},
    Feast{"international women 's day", fixed, 3, 8},
    Feast{"juneteenth", fixed, 6, 19, 0, 1, false, false},
    Feast{"labor day", weekday, 9, 1, 0},
    Feast{"lent", easter, -46, 0, 0, 47, false, false},
    Feast{"lunar new year", lunar},
    Feast{"mardi gras", easter, -47},
    Feast{"martin luther king jr . day", weekday, 1, 3, 0},
    Feast{"martin luther king day", weekday, 1, 3, 0},
    Feast{"maundy thursday", easter, -3},
    Feast{"may day", fixed, 5, 1},
    Feast{"memorial day", weekday, 5, 5, 0, 1, true},
    Feast{"mlk day", weekday, 1, 3, 0},
    Feast{"mother 's day", weekday, 5, 2, 6, 1, true},
    Feast{"new year 's eve", fixed, 12, 31},
    Feast{"new year 's day", fixed, 1, 1},
    Feast{"new year 's", fixed, 1, 1, 0, 1, false, false},
    Feast{"orthodox christmas", fixed, 1, 7},
    Feast{"orthodox easter", orthodox, 0},
    Feast{"palm sunday", easter, -7},
    Feast{"pancake day", easter, -47},
    Feast{"passover", hebrew, -163, 0, 0, 7, false, false},
    Feast{"pentecost", easter, 49, 0, 0, 1, false, false},
    Feast{"presidents ' day", weekday, 2, 3, 0},
    Feast{"purim", hebrew, -193, 0, 0, 1, false, false},
    Feast{"ramadan", islamic, 9, 1, 0, 30, false, false},
    Feast{"remembrance day", fixed, 11, 11},
    Feast{"rosh hashanah", hebrew, 0, 0, 0, 2},
    Feast{"shrove tuesday", easter, -47},
    Feast{"st andrew 's day", fixed, 11, 30},
    Feast{"st george 's day", fixed, 4, 23},
    Feast{"st patrick 's day", fixed, 3, 17},
    Feast{"st stephen 's day", fixed, 12, 26},
    Feast{"sukkot", hebrew, 14, 0, 0, 7, false, false},
    Feast{"thanksgiving eve", thursday4, -1},
    Feast{"thanksgiving day", thursday4, 0},
    Feast{"thanksgiving", thursday4, 0, 0, 0, 1, false, false},
    Feast{"twelfth night", fixed, 1, 5},
    Feast{"valentine 's day", fixed, 2, 14},
    Feast{"valentines day", fixed, 2, 14},
    Feast{"veterans day", fixed, 11, 11},
    Feast{"whit monday", easter, 50},
    Feast{"whit sunday", easter, 49},
    Feast{"yom kippur", hebrew, 9},
};

constexpr std::string_view first_word(const Feast& feast) { return feast.words.substr(0, feast.words.find(' ')); }

constexpr auto kFirstWords = [] {
  std::array<std::string_view, kFeasts.size()> out;
  for (std::size_t i = 0; i < kFeasts.size(); ++i) out[i] = first_word(kFeasts[i]);
  return out;
}();
static_assert(std::is_sorted(kFirstWords.begin(), kFirstWords.end()));

constexpr int kEpoch = 719163;  // Reingold and Dershowitz count 1 January 1 as day 1; 1970-01-01 is this one

int floor_div(int a, int b) { return a / b - (a % b < 0 ? 1 : 0); }

// Days from the epoch of the Hebrew calendar to the molad that opens the year, moved off Sunday, Wednesday and Friday.
int hebrew_elapsed(int year) {
  const int months = floor_div(235 * year - 234, 19), parts = 12084 + 13753 * months;
  const int day = 29 * months + floor_div(parts, 25920);
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
}

int first_of_tishri(int hebrew_year) {  // days since 1970-01-01
  constexpr int kHebrewEpoch = -1373427;
  const int before = hebrew_elapsed(hebrew_year - 1), own = hebrew_elapsed(hebrew_year), next = hebrew_elapsed(hebrew_year + 1);
  const int delay = next - own == 356 ? 2 : own - before == 382 ? 1 : 0;
  return kHebrewEpoch + own + delay - kEpoch;
}

int islamic_day(int year, int month, int day) {
  constexpr int kIslamicEpoch = 227015;
  return kIslamicEpoch - 1 + 354 * (year - 1) + floor_div(3 + 11 * year, 30) + 29 * (month - 1) + month / 2 + day - kEpoch;
}

int nth_weekday(int year, unsigned month, int nth, int weekday) {
  if (nth == 5) {
    const int last = days_of({year, month, days_in_month(year, month)});
    return last - (weekday_of(date_of(last)) - weekday + 7) % 7;
  }
  const int first = days_of({year, month, 1});
  return first + (weekday - weekday_of(date_of(first)) + 7) % 7 + 7 * (nth - 1);
}

constexpr int kFirstLunar = 2000;
constexpr std::array<unsigned, 31> kLunarNewYears = {205, 124, 212, 201, 122, 209, 129, 218, 207, 126, 214, 203, 123, 210, 131, 219, 208, 128, 216, 205, 125, 212, 201, 122, 210, 129, 217, 206, 126, 213, 203};  // month and day

}  // namespace

std::span<const Feast> feasts_of(std::string_view word) {
  const auto [begin, end] = std::equal_range(kFirstWords.begin(), kFirstWords.end(), word);
  return std::span(kFeasts).subspan(static_cast<std::size_t>(begin - kFirstWords.begin()), static_cast<std::size_t>(end - begin));
}

Date easter_sunday(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return {year, static_cast<unsigned>(f / 31), static_cast<unsigned>(f % 31 + 1)};
}

Date orthodox_easter_sunday(int year) {
  const int d = (19 * (year % 19) + 15) % 30, e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int f = d + e + 114;
  const int behind = year / 100 - year / 400 - 2;  // days of the Julian calendar behind the Gregorian one
  return date_of(days_of({year, static_cast<unsigned>(f / 31), static_cast<unsigned>(f % 31 + 1)}) + behind);
}

std::vector<FeastDays> days_of_feast(const Feast& feast, int year) {
  if (year < 1000 || year > 9000) return {};
  std::vector<int> first;
  const auto month = static_cast<unsigned>(feast.a);
  switch (feast.rule) {
    case fixed: first = {days_of({year, month, static_cast<unsigned>(feast.b)})}; break;
    case weekday: first = {nth_weekday(year, month, feast.b, feast.c)}; break;
    case thursday4: first = {nth_weekday(year, 11, 4, 3) + feast.a}; break;
    case election: first = {nth_weekday(year, 11, 1, 0) + 1}; break;
    case easter: first = {days_of(easter_sunday(year)) + feast.a}; break;
    case orthodox: first = {days_of(orthodox_easter_sunday(year)) + feast.a}; break;
    case hebrew: first = {first_of_tishri(year + 3761) + feast.a}; break;
    case kislev: {
      const int start = first_of_tishri(year + 3761), length = first_of_tishri(year + 3762) - start;
      first = {start + (length % 10 == 5 ? 84 : 83)};  // years of 355 and 385 days have a long Heshvan
      break;
    }
    case islamic: {
      const int about = (year - 622) * 33 / 32;
      for (int y = about - 1; y <= about + 2; ++y) {
        const int day = islamic_day(y, feast.a, feast.b);
        if (date_of(day).year == year) first.push_back(day);
      }
      break;
    }
    case lunar:
      if (year >= kFirstLunar && year < kFirstLunar + static_cast<int>(kLunarNewYears.size())) {
        const unsigned day = kLunarNewYears[static_cast<std::size_t>(year - kFirstLunar)];
        first = {days_of({year, day / 100, day % 100})};
      }
      break;
  }
  std::vector<FeastDays> out;
  for (int day : first) out.push_back({date_of(day), date_of(day + feast.days - 1)});
  return out;
}

}  // namespace attache
