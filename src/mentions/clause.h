// Finding the pieces of a clause without a parser: the noun phrase that ends or begins at a token, the end of a
// content clause, adverbials to step over.
//
// Method: word classes and names; a phrase is followed token by token over nouns, adjectives, names and "of"-phrases and
// stops at verbs, clause marks and commas, with appositions and relative clauses between commas read as part of it.
// Limit: attachment of prepositional phrases is by position; the trees of a later language stage will do better.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/analysis.h"
#include "language/quotes.h"

namespace attache {

// Tokens [first, last).
struct Range {
  std::uint32_t first = 0, last = 0;
  [[nodiscard]] bool empty() const { return first >= last; }
  auto operator<=>(const Range&) const = default;
};

[[nodiscard]] bool overlap(const std::vector<Range>& ranges, Range r);  // any of them

class Clauses {
 public:
  Clauses(std::string_view text, const Language& language, const Quotes& quotes);

  [[nodiscard]] std::string_view word(std::uint32_t i) const { return slice(text_, tokens_[i].span); }
  [[nodiscard]] std::string lower(std::uint32_t i) const;
  [[nodiscard]] bool is(std::uint32_t i, std::string_view mark_or_word) const { return i < tokens_.size() && word(i) == mark_or_word; }
  [[nodiscard]] bool has(std::uint32_t i, std::uint32_t bits) const { return (tokens_[i].classes & bits) != 0; }
  [[nodiscard]] bool has_capital(std::uint32_t i) const { return tokens_[i].capitalised; }
  [[nodiscard]] bool quoted(std::uint32_t i) const { return quotes_.of_token[i] >= 0; }
  [[nodiscard]] Span span_of(Range r) const { return {tokens_[r.first].span.begin, tokens_[r.last - 1].span.end}; }
  [[nodiscard]] const Name* name_at(std::uint32_t i) const { return names_at_[i] < 0 ? nullptr : &language_.names.names[static_cast<std::size_t>(names_at_[i])]; }
  [[nodiscard]] const TitleMention* title_at(std::uint32_t i) const { return titles_at_[i] < 0 ? nullptr : &language_.names.titles[static_cast<std::size_t>(titles_at_[i])]; }
  [[nodiscard]] bool is_final_mark(std::uint32_t i) const { return tokens_[i].kind == TokenKind::mark && !quoted(i) && (is(i, ".") || is(i, "!") || is(i, "?") || is(i, "...")); }
  [[nodiscard]] bool in_time(std::uint32_t i) const { return times_at_[i] >= 0; }

  // The noun phrase whose last token is before `end`, not reaching before `floor`; appositions between commas included.
  [[nodiscard]] std::optional<Range> phrase_before(std::uint32_t end, std::uint32_t floor) const;

  // The noun phrase that begins at `begin`; an apposition behind it is included when `apposition`. `inside` an apposition
  // every preposition joins ("a baker in the old town").
  [[nodiscard]] std::optional<Range> phrase_after(std::uint32_t begin, std::uint32_t limit, bool apposition, bool inside = false) const;

  // Steps back over what may stand between a subject and its verb: "on Thursday", "in a statement", ", however,".
  [[nodiscard]] std::uint32_t skip_adverbials_back(std::uint32_t end, std::uint32_t floor) const;

  // Steps over what may stand between a verb and its content: "on Thursday", "in an interview with X", "at a briefing".
  [[nodiscard]] std::uint32_t skip_adverbials(std::uint32_t begin, std::uint32_t limit) const;

  [[nodiscard]] bool can_end_phrase(std::uint32_t i) const;
  [[nodiscard]] bool can_begin_phrase(std::uint32_t i) const;
  [[nodiscard]] bool is_finite_verb(std::uint32_t i) const;  // an auxiliary, modal or a form that can only be finite

 private:
  std::string_view text_;
  const Language& language_;
  const std::vector<Token>& tokens_;
  const Quotes& quotes_;
  std::vector<std::int32_t> names_at_, titles_at_, times_at_;
  std::vector<std::uint32_t> same_sentence_;  // sentence of each token

  [[nodiscard]] bool noun_like(std::uint32_t i) const;
  [[nodiscard]] bool is_abbreviation_stop(std::uint32_t i) const;
  [[nodiscard]] std::optional<Range> with_relative_clause(Range phrase, std::uint32_t floor) const;
  [[nodiscard]] std::optional<Range> simple_phrase_before(std::uint32_t end, std::uint32_t floor) const;
};

}  // namespace attache
