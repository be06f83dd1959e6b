// Where a pair stands among the pairs of each of its texts: what likeness means in one collection it does not mean in
// another, but being each other's nearest neighbour does.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

#include "base/parallel.h"

namespace attache {

// Each pair has `texts` and `signals`; signal `at` is its likeness. The four signals behind it are written: the log of 1 + the
// number of more alike pairs, of the text where it stands higher and of the other; its likeness as a share of the best one's,
// the lower of both texts and the higher.
template <class Pair>
void place_among_neighbours(std::vector<Pair>& pairs, std::size_t texts, std::size_t at, int threads) {
  std::vector<std::vector<float>> likeness_of(texts);  // of a text's pairs, in descending order
  for (const Pair& p : pairs) {
    likeness_of[p.texts.first].push_back(p.signals[at]);
    likeness_of[p.texts.second].push_back(p.signals[at]);
  }
  parallel_for(texts, threads, [&](std::size_t i) { std::sort(likeness_of[i].begin(), likeness_of[i].end(), std::greater<>()); });
  parallel_for(pairs.size(), threads, [&](std::size_t p) {
    const float own = pairs[p].signals[at];
    const auto rank = [&](const std::vector<float>& list) { return static_cast<float>(std::lower_bound(list.begin(), list.end(), own, std::greater<>()) - list.begin()); };
    const auto share = [&](const std::vector<float>& list) { return list.front() > 0 ? own / list.front() : 0.0F; };
    const std::vector<float>&a = likeness_of[pairs[p].texts.first], &b = likeness_of[pairs[p].texts.second];
    float* out = pairs[p].signals.data() + at + 1;
    *out++ = std::log(1 + std::min(rank(a), rank(b)));
    *out++ = std::log(1 + std::max(rank(a), rank(b)));
    *out++ = std::min(share(a), share(b));
    *out++ = std::max(share(a), share(b));
  });
}

}  // namespace attache
