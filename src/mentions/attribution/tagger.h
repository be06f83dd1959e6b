// Statements by the trained tagger (model.h): cues first, then what belongs to each.
#pragma once

#include <cstdint>
#include <vector>

#include "language/analysis.h"
#include "mentions/attribution/model.h"
#include "mentions/attribution/signs.h"

namespace attache {

struct CueCandidate {
  Range tokens;
  float sure = 0;  // the least probability of its tokens' labels
};

// Of one sentence, in order: runs of tokens that a cue is made of with a probability of at least `least`.
[[nodiscard]] std::vector<CueCandidate> find_cue_candidates(const LinearChain& model, const ReportSigns& signs, Range sentence, float least);

// Where the source and the content of a cue are looked for: its sentence; those beside it in the same block that quote, two before and
// three behind, further as long as one quotation goes on; and the quotation of the next block where this one ends with a colon. At most `longest` tokens on either
// side.
[[nodiscard]] Range window_of(const Language& language, const ReportSigns& signs, std::uint32_t sentence, Range cue, std::uint32_t longest);

// The sentence of each token.
[[nodiscard]] std::vector<std::uint32_t> sentences_of_tokens(const Segmentation& segmentation);

struct Attribution {
  CueCandidate cue;
  std::uint32_t sentence = 0;
  std::vector<Range> source, content;  // content is never empty
};

[[nodiscard]] std::vector<Attribution> tag_attributions(const AttributionModel& model, const Language& language, const ReportSigns& signs);

}  // namespace attache
