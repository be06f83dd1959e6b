// Text rules that say what each block of a page is: title, teaser, caption, credit, related link, furniture or body.
// They read the words and the order of the blocks; what the markup settled stays.
#pragma once

#include "ingest/page.h"
#include "tables/knowledge.h"

namespace attache {

// Sets PageBlock::kind; may split a block (a date stamp or dateline before the text, a credit behind it).
void classify_blocks(Page& page, const Knowledge& knowledge);

}  // namespace attache
