// Whether a sentence may tell a political act, by its words alone: a tree costs thirty times what else is done for a sentence, and most
// sentences of the news tell none.
#pragma once

#include <string_view>

#include "language/analysis.h"
#include "mentions/clause.h"
#include "mentions/events/trigger_lexicon.h"
#include "sequence/linear_chain.h"

namespace attache {

// One row for the whole sentence: its words, verbs, the triggers listed for them, kinds of names.
[[nodiscard]] FeatureRows gate_features(const Language& language, const Clauses& clauses, const Sentence& sentence, const Lexicon& lexicon, const TriggerLexicon& triggers);

// The probability of the chain's second label (model.h).
[[nodiscard]] float act_probability(const LinearChain& gate, const FeatureRows& rows);

}  // namespace attache
