#include "ingest/article_box.h"

#include <algorithm>
#include <string_view>

namespace attache {
namespace {

// Weights: Readability's (mozilla/readability: 25 for class names, 25 letters for a scored block), re-measured here.
struct Weights {
  std::uint32_t least_letters = 25;
  float class_bonus = 25;
  float most_bonus = 0.5F;             // of the text's own points, for general words
  float sibling_share = 0.2F;          // of the best element's score
  float first_article_share = 0.3F;    // of the best score on the page
};

// The commas of Chinese and Japanese: U+3001 and U+FF0C.
std::ptrdiff_t count_wide_commas(std::string_view text) {
  std::ptrdiff_t count = 0;
  for (std::string_view comma : {"\u3001", "\uFF0C"}) {
    for (std::size_t at = text.find(comma); at != std::string_view::npos; at = text.find(comma, at + comma.size())) ++count;
  }
  return count;
}

class Finder {
 public:
  Finder(const HtmlDocument& document, const PageMeasure& page) : document_(document), page_(page), points_(document.elements.size(), 0) {}

  ArticleBoxes run() {
    score_blocks();
    ArticleBoxes out;
    out.box_of_block.assign(document_.blocks.size(), 0);
    out.best = with_its_like(best_element());
    if (out.best == 0) return out;
    for (std::uint32_t box : boxes_like(out.best)) {
      for (std::size_t b = 0; b < document_.blocks.size(); ++b) {
        if (out.box_of_block[b] == 0 && belongs(document_.blocks[b], box)) out.box_of_block[b] = box;
      }
    }
    return out;
  }

 private:
  const HtmlDocument& document_;
  const PageMeasure& page_;
  std::vector<float> points_;  // of elements; 0: no candidate
  Weights weights_;

  const HtmlElement& element(std::uint32_t e) const { return document_.elements[e]; }

  float class_weight(std::uint32_t e) const {
    const ClassWords& words = page_.words(e);
    if (words.article_body) return 3 * weights_.class_bonus;
    if (words.article) return 2 * weights_.class_bonus;
    if (page_[e].furniture) return -weights_.class_bonus;
    float weight = words.good ? weights_.class_bonus : 0;
    if (element(e).tag == Tag::article) weight += weights_.class_bonus / 2;
    return weight;
  }

  // What a general word says ("content") counts less than the text itself; a box that names the article is believed.
  void add_bonus(std::uint32_t e) {
    float bonus = class_weight(e);
    switch (element(e).tag) {
      case Tag::div: bonus += 5; break;
      case Tag::pre: case Tag::td: case Tag::blockquote: bonus += 3; break;
      case Tag::ul: case Tag::ol: case Tag::li: case Tag::form: case Tag::address: bonus -= 3; break;
      case Tag::h1: case Tag::h2: case Tag::h3: case Tag::th: bonus -= 5; break;
      default: break;
    }
    points_[e] += page_.words(e).article ? bonus : std::min(bonus, points_[e] * weights_.most_bonus);
  }

  void score_blocks() {
    for (const HtmlBlock& block : document_.blocks) {
      if (block.letters < weights_.least_letters) continue;
      const std::string_view text = slice(document_.text, block.span);
      const auto commas = static_cast<float>(std::count(text.begin(), text.end(), ',') + count_wide_commas(text));
      const float links = static_cast<float>(block.link_letters) / static_cast<float>(block.letters);
      const float points = (1 + commas + std::min(static_cast<float>(block.letters) / 100, 3.0F)) * (1 - links);
      // Text that stands directly in a <div> is its own paragraph: the div is the parent of that paragraph.
      const Tag tag = element(block.element).tag;
      const bool is_paragraph = tag != Tag::div && tag != Tag::section && tag != Tag::article;
      std::uint32_t at = is_paragraph ? element(block.element).parent : block.element;
      float share = 1;
      for (int level = 0; level < 3 && at != 0; ++level) {
        points_[at] += points * share;
        share = level == 0 ? 0.5F : share / 2;
        at = element(at).parent;
      }
    }
    for (std::uint32_t e = 1; e < points_.size(); ++e) {
      if (points_[e] > 0) add_bonus(e);
    }
  }

  float score(std::uint32_t e) const { return page_[e].inside_furniture ? 0 : points_[e] * (1 - page_[e].link_share()); }

  // The best element inside `box`; 0 where nothing scores.
  std::uint32_t best_inside(std::uint32_t box) const {
    std::uint32_t best = 0;
    float best_score = 0;
    for (std::uint32_t e = std::max(box, 1U); e <= page_[box].last; ++e) {
      if (score(e) <= best_score) continue;
      best = e;
      best_score = score(e);
    }
    return best;
  }

  std::uint32_t article_around(std::uint32_t e) const {
    while (e != 0 && element(e).tag != Tag::article) e = element(e).parent;
    return e;
  }

  // Pages that scroll on for ever hold several articles with headlines: the first is the one that was asked for.
  std::uint32_t best_element() const {
    const std::uint32_t best = best_inside(0);
    const std::uint32_t around = article_around(best);
    if (around == 0 || page_[around].first_headings == 0) return best;
    for (std::uint32_t e = 1; e < around; ++e) {
      if (element(e).tag != Tag::article || page_[e].first_headings == 0 || page_.is_within(around, e)) continue;
      const std::uint32_t first = best_inside(e);
      return score(first) >= weights_.first_article_share * score(best) ? first : best;
    }
    return best;
  }

  // The look of a paragraph: of the nearest element around it that has a class.
  std::uint32_t paragraph_look(const HtmlBlock& block) const {
    constexpr int kLevels = 3;
    std::uint32_t e = block.element;
    for (int level = 0; level < kLevels && e != 0; ++level, e = element(e).parent) {
      if (!element(e).hints.empty()) return page_[e].look;
    }
    return page_[0].look;
  }

  // Pages wrap every paragraph in boxes of its own, or hide the second half of a text in one ("read all"). Where an element
  // around it holds more running text that looks like that of the best element, it is the article; never beyond an
  // <article>, nor where a second headline begins.
  std::uint32_t with_its_like(std::uint32_t top) const {
    constexpr int kLevels = 6;
    if (top == 0) return top;
    std::vector<std::uint32_t> letters_of_look(page_.looks.size(), 0);
    for (const HtmlBlock& block : document_.blocks) {
      if (is_running(block) && page_.is_within(block.element, top)) letters_of_look[paragraph_look(block)] += block.letters;
    }
    letters_of_look[page_[0].look] = 0;
    const auto most = std::max_element(letters_of_look.begin(), letters_of_look.end());
    std::uint32_t letters = *most;
    if (letters * 2 < page_[top].running || letters == 0) return top;
    std::vector<const HtmlBlock*> alike;
    for (const HtmlBlock& block : document_.blocks) {
      if (is_running(block) && !page_[block.element].inside_furniture && paragraph_look(block) == static_cast<std::uint32_t>(most - letters_of_look.begin())) alike.push_back(&block);
    }
    std::uint32_t best = top, at = top;
    for (int level = 0; level < kLevels && element(at).tag != Tag::article; ++level) {
      at = element(at).parent;
      if (at == 0 || element(at).tag == Tag::body || page_[at].first_headings > std::max(1U, page_[top].first_headings)) break;
      std::uint32_t sum = 0;
      for (const HtmlBlock* block : alike) sum += page_.is_within(block->element, at) ? block->letters : 0;
      // half as much again: less is a box of key points or a standing notice, unless the box says that it is the article
      if (sum <= letters || (sum * 2 <= letters * 3 && !page_.words(at).article)) continue;
      best = at;
      letters = sum;
    }
    return best;
  }

  // Long articles are cut into several boxes of one class: they all belong, as long as they stand in the same <article>.
  std::vector<std::uint32_t> boxes_like(std::uint32_t top) const {
    constexpr std::size_t kMost = 40;
    std::vector<std::uint32_t> boxes{top};
    if (element(top).hints.empty()) return boxes;
    const std::uint32_t article = article_around(top);
    for (std::uint32_t e = article + 1; e <= page_[article].last && boxes.size() < kMost; ++e) {
      if (e == top || element(e).tag != element(top).tag || page_[e].look != page_[top].look || page_[e].running == 0 || article_around(e) != article) continue;
      if (page_.is_within(e, top) || page_.is_within(top, e) || page_[e].inside_furniture) continue;
      boxes.push_back(e);
    }
    std::sort(boxes.begin(), boxes.end());
    return boxes;
  }

  // In the box, or in a sibling of it that is article-like itself.
  bool belongs(const HtmlBlock& block, std::uint32_t box) const {
    if (page_.is_within(block.element, box)) return true;
    const std::uint32_t parent = element(box).parent;
    if (parent == 0 || element(parent).tag == Tag::body || !page_.is_within(block.element, parent)) return false;
    const bool clean = block.letters > 80 && block.link_letters * 4 < block.letters;
    std::uint32_t sibling = block.element;
    while (element(sibling).parent != parent && sibling != parent) sibling = element(sibling).parent;
    if (sibling == parent) return clean;  // loose text of the parent
    if (page_[sibling].furniture) return false;
    if (points_[sibling] > 0 && points_[sibling] >= std::max(10.0F, points_[box] * weights_.sibling_share) && page_[sibling].link_share() < 0.3F) return true;
    return element(sibling).tag == Tag::p && clean;
  }
};

}  // namespace

ArticleBoxes find_article_boxes(const HtmlDocument& document, const PageMeasure& page) { return Finder(document, page).run(); }

}  // namespace attache
