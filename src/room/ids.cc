#include "room/ids.h"

#include <charconv>

#include "base/hash.h"

namespace attache {

std::optional<std::int64_t> bits_of_id(std::string_view id) {
  constexpr std::size_t kDigits = 16;
  const std::size_t dash = id.find('-');
  if (dash == std::string_view::npos || id.size() != dash + 1 + kDigits) return std::nullopt;
  std::uint64_t bits = 0;
  const char* end = id.data() + id.size();
  const auto [last, error] = std::from_chars(id.data() + dash + 1, end, bits, 16);
  if (error != std::errc() || last != end) return std::nullopt;
  return static_cast<std::int64_t>(bits);
}

std::string id_of_bits(std::string_view letter, std::int64_t bits) { return make_id(letter, static_cast<std::uint64_t>(bits)); }

}  // namespace attache
