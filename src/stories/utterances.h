// Pairs of reports in which one speaker says (nearly) the same quoted words: they tell of one happening whatever else they
// hold, unless days lie between them and the later one quotes again.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "stories/candidates.h"

namespace attache {

struct UtteranceOptions {
  double dice = 0.5;  // words in common of two quotations by one speaker
  int words = 5;      // least words of such a quotation
  int days = 4;       // both dated: farther apart it is a later report that quotes again
};

struct SharedUtterance {
  Pair reports;
  std::string words;  // the shorter of both wordings
};

// In ascending order of the reports.
[[nodiscard]] std::vector<SharedUtterance> shared_utterances(std::span<const Analysis> analyses, const UtteranceOptions& options);

}  // namespace attache
