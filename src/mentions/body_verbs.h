// Does a report use a word as a verb? Asked only for headlines in which the tagger finds none.
//
// Method: a past form anywhere ("staged" for "stage", "struck" for "strike"), or any form right behind "to", a modal or a
// pronoun that is a subject, or a form in -s right in front of a determiner ("stages a play"). No tree is read. Cost: linear in the words of the body.
#pragma once

#include <string_view>

#include "language/lexicon.h"
#include "language/segment.h"

namespace attache {

[[nodiscard]] bool used_as_verb(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, std::string_view lemma);

}  // namespace attache
