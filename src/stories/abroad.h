// How likely two texts tell of one happening where at least one of them is not in English: what their beginnings share in
// any language (concepts, countries, name keys, numbers), judged by boosted trees (models/stories_abroad.tsv).
// Only the beginning is read: it says what happened, and a short item is as long as that.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/analysis.h"
#include "boosting/boosted_trees.h"
#include "stories/candidates.h"
#include "stories/texts.h"

namespace attache {

inline constexpr std::array<std::string_view, 23> kAbroadSignals = {
    // likeness with what most texts of the collection share weighing little
    "concepts", "names", "mean", "near_rank", "far_rank", "low_share", "high_share",
    // the same with a prior of 500 texts, which keeps the weight of what a small collection shares
    "kept_concepts", "kept_names", "kept_mean", "kept_near_rank", "kept_far_rank", "kept_low_share", "kept_high_share",
    "shared_concepts", "shared_names",  // how many
    "least_concepts", "least_names",    // of the text that has fewer
    "own_words",   // likeness of all words, for two texts of one language
    "texts", "days", "numbers", "english"};  // english: how many of both are

struct AbroadPair {
  Pair texts;
  std::array<float, kAbroadSignals.size()> signals{};
};

// More than for English: what two languages share is a handful of features, which many texts hold.
inline constexpr CandidateOptions kAbroadCandidates = {.most = 150, .index_features = 40, .postings = 2000};

// Pairs of texts that are not both in English. Empty when all are.
[[nodiscard]] std::vector<AbroadPair> abroad_pairs(std::span<const Analysis> analyses, const StoryTexts& texts, const CandidateOptions& options, int threads);

[[nodiscard]] Result<BoostedTrees> shipped_abroad();

}  // namespace attache
