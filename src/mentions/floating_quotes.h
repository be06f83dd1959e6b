// Quotations without a cue of their own: the second half of "A," X said. "B.", a paragraph that goes on, a paragraph that
// is nothing but a quotation.
#pragma once

#include <vector>

#include "ingest/report.h"
#include "language/quotes.h"
#include "mentions/draft.h"

namespace attache {

// Quotations that no statement holds are added to the statements before them, or become statements
// by the speaker before. Drafts come out in the order of their contents.
void attach_floating_quotes(const Report& report, const Language& language, const Quotes& quotes, const Clauses& clauses, std::vector<Draft>& drafts);

}  // namespace attache
