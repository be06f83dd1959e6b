// Small helpers for credit lines and author fields: marks around names, words, lists without doubles.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

// Without white space, dashes, bullets and any of `marks` at both ends.
[[nodiscard]] std::string_view trim_marks(std::string_view text, std::string_view marks);

[[nodiscard]] std::size_t count_words(std::string_view text);

void add_unique(std::vector<std::string>& list, std::string value);  // empty ones are left out

}  // namespace attache
