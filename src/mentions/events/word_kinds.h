// What each word of a sentence can be as a participant of an event.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "language/analysis.h"
#include "mentions/clause.h"
#include "mentions/events/sentence_tree.h"

namespace attache {

enum class WordKind : std::uint8_t { other, state, nationality, organisation, person, group, place, title, body, person_noun, pronoun, number, time, name };

// Whether a word of this kind can act or be acted on in politics by itself.
[[nodiscard]] inline bool can_take_part(WordKind k) { return k != WordKind::other && k != WordKind::number && k != WordKind::time; }

[[nodiscard]] inline bool is_name(WordKind k) { return k == WordKind::state || k == WordKind::nationality || k == WordKind::organisation || k == WordKind::person || k == WordKind::place || k == WordKind::name; }

// `bare_nouns`: TriggerLexicon::bare_nouns.
[[nodiscard]] std::vector<WordKind> word_kinds(const Language& language, const Clauses& clauses, const SentenceTree& tree, const std::unordered_set<std::string>& bare_nouns);

}  // namespace attache
