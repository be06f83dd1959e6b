// In how many news reports a word, name or pair of words stands: counted once over many reports and shipped
// (models/frequencies.bin, its card beside it), so that likeness means the same in a folder of six reports and of six
// hundred thousand. Keys are hashed; no text is in the file.
//
// Format: "ATTF", version 1; reports counted; then for each channel the number of entries, their keys (upper 32 bits of the
// feature's hash, ascending) and their counts (16 bits). Little-endian. Features that fewer than `least` reports hold are
// left out and count as 0.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace attache {

inline constexpr std::size_t kChannels = 5;
enum class Channel : std::uint8_t { words, lead, names, pairs, title };

struct NewsFrequencies {
  struct Table {
    std::vector<std::uint32_t> keys;  // ascending
    std::vector<std::uint16_t> counts;
  };
  std::uint32_t reports = 0;
  std::array<Table, kChannels> tables;

  [[nodiscard]] std::uint32_t count(Channel channel, std::uint64_t key) const;
};

[[nodiscard]] std::string serialise(const NewsFrequencies& frequencies);
// Refuses a file that is not whole, of another version or not ascending.
[[nodiscard]] Result<NewsFrequencies> parse_frequencies(std::string_view bytes, const std::string& source);
[[nodiscard]] Result<NewsFrequencies> shipped_frequencies();

}  // namespace attache
