// The trained tagger of statements: models/statements.bin, its card beside it.
//
// Two chains. The first marks the words that attribute ("said", "according to", "made clear"), sentence by sentence. The second marks,
// around each of them by turns, the source and the content that belong to it: the manner of semantic role labelling (Gildea and Jurafsky
// 2002), so that no piece must be joined to another afterwards. What the rules found is among the features of both.
//
// File: "attache-statements 1\n", the least probability of a cue (32-bit float), the two chains, the XXH3 hash of all before it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"
#include "sequence/linear_chain.h"

namespace attache {

struct AttributionModel {
  LinearChain cues;    // kCueLabels
  LinearChain parts;   // kPartLabels
  float least_cue = 0.5f;
};

[[nodiscard]] std::vector<std::string> cue_labels();   // "O", "B-cue", "I-cue"
[[nodiscard]] std::vector<std::string> part_labels();  // "O", "B-source", "I-source", "B-content", "I-content"

[[nodiscard]] std::string serialise(const AttributionModel& model);

// Refuses what is no such model, of another version, damaged, or larger than 64 MiB.
[[nodiscard]] Result<AttributionModel> parse_attribution_model(std::string_view bytes, const std::string& source);

// The model in the program itself.
[[nodiscard]] Result<AttributionModel> shipped_attribution_model();

}  // namespace attache
