// Average-link agglomeration of a sparse similarity graph: pairs without an edge count as 0.
//
// Method: the two groups with the highest mean similarity over all their pairs are joined until none reaches the bound
// (UPGMA, Sokal & Michener 1958), on edge sums kept in hash maps with a heap of stale-checked entries.
// Cost: O(E log E) for E edges. Ties go to the smaller index, so the outcome does not depend on hash order.
#pragma once

#include <cstdint>
#include <vector>

namespace attache {

struct Edge {
  std::uint32_t a = 0, b = 0;
  double similarity = 0;
};

// `sizes`: how many items each node stands for (1 where empty). Gives the group of each node, numbered by smallest member.
[[nodiscard]] std::vector<std::uint32_t> average_link(std::size_t nodes, const std::vector<Edge>& edges, const std::vector<double>& sizes, double bound);

}  // namespace attache
