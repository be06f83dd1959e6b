// What the parser gets wrong in ways that can be told: put right before facts are read.
#pragma once

#include <functional>

#include "mentions/events/sentence_tree.h"

namespace attache {

// "refuse to recognise": the infinitive belongs to the verb right before "to", wherever the tree has hung it.
void mend_infinitives(SentenceTree& tree);

// "Chad, Mali, Niger and Togo each approved it", "by our count Niamey is the third": names right before a finite verb without a subject
// are its subject, and states in a list are coordinated, none described by the next.
void mend_named_subjects(SentenceTree& tree, const std::function<bool(std::uint32_t word)>& is_state);

// "By 60 votes to 6 the assembly on Monday approved it": a noun without a preposition right before a finite verb without a subject,
// hung on the phrase before it, is the subject. Needs TreeWord::time.
void mend_lost_subjects(SentenceTree& tree);

}  // namespace attache
