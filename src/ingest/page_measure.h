// What is counted once over the elements of a page: letters, links, running text, headings, and which boxes are furniture.
// Later steps of main_content.h read it. Cost: linear in elements and blocks.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/class_words.h"
#include "ingest/html_document.h"

namespace attache {

// Text in sentences, as far as length and links can tell. 80 letters: fourteen words, more than labels and headlines have.
[[nodiscard]] inline bool is_running(const HtmlBlock& block) { return block.letters >= 80 && block.link_letters * 3 < block.letters; }

[[nodiscard]] inline bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

// Elements whose attributes are the same look alike: what is said of one box is said of all its kind.
struct Look {
  ClassWords words;
  std::uint32_t running = 0;  // letters of running text in all of them
};

struct ElementMeasure {
  std::uint32_t last = 0;  // the last element inside it; elements lie in document order
  std::uint32_t look = 0;  // index into PageMeasure::looks
  std::uint32_t letters = 0, link_letters = 0;
  std::uint32_t running = 0;         // letters of running text
  std::uint32_t headings = 0;        // h1 to h6 inside
  std::uint32_t first_headings = 0;  // h1 inside
  std::uint32_t paragraphs = 0;      // <p> of running text among its children
  bool furniture = false;
  bool inside_furniture = false;     // it or an element around it is

  [[nodiscard]] float link_share() const { return letters ? static_cast<float>(link_letters) / static_cast<float>(letters) : 0; }
  [[nodiscard]] std::uint32_t plain_letters() const { return letters - link_letters; }
};

struct PageMeasure {
  std::vector<ElementMeasure> elements;  // one an element of the document
  std::vector<Look> looks;

  [[nodiscard]] const ElementMeasure& operator[](std::uint32_t e) const { return elements[e]; }
  [[nodiscard]] const ClassWords& words(std::uint32_t e) const { return looks[elements[e].look].words; }
  [[nodiscard]] bool is_within(std::uint32_t e, std::uint32_t box) const { return box <= e && e <= elements[box].last; }
};

[[nodiscard]] PageMeasure measure_page(const HtmlDocument& document);

}  // namespace attache
