// Closed word classes of English and the forms of verbs: what a tagger would know by heart. Our own lists.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace attache {

struct Lexicon {
  std::unordered_map<std::string, std::uint32_t> classes;     // lower-case word -> word_class bits
  std::unordered_map<std::string, std::string> verb_lemma;    // "said" -> "say"; regular and irregular forms
  std::unordered_map<std::string, double> numbers;            // "three" -> 3, "million" -> 1e6
  std::unordered_set<std::string> abbreviations;              // "mr", "gen", "u.s": a full stop after them ends no sentence
};

[[nodiscard]] Lexicon load_lexicon();

// word_class bits; words in -ly that the list does not know count as adverbs.
[[nodiscard]] std::uint32_t classes_of(const Lexicon& lexicon, std::string_view lower_word);

// "told" -> "tell", "warning" -> "warn"; empty when the word is no form of a listed verb.
[[nodiscard]] std::string_view verb_lemma_of(const Lexicon& lexicon, std::string_view lower_word);

}  // namespace attache
