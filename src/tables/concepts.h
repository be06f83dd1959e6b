// What news is about, in many languages: words for some hundred concepts (data/concepts.tsv) and the names of countries
// (CLDR, through ICU), so that an earthquake in Haiti is one thing in Russian, Thai and French.
// Limits: a stem matches what begins with it; no grammar, no names of persons (see text/name_key.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace attache {

// Of one language. Keys are hashes of concepts and country codes, the same in every language.
struct ConceptLexicon {
  std::unordered_map<std::string, std::vector<std::uint64_t>> words;     // folded
  std::unordered_map<std::string, std::vector<std::uint64_t>> stems;     // beginnings of words
  std::vector<std::pair<std::string, std::uint64_t>> phrases;            // of several words, or anywhere in a text without blanks
  bool has_blanks = true;                                                // between words
};

// `language` as ISO 639-1; a variety ("be-tarask") is read as its language, one without a table of its own as the nearest
// one that has it ("pnb" as "ur"). A language that nobody knows gives an empty lexicon.
[[nodiscard]] ConceptLexicon load_concepts(std::string_view language);

// The concepts of a text, ascending, each once.
[[nodiscard]] std::vector<std::uint64_t> find_concepts(std::string_view text, const ConceptLexicon& lexicon);

}  // namespace attache
