#include "stories/candidates.h"

#include <algorithm>
#include <unordered_map>

#include "base/hash.h"
#include "base/parallel.h"

namespace attache {

std::vector<Pair> candidate_pairs(std::size_t texts, const VectorsOf& vectors_of, const CandidateOptions& options, int threads) {
  std::vector<FeatureVector> top(texts);
  std::unordered_map<std::uint64_t, std::vector<Feature>> index;  // feature -> (text, weight)
  for (std::size_t i = 0; i < texts; ++i) {
    for (std::size_t c : {static_cast<std::size_t>(Channel::words), static_cast<std::size_t>(Channel::names)}) {
      FeatureVector v = vectors_of(i)[c];
      const std::size_t keep = std::min(options.index_features, v.size());
      std::partial_sort(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(keep), v.end(), [](const Feature& a, const Feature& b) { return a.weight != b.weight ? a.weight > b.weight : a.key < b.key; });
      for (std::size_t k = 0; k < keep; ++k) {
        const Feature f{mix(v[k].key + c), v[k].weight};
        top[i].push_back(f);
        index[f.key].push_back({i, f.weight});
      }
    }
  }
  constexpr std::size_t kBlock = 256;  // texts that share one scratch array
  std::vector<std::vector<Pair>> found(texts);
  parallel_for((texts + kBlock - 1) / kBlock, threads, [&](std::size_t block) {
    std::vector<double> score(texts, 0);
    std::vector<std::uint32_t> touched;
    std::vector<std::pair<double, std::uint32_t>> order;
    for (std::size_t i = block * kBlock; i < std::min(texts, (block + 1) * kBlock); ++i) {
      touched.clear();
      order.clear();
      for (const Feature& f : top[i]) {
        const std::vector<Feature>& list = index.find(f.key)->second;
        if (list.size() > options.postings) continue;
        for (const Feature& other : list) {
          double& s = score[other.key];
          if (s == 0) touched.push_back(static_cast<std::uint32_t>(other.key));
          s += static_cast<double>(f.weight) * static_cast<double>(other.weight);
        }
      }
      for (std::uint32_t other : touched) {
        if (other != i) order.emplace_back(-score[other], other);
        score[other] = 0;
      }
      const std::size_t keep = std::min(options.most, order.size());
      std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(keep), order.end());
      for (std::size_t k = 0; k < keep; ++k) {
        const auto own = static_cast<std::uint32_t>(i);
        found[i].emplace_back(std::min(own, order[k].second), std::max(own, order[k].second));
      }
    }
  });
  std::vector<Pair> pairs;
  for (const auto& list : found) pairs.insert(pairs.end(), list.begin(), list.end());
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace attache
