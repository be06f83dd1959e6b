// Dates that an HTML page marks or prints, in order of trust, with the reason for each.
//
// What machines are told (JSON-LD, <meta>) comes in from the caller and is believed first, with two corrections: a day
// told in UTC gives way to the local day that the page's address or the line at its headline shows, and an address older
// than the declared day keeps its day (declared days are renewed, addresses are not). Then: marked and printed dates by
// where they stand (at the headline, at the foot of the article, elsewhere), never in boxes of other stories, comments,
// navigation or under pictures. Last the faint ones: keys in scripts, the day in the address of the page's picture.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_document.h"
#include "ingest/main_content.h"
#include "ingest/other_boxes.h"
#include "ingest/page.h"

namespace attache {

// Fills published, modified and faint_published of `declared`; reads its titles, languages and urls. `json_published` and
// `json_modified`: of the article's JSON-LD, empty where it has none. `utf8`: the page.
void read_html_dates(const HtmlDocument& document, const std::vector<BlockRole>& roles, const OtherBoxes& boxes, std::string_view utf8, const std::string& json_published, const std::string& json_modified,
                     Declarations& declared);

}  // namespace attache
