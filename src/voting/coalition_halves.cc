#include "voting/coalition_halves.h"

#include <algorithm>
#include <bit>

namespace attache {

CoalitionHalves::CoalitionHalves(const QuotaForm& form) {
  sizes_ = {form.members / 2, form.members - form.members / 2};
  for (std::size_t half = 0; half < 2; ++half) {
    const std::size_t first = half ? sizes_[0] : 0;
    std::vector<std::uint64_t> weights(std::size_t{1} << sizes_[half]);
    sets_[half].resize(sizes_[half] + 1);
    for (std::uint32_t set = 0; set < weights.size(); ++set) {
      if (set) weights[set] = weights[set & (set - 1)] + form.weights[0][first + static_cast<std::size_t>(std::countr_zero(set))];
      sets_[half][static_cast<std::size_t>(std::popcount(set))].push_back({weights[set], set});
    }
    for (std::vector<Set>& of_size : sets_[half]) std::sort(of_size.begin(), of_size.end(), [](const Set& a, const Set& b) { return a.weight < b.weight; });
  }
}

void CoalitionHalves::take_out(std::size_t member) {
  out_ = member;
  for (std::size_t half = 0; half < 2; ++half) {
    const bool here = (member >= sizes_[0]) == (half == 1);
    const std::uint32_t bit = here ? std::uint32_t{1} << (member - (half ? sizes_[0] : 0)) : 0;
    left_[half].assign(sets_[half].size(), {});
    for (std::size_t size = 0; size < sets_[half].size(); ++size) {
      for (const Set& set : sets_[half][size]) {
        if (!(set.members & bit)) left_[half][size].push_back(set.weight);
      }
    }
  }
}

CoalitionHalves::Count CoalitionHalves::without(std::size_t out, std::size_t size, std::span<const std::int64_t> within) {
  if (out != out_) take_out(out);
  Count count;
  if (within[0] < 0) return count;
  const auto bound = static_cast<std::uint64_t>(within[0]);
  for (std::size_t first = 0; first < left_[0].size() && first <= size; ++first) {
    if (size - first >= left_[1].size()) continue;
    const std::vector<std::uint64_t>& a = left_[0][first];
    const std::vector<std::uint64_t>& b = left_[1][size - first];
    std::size_t fitting = b.size();
    for (const std::uint64_t weight : a) {
      while (fitting > 0 && (weight > bound || b[fitting - 1] > bound - weight)) --fitting;
      count.words[0] += fitting;
    }
  }
  return count;
}

}  // namespace attache
