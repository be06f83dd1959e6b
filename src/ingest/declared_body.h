// The text of a report as the page declares it (JSON-LD articleBody), for pages whose script alone would print it.
#pragma once

#include <string_view>

#include "ingest/page.h"

namespace attache {

// Adds the declared text behind the page's own, a paragraph a line, where the page prints less than a third of it; what
// the page prints of the article is then furniture, so that nothing is read twice. Does nothing for a short declared
// text: many pages declare their summary under this name.
void add_declared_body(std::string_view declared, Page& page);

}  // namespace attache
