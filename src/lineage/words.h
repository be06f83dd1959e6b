// The words of a text as copies are compared by, and every four of them in a row.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "base/strings.h"
#include "text/fold.h"

namespace attache {

namespace word_bytes {
// Bytes that stand inside words: ASCII letters and digits, and everything beyond ASCII.
inline constexpr std::array<bool, 256> kInner = [] {
  std::array<bool, 256> inner{};
  for (std::size_t c = 0; c < inner.size(); ++c) inner[c] = c >= 0x80 || is_alpha(static_cast<char>(c)) || is_digit(static_cast<char>(c));
  return inner;
}();
[[nodiscard]] constexpr bool is_inner(char c) { return kInner[static_cast<unsigned char>(c)]; }
}  // namespace word_bytes

// The folded words of a text, in order: each(std::string_view folded, bool number). Letters and digits, inner apostrophes
// kept, numbers without thousands commas (3,770 and 3770 are one).
template <class Each>
void for_each_word(std::string_view text, Each each) {
  const std::string folded = fold(text);
  std::string joined;
  const char* const end = folded.data() + folded.size();  // a zero stands there: no word goes on
  for (const char* at = folded.data();;) {
    while (at < end && !word_bytes::is_inner(*at)) ++at;
    if (at == end) return;
    const bool number = is_digit(*at);
    const char* const begin = at;
    bool commas = false;
    for (;; ++at) {
      while (word_bytes::is_inner(*at)) ++at;
      const char mark = *at;
      if (number ? (mark != ',' && mark != '.') || !is_digit(at[1]) : mark != '\'' || (!is_alpha(at[1]) && !is_digit(at[1]))) break;
      commas |= mark == ',';
    }
    const std::string_view found(begin, static_cast<std::size_t>(at - begin));
    if (!commas) {
      each(found, number);
      continue;
    }
    joined.clear();
    for (char c : found) {
      if (c != ',') joined += c;
    }
    each(std::string_view(joined), number);
  }
}

// A hash of the last four words (a word 4-gram), given one after the other by their hashes.
class GramWindow {
 public:
  // True once four words have been seen; gram() is that of the last four.
  bool add(std::uint64_t word) {
    for (std::size_t k = kGram - 1; k > 0; --k) begun_[k] = mix(begun_[k - 1] ^ word);
    begun_[0] = mix(word);
    seen_ += seen_ < kGram;
    return seen_ == kGram;
  }
  [[nodiscard]] std::uint64_t gram() const { return begun_[kGram - 1]; }

 private:
  static constexpr std::size_t kGram = 4;
  std::array<std::uint64_t, kGram> begun_{};  // of the last word, the last two, ...
  std::size_t seen_ = 0;
};

}  // namespace attache
