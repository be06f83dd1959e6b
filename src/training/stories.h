// What stories rest on, estimated from reports: in how many of them a feature stands, and how likely two of them with given
// signals tell of one happening. The same reports in the same order give the same bytes.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "stories/join.h"
#include "training/boosting.h"

namespace attache {

// Features that fewer than `least` reports hold are left out.
[[nodiscard]] NewsFrequencies count_frequencies(std::span<const Analysis> analyses, const Lexicon& lexicon, std::uint32_t least);

// Reports that lie in one folder, with the label of their story. In an order of their own, copies among them.
struct LabelledReports {
  std::vector<Analysis> analyses;
  std::vector<std::string> stories;  // one a report
  double weight = 1;                 // of all its pairs together
  bool one_language = true;          // it holds stories told twice in one language
};

// The pairs of each folder as the program would compare them.
[[nodiscard]] TrainingRows join_rows(std::span<const LabelledReports> folders, const NewsFrequencies& frequencies, const BoostedTrees& kinship, const Lexicon& lexicon, int threads);

// The same for pairs that are not both in English. Pairs of one language count only in folders that
// know such stories; in others they were left out on purpose.
[[nodiscard]] TrainingRows abroad_rows(std::span<const LabelledReports> folders, const BoostedTrees& kinship, const Lexicon& lexicon, int threads);

}  // namespace attache
