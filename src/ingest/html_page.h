// HTML -> page: which blocks are the article, what the markup says about the rest, and what the page declares.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "ingest/html_document.h"
#include "ingest/page.h"

namespace attache {

// Errors: those of parse_html, and missing_text for a page without any visible text.
// `article_only`: the document is the article, no page stands around it.
[[nodiscard]] Result<Page> read_html_page(std::string_view utf8, bool article_only = false, const HtmlLimits& limits = {});

}  // namespace attache
