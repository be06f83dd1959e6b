// CoNLL-U (universaldependencies.org/format.html), plain or in gzip: words with tags and trees, and the names that a MISC field NER= gives.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "training/sentence.h"

namespace attache {

// Refuses lines of other than ten columns and heads outside the sentence, with the line. Multi-word tokens and empty nodes are passed over.
[[nodiscard]] Result<std::vector<LabelledSentence>> parse_conllu(std::string_view text, const std::string& source);

// Trees in Stanford Dependencies / UD version 1 with Penn tags, made to look like UD version 2 as far as a rule can; what no rule
// can tell (punctuation, "dep") becomes unknown. Lemmas and names stay.
void convert_stanford(LabelledSentence& sentence);

}  // namespace attache
