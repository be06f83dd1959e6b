// Verbs that attribute (data/cues.tsv) and where they stand: the verb with its auxiliaries and adverbs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/lexicon.h"
#include "language/segment.h"
#include "mentions/statement.h"

namespace attache {

namespace frame {
inline constexpr std::uint32_t clause = 1u << 0;   // that ..., or a bare clause
inline constexpr std::uint32_t quote = 1u << 1;    // quoted words
inline constexpr std::uint32_t tells = 1u << 2;    // somebody, then a clause
inline constexpr std::uint32_t asks = 1u << 3;     // somebody to do; for ... to do
inline constexpr std::uint32_t to = 1u << 4;       // to do
inline constexpr std::uint32_t wh = 1u << 5;       // whether, how, why
inline constexpr std::uint32_t object = 1u << 6;   // a noun phrase
inline constexpr std::uint32_t prep = 1u << 7;     // a preposition of the list, then a noun phrase
inline constexpr std::uint32_t accuses = 1u << 8;  // somebody of something
}  // namespace frame

struct CueVerb {
  std::string lemma;
  std::uint32_t frames = 0;
  std::vector<std::string> prepositions;
  Act act = Act::says;
  bool document = false;  // its subject is a text: "the letter reads"
};

struct CueLexicon {
  std::unordered_map<std::string, CueVerb> verbs;  // by lemma; two-word lemmas as "call on"
};

[[nodiscard]] CueLexicon load_cues();

enum class CueForm : std::uint8_t { finite, participle, passive, infinitive };

struct Cue {
  std::uint32_t first = 0, last = 0;  // tokens of the verb group (a particle such as "on" of "call on" included)
  std::uint32_t verb = 0;             // the verb itself
  const CueVerb* entry = nullptr;
  CueForm form = CueForm::finite;
  Act act = Act::says;
  bool negated = false;
};

// Cues of a sentence in order; `quoted` says which tokens stand inside quotation marks (they are skipped).
[[nodiscard]] std::vector<Cue> find_cues(std::string_view text, const Segmentation& segmentation, const Sentence& sentence, const std::vector<std::int32_t>& quoted, const CueLexicon& cues, const Lexicon& lexicon);

}  // namespace attache
