// A game without abstentions in its plainest form: each way is a number of heads and a quota for each kind of weight.
#pragma once

#include <cstdint>
#include <vector>

#include "voting/game.h"

namespace attache {

struct QuotaForm {
  std::size_t members = 0;
  // the different weights that are not plain heads; divided by what all of one kind have in common
  std::vector<std::vector<std::uint64_t>> weights;
  struct Way {
    std::uint64_t heads = 0;
    std::vector<std::uint64_t> quotas;  // one a kind of weight; 0 = not asked
    auto operator<=>(const Way&) const = default;
  };
  std::vector<Way> ways;  // none of them follows from another, none is out of reach
};

[[nodiscard]] QuotaForm quota_form(const Game& game);

[[nodiscard]] std::uint64_t total_of(const std::vector<std::uint64_t>& weights);

}  // namespace attache
