// The relations that facts are told in (data/relations.tsv) and the ways sentences tell them (data/fact_patterns.tsv).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mentions/facts/tree_path.h"

namespace attache {

// What may stand on a side of a relation.
enum class SideKind : std::uint8_t {
  none,
  any,     // words
  actor,   // somebody who acts in politics: named, or described with a state or sector
  state,
  land,    // a state, region or town
  polity,  // what can be recognised: a land, a government, who claims an office
  body,    // an organisation
  cause    // what is supported or opposed: words that name somebody
};

struct FactRelation {
  std::string id;
  std::string sentence;          // "{s} recognises {o}", with {v} for the value
  std::string denied;            // the relation that its denial tells; empty = a denial tells nothing
  std::string willing;           // that "will" tells; empty = an announcement tells nothing. The same for the next three
  std::string pledged;           // "promised to"
  std::string refused;           // "will not", "refuses to"
  std::string conditional;       // "only if", "unless"
  SideKind subject = SideKind::any, object = SideKind::none;
  bool object_needed = true;
  bool stand = false;            // tells where somebody stands: also read where the sentence leaves the object out, or it is no cause; no fact then
  bool official = false;         // an official's or a force's act is that of the state
  bool as_told = false;          // but shown under the official's name
  bool symmetric = false;        // "A is an ally of B" tells that B is one of A
  std::string value;             // none, number, date, words
  bool value_needed = false;     // the sentence says nothing without it
  bool running = false;          // counted on from day to day: a toll
  bool single = false;           // has one value at a time: two values contradict each other
};

struct FactPattern {
  std::uint32_t relation = 0;    // index into FactPatterns::relations
  std::vector<std::string> companions;  // one of these lemmas must stand beside the anchor
  bool noun = false;
  bool preposition = false;      // the anchor marks the predicate: "is against the bid"
  TreePath subject, object;
  bool object_needed = false;    // though the relation can do without
  std::string value;             // "num", "date", "words"; empty = none
  TreePath value_path;           // of numbers and words
  std::string value_word;        // that the date must stand behind: "since"; empty = any
};

struct FactPatterns {
  std::vector<FactRelation> relations;
  std::vector<FactPattern> patterns;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_anchor;  // lemma -> patterns
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_preposition;  // those whose anchor marks the predicate
};

[[nodiscard]] FactPatterns load_fact_patterns();

// null when there is none.
[[nodiscard]] const FactRelation* find_relation(const FactPatterns& patterns, std::string_view id);

// Patterns whose anchor the word is, with the companion it asks for.
[[nodiscard]] std::vector<const FactPattern*> patterns_at(const FactPatterns& patterns, const SentenceTree& tree, std::uint32_t word);

}  // namespace attache
