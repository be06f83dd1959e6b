// Stage "language": what a report's text is made of, found once and read by every later stage.
#pragma once

#include <vector>

#include "ingest/report.h"
#include "language/asides.h"
#include "language/coreference.h"
#include "language/lexicon.h"
#include "language/names.h"
#include "language/quantities.h"
#include "language/quotes.h"
#include "language/segment.h"
#include "language/times.h"
#include "tables/knowledge.h"

namespace attache {

struct Language {
  Segmentation segmentation;
  Quotes quotes;
  NameAnalysis names;
  std::vector<Reference> references;  // English only
  std::vector<Aside> asides;
  std::vector<TimeExpression> times;
  std::vector<Quantity> quantities;
};

// Trees, word classes and what is meant by other words are those of English; nothing known of the language counts as English.
[[nodiscard]] inline bool is_english(const Report& report) { return report.language.value.empty() || report.language.value == "en"; }

[[nodiscard]] Language analyse_language(const Report& report, const Lexicon& lexicon, const Knowledge& knowledge, const SyntaxReader& reader);

}  // namespace attache
