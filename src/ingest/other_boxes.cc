#include "ingest/other_boxes.h"

#include <algorithm>
#include <string_view>

#include "base/strings.h"

namespace attache {
namespace {

bool is_other_box(const HtmlElement& element) {
  const auto words = split(element.hints, ' ');
  return std::any_of(words.begin(), words.end(), [](std::string_view word) {
    for (std::string_view box : {"latest", "sidebar", "related", "comment", "popular", "trending", "recommend", "most-read", "mostread", "more-from", "more-news", "more-stories", "disqus", "newsletter", "promo", "up-next", "also-read", "read-also"}) {
      if (word.starts_with(box)) return true;
    }
    return false;
  });
}

}  // namespace

OtherBoxes::OtherBoxes(const HtmlDocument& document, const std::vector<BlockRole>& roles) : held_(document.elements.size(), false) {
  const auto& elements = document.elements;
  std::vector<bool> holds_article(elements.size(), false);
  const auto mark = [&](std::uint32_t e) {
    for (; e != 0 && !holds_article[e]; e = elements[e].parent) holds_article[e] = true;
  };
  const auto headline = std::find_if(elements.begin(), elements.end(), [](const HtmlElement& e) { return e.tag == Tag::h1; });
  if (headline != elements.end()) mark(static_cast<std::uint32_t>(headline - elements.begin()));
  const auto opening = std::find(roles.begin(), roles.end(), BlockRole::article);
  if (opening != roles.end()) mark(document.blocks[static_cast<std::size_t>(opening - roles.begin())].element);
  // parents have smaller indexes
  for (std::uint32_t e = 1; e < elements.size(); ++e) {
    held_[e] = !holds_article[e] && (held_[elements[e].parent] || (!elements[e].hints.empty() && is_other_box(elements[e])));
  }
}

}  // namespace attache
