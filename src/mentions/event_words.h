// A sentence as the rules of the main event see it: words with tags, tree and names.
//
// Trees cost three times what all else in a report costs, so the headline is read in full and the body by word classes:
// the same value, with the tags guessed and without a tree.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "language/analysis.h"
#include "language/lexicon.h"
#include "language/words.h"

namespace attache {

enum class EventName : std::uint8_t { none, person, place, organisation, other };

struct EventWord {
  Span span;                // bytes of the text or of the title
  std::string_view form;
  std::string low, lemma;   // in small letters
  std::string_view upos, xpos, relation;  // UD and Penn; xpos and relation are empty where no tree was read
  std::int32_t head = -1;   // index in the sentence; -1: the root, or no tree
  EventName name = EventName::none;
  bool name_begins = false;
  bool space_before = false;

  [[nodiscard]] bool any_upos(std::initializer_list<std::string_view> tags) const;
  [[nodiscard]] bool any_xpos(std::initializer_list<std::string_view> tags) const;
  [[nodiscard]] bool finite() const { return any_xpos({"VBZ", "VBD", "VBP", "MD"}); }
  [[nodiscard]] bool mark(std::string_view m) const { return form == m; }
};

using EventWords = std::vector<EventWord>;

// With tags, lemmas, tree and names of the model, of `read` where the sentence is there. The views of `text` and of the reader's labels must outlive the words.
[[nodiscard]] EventWords read_event_words(std::string_view text, const Segmentation& segmentation, const Sentence& sentence, const Lexicon& lexicon, const SyntaxReader& reader, const ReadSentences& read = {});

// By word classes alone, in a small part of the time; names are still to be marked.
[[nodiscard]] EventWords skim_event_words(std::string_view text, const Segmentation& segmentation, const Sentence& sentence, const Lexicon& lexicon);

// The names of the analysis (one meaning for all mentions in a report) over those of the model.
void mark_names(const NameAnalysis& names, EventWords& words);

// The end of the name that begins at i; i where none begins.
[[nodiscard]] std::size_t name_end(const EventWords& words, std::size_t i, EventName kind);

// Words below i in the tree, as [first, last).
[[nodiscard]] std::pair<std::size_t, std::size_t> subtree(const EventWords& words, std::size_t i);

// Closed classes that several rules ask for.
[[nodiscard]] bool opens_clause(std::string_view low);     // as, after, while, because, amid ...
[[nodiscard]] bool is_relative(std::string_view low);      // who, which, that, whose
[[nodiscard]] bool is_place_preposition(std::string_view low);
[[nodiscard]] bool is_time_unit(std::string_view lemma);   // minute to year
[[nodiscard]] bool is_compass(std::string_view low);       // north, southern, downtown ...

}  // namespace attache
