// UTF-8: decoding one code point, validity, and the way from byte offsets to code points and back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace attache {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;  // bytes; 0 at the end of the text
};

// The code point that begins at byte `at`; a malformed byte gives U+FFFD of size 1.
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t at);

// The code point that ends right before byte `at`; size 0 at the beginning.
[[nodiscard]] CodePoint code_point_before(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t value);

[[nodiscard]] bool is_valid_utf8(std::string_view text);
[[nodiscard]] bool is_ascii(std::string_view text);

// The largest offset <= at that does not cut a code point.
[[nodiscard]] std::size_t floor_boundary(std::string_view text, std::size_t at);

// Byte offset -> code point offset in O(1): a count every 64 bytes; 1/16 of the text's size, nothing for ASCII.
class CodePointOffsets {
 public:
  explicit CodePointOffsets(std::string_view text);
  [[nodiscard]] std::uint32_t of_byte(std::uint32_t byte) const;
  [[nodiscard]] std::uint32_t to_byte(std::uint32_t code_point) const;  // clamps to the text's size
  [[nodiscard]] Span of_bytes(Span span) const { return {of_byte(span.begin), of_byte(span.end)}; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> counts_;  // code points before byte 64*i; empty = ASCII
};

}  // namespace attache
