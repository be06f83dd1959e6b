// What the parser gets wrong in ways that can be told: put right before facts are read.
#pragma once

#include "mentions/events/sentence_tree.h"

namespace attache {

// "refuse to recognise": the infinitive belongs to the verb right before "to", wherever the tree has hung it.
void mend_infinitives(SentenceTree& tree);

}  // namespace attache
