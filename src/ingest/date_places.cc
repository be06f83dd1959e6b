#include "ingest/date_places.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "text/fold.h"

namespace attache {
namespace {

// What an element stands in: navigation, a picture or a box of others; an aside; a footer; a list.
constexpr unsigned kOut = 1, kAside = 2, kFoot = 4, kList = 8;

// "nav" alone proves nothing: style sheets in wide use call every row of links so.
bool is_navigation(const HtmlElement& node) {
  const auto words = split(node.hints, ' ');
  return std::any_of(words.begin(), words.end(), [](std::string_view word) { return word.starts_with("navbar") || word.starts_with("navigation") || word.starts_with("navtop") || word.starts_with("topbar") || word.starts_with("breadcrumb"); });
}

}  // namespace

std::string_view words_of(DatePlace place) {
  switch (place) {
    case DatePlace::headline: return "at the headline";
    case DatePlace::article: return "in the article";
    case DatePlace::foot: return "at the foot of the page";
    case DatePlace::elsewhere: case DatePlace::none: break;
  }
  return "on the page";
}

DatePlaces::DatePlaces(const HtmlDocument& document, const std::vector<BlockRole>& roles, const OtherBoxes& boxes, const Declarations& declared) : document_(document), boxes_(boxes) {
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    if (roles[b] == BlockRole::outside || roles[b] == BlockRole::furniture || roles[b] == BlockRole::caption) continue;
    if (article_.empty()) article_ = document.blocks[b].span;
    article_.end = document.blocks[b].span.end;
  }
  around_.assign(document.elements.size(), false);
  const HtmlBlock* headline = headline_of(declared);
  headline_ = headline ? headline->span : Span{article_.begin, article_.begin};
  const auto mark = [&](std::uint32_t e) {
    for (; e != 0 && !around_[e]; e = document.elements[e].parent) around_[e] = true;
  };
  if (headline) mark(headline->element);
  const auto opening = std::find(roles.begin(), roles.end(), BlockRole::article);
  if (opening != roles.end()) mark(document.blocks[static_cast<std::size_t>(opening - roles.begin())].element);
  // parents have smaller indexes; what holds the headline or the article's beginning says nothing by its kind
  inside_.assign(document.elements.size(), 0);
  for (std::uint32_t e = 1; e < document.elements.size(); ++e) {
    const HtmlElement& node = document.elements[e];
    if (around_[e]) continue;
    unsigned inside = inside_[node.parent];
    if (boxes.holds(e) || node.tag == Tag::nav || node.tag == Tag::figure || node.tag == Tag::figcaption || (!node.hints.empty() && is_navigation(node))) inside |= kOut;
    if (node.tag == Tag::aside) inside |= kAside;
    if (node.tag == Tag::footer) inside |= kFoot;
    if (node.tag == Tag::li) inside |= kList;
    inside_[e] = static_cast<std::uint8_t>(inside);
  }
}

DatePlace DatePlaces::of(std::uint32_t element, std::uint32_t at, bool stamp, int& distance) const {
  const unsigned inside = inside_[element];
  if (inside & kOut) return DatePlace::none;
  const bool aside = inside & kAside, foot = inside & kFoot, list = inside & kList;
  constexpr std::uint32_t kBehind = 400, kBefore = 250;  // bytes of visible text around a headline: kicker, authors, share bar
  constexpr std::uint32_t kReach = 1200;
  const std::uint32_t gap = at >= headline_.end ? at - headline_.end : headline_.begin > at ? headline_.begin - at : 0;
  distance = static_cast<int>(gap) + (at < headline_.begin ? 200 : 0) + (list ? 100 : 0) + (aside ? 300 : 0);  // behind the headline rather than before it
  if (foot && at > article_.end) return DatePlace::foot;
  if (at >= headline_.begin && at < std::max(article_.end, headline_.end) && (gap <= kBehind || at <= article_.begin + kBehind / 2) && !aside) return gap <= kReach ? DatePlace::headline : DatePlace::article;
  if (at < headline_.begin) return gap <= kBefore && !aside ? DatePlace::headline : gap <= kReach ? DatePlace::elsewhere : DatePlace::none;  // farther up stands today's date
  if (list && (!stamp || at > article_.end)) return DatePlace::none;
  if (at < article_.end) return aside ? DatePlace::elsewhere : DatePlace::article;
  distance = static_cast<int>(at - article_.end) + (aside ? 300 : 0);
  return at - article_.end <= kReach ? DatePlace::elsewhere : DatePlace::foot;
}

const HtmlBlock* DatePlaces::headline_of(const Declarations& declared) const {
  std::vector<std::string> titles;
  for (const Declared& title : declared.titles) {
    if (title.field != "h1") titles.push_back(fold_words(title.value));
  }
  const HtmlBlock *plain = nullptr, *first_h1 = nullptr, *subheading = nullptr;
  for (const HtmlBlock& block : document_.blocks) {
    bool heading = false, h1 = false;
    std::uint32_t e = block.element;
    for (int up = 0; e != 0 && up < 4; ++up, e = document_.elements[e].parent) {
      const Tag tag = document_.elements[e].tag;
      h1 |= tag == Tag::h1;
      heading |= tag == Tag::h1 || tag == Tag::h2 || tag == Tag::h3;
    }
    if (boxes_.holds(block.element)) continue;
    if (h1 && !first_h1) first_h1 = &block;
    if (h1 ? false : heading ? subheading != nullptr || block.span.begin > article_.begin + 200 : plain != nullptr) continue;
    if (block.span.size() < 8 || block.span.size() > 400) continue;
    const std::string folded = fold_words(slice(document_.text, block.span));
    const bool declared_title = folded.size() >= 8 && std::any_of(titles.begin(), titles.end(), [&](const std::string& title) { return title == folded || (folded.size() >= 15 && title.starts_with(folded)); });
    if (!declared_title) continue;
    if (h1) return &block;
    (heading ? subheading : plain) = &block;
  }
  return subheading ? subheading : first_h1 ? first_h1 : plain;
}

}  // namespace attache
