// Whether a sentence says that something is so, that it is not, or leaves it open.
#pragma once

#include <cstdint>

#include "mentions/events/sentence_tree.h"

namespace attache {

enum class Assertion : std::uint8_t {
  told,
  denied,  // "do not recognise", "has yet to recognise"
  refused,      // "refuse to recognise", "will not recognise"
  willing,      // "will recognise", "said it would recognise"
  pledged,      // "promised to recognise"
  conditional,  // "will recognise it only if", "unless"
  open     // asked for, wished, possible, planned, in question
};

// Of a verb or noun that carries a fact. `planned`: what will be so counts as told ("will apply from May").
// `reported`: it stands in what somebody says: "would" there is what will be.
[[nodiscard]] Assertion assertion_of(const SentenceTree& tree, std::uint32_t word, bool planned, bool reported);

}  // namespace attache
