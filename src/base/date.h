// Civil dates (proleptic Gregorian). Partial dates keep what the text gave: year, year-month or full day.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace attache {

// month or day 0 = not given.
struct Date {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  auto operator<=>(const Date&) const = default;
  [[nodiscard]] bool full() const { return year != 0 && month != 0 && day != 0; }
};

[[nodiscard]] bool is_valid(const Date& date);                  // a full date that exists, years 1400..2200
[[nodiscard]] int days_of(const Date& date);                    // days since 1970-01-01; month, day 0 count as 1
[[nodiscard]] Date date_of(int days);
[[nodiscard]] int weekday_of(const Date& date);                 // 0 = Monday ... 6 = Sunday
[[nodiscard]] std::string to_string(const Date& date);          // 2022-03-17, 2022-03, 2022
[[nodiscard]] std::string to_words(const Date& date);           // 17 March 2022
[[nodiscard]] unsigned days_in_month(int year, unsigned month);

// A day without a year gets the year that brings it nearest to `near`; unchanged where it has one, has no month, or `near` has no year.
[[nodiscard]] Date with_nearest_year(Date date, const Date& near);

struct IsoWeek {
  int year = 0;
  int week = 0;
};
[[nodiscard]] IsoWeek iso_week_of(const Date& date);  // ISO 8601: weeks begin on Monday, week 1 holds 4 January

// ISO 8601 date at the start of the text ("2022-03-17T15:42:10+01:00", "2022-03", "20220317T..."); the local
// day as written is kept, no time-zone shift (a reader cites the day a page prints).
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);

// Minutes after midnight of the time in an ISO 8601 text ("...T15:42:10+01:00"), moved to UTC by its offset; may leave
// 0..1439 then. nullopt where the text holds no time.
[[nodiscard]] std::optional<int> parse_iso_minute(std::string_view text);

}  // namespace attache
