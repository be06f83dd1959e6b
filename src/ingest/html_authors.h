// Elements of a page that name its authors (rel=author, itemprop=author, class "byline"), near the text they sign.
#pragma once

#include <vector>

#include "ingest/html_document.h"
#include "ingest/main_content.h"
#include "ingest/other_boxes.h"
#include "ingest/page.h"

namespace attache {

// Those above or in the first lines of the article, else those right behind it; none in boxes of other stories or comments,
// under pictures, in asides and footers. In text order; an element and one inside it may both be given.
[[nodiscard]] std::vector<Declared> find_printed_authors(const HtmlDocument& document, const std::vector<BlockRole>& roles, const OtherBoxes& boxes);

}  // namespace attache
