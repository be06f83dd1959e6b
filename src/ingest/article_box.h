// Which element of a page holds the article, and which blocks of text belong to it.
//
// Method: text density over the element tree, after Arc90's Readability: every block of running text gives points to its
// parent and half to its grandparent, class names add, links divide; the best element holds the article, with the boxes
// that look like it and the siblings that score near it. An element that says it is the article body is believed first.
// Cost: linear in the number of elements. Limit: of several articles on one page the first is taken.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/html_document.h"
#include "ingest/page_measure.h"

namespace attache {

struct ArticleBoxes {
  std::uint32_t best = 0;                   // element; 0 where the page holds no running text
  std::vector<std::uint32_t> box_of_block;  // for each block the box it belongs to, 0 = none
};

[[nodiscard]] ArticleBoxes find_article_boxes(const HtmlDocument& document, const PageMeasure& page);

}  // namespace attache
