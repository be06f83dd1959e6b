// Vectors kept as sorted sets.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace attache {

template <class T>
void sort_and_unite(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// How many values two ascending vectors have in common; repeated ones as often as both have them.
template <class T>
[[nodiscard]] std::size_t count_shared(const std::vector<T>& a, const std::vector<T>& b) {
  std::size_t shared = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {  // without branches: nobody can foretell them
    const T x = a[i], y = b[k];
    shared += x == y;
    i += x <= y;
    k += y <= x;
  }
  return shared;
}

// Ascending, for values that are evenly spread, as hashes are: one pass into a place for each by its upper bits, then
// neighbours put right (flashsort, Neubert 1998). Linear for hashes; values that crowd, as those that somebody has
// chosen may, go to std::sort.
inline void sort_hashes(std::vector<std::uint64_t>& values) {
  constexpr std::size_t kMostAtAPlace = 24;
  if (values.size() < 32) {
    std::sort(values.begin(), values.end());
    return;
  }
  const auto bits = static_cast<unsigned>(std::bit_width(values.size() - 1));
  std::vector<std::uint32_t> ends(std::size_t{1} << bits);
  for (std::uint64_t v : values) ++ends[v >> (64 - bits)];
  std::uint32_t sum = 0, most = 0;
  for (std::uint32_t& end : ends) {
    most = std::max(most, end);
    const std::uint32_t count = end;
    end = sum;
    sum += count;
  }
  if (most > kMostAtAPlace) {
    std::sort(values.begin(), values.end());
    return;
  }
  std::vector<std::uint64_t> placed(values.size());
  for (std::uint64_t v : values) placed[ends[v >> (64 - bits)]++] = v;
  for (std::size_t i = 1; i < placed.size(); ++i) {
    const std::uint64_t v = placed[i];
    std::size_t k = i;
    for (; k > 0 && placed[k - 1] > v; --k) placed[k] = placed[k - 1];
    placed[k] = v;
  }
  values.swap(placed);
}

inline void sort_and_unite_hashes(std::vector<std::uint64_t>& values) {
  sort_hashes(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace attache
