// Boxes of other stories or of comments, known by the words of their classes and ids.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/html_document.h"
#include "ingest/main_content.h"

namespace attache {

class OtherBoxes {
 public:
  // One pass over the elements. `roles`: one a block.
  OtherBoxes(const HtmlDocument& document, const std::vector<BlockRole>& roles);

  // The element stands in such a box; what also holds the headline or the article's beginning is none ("with-sidebar" may
  // be the class of the whole page).
  [[nodiscard]] bool holds(std::uint32_t element) const { return held_[element]; }

 private:
  std::vector<bool> held_;
};

}  // namespace attache
