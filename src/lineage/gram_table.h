// From a 32-bit hash to a 32-bit value, for tens of millions of hashes that come one by one: open addressing with linear probing,
// four fifths full at most. The table is cut into parts by the upper bits of the hash; each grows by itself, so that never more
// than one of them lies in memory twice.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace attache {

class GramTable {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  GramTable();

  [[nodiscard]] std::uint32_t find(std::uint32_t hash) const;  // kNone where it is unknown
  // The value of the hash, kNone where it was unknown; good until the next call.
  std::uint32_t& at(std::uint32_t hash);
  // Asks for the memory of a hash that will be looked up soon.
  void prefetch(std::uint32_t hash) const;

  static constexpr std::size_t kParts = 64;
  [[nodiscard]] static std::size_t part_of(std::uint32_t hash);
  // Room for so many hashes in each part. Who fills a table in the order of another one does this first: in a smaller table the
  // hashes that stand in front would all crowd at the front.
  void reserve(const std::array<std::size_t, kParts>& hashes);

  // each(hash, value), in the order of the places.
  template <class Each>
  void for_each(Each each) const {
    for (const Part& part : parts_) {
      for (const Entry& entry : part.places) {
        if (entry.value != kNone) each(entry.hash, entry.value);
      }
    }
  }

  [[nodiscard]] std::size_t bytes() const;  // resident

 private:
  static constexpr unsigned kPartBits = 6;
  struct Entry {
    std::uint32_t hash = 0;
    std::uint32_t value = kNone;
  };
  struct Part {
    std::vector<Entry> places;
    std::size_t used = 0;
  };
  static_assert(kParts == std::size_t{1} << kPartBits);
  std::array<Part, kParts> parts_;

  static std::uint64_t spread(std::uint32_t hash);
  static std::size_t begin_of(std::uint64_t spread, std::size_t size);
  static std::size_t place(const Part& part, std::uint32_t hash, std::uint64_t spread);
  static void grow(Part& part);
};

}  // namespace attache
