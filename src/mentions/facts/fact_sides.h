// Who stands on a side of a fact in one sentence, in which words, and what is counted there.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/report.h"
#include "language/analysis.h"
#include "mentions/clause.h"
#include "mentions/events/actor_code.h"
#include "mentions/facts/patterns.h"

namespace attache {

// Looks into its arguments while it lives; `tree` may change from sentence to sentence.
class FactSides {
 public:
  FactSides(const Report& report, const Language& language, const Clauses& clauses, const ActorCoder& coder, const SentenceTree& tree) : report_(report), language_(language), clauses_(clauses), coder_(coder), tree_(tree) {}

  // The participant at a word, where the kind of side allows it. `whole`: the words as they stand; `apart`: heads of the other side.
  [[nodiscard]] std::optional<Participant> side(SideKind kind, std::uint32_t word, bool whole, const std::vector<std::uint32_t>& apart) const;
  // All words that hang on a word, clauses that tell more of it apart.
  [[nodiscard]] Span all_words(std::uint32_t word, const std::vector<std::uint32_t>& apart) const;
  [[nodiscard]] const Quantity* number_at(std::uint32_t word) const;
  // "for membership in A and B"
  [[nodiscard]] Span with_conjuncts(std::uint32_t word, Span span) const;
  // "supports Chad to become a member", "blocked its bid to join": to the end of what the infinitive behind the object tells.
  [[nodiscard]] std::uint32_t end_of_purpose(std::uint32_t verb, std::uint32_t object) const;
  // "peace in the region", where the tree hangs the region on another word.
  [[nodiscard]] std::uint32_t end_of_place(std::uint32_t end) const;
  // Words that another side stands in end before it: "a letter" of "a letter to A and B".
  void cut_before(Span& words, Span other) const;
  [[nodiscard]] bool only_name(std::uint32_t word) const;
  // "supports neither side"
  [[nodiscard]] bool says_none(std::uint32_t word) const;
  [[nodiscard]] static bool is_group_of_states(const TreeWord& w);
  [[nodiscard]] static bool same(const Participant& a, const Participant& b);

 private:
  const Report& report_;
  const Language& language_;
  const Clauses& clauses_;
  const ActorCoder& coder_;
  const SentenceTree& tree_;

  [[nodiscard]] EntityType type_of(const Participant& p) const;
  [[nodiscard]] bool is_land(const Participant& p, std::uint32_t word) const;
  [[nodiscard]] bool may_stand(SideKind kind, const Participant& p, std::uint32_t word) const;
  [[nodiscard]] static bool is_forces_noun(std::string_view lemma);
  // "the Sahrawi republic": a name or a word with a capital before the noun.
  [[nodiscard]] bool describes_name(std::uint32_t word) const;
  // A name stands in the words below, or behind them up to `end`.
  [[nodiscard]] bool names_somebody(std::uint32_t word, std::uint32_t end = 0) const;
  // "However, some 50,000 ..." without what joins the sentence to the one before.
  [[nodiscard]] Span without_opening(Span span) const;
  // "the northern part of Chad bordering Niger": up to the first name.
  [[nodiscard]] Span up_to_name(Span span) const;
  // "US President Ana Tull" read as the US: the person.
  [[nodiscard]] std::uint32_t titled(std::uint32_t word) const;
  [[nodiscard]] bool is_contrast(std::uint32_t word) const;
  [[nodiscard]] std::uint32_t first_below(std::uint32_t word) const;
};

}  // namespace attache
