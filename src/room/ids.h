// Ids as the store keeps them: the 64 bits behind the letter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attache {

// "r-00a1..." -> 0x00a1...; anything else gives nothing.
[[nodiscard]] std::optional<std::int64_t> bits_of_id(std::string_view id);
[[nodiscard]] std::string id_of_bits(std::string_view letter, std::int64_t bits);

}  // namespace attache
