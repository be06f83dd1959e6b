// Month and weekday names as they stand in news, English first, and the larger European languages; CLDR for the rest.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace attache {

// 1..12 for "March", "Mar.", "mars", "März", "marta", ...; 0 when the word is no month. Case and marks do not matter.
// `english_only` keeps out words that are months in one language and something else in English.
[[nodiscard]] unsigned month_of_word(std::string_view word, bool english_only = false);

// The same in some eighty languages, from the Unicode CLDR (through ICU), with the table above where it speaks. `language`
// (ISO 639-1) decides words that are one month here and another there: "listopada" is November in Polish, October in
// Croatian; without a language such words are none. A phrase of two words is looked up as such ("كانون الثاني").
// The first call for a word that the table does not know reads the names of all languages (some 15 ms, once).
[[nodiscard]] unsigned month_of_any_language(std::string_view word, std::string_view language = {});

// A weekday's name or usual short form in one of those languages.
[[nodiscard]] bool is_weekday_of_any_language(std::string_view word);

// The names of one language (ISO 639-1) in CLDR, folded (text/fold.h). Short forms of months without their dot; those of
// weekdays are left out: "mar" is Tuesday, March and the sea. Empty for a language that CLDR does not know.
struct CalendarNames {
  std::unordered_map<std::string, unsigned> months;        // 1..12
  std::unordered_map<std::string, unsigned> short_months;  // only what is no full name too
  std::unordered_map<std::string, unsigned> weekdays;      // 0 = Monday ... 6 = Sunday
};
[[nodiscard]] CalendarNames calendar_names_of(std::string_view language);

// 3, 6, 9 or 12 for spring, summer, autumn (fall) and winter of the northern half; 0 for any other word. Lower case.
[[nodiscard]] unsigned first_month_of_season(std::string_view word);

// 0 = Monday ... 6 = Sunday; -1 when the word is no weekday. English names and their abbreviations.
[[nodiscard]] int weekday_of_word(std::string_view word);

}  // namespace attache
