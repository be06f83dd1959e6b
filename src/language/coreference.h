// Mentions that are no names: "the president", "Kosovo's prime minister", "the alliance", "the country", "its army", "she".
//
// Problem: a report names an actor once or twice and speaks of it in other words from then on; who counts names only
// loses half of what it does. Method: one pass in text order over names, office titles, determiners and pronouns. An
// office means the person whom the report gives it, else who held it on the report's day by the table of office holders; a
// noun for a body, a state, a government or forces the nearest fitting one named before (salience after Lappin and Leass
// 1994: subjects and the nearest sentences first); a pronoun the person or body that fits in gender and kind. What two
// candidates fit equally well stays unresolved. Everything inside a report; nothing of other reports is known here.
// Cost: linear; each look back is bounded.
// Limits: English; no plural pronouns; no "I" and "we"; nouns of data tables and of reference_nouns.cc only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "language/lexicon.h"
#include "language/names.h"
#include "language/quotes.h"
#include "language/segment.h"
#include "tables/knowledge.h"

namespace attache {

enum class ReferenceKind : std::uint8_t { office, apposition, body, state, government, forces, pronoun, unnamed };
[[nodiscard]] std::string_view name_of(ReferenceKind kind);
[[nodiscard]] ReferenceKind reference_kind_of(std::string_view name);  // pronoun where the name is none

struct Reference {
  Span span;                          // bytes of the text
  std::uint32_t first = 0, last = 0;  // tokens
  std::uint32_t sentence = 0;
  std::uint32_t entity = 0;
  ReferenceKind kind = ReferenceKind::pronoun;
  std::string reason;                 // in words, for the reader
};

// In text order. `day` is the report's, year 0 where it has none. Adds entities to `names` that the report means without
// naming them (an office holder of the table, "the government of Kosovo"), and lets names that are descriptions ("the
// Military Alliance") point to what they describe.
[[nodiscard]] std::vector<Reference> find_references(std::string_view text, const Segmentation& segmentation, const Quotes& quotes, const Lexicon& lexicon, const Knowledge& knowledge, const Date& day, NameAnalysis& names);

}  // namespace attache
