// Features of words for the two chains of the event coder (model.h): which words carry an act and of what category; who takes part in it.
#pragma once

#include "mentions/events/sentence_tree.h"
#include "mentions/events/trigger_lexicon.h"
#include "mentions/events/word_kinds.h"
#include "sequence/linear_chain.h"

namespace attache {

// A sentence as the coder sees it.
struct EventSentence {
  SentenceTree tree;
  std::vector<WordKind> kinds;                         // of each word
  std::vector<std::vector<const Trigger*>> triggers;   // of each word
};

[[nodiscard]] EventSentence read_event_sentence(std::string_view text, const Language& language, const Clauses& clauses, std::uint32_t sentence, const SyntaxReader& reader, const Lexicon& lexicon, const TriggerLexicon& triggers, ReadSentences* keep = nullptr);

// Words that can carry an act: verbs, common nouns, adjectives ("ready to talk").
[[nodiscard]] bool can_carry(const TreeWord& word);

// Of each word: which category's act does it carry, if any?
[[nodiscard]] FeatureRows trigger_features(const EventSentence& s);

// Of each word: is it the head of an actor or of a recipient of the act that `trigger` carries?
[[nodiscard]] FeatureRows role_features(const EventSentence& s, std::uint32_t trigger, EventType type);

}  // namespace attache
