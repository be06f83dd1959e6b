// The best tree over scored arcs.
//
// Method: Chu-Liu/Edmonds by contraction of cycles, with exactly one word under the root: when the best tree has several,
// each of them is tried alone. Cost: n^2 where the greedy choice is a tree already (nearly always), n^3 at worst.
#pragma once

#include <cstdint>
#include <vector>

#include "nn/matrix.h"

namespace attache {

// scores: words x (words + 1); column 0 is the root, column h + 1 the word h. Result: for each word 0 for the root, or h + 1.
[[nodiscard]] std::vector<std::uint32_t> best_tree(const Matrix& scores);

}  // namespace attache
