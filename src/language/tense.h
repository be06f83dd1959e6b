// Whether the clause around a time expression tells of what happened or of what is to come.
//
// Method: the verb group nearest to the left inside the clause, else the first one to the right; its leftmost auxiliary
// decides, an infinitive is decided by what governs it, a simple present counts as ahead for verbs of timetables
// ("opens on May 3"). Cost: linear in the clause. Limit: by position, without a parser.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/lexicon.h"
#include "language/token.h"

namespace attache {

enum class Direction : std::uint8_t { unknown, back, ahead };

// [first, last): tokens of the time expression in the sentence.
[[nodiscard]] Direction direction_at(std::string_view text, const std::vector<Token>& tokens, const Lexicon& lexicon, const Sentence& sentence, std::uint32_t first, std::uint32_t last);

}  // namespace attache
