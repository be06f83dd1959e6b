// From a classified page to a report: title, outlet, agency, byline, dateline, dates and language, each with the
// evidence it came from. What nothing says stays empty.
#pragma once

#include "ingest/page.h"
#include "ingest/report.h"
#include "tables/knowledge.h"

namespace attache {

// Takes the page apart; `report.source`, `name`, `charset` are the caller's.
[[nodiscard]] Report make_report(Page page, const Knowledge& knowledge);

}  // namespace attache
