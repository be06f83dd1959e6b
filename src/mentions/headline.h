// A headline made readable for a tagger that learnt from sentences, byte for byte as long as it was: capitals that the style
// of the headline set are small again where the body writes the word small; what is no part of the clause is left out.
//
// Method: a word of a headline in title case takes the spelling that the body uses more often. A wire's slug ("UPDATE 2 -"), a
// speaker behind ("..., says X") and a quotation at either end are taken off; colons, bars, spaced dashes and semicolons part it.
// Cost: one pass over the body's words. Limits: English letters; a name that is also a common word may become small.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace attache {

struct Headline {
  std::string words;         // the title, softened
  std::vector<Span> pieces;  // in order; bytes of the title
};

// `body`: the text without the title's own line.
[[nodiscard]] Headline read_headline(std::string_view title, std::string_view body);

}  // namespace attache
