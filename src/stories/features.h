// A report as weighted features in four channels: all words, the words of its beginning, names, word pairs.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "analysis/analysis.h"

namespace attache {

inline constexpr std::size_t kChannels = 4;
enum class Channel : std::uint8_t { words, lead, names, pairs };

// Sorted by key.
struct Feature {
  std::uint64_t key = 0;
  float weight = 0;
};
using FeatureVector = std::vector<Feature>;

// Counts of one report: 1 + log(count), without document frequencies.
struct ReportFeatures {
  std::array<FeatureVector, kChannels> channels;
};
[[nodiscard]] ReportFeatures make_features(const Analysis& analysis, const Lexicon& lexicon);

// How many texts hold a feature. Copies of one text share its one vote, or a wire story would make its own words common.
struct DocumentFrequencies {
  std::array<std::unordered_map<std::uint64_t, float>, kChannels> counts;
  double texts = 0;
};
void add_text(DocumentFrequencies& frequencies, const ReportFeatures& features, double vote);

// Unit vectors weighted by log((N + prior) / (count + 1)). A prior of 0 leaves what the whole collection shares without
// weight; a large one keeps it.
[[nodiscard]] std::array<FeatureVector, kChannels> weigh(const ReportFeatures& features, const DocumentFrequencies& frequencies, double prior);

[[nodiscard]] double dot(const FeatureVector& a, const FeatureVector& b);

}  // namespace attache
