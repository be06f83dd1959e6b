// What stories compare: one text for each family of copies, that of its fullest member, and one for each other report.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/analysis.h"
#include "lineage/family.h"
#include "stories/features.h"

namespace attache {

struct StoryTexts {
  std::vector<ReportFeatures> features;   // of each report
  std::vector<std::uint32_t> text_of;     // of each report
  std::vector<std::uint32_t> fullest;     // of each text: the report with most words
  std::vector<Date> days;                 // of each text; a family stands where its first dated member stands; year 0: no date
};

[[nodiscard]] StoryTexts make_texts(std::span<const Analysis> analyses, const Lineage& lineage, const Lexicon& lexicon, int threads);

}  // namespace attache
