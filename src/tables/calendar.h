// Month and weekday names as they stand in news, English first, and the larger European languages.
#pragma once

#include <string_view>

namespace attache {

// 1..12 for "March", "Mar.", "mars", "März", "marta", ...; 0 when the word is no month. Case and marks do not matter.
// `english_only` keeps out words that are months in one language and something else in English.
[[nodiscard]] unsigned month_of_word(std::string_view word, bool english_only = false);

// 3, 6, 9 or 12 for spring, summer, autumn (fall) and winter of the northern half; 0 for any other word. Lower case.
[[nodiscard]] unsigned first_month_of_season(std::string_view word);

// 0 = Monday ... 6 = Sunday; -1 when the word is no weekday. English names and their abbreviations.
[[nodiscard]] int weekday_of_word(std::string_view word);

}  // namespace attache
