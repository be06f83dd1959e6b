// A sentence cut as dates are written: runs of letters, runs of digits, single marks. The tokens of segment.h keep "l'8",
// "1er" and "25.01.2011" whole.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "language/day_words.h"

namespace attache {

struct DayPiece {
  Span span;
  std::string word;  // folded
  int number = -1;   // of a run of at most four digits
  unsigned digits = 0;
  bool letters = false;
  bool capitalised = false;
  bool space_before = false;
};

// "terça-feira" and "aujourd'hui" are one piece where the language has them as a word.
[[nodiscard]] std::vector<DayPiece> day_pieces(std::string_view text, Span sentence, const DayWords& words);

}  // namespace attache
