// Pairs of texts that are worth comparing: those that share one of each other's weightiest features, the ones that share
// most first. Cost: n times the length of the lists of features that are not too common.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "stories/features.h"

namespace attache {

using Pair = std::pair<std::uint32_t, std::uint32_t>;  // first < second

struct CandidateOptions {
  std::size_t most = 60;            // pairs that a text asks for; it may be asked for more often
  std::size_t index_features = 40;  // of a text and channel in the index
  std::size_t postings = 400;       // a feature that more texts hold tells nothing apart
};

// Vectors of each text by number: only words and names are looked at, which are enough to find what the other channels then
// weigh. Pairs in ascending order.
using VectorsOf = std::function<const FeatureVectors&(std::size_t)>;
[[nodiscard]] std::vector<Pair> candidate_pairs(std::size_t texts, const VectorsOf& vectors_of, const CandidateOptions& options, int threads);

}  // namespace attache
