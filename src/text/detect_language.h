// Language of a text by CLD2 (80 languages, letter n-grams).
#pragma once

#include <string>
#include <string_view>

namespace attache {

// ISO 639-1 code such as "en", or empty when the text is too short or too mixed to tell.
[[nodiscard]] std::string detect_language(std::string_view utf8);

}  // namespace attache
