// Folding words for comparison: lower case, no diacritics, one form for apostrophes, dashes and quotation marks.
// "Erdoğan" and "ERDOGAN" fold to "erdogan". Offsets are not kept; fold words, not texts that are cited.
#pragma once

#include <string>
#include <string_view>

namespace attache {

[[nodiscard]] std::string fold(std::string_view text);

// fold() without touching case: for comparing names whose capitals matter.
[[nodiscard]] std::string fold_marks(std::string_view text);

// Folded words (letters and digits) joined by single blanks: "Kosovo’s  NATO-bid" -> "kosovo's nato bid".
[[nodiscard]] std::string fold_words(std::string_view text);

[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_upper_letter(char32_t c);
[[nodiscard]] bool is_lower_letter(char32_t c);

// The letter in lower case, as UTF-8.
[[nodiscard]] std::string lower_letter(char32_t c);

// First letter upper case or title case.
[[nodiscard]] bool is_capitalised(std::string_view word);

// At least two letters, all of them upper case.
[[nodiscard]] bool is_all_capitals(std::string_view word);

}  // namespace attache
