// Boxes of other stories or of comments, known by the words of their classes and ids.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/html_document.h"

namespace attache {

class OtherBoxes {
 public:
  // One pass over the elements.
  explicit OtherBoxes(const HtmlDocument& document);

  // The element stands in such a box; what also holds the headline is none.
  [[nodiscard]] bool holds(std::uint32_t element) const { return held_[element]; }

 private:
  std::vector<bool> held_;
};

}  // namespace attache
