// How many sets of members stay within a bound of one weight, whatever their size: for bodies whose table by size as well
// would not fit (coalition_table.h).
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "voting/wide_count.h"

namespace attache {

template <std::size_t Words>
class WeightTable {
 public:
  using Count = WideCount<Words>;

  WeightTable(std::span<const std::uint64_t> weights, std::uint64_t bound) : cells_(static_cast<std::size_t>(bound) + 1) {
    cells_.front().words[0] = 1;
    std::size_t highest = 0;
    for (const std::uint64_t weight : weights) {
      if (weight > bound) continue;
      const auto shift = static_cast<std::size_t>(weight);
      highest = std::min(highest + shift, cells_.size() - 1);
      for (std::size_t k = highest + 1; k-- > shift;) cells_[k] += cells_[k - shift];
    }
    for (std::size_t k = 1; k < cells_.size(); ++k) cells_[k] += cells_[k - 1];
  }

  // Sets without one member of this weight that stay within `within` (negative: none do).
  [[nodiscard]] Count without(std::uint64_t weight, std::int64_t within) const {
    Count sum;
    if (weight == 0) {  // half of all sets have the member, whatever their weight
      if (within < 0) return sum;
      sum = cells_[static_cast<std::size_t>(within)];
      sum.halve();
      return sum;
    }
    bool minus = false;
    for (; within >= 0; within -= static_cast<std::int64_t>(weight), minus = !minus) {
      if (minus) sum -= cells_[static_cast<std::size_t>(within)];
      else sum += cells_[static_cast<std::size_t>(within)];
    }
    return sum;
  }

 private:
  std::vector<Count> cells_;
};

}  // namespace attache
