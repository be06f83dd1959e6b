// The best sequence of name labels: begin, inside, end, single (BIOES; Ratinov and Roth 2009) in an order that makes names.
#pragma once

#include <cstdint>
#include <vector>

#include "nn/matrix.h"

namespace attache {

// Label 0 is "O"; 4 k + 1 to 4 k + 4 are B, I, E, S of kind k.
[[nodiscard]] bool may_follow(std::uint32_t label, std::uint32_t before);

// scores: words x labels. Viterbi's way, linear in words.
[[nodiscard]] std::vector<std::uint32_t> best_name_labels(const Matrix& scores);

}  // namespace attache
