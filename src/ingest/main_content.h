// Finds the article on an HTML page.
//
// Method: text density over the element tree, after Arc90's Readability: every block of running text gives points to
// its parent and half to its grandparent, class names add or subtract, links divide; the best element and those of its
// siblings that score near it hold the article. An element that says it is the article body is believed first.
// Cost: linear in the number of elements. Limit: several articles on one page count as one.
#pragma once

#include <vector>

#include "ingest/html_document.h"

namespace attache {

enum class BlockRole : std::uint8_t { outside, article, heading, list_item, quotation, caption, furniture };

// One role a block of the document.
[[nodiscard]] std::vector<BlockRole> find_main_content(const HtmlDocument& document);

// The same for a document that is the article alone: nothing is outside, furniture inside is still told apart.
[[nodiscard]] std::vector<BlockRole> roles_in_article(const HtmlDocument& document);

}  // namespace attache
