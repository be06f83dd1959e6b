#include "ingest/html_authors.h"

#include <algorithm>

#include "base/strings.h"
#include "ingest/line_rules.h"

namespace attache {
namespace {

constexpr std::uint32_t kLongest = 200;   // bytes of a byline's element; longer ones hold a biography
constexpr std::size_t kAbove = 16;        // blocks between byline and text: standfirst, picture, share bar
constexpr std::size_t kInside = 3;        // blocks of the text that may stand before it
constexpr std::size_t kBehind = 4;        // blocks behind the text
constexpr std::size_t kMost = 60;         // elements; lists of contributors name each once
constexpr int kRunningWords = 15;         // of the first paragraph of a text

bool elsewhere(const HtmlDocument& document, const OtherBoxes& boxes, std::uint32_t element) {
  if (boxes.holds(element)) return true;
  for (std::uint32_t e = element; e != 0; e = document.elements[e].parent) {
    const HtmlElement& node = document.elements[e];
    if (node.hidden || node.tag == Tag::figure || node.tag == Tag::figcaption || node.tag == Tag::aside || node.tag == Tag::footer || node.tag == Tag::nav || node.tag == Tag::blockquote || node.tag == Tag::form) return true;
  }
  return false;
}

std::string_view name_of(AuthorMark mark) {
  switch (mark) {
    case AuthorMark::rel: return "rel=author";
    case AuthorMark::property: return "itemprop author";
    case AuthorMark::hint: break;
  }
  return "class of an author";
}

}  // namespace

std::vector<Declared> find_printed_authors(const HtmlDocument& document, const std::vector<BlockRole>& roles, const OtherBoxes& boxes) {
  const auto& blocks = document.blocks;
  std::size_t first = blocks.size(), last = 0;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (roles[b] != BlockRole::article) continue;
    if (word_count(slice(document.text, blocks[b].span)) < kRunningWords) continue;
    first = std::min(first, b);
    last = b;
  }
  std::vector<Declared> above, behind;
  if (first == blocks.size()) return above;
  for (const HtmlAuthor& author : document.authors) {
    if (above.size() >= kMost || behind.size() >= kMost) break;
    if ((author.span.empty() && author.name.empty()) || author.span.size() > kLongest || elsewhere(document, boxes, author.element)) continue;
    const auto at = static_cast<std::size_t>(std::lower_bound(blocks.begin(), blocks.end(), author.span.begin, [](const HtmlBlock& block, std::uint32_t begin) { return block.span.end <= begin; }) - blocks.begin());
    const bool shown = !author.span.empty();
    const std::string value = collapse_space(shown ? slice(document.text, author.span) : std::string_view(author.name));
    const Declared found{value, std::string(name_of(author.mark)), shown ? author.span : Span{}};
    if (!shown && author.mark == AuthorMark::property) {
      above.push_back(found);  // microdata, wherever it stands
    } else if (shown && at + kAbove >= first && at < first + kInside) {
      above.push_back(found);
    } else if (shown && at >= last && at <= last + kBehind) {
      behind.push_back(found);
    }
  }
  return above.empty() ? behind : above;
}

}  // namespace attache
