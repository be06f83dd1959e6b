// Words that carry political acts (data/event_triggers.tsv): hints to the trained model, and how their recipients are attached.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "mentions/event.h"
#include "mentions/events/sentence_tree.h"

namespace attache {

struct Trigger {
  std::string words;                    // lemmas: "attack", "crack down", "impose sanction", "air strike"
  std::string companion;                // what must stand with its first word (verbs) or before its last (nouns); empty = nothing
  bool noun = false;
  EventType type = EventType::consult;
  std::string mode;
  std::vector<std::string> recipients;  // "obj", prepositions, "with=" where both sides are alike; empty = none
};

struct TriggerLexicon {
  std::vector<Trigger> triggers;                                            // in the order of the table
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_word;      // of the head word's lemma
  std::unordered_set<std::string> bare_nouns;                               // data/bare_nouns.tsv: "grain"; they open a sentence without an article and are no names
};

[[nodiscard]] TriggerLexicon load_trigger_lexicon();

// Triggers that a word of a sentence is the head of, those with a companion first.
[[nodiscard]] std::vector<const Trigger*> triggers_at(const TriggerLexicon& lexicon, const SentenceTree& tree, std::uint32_t word);

}  // namespace attache
