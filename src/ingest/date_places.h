// Where on a page a dated piece stands: what stands at the headline is likely the day of publication, what stands in
// navigation, under pictures, in boxes of other stories or far above the headline is not.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/html_document.h"
#include "ingest/main_content.h"
#include "ingest/other_boxes.h"
#include "ingest/page.h"

namespace attache {

enum class DatePlace : std::uint8_t { headline, article, elsewhere, foot, none };  // best first

// "at the headline", as it stands in evidence.
[[nodiscard]] std::string_view words_of(DatePlace place);

class DatePlaces {
 public:
  // `roles`: one a block; `declared`: for its titles. All must outlive it.
  DatePlaces(const HtmlDocument& document, const std::vector<BlockRole>& roles, const OtherBoxes& boxes, const Declarations& declared);

  // `distance` orders pieces of one place, the nearest first. `stamp`: the line there is a date and little else; in a
  // list anything more is another story with its day.
  [[nodiscard]] DatePlace of(std::uint32_t element, std::uint32_t at, bool stamp, int& distance) const;

 private:
  const HtmlDocument& document_;
  const OtherBoxes& boxes_;
  Span article_, headline_;
  std::vector<bool> around_;          // elements that hold the headline or the article's beginning
  std::vector<std::uint8_t> inside_;  // what each element stands in

  // The <h1> that repeats a declared title, another heading not far behind the article's beginning that does, the first
  // <h1>, any block that repeats the title.
  [[nodiscard]] const HtmlBlock* headline_of(const Declarations& declared) const;
};

}  // namespace attache
