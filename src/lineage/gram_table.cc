#include "lineage/gram_table.h"

#include "base/lean_vector.h"

namespace attache {

GramTable::GramTable() {
  for (Part& part : parts_) part.places.resize(16);
}

// The low bits of a kept hash are zeros, so it is mixed first (Fibonacci hashing, Knuth 6.4).
std::uint64_t GramTable::spread(std::uint32_t hash) { return std::uint64_t{hash} * 0x9E3779B97F4A7C15ULL; }

// Where a hash would stand if it were alone: the order of the spread hashes, in a part of any size.
std::size_t GramTable::begin_of(std::uint64_t spread, std::size_t size) { return static_cast<std::size_t>((((spread << kPartBits) >> 32) * size) >> 32); }

// Where the hash stands, or the free place where it would.
std::size_t GramTable::place(const Part& part, std::uint32_t hash, std::uint64_t spread) {
  const std::size_t size = part.places.size();
  std::size_t at = begin_of(spread, size);
  while (part.places[at].value != kNone && part.places[at].hash != hash) at = at + 1 == size ? 0 : at + 1;
  return at;
}

// Small parts double; large ones grow by a fifth, because what they leave free is counted for every report.
void GramTable::grow(Part& part) {
  constexpr std::size_t kLarge = std::size_t{1} << 14;
  std::vector<Entry> old(part.places.size() < kLarge ? 2 * part.places.size() : part.places.size() + part.places.size() / 5);
  old.swap(part.places);
  for (const Entry& entry : old) {
    if (entry.value != kNone) part.places[place(part, entry.hash, spread(entry.hash))] = entry;
  }
}

std::size_t GramTable::part_of(std::uint32_t hash) { return spread(hash) >> (64 - kPartBits); }

void GramTable::reserve(const std::array<std::size_t, kParts>& hashes) {
  for (std::size_t p = 0; p < kParts; ++p) {
    while ((hashes[p] + 1) * 5 > parts_[p].places.size() * 4) grow(parts_[p]);
  }
}

std::uint32_t GramTable::find(std::uint32_t hash) const {
  const std::uint64_t s = spread(hash);
  const Part& part = parts_[s >> (64 - kPartBits)];
  return part.places[place(part, hash, s)].value;
}

std::uint32_t& GramTable::at(std::uint32_t hash) {
  const std::uint64_t s = spread(hash);
  Part& part = parts_[s >> (64 - kPartBits)];
  std::size_t at = place(part, hash, s);
  if (part.places[at].value == kNone) {
    if ((part.used + 1) * 5 > part.places.size() * 4) {
      grow(part);
      at = place(part, hash, s);
    }
    part.places[at].hash = hash;
    ++part.used;
  }
  return part.places[at].value;
}

void GramTable::prefetch(std::uint32_t hash) const {
  const std::uint64_t s = spread(hash);
  const Part& part = parts_[s >> (64 - kPartBits)];
  __builtin_prefetch(&part.places[begin_of(s, part.places.size())]);
}

std::size_t GramTable::bytes() const {
  std::size_t bytes = sizeof(*this);
  for (const Part& part : parts_) bytes += resident_bytes(part.places);
  return bytes;
}

}  // namespace attache
