// Who said a quotation, read from the words right behind it where no list knows the verb, and where the marks make a sentence of
// their own of them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "language/analysis.h"
#include "language/quotes.h"
#include "mentions/can_speak.h"
#include "mentions/clause.h"
#include "mentions/draft.h"
#include "mentions/scene.h"

namespace attache {

// `used` says of each quotation whether somebody has said it already.
class BehindQuotation {
 public:
  BehindQuotation(const Language& language, const Quotes& quotes, const Clauses& clauses, const Speakers& speakers)
      : tokens_(language.segmentation.tokens), sentences_(language.segmentation.sentences), quotes_(quotes), c_(clauses), speakers_(speakers) {}

  // `"Why now?" Doran said.` are two sentences by their marks: the quotation that ends the one before with a question or
  // exclamation mark; -1 when there is none.
  [[nodiscard]] std::int32_t quotation_before(std::uint32_t sentence, const std::vector<bool>& used) const;

  // `"...," Doran recalled.`, `"...," agreed Pell, a baker.`: behind a quotation that opens its sentence any verb attributes, when
  // somebody who can speak is its subject and nothing but an adverbial follows.
  [[nodiscard]] std::optional<Draft> read(const Scene& scene, const std::vector<bool>& used) const;

  // A verb by its form, in the past or the third person.
  [[nodiscard]] bool may_attribute(std::uint32_t token) const;

 private:
  const std::vector<Token>& tokens_;
  const std::vector<Sentence>& sentences_;
  const Quotes& quotes_;
  const Clauses& c_;
  const Speakers& speakers_;

  [[nodiscard]] bool ends_attribution(std::uint32_t token, const Scene& scene) const;
};

}  // namespace attache
