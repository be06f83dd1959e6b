// Quoted stretches of a report.
//
// Problem: pages mix straight and typographic marks, write them as two apostrophes, forget marks, repeat the opening mark at each paragraph of a long
// quotation, and machine translation strews opening marks inside. Method: one pass a paragraph; a mark opens or closes
// by the white space around it; an opening mark inside an open quotation is taken as stray; a quotation still open at
// the paragraph's end runs on when the next paragraph begins with an opening mark, and otherwise ends there. Marks are
// never balanced across paragraphs, so one lost mark harms one paragraph. Cost: linear.
#pragma once

#include <cstdint>
#include <vector>

#include "language/segment.h"

namespace attache {

struct Quote {
  std::uint32_t first = 0, last = 0;  // tokens, with the marks
  std::uint32_t block = 0;
  bool closed = true;        // its closing mark stands in the text
  bool continues = false;    // goes on from the quotation before it (multi-paragraph)
  bool single = false;       // single marks
};

struct Quotes {
  std::vector<Quote> list;                // in text order, not nested
  std::vector<std::int32_t> of_token;     // index of the quotation a token stands in, -1 = none
};

[[nodiscard]] Quotes find_quotes(std::string_view text, const Segmentation& segmentation);

}  // namespace attache
