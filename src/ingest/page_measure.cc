#include "ingest/page_measure.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace attache {
namespace {

constexpr std::uint32_t kLongParagraph = 200;  // letters
constexpr std::uint32_t kTextParagraphs = 4;   // of running text, directly in a box: more than any box of furniture was seen to have

void sum_up(const HtmlDocument& document, PageMeasure& page) {
  page.elements.resize(document.elements.size());
  for (const HtmlBlock& block : document.blocks) {
    ElementMeasure& own = page.elements[block.element];
    own.letters += block.letters;
    own.link_letters += block.link_letters;
    if (!is_running(block)) continue;
    own.running += block.letters;
    if (document.elements[block.element].tag == Tag::p) ++page.elements[document.elements[block.element].parent].paragraphs;
  }
  for (std::size_t e = document.elements.size(); e-- > 0;) {  // children come after their parents
    ElementMeasure& child = page.elements[e];
    child.last = std::max(child.last, static_cast<std::uint32_t>(e));
    if (e == 0) break;
    ElementMeasure& parent = page.elements[document.elements[e].parent];
    parent.last = std::max(parent.last, child.last);
    parent.letters += child.letters;
    parent.link_letters += child.link_letters;
    parent.running += child.running;
    parent.headings += child.headings + (is_heading(document.elements[e].tag) ? 1 : 0);
    parent.first_headings += child.first_headings + (document.elements[e].tag == Tag::h1 ? 1 : 0);
  }
}

// The page's own frame: its class tells of the page, not of a box.
bool is_frame(Tag tag) { return tag == Tag::html || tag == Tag::body || tag == Tag::main || tag == Tag::article; }

void find_looks(const HtmlDocument& document, PageMeasure& page) {
  std::unordered_map<std::string_view, std::uint32_t> boxes, frames;
  for (std::size_t e = 0; e < document.elements.size(); ++e) {
    const HtmlElement& element = document.elements[e];
    const bool frame = is_frame(element.tag);
    const auto [at, fresh] = (frame ? frames : boxes).emplace(element.hints, static_cast<std::uint32_t>(page.looks.size()));
    if (fresh) {
      page.looks.push_back({read_class_words(element.hints), 0});
      if (frame) page.looks.back().words.furniture = page.looks.back().words.comments = false;
    }
    page.elements[e].look = at->second;
    if (e == 0 || page.elements[element.parent].look != at->second) page.looks[at->second].running += page.elements[e].running;
  }
}

// What holds most of the page's running text is no furniture, whatever its class or tag says; nor is one of many boxes
// that together do ("paywall" on every paragraph). Comments may be longer than the report they stand under.
bool holds_most_text(const PageMeasure& page, std::uint32_t letters, bool comments) {
  return letters > 0 && letters * 5ULL >= page.elements[0].running * (comments ? 4ULL : 2ULL);
}

bool looks_like_furniture(const HtmlElement& element, const ElementMeasure& own, const PageMeasure& page) {
  const Look& look = page.looks[own.look];
  if (holds_most_text(page, own.running, look.words.comments)) return false;
  // A class on a long paragraph says who may read it or how it is set, and pages hide those that want paying for.
  const bool paragraph = element.tag == Tag::p && own.running >= kLongParagraph;
  if (element.hidden) return !paragraph;
  switch (element.tag) {
    case Tag::nav: case Tag::footer: case Tag::aside: case Tag::form: case Tag::button: case Tag::select: return true;
    default: break;
  }
  if (!look.words.furniture || look.words.article || holds_most_text(page, look.running, look.words.comments)) return false;
  // A box left open swallows the paragraphs behind it.
  return !paragraph && (look.words.comments || own.paragraphs < kTextParagraphs);
}

}  // namespace

PageMeasure measure_page(const HtmlDocument& document) {
  PageMeasure page;
  sum_up(document, page);
  find_looks(document, page);
  for (std::size_t e = 1; e < document.elements.size(); ++e) {
    ElementMeasure& own = page.elements[e];
    own.furniture = looks_like_furniture(document.elements[e], own, page);
    own.inside_furniture = own.furniture || page.elements[document.elements[e].parent].inside_furniture;
  }
  return page;
}

}  // namespace attache
