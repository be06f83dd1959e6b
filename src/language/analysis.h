// Stage "language": what a report's text is made of, found once and read by every later stage.
#pragma once

#include <vector>

#include "ingest/report.h"
#include "language/lexicon.h"
#include "language/names.h"
#include "language/quantities.h"
#include "language/segment.h"
#include "language/times.h"
#include "tables/knowledge.h"

namespace attache {

struct Language {
  Segmentation segmentation;
  NameAnalysis names;
  std::vector<TimeExpression> times;
  std::vector<Quantity> quantities;
};

[[nodiscard]] Language analyse_language(const Report& report, const Lexicon& lexicon, const Knowledge& knowledge);

}  // namespace attache
