#include "base/date.h"

#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "base/strings.h"

namespace attache {
namespace chr = std::chrono;

namespace {

chr::year_month_day ymd(const Date& d) {
  return {chr::year(d.year), chr::month(d.month ? d.month : 1), chr::day(d.day ? d.day : 1)};
}

constexpr std::array<std::string_view, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                       "July",    "August",   "September", "October", "November", "December"};

}  // namespace

bool is_valid(const Date& d) { return d.full() && d.year >= 1400 && d.year <= 2200 && ymd(d).ok(); }

int days_of(const Date& d) { return static_cast<int>(chr::sys_days(ymd(d)).time_since_epoch().count()); }

Date date_of(int days) {
  const chr::year_month_day v{chr::sys_days(chr::days(days))};
  return {static_cast<int>(v.year()), static_cast<unsigned>(v.month()), static_cast<unsigned>(v.day())};
}

int weekday_of(const Date& d) {
  return static_cast<int>(chr::weekday(chr::sys_days(ymd(d))).iso_encoding()) - 1;
}

Date with_nearest_year(Date date, const Date& near) {
  if (date.year != 0 || date.month == 0 || near.year == 0) return date;
  int least = 0;
  Date best;
  for (const int year : {near.year - 1, near.year, near.year + 1}) {
    const Date candidate{year, date.month, date.day};
    const int away = std::abs(days_of(candidate) - days_of(near));
    if (best.year != 0 && away >= least) continue;
    least = away;
    best = candidate;
  }
  return best;
}

IsoWeek iso_week_of(const Date& date) {
  const Date thursday = date_of(days_of(date) - weekday_of(date) + 3);  // its year is the week's year
  return {thursday.year, (days_of(thursday) - days_of({thursday.year, 1, 1})) / 7 + 1};
}

std::string to_string(const Date& d) {
  if (!d.month) return fmt::format("{:04}", d.year);
  if (!d.day) return fmt::format("{:04}-{:02}", d.year, d.month);
  return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day);
}

std::string to_words(const Date& d) {
  if (!d.month) return fmt::format("{}", d.year);
  if (!d.day) return fmt::format("{} {}", kMonths[d.month - 1], d.year);
  return fmt::format("{} {} {}", d.day, kMonths[d.month - 1], d.year);
}

unsigned days_in_month(int year, unsigned month) {
  return static_cast<unsigned>(chr::year_month_day_last(chr::year(year), chr::month_day_last(chr::month(month))).day());
}

std::optional<Date> parse_iso_date(std::string_view text) {
  text = trim(text);
  auto number = [&](size_t at, size_t size) -> int {
    int value = -1;
    if (at + size > text.size() || !parse_int(text.substr(at, size), value)) return -1;
    return value;
  };
  const int year = number(0, 4);
  if (year < 1400 || year > 2200) return std::nullopt;
  const bool dashed = text.size() > 4 && (text[4] == '-' || text[4] == '/');
  const size_t month_at = dashed ? 5 : 4;
  const int month = number(month_at, 2);
  if (month < 1 || month > 12) return std::nullopt;
  const size_t day_at = month_at + 2 + (dashed ? 1 : 0);
  if (dashed && (text.size() < day_at || text[day_at - 1] != text[4])) {
    if (text.size() > month_at + 2) return std::nullopt;
    return Date{year, static_cast<unsigned>(month), 0};
  }
  const int day = number(day_at, 2);
  if (!dashed && (day < 0 || (text.size() > 8 && is_digit(text[8]) && text.size() != 14))) return std::nullopt;
  if (text.size() > day_at + 2 && dashed && is_digit(text[day_at + 2])) return std::nullopt;
  const Date date{year, static_cast<unsigned>(month), static_cast<unsigned>(day < 0 ? 0 : day)};
  if (!is_valid(date)) return std::nullopt;
  return date;
}

std::optional<int> parse_iso_minute(std::string_view text) {
  text = trim(text);
  const std::size_t mark = text.find_first_of("T ");
  if (mark == std::string_view::npos || mark < 8 || mark + 6 > text.size() || text[mark + 3] != ':') return std::nullopt;
  int hour = 0, minute = 0;
  if (!parse_int(text.substr(mark + 1, 2), hour) || !parse_int(text.substr(mark + 4, 2), minute) || hour > 23 || minute > 59) return std::nullopt;
  int result = hour * 60 + minute;
  const std::size_t sign = text.find_first_of("+-", mark);
  if (sign != std::string_view::npos && sign + 3 <= text.size()) {
    int offset_hour = 0, offset_minute = 0;
    if (!parse_int(text.substr(sign + 1, 2), offset_hour)) return result;
    const std::size_t rest = sign + 3 + (sign + 3 < text.size() && text[sign + 3] == ':' ? 1 : 0);
    if (rest + 2 <= text.size()) (void)parse_int(text.substr(rest, 2), offset_minute);
    if (offset_hour > 14 || offset_minute > 59) return result;  // no zone is farther from UTC
    result -= (text[sign] == '+' ? 1 : -1) * (offset_hour * 60 + offset_minute);
  }
  return result;
}

}  // namespace attache
