// The clause of a headline or sentence: its main verb, its subject and its predicate cut to what happened.
//
// Method: the first finite verb, participle ("Two hurt in ...") or predicative adjective behind a noun and in front of any
// subordinate clause; headlines are tagged badly, so a noun between nouns is the verb where the body uses the word as one
// ("Police name victims"). The predicate ends at a subordinate clause, a comma, a second verb, a place or a time.
// Limits: one clause; a verb that the body never uses stays a noun.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "mentions/event_words.h"

namespace attache {

// Does the body use the word of this lemma as a verb?
using BodyVerb = std::function<bool(std::string_view lemma)>;

struct WordRange {
  std::size_t first = 0, last = 0;  // [first, last) of the sentence's words
  [[nodiscard]] bool empty() const { return first >= last; }
};

struct HeadlineClause {
  std::size_t begin = 0;  // of the subject
  std::size_t verb = 0;
};

[[nodiscard]] std::optional<std::size_t> find_main_verb(const EventWords& words, std::size_t from, const BodyVerb& body_verb);

[[nodiscard]] std::optional<HeadlineClause> find_clause(const EventWords& words, const BodyVerb& body_verb);

// "the boy who fell down a well": the clause of a headline that has no other.
[[nodiscard]] std::optional<HeadlineClause> find_relative_clause(const EventWords& words);

// [first, last) without a relative clause or an apposition.
[[nodiscard]] WordRange cut_subject(const EventWords& words, WordRange range);

// Adverbs and auxiliaries in front, then up to a cut; `times`: spans of time expressions in the same text, which cut too.
[[nodiscard]] WordRange predicate(const EventWords& words, std::size_t verb, const std::vector<Span>& times = {});

// The bytes of the words without marks at their ends; empty for no words.
[[nodiscard]] Span phrase_span(std::string_view text, const EventWords& words, WordRange range);

}  // namespace attache
