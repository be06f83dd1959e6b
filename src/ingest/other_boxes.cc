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

OtherBoxes::OtherBoxes(const HtmlDocument& document) : held_(document.elements.size(), false) {
  const auto& elements = document.elements;
  std::vector<bool> holds_headline(elements.size(), false);
  const auto headline = std::find_if(elements.begin(), elements.end(), [](const HtmlElement& e) { return e.tag == Tag::h1; });
  if (headline != elements.end()) {
    for (auto e = static_cast<std::uint32_t>(headline - elements.begin()); e != 0; e = elements[e].parent) holds_headline[e] = true;
  }
  // parents have smaller indexes
  for (std::uint32_t e = 1; e < elements.size(); ++e) {
    held_[e] = !holds_headline[e] && (held_[elements[e].parent] || (!elements[e].hints.empty() && is_other_box(elements[e])));
  }
}

}  // namespace attache
