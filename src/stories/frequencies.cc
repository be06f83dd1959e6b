#include "stories/frequencies.h"

#include <algorithm>
#include <functional>

#include "tables/embedded.h"

namespace attache {
namespace {

constexpr std::string_view kMagic = "ATTF";
constexpr std::uint32_t kVersion = 1;
constexpr std::uint32_t kMostEntries = 1u << 24;

void put(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] bool has(std::uint64_t count) const { return count <= bytes_.size() - at_; }
  [[nodiscard]] bool done() const { return at_ == bytes_.size(); }
  std::uint32_t number(int bytes) {
    std::uint32_t value = 0;
    for (int i = 0; i < bytes; ++i) value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes_[at_++])) << (8 * i);
    return value;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace

std::uint32_t NewsFrequencies::count(Channel channel, std::uint64_t key) const {
  const Table& table = tables[static_cast<std::size_t>(channel)];
  const auto half = static_cast<std::uint32_t>(key >> 32);
  const auto found = std::lower_bound(table.keys.begin(), table.keys.end(), half);
  return found != table.keys.end() && *found == half ? table.counts[static_cast<std::size_t>(found - table.keys.begin())] : 0;
}

std::string serialise(const NewsFrequencies& frequencies) {
  std::string out(kMagic);
  put(out, kVersion, 4);
  put(out, frequencies.reports, 4);
  for (const NewsFrequencies::Table& table : frequencies.tables) {
    put(out, table.keys.size(), 4);
    for (std::uint32_t key : table.keys) put(out, key, 4);
    for (std::uint16_t count : table.counts) put(out, count, 2);
  }
  return out;
}

Result<NewsFrequencies> parse_frequencies(std::string_view bytes, const std::string& source) {
  const auto refused = [&](std::string why) { return tl::unexpected<Error>(Error{ErrorCode::unsupported, std::move(why), source}); };
  if (!bytes.starts_with(kMagic)) return refused("no table of frequencies");
  Reader in(bytes.substr(kMagic.size()));
  if (!in.has(8)) return refused("cut short");
  if (in.number(4) != kVersion) return refused("of another version");
  NewsFrequencies out;
  out.reports = in.number(4);
  for (NewsFrequencies::Table& table : out.tables) {
    if (!in.has(4)) return refused("cut short");
    const std::uint32_t entries = in.number(4);
    if (entries > kMostEntries || !in.has(std::uint64_t{entries} * 6)) return refused("cut short");
    for (std::uint32_t i = 0; i < entries; ++i) table.keys.push_back(in.number(4));
    for (std::uint32_t i = 0; i < entries; ++i) table.counts.push_back(static_cast<std::uint16_t>(in.number(2)));
    if (std::adjacent_find(table.keys.begin(), table.keys.end(), std::greater_equal<>()) != table.keys.end()) return refused("keys out of order");
    if (std::any_of(table.counts.begin(), table.counts.end(), [&](std::uint16_t count) { return count > out.reports; })) return refused("a count above the number of reports");
  }
  if (!in.done()) return refused("more than a table of frequencies");
  return out;
}

Result<NewsFrequencies> shipped_frequencies() { return parse_frequencies(embedded_file("frequencies.bin"), "frequencies.bin"); }

}  // namespace attache
