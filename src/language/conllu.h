// Words, tags, lemmas, trees and names of a text as CoNLL-U (universaldependencies.org/format.html).
#pragma once

#include <string>
#include <string_view>

#include "language/lexicon.h"
#include "language/segment.h"
#include "syntax/reader.h"

namespace attache {

// Sentences of title and body in text order, with comments sent_id (id-1, id-2, ...) and text; MISC holds SpaceAfter=No and Name=B-PER and the
// like (BIO; PER, ORG, LOC, MISC), and Begin= the word's first code point in the text.
[[nodiscard]] std::string to_conllu(std::string_view text, std::string_view id, const Segmentation& segmentation, const SyntaxReader& reader, const Lexicon& lexicon);

}  // namespace attache
