// Statements of one report: direct, mixed and indirect quotations with source, cue and content.
//
// Method: rules over a list of cue verbs (read_by_rules.h) and a trained tagger that sees what they found (attribution/model.h) give
// the pieces; quotations without any cue go on with the speaker of the paragraph before (floating_quotes.h); speaker.h says who the
// sources are. Span conventions: PolNeAR (Newell, Margolin, Ruths, LREC 2018).
#pragma once

#include <vector>

#include "language/analysis.h"
#include "mentions/attribution/model.h"
#include "mentions/cues.h"
#include "mentions/statement.h"

namespace attache {

// What finding statements needs and does not change.
struct StatementReader {
  const Lexicon& lexicon;
  const CueLexicon& cues;
  const AttributionModel& model;
};

[[nodiscard]] std::vector<StatementMention> find_statements(const Report& report, const Language& language, const StatementReader& reader, const Knowledge& knowledge);

}  // namespace attache
