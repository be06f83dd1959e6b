// The article on an HTML page, block by block: measured (page_measure.h), found (article_box.h), and told apart from what
// stands inside it and is none of it: captions, teasers of other stories, lists of links, links behind the last paragraph.
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
