// Who can say something: storms claim lives, clocks strike and delays show that, and nobody said anything.
#pragma once

#include <string_view>

#include "mentions/clause.h"

namespace attache {

class Speakers {
 public:
  Speakers(const Language& language, const Clauses& clauses) : language_(language), tokens_(language.segmentation.tokens), c_(clauses) {}

  // "anyone", "nobody" said nothing in particular; for verbs that facts are subjects of as well ("the delay showed that")
  // somebody must be there who can speak.
  [[nodiscard]] bool may_have_said(Range source, std::string_view lemma) const;

  // A name, an office, a pronoun, a body of persons or a word for a person.
  [[nodiscard]] bool can_speak(Range source) const;

  [[nodiscard]] bool names_person_at(std::uint32_t i) const;

  // "called the vote a farce", "called it illegal"
  [[nodiscard]] bool names_predicate(std::uint32_t begin, std::uint32_t end) const;

 private:
  const Language& language_;
  const std::vector<Token>& tokens_;
  const Clauses& c_;

  [[nodiscard]] bool is_text_noun(Range source) const;
};

}  // namespace attache
