#include "ingest/main_content.h"

#include <string_view>

#include "ingest/article_box.h"
#include "ingest/page_measure.h"

namespace attache {
namespace {

constexpr std::uint32_t kTeaserLetters = 300;  // beside its linked headline; a teaser has a sentence or two
constexpr float kMostLinkShare = 0.45F;        // of a list item

// Teasers of other stories inside the article: a headline that is a link, in a box with no more than a sentence or two
// beside it. A list of things that consists of nothing else is an article made of such boxes.
std::vector<bool> find_teasers(const HtmlDocument& document, const PageMeasure& page, std::uint32_t top) {
  std::vector<bool> teaser(document.elements.size(), false);
  std::vector<std::uint32_t> boxes;
  std::uint64_t letters = 0;
  for (const HtmlBlock& block : document.blocks) {
    // 9/20, not all: headlines printed twice, once as a link and once for screen readers
    if (block.letters < 15 || block.link_letters * 20 < block.letters * 9 || !page.is_within(block.element, top)) continue;
    std::uint32_t box = block.element;
    while (box != top && !is_heading(document.elements[box].tag)) box = document.elements[box].parent;
    if (box == top) continue;
    const std::uint32_t most = page[box].plain_letters() + kTeaserLetters;
    for (std::uint32_t parent = document.elements[box].parent; parent != top && page[parent].plain_letters() <= most && page[parent].headings <= 1; parent = document.elements[box].parent) box = parent;
    boxes.push_back(box);
    letters += page[box].plain_letters();
  }
  if (letters * 5 >= page[top].plain_letters() * 2ULL) return teaser;
  for (std::uint32_t box : boxes) teaser[box] = true;
  return teaser;
}

// A caption between headline and text belongs to the report; one in a box of other stories does not.
bool is_caption_outside(const HtmlDocument& document, const PageMeasure& page, const HtmlBlock& block) {
  bool caption = false;
  for (std::uint32_t e = block.element; e != 0; e = document.elements[e].parent) {
    const Tag tag = document.elements[e].tag;
    if (page[e].furniture || tag == Tag::a || tag == Tag::li) return false;
    caption |= tag == Tag::figcaption || page.words(e).caption;
  }
  return caption && block.link_letters * 2 < block.letters;
}

BlockRole role_inside(const HtmlDocument& document, const PageMeasure& page, const std::vector<bool>& teaser, const HtmlBlock& block, std::uint32_t top) {
  BlockRole role = BlockRole::article;
  for (std::uint32_t e = block.element; e != top && e != 0; e = document.elements[e].parent) {
    const Tag tag = document.elements[e].tag;
    if (tag == Tag::figcaption || tag == Tag::figure || page.words(e).caption) return BlockRole::caption;
    if (page[e].furniture || teaser[e]) return BlockRole::furniture;
    if (is_heading(tag)) role = BlockRole::heading;
    if (role == BlockRole::article && (tag == Tag::li || tag == Tag::dd || tag == Tag::dt)) role = BlockRole::list_item;
    if (role == BlockRole::article && tag == Tag::blockquote) role = BlockRole::quotation;
    if ((tag == Tag::ul || tag == Tag::ol || tag == Tag::table) && page[e].link_share() > 0.5F) return BlockRole::furniture;
  }
  const float links = block.letters ? static_cast<float>(block.link_letters) / static_cast<float>(block.letters) : 0;
  if (links > 0.8F && (block.letters < 200 || role != BlockRole::article)) return BlockRole::furniture;
  if (role == BlockRole::list_item && links > kMostLinkShare) return BlockRole::furniture;
  return role;
}

// Behind the last paragraph of running text: lines that are mostly links, lists whose every item has a link, and the
// headings over them lead to other pages.
void cut_tail(const HtmlDocument& document, std::vector<BlockRole>& roles) {
  bool cut = false;  // what stands behind leads elsewhere
  for (std::size_t b = roles.size(); b-- > 0;) {
    const HtmlBlock& block = document.blocks[b];
    if (roles[b] == BlockRole::outside || roles[b] == BlockRole::furniture || roles[b] == BlockRole::caption) {
      cut |= roles[b] == BlockRole::furniture && block.link_letters * 2 > block.letters;
      continue;
    }
    const bool linked = block.link_letters * 2 >= block.letters || (roles[b] == BlockRole::list_item && block.link_letters > 0 && block.letters < 150);
    const bool heads_links = cut && block.letters < 60 && (roles[b] == BlockRole::heading || slice(document.text, block.span).ends_with(':'));
    if (roles[b] == BlockRole::quotation || !(linked || heads_links)) return;
    roles[b] = BlockRole::furniture;
    cut = true;
  }
}

}  // namespace

std::vector<BlockRole> find_main_content(const HtmlDocument& document) {
  const PageMeasure page = measure_page(document);
  const ArticleBoxes article = find_article_boxes(document, page);
  std::vector<BlockRole> roles(document.blocks.size(), BlockRole::outside);
  if (article.best == 0) return roles;
  const std::vector<bool> teaser = find_teasers(document, page, article.best);
  for (std::size_t b = 0; b < roles.size(); ++b) {
    const HtmlBlock& block = document.blocks[b];
    if (article.box_of_block[b] != 0) roles[b] = role_inside(document, page, teaser, block, article.box_of_block[b]);
    if (roles[b] == BlockRole::outside && is_caption_outside(document, page, block)) roles[b] = BlockRole::caption;
  }
  cut_tail(document, roles);
  return roles;
}

std::vector<BlockRole> roles_in_article(const HtmlDocument& document) {
  const PageMeasure page = measure_page(document);
  const std::vector<bool> teaser = find_teasers(document, page, 0);
  std::vector<BlockRole> roles;
  for (const HtmlBlock& block : document.blocks) roles.push_back(role_inside(document, page, teaser, block, 0));
  return roles;
}

}  // namespace attache
