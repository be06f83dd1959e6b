// Whether an act was done, as its clause tells it: tense, modal verbs, negation, and verbs that ask for it or deny it.
#pragma once

#include "mentions/event.h"
#include "mentions/events/sentence_tree.h"

namespace attache {

// `past`: the sentence names a time that lies more than half a year before the report.
[[nodiscard]] EventStatus status_of(const SentenceTree& tree, std::uint32_t trigger, bool past);

}  // namespace attache
