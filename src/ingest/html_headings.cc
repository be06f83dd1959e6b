#include "ingest/html_headings.h"

#include "base/strings.h"
#include "ingest/line_rules.h"

namespace attache {
namespace {

constexpr std::size_t kMost = 60;    // headings looked at: the headline stands at the top
constexpr std::size_t kLongest = 500;  // bytes; the longest headline of our sets has 240
constexpr int kRunningWords = 25;    // of the first paragraph of a text; standfirsts over a headline are shorter

int level_of(Tag tag) { return tag == Tag::h1 ? 1 : tag == Tag::h2 ? 2 : tag == Tag::h3 ? 3 : 0; }

// The heading element around a block; 0 where there is none.
std::uint32_t heading_around(const HtmlDocument& document, std::uint32_t element) {
  for (std::uint32_t e = element; e != 0; e = document.elements[e].parent) {
    if (level_of(document.elements[e].tag)) return e;
  }
  return 0;
}

bool stands_over_a_text(const HtmlDocument& document, const OtherBoxes& boxes, std::uint32_t heading) {
  if (boxes.holds(heading)) return false;
  for (std::uint32_t e = heading; e != 0; e = document.elements[e].parent) {
    const HtmlElement& node = document.elements[e];
    if (node.tag == Tag::li || node.tag == Tag::nav || node.tag == Tag::aside || node.tag == Tag::footer || node.hidden) return false;
    if (node.hints.find("breadcrumb") != std::string::npos) return false;
  }
  return true;
}

}  // namespace

std::vector<Heading> find_headings(const HtmlDocument& document, const std::vector<BlockRole>& roles, const OtherBoxes& boxes) {
  std::vector<Heading> headings;
  std::uint32_t last = 0;  // element of the heading before
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const HtmlBlock& block = document.blocks[b];
    const std::uint32_t element = heading_around(document, block.element);
    if (element == 0) {
      if (roles[b] == BlockRole::article && !headings.empty() && word_count(slice(document.text, block.span)) >= kRunningWords) break;
      continue;
    }
    if (block.span.size() > kLongest) continue;
    const std::string text = collapse_space(slice(document.text, block.span));
    if (element == last) {
      headings.back().span = {};
      if (headings.back().text.size() < kLongest) headings.back().text += " " + text;
      continue;
    }
    if (!stands_over_a_text(document, boxes, element)) continue;
    if (headings.size() >= kMost) break;
    headings.push_back({text, level_of(document.elements[element].tag), block.span});
    last = element;
  }
  return headings;
}

}  // namespace attache
