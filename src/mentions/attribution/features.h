// Features of tokens for the two chains of the tagger (model.h): which words attribute, and what belongs to one of them.
#pragma once

#include "mentions/attribution/signs.h"
#include "mentions/clause.h"
#include "sequence/linear_chain.h"

namespace attache {

// Of each token of a sentence: does it belong to a cue?
[[nodiscard]] FeatureRows cue_features(const ReportSigns& signs, Range sentence);

// Of each token of a window around a cue: does it belong to its source or its content? `sure` is the probability of the cue, 0 to 1;
// `sentences` gives the sentence of each token of the report.
[[nodiscard]] FeatureRows part_features(const ReportSigns& signs, const std::vector<std::uint32_t>& sentences, Range window, Range cue, float sure);

}  // namespace attache
