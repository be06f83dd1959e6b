#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include <simdjson.h>

namespace attache {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[at + k]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  if (size == 0 || lead > 0xF4 || at + size > text.size()) return {0xFFFD, 1};
  char32_t value = lead & (0x7F >> size);
  for (std::uint32_t k = 1; k < size; ++k) {
    if (!is_continuation(text[at + k])) return {0xFFFD, 1};
    value = (value << 6) | (byte(k) & 0x3F);
  }
  const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
  if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {0xFFFD, 1};
  return {value, size};
}

CodePoint code_point_before(std::string_view text, std::size_t at) {
  if (at == 0 || at > text.size()) return {};
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && is_continuation(text[begin])) --begin;
  const CodePoint point = code_point_at(text, begin);
  if (begin + point.size == at) return point;
  return {0xFFFD, 1};
}

void append_utf8(std::string& out, char32_t v) {
  if (v < 0x80) {
    out += static_cast<char>(v);
  } else if (v < 0x800) {
    out += static_cast<char>(0xC0 | (v >> 6));
    out += static_cast<char>(0x80 | (v & 0x3F));
  } else if (v < 0x10000) {
    out += static_cast<char>(0xE0 | (v >> 12));
    out += static_cast<char>(0x80 | ((v >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (v & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (v >> 18));
    out += static_cast<char>(0x80 | ((v >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((v >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (v & 0x3F));
  }
}

bool is_valid_utf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

bool is_ascii(std::string_view text) {
  std::size_t i = 0;
  for (; i + 64 <= text.size(); i += 64) {  // a cache line without a branch
    std::array<std::uint64_t, 8> line;
    std::memcpy(line.data(), text.data() + i, 64);
    std::uint64_t any = 0;
    for (std::uint64_t eight : line) any |= eight;
    if (any & 0x8080808080808080ULL) return false;
  }
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::size_t floor_boundary(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  while (at > 0 && is_continuation(text[at])) --at;
  return at;
}

CodePointOffsets::CodePointOffsets(std::string_view text) : text_(text) {
  if (is_ascii(text)) return;
  counts_.reserve(text.size() / 64 + 2);
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % 64 == 0) counts_.push_back(count);
    count += is_continuation(text[i]) ? 0 : 1;
  }
  if (text.size() % 64 == 0) counts_.push_back(count);
}

std::uint32_t CodePointOffsets::of_byte(std::uint32_t byte) const {
  byte = std::min<std::uint32_t>(byte, static_cast<std::uint32_t>(text_.size()));
  if (counts_.empty()) return byte;
  std::uint32_t count = counts_[byte / 64];
  for (std::uint32_t i = byte / 64 * 64; i < byte; ++i) count += is_continuation(text_[i]) ? 0 : 1;
  return count;
}

std::uint32_t CodePointOffsets::to_byte(std::uint32_t code_point) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  if (counts_.empty()) return std::min(code_point, size);
  const auto after = std::upper_bound(counts_.begin(), counts_.end(), code_point);
  std::uint32_t byte = static_cast<std::uint32_t>(after - counts_.begin() - 1) * 64;
  std::uint32_t count = counts_[byte / 64];
  while (byte < size && is_continuation(text_[byte])) ++byte;  // the block may begin inside a code point
  while (byte < size && count < code_point) {
    ++byte;
    while (byte < size && is_continuation(text_[byte])) ++byte;
    ++count;
  }
  return byte;
}

}  // namespace attache
