#include "ingest/feeds/feed_date.h"

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/date.h"
#include "base/strings.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

// RFC 822, section 5.1; military letters other than Z are left out: RFC 2822 says they were defined the wrong way round.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kZones = {{
    {"ut", "Z"}, {"utc", "Z"}, {"gmt", "Z"}, {"z", "Z"}, {"est", "-05:00"}, {"edt", "-04:00"}, {"cst", "-06:00"}, {"cdt", "-05:00"}, {"mst", "-07:00"}, {"mdt", "-06:00"}, {"pst", "-08:00"}, {"pdt", "-07:00"},
}};

bool all_digits(std::string_view text) {
  for (char c : text) {
    if (!is_digit(c)) return false;
  }
  return !text.empty();
}

int number(std::string_view digits) {
  int value = -1;
  return parse_int(digits, value) ? value : -1;
}

// "Z", "+0100", "+01:00", "+01", "EST"; empty for everything else.
std::string zone_of(std::string_view text) {
  text = trim(text);
  for (const auto& [name, offset] : kZones) {
    if (equals_ignore_case(text, name)) return std::string(offset);
  }
  if (text.size() < 3 || (text.front() != '+' && text.front() != '-') || !all_digits(text.substr(1, 2))) return {};
  std::string_view minutes = text.substr(3);
  if (minutes.starts_with(':')) minutes.remove_prefix(1);
  if (!minutes.empty() && (minutes.size() != 2 || !all_digits(minutes))) return {};
  if (number(text.substr(1, 2)) > 14 || (!minutes.empty() && number(minutes) > 59)) return {};
  return fmt::format("{}{}:{}", text.front(), text.substr(1, 2), minutes.empty() ? "00" : minutes);
}

// "15:42", "15:42:10", "15:42:10.25", "154210", "1542": hours, minutes and seconds; nullopt when it is no time of day.
std::optional<std::string> clock_of(std::string_view text) {
  text = text.substr(0, text.find_first_of(".,"));
  std::string digits = text.size() > 1 && text[1] == ':' ? "0" : "";  // "9:05"
  for (char c : text) {
    if (c != ':') digits += c;
  }
  if (!all_digits(digits) || (digits.size() != 4 && digits.size() != 6)) return std::nullopt;
  const std::string_view d = digits;
  const int second = d.size() == 6 ? number(d.substr(4, 2)) : 0;
  if (number(d.substr(0, 2)) > 23 || number(d.substr(2, 2)) > 59 || second > 60) return std::nullopt;  // 60: a leap second
  return fmt::format("{}:{}:{:02}", d.substr(0, 2), d.substr(2, 2), std::min(second, 59));
}

std::string joined(const Date& date, const std::optional<std::string>& clock, const std::string& zone) {
  if (!is_valid(date)) return {};
  return to_string(date) + (clock ? "T" + *clock + zone : "");
}

// Year first: ISO 8601 in its long and its short form.
std::string year_first(std::string_view text) {
  const bool dashed = text.size() >= 10 && text[4] == '-' && text[7] == '-';
  const std::size_t size = dashed ? 10 : 8;
  const auto part = [&](std::size_t at, std::size_t length) { return text.size() >= at + length && all_digits(text.substr(at, length)) ? number(text.substr(at, length)) : -1; };
  const int month = dashed ? part(5, 2) : part(4, 2), day = dashed ? part(8, 2) : part(6, 2);
  if (part(0, 4) < 0 || month < 0 || day < 0) return {};
  const Date date{part(0, 4), static_cast<unsigned>(month), static_cast<unsigned>(day)};
  std::string_view rest = text.substr(size);
  if (rest.empty()) return joined(date, std::nullopt, {});
  if (rest.front() != 'T' && rest.front() != 't' && rest.front() != ' ') {
    return rest.front() == 'Z' || rest.front() == '+' || rest.front() == '-' ? joined(date, std::nullopt, {}) : std::string();  // xs:date may have a zone
  }
  rest.remove_prefix(1);
  const std::size_t end = std::min(rest.find_first_not_of("0123456789:.,"), rest.size());
  const auto clock = clock_of(rest.substr(0, end));
  return joined(date, clock, clock ? zone_of(rest.substr(end)) : "");
}

// "[Thu,] 17 Mar 2022 [15:42[:10] [zone]]"
std::string day_first(std::string_view text) {
  const std::vector<std::string_view> words = split(text, ' ');
  std::size_t w = 0;
  if (!text.empty() && !is_digit(text.front())) ++w;  // the day of the week
  if (words.size() < w + 3 || !all_digits(words[w]) || words[w].size() > 2 || !all_digits(words[w + 2])) return {};
  unsigned month = 0;
  for (std::size_t m = 0; m < kMonths.size(); ++m) {
    if (starts_with_ignore_case(words[w + 1], kMonths[m])) month = static_cast<unsigned>(m) + 1;
  }
  int year = number(words[w + 2]);
  if (words[w + 2].size() == 2) year += year < 50 ? 2000 : 1900;  // RFC 2822, section 4.3
  else if (words[w + 2].size() != 4) return {};
  const Date date{year, month, static_cast<unsigned>(number(words[w]))};
  std::optional<std::string> clock;
  if (words.size() > w + 3) clock = clock_of(words[w + 3]);
  return joined(date, clock, clock && words.size() > w + 4 ? zone_of(words[w + 4]) : "");
}

}  // namespace

std::string feed_date(std::string_view text) {
  const std::string collapsed = collapse_space(text.substr(0, 200));
  text = collapsed;
  if (text.size() > 60) return {};
  if (text.size() >= 8 && all_digits(text.substr(0, 4))) return year_first(text);
  return day_first(text);
}

}  // namespace attache
