// Whether words of a report are about the question: its candidate, its body, what it is called.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "bodies/chamber.h"
#include "bodies/question.h"

namespace attache {

struct Matter {
  std::string candidate;                // folded name; empty = the question is about nobody
  std::string candidate_key;            // "country:NO"; empty where no table knows it
  std::string candidate_country;        // ISO 3166 alpha-3
  std::vector<std::string> body_keys;   // "organisation:asean", and those it is an organ of
  std::vector<std::string> body_names;  // folded
  std::vector<std::string> wordings;    // folded
  std::vector<std::string> member_keys; // "country:NO", sorted: members are no candidates
};
[[nodiscard]] Matter matter_of(const Question& question, const Chamber& chamber, const Knowledge& knowledge);

class MatterReader {
 public:
  // `in_affair`: reports of the same thread open with the matter; what this one leaves unsaid about the body is then known.
  MatterReader(const Analysis& analysis, const Matter& matter, bool in_affair);

  // The report opens with the matter: the candidate and the body, or what the matter is called.
  [[nodiscard]] bool opens_with_matter() const;

  // An approval, refusal or support: what it is of must be the matter. Where the sentence does not say what ("both protocols"), the
  // sentence before it and the opening of the report do.
  [[nodiscard]] bool is_object(const FactMention& mention) const;

  [[nodiscard]] bool is_candidate(const Participant& who) const;

  [[nodiscard]] bool names_body(Span words) const;

  // The sentence speaks of the matter.
  [[nodiscard]] bool in_sentence(std::uint32_t sentence) const;

 private:
  const Analysis& analysis_;
  const Matter& matter_;
  const bool in_affair_;
  std::vector<Span> opening_;  // title and the first sentences

  struct Named {
    bool candidate = false, other_state = false, other_candidate = false, body = false, other_body = false, matter = false;
  };
  mutable std::optional<Named> opening_named_;
  mutable std::optional<bool> wording_held_;
  [[nodiscard]] Named named_in(Span span, const Participant& but) const;  // names inside `but` are not counted
  [[nodiscard]] Named named_in_opening() const;
  [[nodiscard]] const Named& opening() const;  // read once
  [[nodiscard]] bool holds_wording() const;    // anywhere
  [[nodiscard]] bool holds_wording(Span words) const;
  [[nodiscard]] bool holds_word_of_wording(Span words) const;
  [[nodiscard]] bool is_turned(Span object) const;
  [[nodiscard]] bool is_of_something_else(Span object) const;
  [[nodiscard]] bool is_state_or_body(const Entity& e) const;
  [[nodiscard]] bool goes_on_elsewhere(Span object) const;
  [[nodiscard]] bool goes_on(Span object) const;
  [[nodiscard]] bool only_texts(Span span) const;
  [[nodiscard]] bool only_names_or_texts(Span span) const;
};

}  // namespace attache
