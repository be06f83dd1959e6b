// The first sentences of a report's body, as the main event is looked for in them.
//
// Problem: pages that lost their line breaks glue controls, credits and captions to the text ("Image caption The hall Dozens
// of ..."), and a sentence is then not one. Method: the sentences of the language stage, parted where a control, a label or a
// parenthesis that only credits stands, and where a function word with a capital follows a small word; a dateline is cut off
// and kept as a place. Cost: linear in the lead.
// Limits: English; controls of the kinds listed in lead_furniture.cc.
#pragma once

#include <optional>
#include <vector>

#include "ingest/report.h"
#include "language/analysis.h"

namespace attache {

struct Lead {
  std::vector<Sentence> sentences;  // tokens of the report's segmentation; `span` without what was cut off
  std::optional<Span> dateline;     // the place
};

[[nodiscard]] Lead read_lead(const Report& report, const Language& language);

// How many tokens of a page's control, label or credit begin at token i of [i, end); 0 where none does.
[[nodiscard]] std::uint32_t furniture_size(std::string_view text, const Segmentation& segmentation, std::uint32_t i, std::uint32_t end);

}  // namespace attache
