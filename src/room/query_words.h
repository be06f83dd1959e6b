// What a person types into a search box, and where the words of it stand in a text.
//
// "quoted words" are a phrase, -word leaves out, word* begins so; everything else is words, all of which must stand. Nothing typed is ever
// syntax of the database: each part goes to it as a quoted string. Words are what the full-text index takes for words (letters, marks,
// digits), without case and diacritics.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace attache {

struct QueryPart {
  std::vector<std::string> words;  // folded; several = a phrase
  bool without = false;
  bool begins = false;             // the last word only begins so
};

// At most kMostParts parts of kMostBytes bytes are read.
inline constexpr std::size_t kMostParts = 32;
inline constexpr std::size_t kMostQueryBytes = 1000;
[[nodiscard]] std::vector<QueryPart> parse_query(std::string_view typed);

// The expression for FTS5; empty when nothing is to be found: no part, or only parts that leave out.
[[nodiscard]] std::string match_expression(const std::vector<QueryPart>& parts);

// Where they stand, in bytes of the text, ascending, not overlapping.
[[nodiscard]] std::vector<Span> find_query_words(const std::vector<QueryPart>& parts, std::string_view text);

}  // namespace attache
