// Stretches of a text inside and outside double quotation marks, by the marks alone: for counting words, not for citing
// (language/quotes.h weighs what stands around a mark).
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace attache {

// each(run, inside) for the stretches between the marks, in order, empty ones left out. Marks: ", two apostrophes, two grave
// accents, curly and angle ones. One that is never closed ends with the text.
template <class Each>
void for_each_quoted_run(std::string_view text, Each each) {
  static constexpr auto kBegins = [] {  // bytes that a mark may begin with
    std::array<bool, 256> begins{};
    for (unsigned char c : {'"', '\'', '`', '\xE2', '\xC2'}) begins[c] = true;
    return begins;
  }();
  std::size_t begin = 0;
  bool inside = false, low = false;  // low: it began with the low mark, so that the high one closes
  const auto cut = [&](std::size_t end, std::size_t next, bool now_inside) {
    if (end > begin) each(text.substr(begin, end - begin), inside);
    begin = next;
    inside = now_inside;
    low = false;
  };
  for (std::size_t i = 0; i < text.size();) {
    if (!kBegins[static_cast<unsigned char>(text[i])]) {
      ++i;
      continue;
    }
    const std::string_view at = text.substr(i);
    if (at[0] == '"') cut(i, i + 1, !inside);
    else if (at.starts_with("''") || at.starts_with("\u00AB") || at.starts_with("\u00BB")) cut(i, i + 2, !inside);
    else if (at.starts_with("``")) cut(i, i + 2, true);
    else if (at.starts_with("\u201C")) cut(i, i + 3, !(inside && low));
    else if (at.starts_with("\u201D")) cut(i, i + 3, false);
    else if (at.starts_with("\u201E")) cut(i, i + 3, true), low = true;
    i = begin > i ? begin : i + 1;
  }
  cut(text.size(), text.size(), false);
}

}  // namespace attache
