// How many sets of members have a size and stay within a bound of one weight, however large the weights: the members in two
// halves, the sets of each sorted by weight, pairs counted with two pointers (Horowitz and Sahni, 1974).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "voting/quota_form.h"
#include "voting/wide_count.h"

namespace attache {

class CoalitionHalves {
 public:
  static constexpr std::size_t kMostMembers = 44;  // 2^22 sets a half, 64 MiB
  using Count = WideCount<1>;

  explicit CoalitionHalves(const QuotaForm& form);  // one kind of weight, kMostMembers at most

  // Sets of `size` members without member `out` whose weight stays within within[0].
  [[nodiscard]] Count without(std::size_t out, std::size_t size, std::span<const std::int64_t> within);

 private:
  struct Set {
    std::uint64_t weight = 0;
    std::uint32_t members = 0;
  };
  using BySize = std::vector<std::vector<std::uint64_t>>;  // weights, ascending
  std::array<std::vector<std::vector<Set>>, 2> sets_;      // of each half, by size, ascending by weight
  std::array<std::size_t, 2> sizes_{};
  std::size_t out_ = static_cast<std::size_t>(-1);
  std::array<BySize, 2> left_;  // without member out_

  void take_out(std::size_t member);
};

}  // namespace attache
