// Names in sentences: one word and its BIO tag a line (.bio), or paragraphs with names in square brackets (data/training/names).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "language/lexicon.h"
#include "training/sentence.h"

namespace attache {

// "FORM<TAB>TAG", an empty line between sentences, comments "# ...".
[[nodiscard]] Result<std::vector<LabelledSentence>> parse_bio(std::string_view text, const std::string& source);

// "[PER Ilka Doran] told [ORG Reuters] ..."; a paragraph a line, cut into sentences and words by the program's own rules.
[[nodiscard]] Result<std::vector<LabelledSentence>> parse_bracketed_names(std::string_view text, const std::string& source, const Lexicon& lexicon);

// Tags of a sentence from BIO to BIOES.
void to_bioes(LabelledSentence& sentence);

}  // namespace attache
