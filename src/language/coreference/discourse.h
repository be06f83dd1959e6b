// A report as it is read from its first word to its last: the sentence being read, what was spoken of so far, and what was
// found. The parts of find_references (offices, nouns, pronouns, the unnamed) read in it and write into it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "language/coreference.h"
#include "language/coreference/salience.h"

namespace attache {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

class Discourse {
 public:
  Discourse(std::string_view of, const Segmentation& segmentation, const Quotes& marks, const Lexicon& words, const Knowledge& tables, const Date& today, NameAnalysis& named);

  const std::string_view text;
  const std::vector<Token>& tokens;
  const std::vector<Sentence>& sentences;
  const Quotes& quotes;
  const Lexicon& lexicon;
  const Knowledge& knowledge;
  const Date& day;
  NameAnalysis& names;
  std::map<std::string, std::uint32_t> by_key;  // entities of the tables

  // the sentence being read, its tokens
  std::uint32_t sentence = 0;
  std::uint32_t begin = 0, end = 0;

  Salience spoken;
  std::vector<Reference> found;

  void start(std::uint32_t sentence_index);
  [[nodiscard]] bool in_title() const { return sentences[sentence].title; }

  // ---- words: of the sentence being read, unless it says so ----

  [[nodiscard]] std::string_view word(std::uint32_t i) const { return slice(text, tokens[i].span); }
  [[nodiscard]] std::string lower(std::uint32_t i) const { return lower_ascii(word(i)); }
  [[nodiscard]] bool is_word(std::uint32_t i) const { return tokens[i].kind == TokenKind::word; }
  [[nodiscard]] bool is_clitic(std::uint32_t i) const { return i < end && tokens[i].kind == TokenKind::clitic; }
  [[nodiscard]] bool has(std::uint32_t i, std::uint32_t bits) const { return (tokens[i].classes & bits) != 0; }
  [[nodiscard]] bool quoted(std::uint32_t i) const { return quotes.of_token[i] >= 0; }
  [[nodiscard]] const Entity& entity(std::uint32_t e) const { return names.entities[e]; }
  [[nodiscard]] bool is_person(std::uint32_t e) const { return entity(e).type == EntityType::person; }
  [[nodiscard]] bool is_state(std::uint32_t e) const { return entity(e).type == EntityType::state; }
  [[nodiscard]] const Name* name_at(std::uint32_t token) const;
  [[nodiscard]] bool is_finite_verb(std::uint32_t i) const;
  // Behind an apposition between commas or brackets and adverbs: where the verb of a subject would stand.
  [[nodiscard]] std::uint32_t skip_apposition(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t skip_adverbs(std::uint32_t i) const;
  [[nodiscard]] bool is_subject(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool is_title(std::uint32_t token) const;
  void speak(std::uint32_t first, std::uint32_t last, std::uint32_t e, bool adjective);
  void refer(std::uint32_t first, std::uint32_t last, std::uint32_t e, ReferenceKind kind, std::string reason);
  std::uint32_t entity_with(const std::string& key, EntityType type, const std::string& name);
  // "country:XK" -> "XK"; for what no table knows its name.
  [[nodiscard]] std::string code_of(std::uint32_t e) const;
  std::uint32_t government_of(std::uint32_t state);
  std::uint32_t forces_of(std::uint32_t state);
  std::uint32_t presidency_of(std::uint32_t state);
  // Nothing behind the noun makes it a part of a longer one ("the council meeting").
  [[nodiscard]] bool ends_phrase(std::uint32_t noun) const;
};

}  // namespace attache
