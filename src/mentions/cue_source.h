// Who a cue verb says it of: the phrase before it, behind it where the order is inverted, or the subject that it shares.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "language/analysis.h"
#include "language/quotes.h"
#include "mentions/behind_quotation.h"
#include "mentions/can_speak.h"
#include "mentions/clause.h"
#include "mentions/draft.h"
#include "mentions/scene.h"

namespace attache {

class CueSources {
 public:
  CueSources(const Language& language, const Quotes& quotes, const Clauses& clauses, const Speakers& speakers, const BehindQuotation& behind)
      : tokens_(language.segmentation.tokens), sentences_(language.segmentation.sentences), quotes_(quotes), c_(clauses), speakers_(speakers), behind_(behind) {}

  // Fills in the source of the k-th cue, which stands no further back than `floor`; `inverted` when it stands behind the cue.
  // False where the cue attributes nothing.
  [[nodiscard]] bool find(const Scene& scene, std::size_t k, std::uint32_t floor, Draft& draft, bool& inverted) const;

  // The quotation that ends right before token i (a comma between allowed); -1 when none does.
  [[nodiscard]] std::int32_t quote_before(std::uint32_t i, std::uint32_t floor) const;

 private:
  const std::vector<Token>& tokens_;
  const std::vector<Sentence>& sentences_;
  const Quotes& quotes_;
  const Clauses& c_;
  const Speakers& speakers_;
  const BehindQuotation& behind_;

  bool take_long_subject(const Scene& scene, std::size_t k, Draft& draft) const;
  bool share_subject(const Scene& scene, const Cue& cue, Draft& draft) const;
  [[nodiscard]] bool is_subject_of_content(Range r, std::uint32_t limit) const;
};

}  // namespace attache
