// How many sets of members have a size and stay within bounds of weight: a table of all sums (dynamic programming).
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "voting/quota_form.h"
#include "voting/wide_count.h"

namespace attache {

// most, bounds: the largest size and weights that will be asked for, one bound a kind of weight. Cells: (most + 1) * product of (bound + 1).
[[nodiscard]] double coalition_table_cells(std::size_t most, std::span<const std::uint64_t> bounds);

template <std::size_t Words>
class CoalitionTable {
 public:
  using Count = WideCount<Words>;

  CoalitionTable(const QuotaForm& form, std::size_t most, std::span<const std::uint64_t> bounds) : form_(form), most_(most), bounds_(bounds.begin(), bounds.end()) {
    for (const std::uint64_t bound : bounds_) {
      strides_.push_back(plane_);
      plane_ *= static_cast<std::size_t>(bound) + 1;
    }
    cells_.resize((most + 1) * plane_);
    cells_.front().words[0] = 1;
    for (std::size_t i = 0; i < form.members; ++i) add(i);
    for (std::size_t d = 0; d < bounds_.size(); ++d) cumulate(d);
  }

  // Sets of `size` members, `most` of them at most, without member `out` whose weights stay within `within` (negative: none do).
  [[nodiscard]] Count without(std::size_t out, std::size_t size, std::span<const std::int64_t> within) const {
    Count sum;
    std::vector<std::int64_t> at(within.begin(), within.end());
    for (std::size_t taken = 0; taken <= size; ++taken) {
      const Count* cell = cell_at(size - taken, at);
      if (!cell) break;
      if (taken % 2) sum -= *cell;
      else sum += *cell;
      for (std::size_t d = 0; d < at.size(); ++d) at[d] -= static_cast<std::int64_t>(form_.weights[d][out]);
    }
    return sum;
  }

 private:
  const QuotaForm& form_;
  std::size_t most_;
  std::vector<std::uint64_t> bounds_;
  std::vector<std::size_t> strides_;
  std::size_t plane_ = 1;
  std::vector<Count> cells_;

  const Count* cell_at(std::size_t size, std::span<const std::int64_t> at) const {
    std::size_t cell = size * plane_;
    for (std::size_t d = 0; d < at.size(); ++d) {
      if (at[d] < 0) return nullptr;
      cell += strides_[d] * static_cast<std::size_t>(std::min(static_cast<std::uint64_t>(at[d]), bounds_[d]));
    }
    return &cells_[cell];
  }

  void add(std::size_t member) {
    std::size_t shift = 0;
    for (std::size_t d = 0; d < bounds_.size(); ++d) {
      if (form_.weights[d][member] > bounds_[d]) return;  // never within
      shift += strides_[d] * static_cast<std::size_t>(form_.weights[d][member]);
    }
    for (std::size_t size = std::min(member + 1, most_); size > 0; --size) {
      Count* to = &cells_[size * plane_];
      const Count* from = &cells_[(size - 1) * plane_];
      add_rows(to, from, member, bounds_.size(), shift);
    }
  }

  // Cells whose weights leave room for the member, row by row of the first kind.
  void add_rows(Count* to, const Count* from, std::size_t member, std::size_t kinds, std::size_t shift) const {
    if (kinds <= 1) {
      const std::size_t room = kinds == 0 ? 1 : static_cast<std::size_t>(bounds_[0] - form_.weights[0][member]) + 1;
      for (std::size_t k = 0; k < room; ++k) to[shift + k] += from[k];
      return;
    }
    const std::size_t d = kinds - 1;
    for (std::uint64_t w = 0; w + form_.weights[d][member] <= bounds_[d]; ++w) add_rows(to + strides_[d] * w, from + strides_[d] * w, member, d, shift);
  }

  void cumulate(std::size_t d) {
    for (std::size_t k = 0; k < cells_.size(); ++k) {
      if (k / strides_[d] % (bounds_[d] + 1) != 0) cells_[k] += cells_[k - strides_[d]];
    }
  }
};

}  // namespace attache
