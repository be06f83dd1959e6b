#include "ingest/main_content.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "base/strings.h"
#include "ingest/class_words.h"

namespace attache {
namespace {

// Weights: Readability's (mozilla/readability: 25 for class names, 25 letters for a scored block), re-measured here.
struct Weights {
  std::uint32_t least_letters = 25;
  float class_bonus = 25;
  float most_bonus = 0.5F;
  float sibling_share = 0.2F;
  float most_link_share = 0.45F;
  float first_article_share = 0.3F;    // of the best score on the page
  std::uint32_t long_paragraph = 200;  // letters
  std::uint32_t text_paragraphs = 4;   // of running text, directly in a box: more than any box of furniture was seen to have
  std::uint32_t teaser_letters = 300;  // beside its linked headline; a teaser has a sentence or two
};

struct Scored {
  float score = 0;
  bool candidate = false;
};

class Finder {
 public:
  explicit Finder(const HtmlDocument& document) : document_(document), scores_(document.elements.size()) {}

  std::vector<BlockRole> run() {
    measure();
    score_blocks();
    const std::uint32_t top = with_its_like(best_element());
    std::vector<BlockRole> roles(document_.blocks.size(), BlockRole::outside);
    if (top == 0) return roles;
    const std::vector<std::uint32_t> parts = parts_of_article(top);
    find_teasers(top);
    for (std::size_t b = 0; b < roles.size(); ++b) {
      for (std::uint32_t part : parts) {
        if (roles[b] == BlockRole::outside && belongs(document_.blocks[b], part)) roles[b] = role_inside(document_.blocks[b], part);
      }
      if (roles[b] == BlockRole::outside && is_caption_outside(document_.blocks[b])) roles[b] = BlockRole::caption;
    }
    cut_tail(roles);
    return roles;
  }

  std::vector<BlockRole> all_inside() {
    measure();
    find_teasers(0);
    std::vector<BlockRole> roles;
    for (const HtmlBlock& block : document_.blocks) roles.push_back(role_inside(block, 0));
    return roles;
  }

 private:
  const HtmlDocument& document_;
  std::vector<Scored> scores_;
  std::vector<std::uint32_t> letters_, link_letters_, running_, headings_, first_headings_;  // sums over the subtree; running: of blocks of running text; first: h1
  std::vector<std::uint32_t> paragraphs_;  // <p> of running text that are children
  Weights weights_;

  const HtmlElement& element(std::uint32_t e) const { return document_.elements[e]; }

  // Elements with the same tag and the same attributes look alike: what is said of one box is said of all its kind.
  struct Look {
    ClassWords words;
    std::uint32_t running = 0;  // letters of running text in all of them
  };
  std::vector<Look> looks_;
  std::vector<std::uint32_t> look_of_;
  std::vector<bool> furniture_, inside_furniture_;

  static bool is_running(const HtmlBlock& block) { return block.letters >= 80 && block.link_letters * 3 < block.letters; }

  void measure() {
    letters_.assign(document_.elements.size(), 0);
    link_letters_.assign(document_.elements.size(), 0);
    running_.assign(document_.elements.size(), 0);
    headings_.assign(document_.elements.size(), 0);
    first_headings_.assign(document_.elements.size(), 0);
    paragraphs_.assign(document_.elements.size(), 0);
    for (const HtmlBlock& block : document_.blocks) {
      letters_[block.element] += block.letters;
      link_letters_[block.element] += block.link_letters;
      if (!is_running(block)) continue;
      running_[block.element] += block.letters;
      if (element(block.element).tag == Tag::p) ++paragraphs_[element(block.element).parent];
    }
    for (std::size_t e = document_.elements.size(); e-- > 1;) {  // children come after their parents
      letters_[element(static_cast<std::uint32_t>(e)).parent] += letters_[e];
      link_letters_[element(static_cast<std::uint32_t>(e)).parent] += link_letters_[e];
      running_[element(static_cast<std::uint32_t>(e)).parent] += running_[e];
      headings_[element(static_cast<std::uint32_t>(e)).parent] += headings_[e] + (is_heading(element(static_cast<std::uint32_t>(e)).tag) ? 1 : 0);
      first_headings_[element(static_cast<std::uint32_t>(e)).parent] += first_headings_[e] + (element(static_cast<std::uint32_t>(e)).tag == Tag::h1 ? 1 : 0);
    }
    find_looks();
    find_furniture();
  }

  float link_share(std::uint32_t e) const { return letters_[e] ? static_cast<float>(link_letters_[e]) / static_cast<float>(letters_[e]) : 0; }

  void find_looks() {
    std::unordered_map<std::string_view, std::uint32_t> known[2];  // ordinary elements; those whose class says nothing of a box
    look_of_.assign(document_.elements.size(), 0);
    for (std::uint32_t e = 0; e < document_.elements.size(); ++e) {
      const HtmlElement& node = element(e);
      const bool whole = node.tag == Tag::html || node.tag == Tag::body || node.tag == Tag::main || node.tag == Tag::article;
      const auto [at, fresh] = known[whole ? 1 : 0].emplace(node.hints, static_cast<std::uint32_t>(looks_.size()));
      if (fresh) {
        looks_.push_back({read_class_words(node.hints), 0});
        if (whole) looks_.back().words.furniture = looks_.back().words.comments = false;
      }
      look_of_[e] = at->second;
      if (e == 0 || look_of_[node.parent] != look_of_[e]) looks_[look_of_[e]].running += running_[e];
    }
  }

  // What holds most of the page's running text is no furniture, whatever its class or tag says; nor is one of many boxes
  // that together do ("paywall" on every paragraph). Comments may be longer than the report they stand under.
  bool holds_most_text(std::uint32_t letters, bool comments) const {
    return letters > 0 && letters * 5 >= static_cast<std::uint64_t>(running_[0]) * (comments ? 4 : 2);
  }

  bool looks_like_furniture(std::uint32_t e) const {
    const HtmlElement& node = element(e);
    const Look& look = looks_[look_of_[e]];
    if (holds_most_text(running_[e], look.words.comments)) return false;
    if (node.hidden) return true;
    switch (node.tag) {
      case Tag::nav: case Tag::footer: case Tag::aside: case Tag::form: case Tag::button: case Tag::select: return true;
      default: break;
    }
    if (!look.words.furniture || look.words.article || holds_most_text(look.running, look.words.comments)) return false;
    // A class on a long paragraph says who may read it or how it is set; and a box left open swallows the paragraphs behind it.
    const bool paragraph = node.tag == Tag::p && running_[e] >= weights_.long_paragraph;
    return !paragraph && (look.words.comments || paragraphs_[e] < weights_.text_paragraphs);
  }

  void find_furniture() {
    furniture_.assign(document_.elements.size(), false);
    inside_furniture_ = furniture_;
    for (std::uint32_t e = 1; e < document_.elements.size(); ++e) {
      furniture_[e] = looks_like_furniture(e);
      inside_furniture_[e] = furniture_[e] || inside_furniture_[element(e).parent];
    }
  }

  bool is_furniture(std::uint32_t e) const { return furniture_[e]; }
  const ClassWords& words(std::uint32_t e) const { return looks_[look_of_[e]].words; }

  float class_weight(std::uint32_t e) const {
    if (words(e).article_body) return 3 * weights_.class_bonus;
    if (words(e).article) return 2 * weights_.class_bonus;
    if (is_furniture(e)) return -weights_.class_bonus;
    float weight = words(e).good ? weights_.class_bonus : 0;
    if (element(e).tag == Tag::article) weight += weights_.class_bonus / 2;
    return weight;
  }

  // What a general word says ("content") counts less than the text itself; a box that names the article is believed.
  void add_bonus(std::uint32_t e) {
    float start = class_weight(e);
    switch (element(e).tag) {
      case Tag::div: start += 5; break;
      case Tag::pre: case Tag::td: case Tag::blockquote: start += 3; break;
      case Tag::ul: case Tag::ol: case Tag::li: case Tag::form: case Tag::address: start -= 3; break;
      case Tag::h1: case Tag::h2: case Tag::h3: case Tag::th: start -= 5; break;
      default: break;
    }
    scores_[e].score += words(e).article ? start : std::min(start, scores_[e].score * weights_.most_bonus);
  }

  // The commas of Chinese and Japanese: U+3001 and U+FF0C.
  static std::ptrdiff_t count_wide_commas(std::string_view text) {
    std::ptrdiff_t count = 0;
    for (std::string_view comma : {"\u3001", "\uFF0C"}) {
      for (std::size_t at = text.find(comma); at != std::string_view::npos; at = text.find(comma, at + comma.size())) ++count;
    }
    return count;
  }

  void score_blocks() {
    for (const HtmlBlock& block : document_.blocks) {
      if (block.letters < weights_.least_letters) continue;
      const std::string_view text = slice(document_.text, block.span);
      const auto commas = static_cast<float>(std::count(text.begin(), text.end(), ',') + count_wide_commas(text));
      const float links = static_cast<float>(block.link_letters) / static_cast<float>(block.letters);
      const float points = (1 + commas + std::min(static_cast<float>(block.letters) / 100, 3.0F)) * (1 - links);
      // Text that stands directly in a <div> is its own paragraph: the div is the parent of that paragraph.
      const bool is_paragraph = element(block.element).tag != Tag::div && element(block.element).tag != Tag::section && element(block.element).tag != Tag::article;
      std::uint32_t at = is_paragraph ? element(block.element).parent : block.element;
      float share = 1;
      for (int level = 0; level < 3 && at != 0; ++level) {
        scores_[at].candidate = true;
        scores_[at].score += points * share;
        share = level == 0 ? 0.5F : share / 2;
        at = element(at).parent;
      }
    }
    for (std::uint32_t e = 1; e < scores_.size(); ++e) {
      if (scores_[e].candidate) add_bonus(e);
    }
  }

  float score_of(std::uint32_t e) const { return scores_[e].candidate && !inside_furniture_[e] ? scores_[e].score * (1 - link_share(e)) : 0; }

  // The best element inside `box`; 0 where nothing scores.
  std::uint32_t best_inside(std::uint32_t box) const {
    std::uint32_t best = 0;
    for (std::uint32_t e = box; e < scores_.size(); ++e) {  // children come after their parents
      if (score_of(e) > score_of(best) && is_within(e, box)) best = e;
    }
    return best;
  }

  // Pages that scroll on for ever hold several articles with headlines: the first is the one that was asked for.
  std::uint32_t best_element() const {
    const std::uint32_t best = best_inside(0);
    const std::uint32_t around = article_around(best);
    if (around == 0 || first_headings_[around] == 0) return best;
    for (std::uint32_t e = 1; e < around; ++e) {
      if (element(e).tag != Tag::article || first_headings_[e] == 0 || is_within(around, e)) continue;
      const std::uint32_t first = best_inside(e);
      return score_of(first) >= weights_.first_article_share * score_of(best) ? first : best;
    }
    return best;
  }

  // The look of a paragraph: of the nearest element around it that has a class.
  std::uint32_t paragraph_look(const HtmlBlock& block) const {
    constexpr int kLevels = 3;
    std::uint32_t e = block.element;
    for (int level = 0; level < kLevels && e != 0; ++level, e = element(e).parent) {
      if (!element(e).hints.empty()) return look_of_[e];
    }
    return look_of_[0];
  }

  // Pages wrap every paragraph in boxes of its own, or hide the second half of a text in one ("read all"). Where an ancestor
  // holds more running text that looks like that of the best element, it is the article; never beyond an <article>, nor
  // where a second headline begins.
  std::uint32_t with_its_like(std::uint32_t top) const {
    if (top == 0) return top;
    constexpr int kLevels = 6;
    std::vector<std::uint32_t> inside(looks_.size(), 0);  // letters of running text by look
    for (const HtmlBlock& block : document_.blocks) {
      if (is_running(block) && is_within(block.element, top)) inside[paragraph_look(block)] += block.letters;
    }
    inside[look_of_[0]] = 0;
    const auto most = static_cast<std::uint32_t>(std::max_element(inside.begin(), inside.end()) - inside.begin());
    if (inside[most] * 2 < running_[top] || inside[most] == 0) return top;
    std::uint32_t best = top, letters = inside[most], at = top;
    for (int level = 0; level < kLevels && element(at).tag != Tag::article; ++level) {
      at = element(at).parent;
      if (at == 0 || element(at).tag == Tag::body || first_headings_[at] > std::max(1U, first_headings_[top])) break;
      std::uint32_t sum = 0;
      for (const HtmlBlock& block : document_.blocks) {
        if (is_running(block) && !inside_furniture_[block.element] && paragraph_look(block) == most && is_within(block.element, at)) sum += block.letters;
      }
      // half as much again: less is a box of key points or a standing notice, unless the box says that it is the article
      if (sum > letters && (sum * 2 > letters * 3 || words(at).article)) {
        best = at;
        letters = sum;
      }
    }
    return best;
  }

  // Teasers of other stories inside the article: a headline that is a link, in a box with no more than a sentence or two
  // beside it. A list of things that consists of nothing else is an article made of such boxes.
  std::vector<bool> teaser_;

  void find_teasers(std::uint32_t top) {
    teaser_.assign(document_.elements.size(), false);
    std::vector<std::uint32_t> boxes;
    std::uint64_t letters = 0;
    for (const HtmlBlock& block : document_.blocks) {
      if (block.letters < 15 || block.link_letters * 20 < block.letters * 9 || !is_within(block.element, top)) continue;  // 9/20: headlines printed twice, once for screen readers
      std::uint32_t box = block.element;
      while (box != top && !is_heading(element(box).tag)) box = element(box).parent;
      if (box == top) continue;
      const std::uint32_t own = letters_[box] - link_letters_[box];
      while (element(box).parent != top && letters_[element(box).parent] - link_letters_[element(box).parent] <= own + weights_.teaser_letters && headings_[element(box).parent] <= 1)
        box = element(box).parent;
      boxes.push_back(box);
      letters += letters_[box] - link_letters_[box];
    }
    if (letters * 5 >= static_cast<std::uint64_t>(letters_[top] - link_letters_[top]) * 2) return;
    for (std::uint32_t box : boxes) teaser_[box] = true;
  }

  static bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

  std::uint32_t article_around(std::uint32_t e) const {
    while (e != 0 && element(e).tag != Tag::article) e = element(e).parent;
    return e;
  }

  // Long articles are cut into several boxes of one class: they all belong, as long as they stand in the same <article>.
  std::vector<std::uint32_t> parts_of_article(std::uint32_t top) const {
    std::vector<std::uint32_t> parts{top};
    const HtmlElement& first = element(top);
    if (first.hints.empty()) return parts;
    const std::uint32_t article = article_around(top);
    constexpr std::size_t kMost = 40;
    for (std::uint32_t e = 1; e < document_.elements.size() && parts.size() < kMost; ++e) {
      const HtmlElement& other = element(e);
      if (e == top || other.tag != first.tag || look_of_[e] != look_of_[top] || running_[e] == 0 || article_around(e) != article) continue;
      if (is_within(e, top) || is_within(top, e) || inside_furniture_[e]) continue;
      parts.push_back(e);
    }
    std::sort(parts.begin(), parts.end());
    return parts;
  }

  bool is_within(std::uint32_t e, std::uint32_t ancestor) const {
    while (e > ancestor) e = element(e).parent;  // parents have smaller indexes
    return e == ancestor;
  }

  // In the top element, or in a sibling of it that is article-like itself.
  bool belongs(const HtmlBlock& block, std::uint32_t top) const {
    if (is_within(block.element, top)) return true;
    const std::uint32_t parent = element(top).parent;
    if (parent == 0 || element(parent).tag == Tag::body || !is_within(block.element, parent)) return false;
    std::uint32_t sibling = block.element;
    while (element(sibling).parent != parent && sibling != parent) sibling = element(sibling).parent;
    if (sibling == parent) {  // loose text of the parent
      return block.letters > 80 && block.link_letters * 4 < block.letters;
    }
    if (is_furniture(sibling)) return false;
    const float top_score = scores_[top].score;
    if (scores_[sibling].candidate && scores_[sibling].score >= std::max(10.0F, top_score * weights_.sibling_share) && link_share(sibling) < 0.3F) return true;
    return element(sibling).tag == Tag::p && block.letters > 80 && block.link_letters * 4 < block.letters;
  }

  // A caption between headline and text belongs to the report; one in a box of other stories does not.
  bool is_caption_outside(const HtmlBlock& block) const {
    bool caption = false;
    for (std::uint32_t e = block.element; e != 0; e = element(e).parent) {
      if (is_furniture(e) || element(e).tag == Tag::a || element(e).tag == Tag::li) return false;
      caption |= element(e).tag == Tag::figcaption || words(e).caption;
    }
    return caption && block.link_letters * 2 < block.letters;
  }

  // Behind the last paragraph of running text: lines that are mostly links, lists whose every item has a link, and the
  // headings over them lead to other pages.
  void cut_tail(std::vector<BlockRole>& roles) const {
    const auto inside = [](BlockRole role) { return role != BlockRole::outside && role != BlockRole::furniture && role != BlockRole::caption; };
    std::size_t b = roles.size();
    bool cut = false;  // everything behind b is other pages'
    for (; b-- > 0;) {
      if (!inside(roles[b])) {
        cut |= roles[b] == BlockRole::furniture && document_.blocks[b].link_letters * 2 > document_.blocks[b].letters;
        continue;
      }
      const HtmlBlock& block = document_.blocks[b];
      const bool linked = block.link_letters * 2 >= block.letters || (roles[b] == BlockRole::list_item && block.link_letters > 0 && block.letters < 150);
      const bool heads_links = cut && block.letters < 60 && (roles[b] == BlockRole::heading || slice(document_.text, block.span).ends_with(':'));
      if (roles[b] == BlockRole::quotation || !(linked || heads_links)) return;
      roles[b] = BlockRole::furniture;
      cut = true;
    }
  }

  BlockRole role_inside(const HtmlBlock& block, std::uint32_t top) const {
    BlockRole role = BlockRole::article;
    for (std::uint32_t e = block.element; e != top && e != 0; e = element(e).parent) {
      const HtmlElement& node = element(e);
      if (node.tag == Tag::figcaption || node.tag == Tag::figure || words(e).caption) return BlockRole::caption;
      if (is_furniture(e) || teaser_[e]) return BlockRole::furniture;
      switch (node.tag) {
        case Tag::h1: case Tag::h2: case Tag::h3: case Tag::h4: case Tag::h5: case Tag::h6: role = BlockRole::heading; break;
        case Tag::li: case Tag::dd: case Tag::dt: role = role == BlockRole::article ? BlockRole::list_item : role; break;
        case Tag::blockquote: role = role == BlockRole::article ? BlockRole::quotation : role; break;
        default: break;
      }
      if ((node.tag == Tag::ul || node.tag == Tag::ol || node.tag == Tag::table) && link_share(e) > 0.5F) return BlockRole::furniture;
    }
    const float links = block.letters ? static_cast<float>(block.link_letters) / static_cast<float>(block.letters) : 0;
    if (links > 0.8F && (block.letters < 200 || role != BlockRole::article)) return BlockRole::furniture;
    if (role == BlockRole::list_item && links > weights_.most_link_share) return BlockRole::furniture;
    return role;
  }
};

}  // namespace

std::vector<BlockRole> find_main_content(const HtmlDocument& document) { return Finder(document).run(); }

std::vector<BlockRole> roles_in_article(const HtmlDocument& document) { return Finder(document).all_inside(); }

}  // namespace attache
