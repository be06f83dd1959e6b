// The words of a sentence as timelines compare them: runs of letters, hyphens inside.
#pragma once

#include <string_view>

#include "text/fold.h"
#include "text/utf8.h"

namespace attache {

// each(word as written), in order.
template <class F>
void for_each_letter_word(std::string_view text, F each) {
  const auto letters_end = [&](std::size_t at) {
    for (CodePoint p = code_point_at(text, at); at < text.size() && (is_letter(p.value) || (p.value >= 0x300 && p.value < 0x370)); p = code_point_at(text, at)) at += p.size;
    return at;
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = letters_end(at);
    if (end == at) {
      at += code_point_at(text, at).size;
      continue;
    }
    while (end < text.size() && text[end] == '-' && letters_end(end + 1) > end + 1) end = letters_end(end + 1);
    each(text.substr(at, end - at));
    at = end;
  }
}

}  // namespace attache
