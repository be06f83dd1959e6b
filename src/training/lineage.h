// Rows for the decision on kinship from judged pairs of reports.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "training/boosting.h"

namespace attache {

struct JudgedPair {
  std::uint32_t a = 0, b = 0;  // indexes into the reports
  bool copy = false;           // of any kind: version, excerpt, digest
  double weight = 1;
};

// The reports that lie in one folder decide which 4-grams are common; only some of their pairs are judged.
struct JudgedReports {
  std::vector<Report> reports;
  std::vector<JudgedPair> pairs;
};

[[nodiscard]] TrainingRows kinship_rows(std::span<const JudgedReports> folders);

}  // namespace attache
