// Tokens and sentences.
//
// Method: one left-to-right pass over each block. A sentence ends at . ! ? or an ellipsis, with the closing marks that
// follow, before white space and something that can begin a sentence; not after an abbreviation, an initial or inside a
// number. "U.S." ends one only before a word that begins sentences. Behind a number the dot before a month of the text's
// language ends none, nor that of a short month before a number: "am 25. Januar", "22 juil. 2023". Cost: linear.
#pragma once

#include <vector>

#include "ingest/report.h"
#include "language/lexicon.h"
#include "language/token.h"

namespace attache {

struct Segmentation {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;  // of title and body blocks, in text order
};

// `language`: ISO 639-1; empty = English or not known.
[[nodiscard]] Segmentation segment(std::string_view text, const std::vector<Block>& blocks, const Lexicon& lexicon, std::string_view language = {});

// Tokens of any text, without sentences: for comparing wordings.
[[nodiscard]] std::vector<Token> tokenise(std::string_view text, Span span, const Lexicon& lexicon);

}  // namespace attache
