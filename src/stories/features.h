// A report as weighted features in five channels: all words, the words of its beginning, names, word pairs, title words;
// and what is compared by itself: the numbers and days it names, its length.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "analysis/analysis.h"
#include "stories/frequencies.h"

namespace attache {

inline constexpr std::uint32_t kLeadBytes = 600;  // a report's beginning, title and body: measured against 300 and 1,000 on the English pool of bench/stories

// Sorted by key.
struct Feature {
  std::uint64_t key = 0;
  float weight = 0;
};
using FeatureVector = std::vector<Feature>;
using FeatureVectors = std::array<FeatureVector, kChannels>;

// Counts of one report: 1 + log(count), without document frequencies.
struct ReportFeatures {
  FeatureVectors channels;
  std::vector<std::uint64_t> numbers;  // hashes of the number words, sorted, unique
  std::vector<std::int32_t> days;      // named in the text, as days_of; sorted, unique
  std::uint32_t words = 0;             // of title and body, all of them
  // the same of the beginning: keys of the channel of names, hashes of number words, days
  std::vector<std::uint64_t> lead_names, lead_numbers;
  std::vector<std::int32_t> lead_days;
};
[[nodiscard]] ReportFeatures make_features(const Analysis& analysis, const Lexicon& lexicon);

// How many texts of this collection hold a feature. Copies of one text share its one vote, or a wire story would make its
// own words common.
struct CollectionFrequencies {
  std::array<std::unordered_map<std::uint64_t, float>, kChannels> counts;
  double texts = 0;
};
void add_text(CollectionFrequencies& frequencies, const ReportFeatures& features, double vote);

// Unit vectors weighted by log((N + prior + 1) / (count + 1)). A prior of 0 leaves what the whole collection shares without
// weight; a large one keeps it.
[[nodiscard]] FeatureVectors weigh(const ReportFeatures& features, const CollectionFrequencies& frequencies, double prior);

// The same by the shipped frequencies of news, to which this collection is added as if it were `mass` times as large as they
// are: 0 leaves it out, so that two reports are as alike in any collection; a large mass leaves little weight to what the
// reports of a small folder all share, the words of its affair.
[[nodiscard]] FeatureVectors weigh(const ReportFeatures& features, const NewsFrequencies& news, const CollectionFrequencies& own, double mass);

[[nodiscard]] double dot(const FeatureVector& a, const FeatureVector& b);

}  // namespace attache
