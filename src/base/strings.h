// Small helpers for ASCII and UTF-8 strings; case folding here is ASCII only (see text/fold.h for the rest).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

[[nodiscard]] constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_alpha(char c) { return is_upper(c) || is_lower(c); }
[[nodiscard]] constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }
[[nodiscard]] constexpr char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 32) : c; }

[[nodiscard]] std::string_view trim(std::string_view text);
[[nodiscard]] std::string lower_ascii(std::string_view text);
[[nodiscard]] bool equals_ignore_case(std::string_view a, std::string_view b);
[[nodiscard]] bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words);
[[nodiscard]] bool starts_with_ignore_case(std::string_view text, std::string_view prefix);
[[nodiscard]] bool contains_ignore_case(std::string_view text, std::string_view needle_lower);

// Empty fields are kept: "a||b" has three.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
[[nodiscard]] std::string join_strings(const std::vector<std::string>& parts, std::string_view separator);

// Runs of white space become one blank; none is left at either end.
[[nodiscard]] std::string collapse_space(std::string_view text);

// "3 reports", "1 report", "2 stories": a count with its noun; the plural in -s unless given.
[[nodiscard]] std::string counted(std::size_t count, std::string_view singular, std::string_view plural = {});

// Decimal digits only; false when anything else stands there or the value leaves [0, 2^31).
[[nodiscard]] bool parse_int(std::string_view digits, int& value);

}  // namespace attache
