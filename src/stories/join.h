// How likely two texts tell of one happening: boosted trees (models/stories.tsv, its card beside it) over their likeness in
// five channels, how it stands beside that of each text's other neighbours, time, shared numbers and shared days.
//
// Likeness is taken twice: by the shipped frequencies alone, which tells one affair from another whatever the collection
// is, and with the collection's own frequencies outweighing them ten times, which tells one happening from the next within
// an affair. The place of a pair among the pairs of both its texts (rank, share of the best) means the same in a folder of
// six texts and of six thousand, where no bound on likeness does.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "boosting/boosted_trees.h"
#include "stories/candidates.h"
#include "stories/texts.h"

namespace attache {

inline constexpr std::array<std::string_view, 40> kJoinSignals = {
    // by the shipped frequencies; "rank" is the log of 1 + the number of more alike neighbours, "share" is of the best one's likeness
    "words", "lead", "names", "pairs", "title", "mean", "near_rank", "far_rank", "low_share", "high_share",
    // the same with the collection outweighing them
    "own_words", "own_lead", "own_names", "own_pairs", "own_title", "own_mean", "own_near_rank", "own_far_rank", "own_low_share", "own_high_share",
    // log of the texts in the collection; days apart; log of the words of the shorter text; share of its numbers that the
    // other has; 1 = a day named in both, 0 = other days. -1 where one of them has none
    "texts", "days", "length", "numbers", "named_days",
    // of what the beginning of one says, the share that the other says anywhere, by rarity: the lower and the higher of both ways
    "lead_in_text", "lead_in_text_high", "title_in_text", "title_in_text_high", "lead_names_in_text", "lead_names_in_text_high",
    "own_lead_in_text", "own_lead_in_text_high", "own_title_in_text", "own_title_in_text_high", "own_lead_names_in_text", "own_lead_names_in_text_high",
    "lead_numbers_in_text", "lead_numbers_in_text_high",
    "lead_days"};  // as named_days

struct JoinPair {
  Pair texts;
  std::array<float, kJoinSignals.size()> signals{};
};

// The pairs of a collection that can be of one happening: candidates that share more than a trace of words. Each text has
// one vote on what is common.
[[nodiscard]] std::vector<JoinPair> join_pairs(const StoryTexts& texts, const NewsFrequencies& news, const CandidateOptions& options, int threads);

// Everything trained that stories rest on.
struct StoryModel {
  NewsFrequencies frequencies;
  BoostedTrees join;    // two texts in English
  BoostedTrees abroad;  // others (abroad.h)
};
[[nodiscard]] Result<StoryModel> shipped_story_model();

}  // namespace attache
