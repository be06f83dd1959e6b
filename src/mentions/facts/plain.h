// Whether a sentence tells plainly where somebody stands. Stricter than assertion.h: a stand that is not one is worse than none.
#pragma once

#include <cstdint>

#include "mentions/events/sentence_tree.h"

namespace attache {

// Of the verb or noun that carries it. False where it stands in a question, in a clause of what is to come ("until Chad ratifies"), of what
// somebody is accused of, kept from or credited with, behind "no longer", "neither", "nearly", "allegedly", or in what somebody merely
// believes, claims or denies.
[[nodiscard]] bool is_told_plainly(const SentenceTree& tree, std::uint32_t word);

// "all but Chad", "Chad not among them", "Chad or Mali": named, but not as one who does it.
[[nodiscard]] bool is_excepted(const SentenceTree& tree, std::uint32_t name);

}  // namespace attache
