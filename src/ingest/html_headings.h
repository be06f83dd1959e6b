// The headings of a page that may be a report's headline.
#pragma once

#include <vector>

#include "ingest/html_document.h"
#include "ingest/main_content.h"
#include "ingest/other_boxes.h"
#include "ingest/page.h"

namespace attache {

// <h1> to <h3> over the first running paragraph of the article, outside breadcrumbs, menus, lists, asides, footers and boxes of other stories, in text order. Sites put the
// title for search engines as an <h1> into the breadcrumb and the headline as an <h2> over the text.
[[nodiscard]] std::vector<Heading> find_headings(const HtmlDocument& document, const std::vector<BlockRole>& roles, const OtherBoxes& boxes);

}  // namespace attache
