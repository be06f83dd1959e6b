// Whether one report descends from the text of another: boosted trees (models/lineage.tsv, its card beside it) over what
// the two texts share. One bound on containment cannot tell a rewritten version from a form that is filled in anew every
// day (market reports, results) or from two newsrooms that quote one statement: those share as many words, but other ones.
#pragma once

#include <array>
#include <string_view>

#include "base/error.h"
#include "boosting/boosted_trees.h"
#include "lineage/candidates.h"
#include "lineage/text_shape.h"

namespace attache {

// Shares are of 4-grams, 0 to 1; -1 where a text has nothing to share. "short" is the text with fewer 4-grams.
inline constexpr std::array<std::string_view, 24> kKinshipSignals = {
    "short_in_long", "long_in_short",
    "rare",         // the first, each 4-gram weighed by how few reports hold it
    "unquoted",     // the first, outside quotation marks alone
    "quoted",       // share of what they have in common that stands inside them
    "shared",       // log of the 4-grams in common
    "longest_run", "mean_run",  // log of the words that stand in one piece in both
    "short_lead", "long_lead",  // share of the first 30 4-grams that the other has
    "numbers",      // share of the short text's numbers that the other has
    "number_count",  // log
    "short_names", "long_names",  // share of names that the other has
    "title",        // Dice of the words of both titles
    "days",         // apart
    "length",       // log of the words of the short text
    "ratio",        // of the words of both
    "same_agency",  // 1 = they name one in common, 0 = each names others
    "holders", "days_held",  // mean log of the reports, and of their days, that hold what they share
    "swaps",        // log of the places of a few words where two otherwise equal pieces differ
    "swapped_numbers", "swapped_names"};  // share of these places
using KinshipSignals = std::array<float, kKinshipSignals.size()>;

// `index` knows how many reports hold a 4-gram.
[[nodiscard]] KinshipSignals kinship_signals(const Report& a, const TextShape& shape_a, const Report& b, const TextShape& shape_b, const SketchIndex& index);

// Share of the first paragraph of `text` (30 4-grams) that `other` has; -1 where it has none.
[[nodiscard]] double lead_share(const TextShape& text, const TextShape& other);

// Probability that both descend from one text. Two short texts that share neither two fifths of the one nor fifteen words in
// one piece are not kin, whatever the trees say of them: too few of their kind are among what they learnt from. (Five-fold on
// the Reuters leads F1 .886 without this, .900 with it; templates taken for copies .077 and .055.)
[[nodiscard]] double kin_probability(const BoostedTrees& kinship, const KinshipSignals& signals);

[[nodiscard]] Result<BoostedTrees> shipped_kinship();

}  // namespace attache
