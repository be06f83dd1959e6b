// What lineage and the stages behind it see of a report: its text and the spans of its sentences.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analysis/analysis.h"

namespace attache {

struct Document {
  const Report* report = nullptr;
  std::span<const SentenceSpan> sentences;
};

[[nodiscard]] inline Document document_of(const Analysis& analysis) { return {&analysis.report, analysis.sentences}; }

// When it was published, in minutes since 1970; reports without a time of day stand at the end of their day, reports
// without a date have none.
struct PublicationTime {
  bool dated = false;
  bool timed = false;
  long long minute = 0;
};
[[nodiscard]] PublicationTime publication_time(const Report& report);

// As days_of; INT32_MIN where nobody knows it.
[[nodiscard]] std::int32_t published_day(const Report& report);

// Negative, zero, positive: a came out before b, the texts do not say, after. Only dates and times speak here.
[[nodiscard]] int compare_publication(const Report& a, const Report& b);

// Publication time (none: last), then id, then source: the order in which every stage from here on sees the reports.
[[nodiscard]] bool comes_before(const Report& a, const Report& b);
void sort_reports(std::vector<Analysis>& analyses);

}  // namespace attache
