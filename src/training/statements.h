// Training of the tagger of statements (mentions/attribution/model.h) on reports whose attributions are annotated.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "language/analysis.h"
#include "mentions/attribution/model.h"
#include "mentions/attribution/signs.h"
#include "mentions/cues.h"
#include "training/linear_chain.h"

namespace attache {

// Token ranges of the report.
struct GoldAttribution {
  std::vector<Range> source, cue, content;
};

// Stays where it is made: the signs look into the drafts.
struct AnnotatedReport {
  AnnotatedReport() = default;
  AnnotatedReport(const AnnotatedReport&) = delete;
  AnnotatedReport& operator=(const AnnotatedReport&) = delete;

  Language language;
  std::vector<Draft> drafts;  // of the rules
  ReportSigns signs;
  std::vector<GoldAttribution> gold;
};

// What reading a report needs; no model of statements is among it.
struct AnnotationReader {
  AnnotationReader();
  AnnotationReader(const AnnotationReader&) = delete;
  AnnotationReader& operator=(const AnnotationReader&) = delete;

  const Knowledge knowledge;
  const Lexicon lexicon;
  const CueLexicon cues;
  const SyntaxReader syntax;
};

// One record a line: {"text": ..., "attributions": [{"source": [[begin, end]], "cue": ..., "content": ...}]}, in code points. A line
// that is none, or that has a span outside its text, is refused by number.
[[nodiscard]] Result<std::vector<std::unique_ptr<AnnotatedReport>>> read_annotated_reports(const std::string& path, const AnnotationReader& reader);

struct AttributionTraining {
  LinearChainOptions cues{.bits = 18, .epochs = 6, .rate = 0.03f, .decay = 1e-2f, .seed = 3};
  LinearChainOptions parts{.bits = 18, .epochs = 6, .rate = 0.05f, .decay = 1e-1f, .seed = 2};
  float least_cue = 0.4f;
  float least_candidate = 0.3f;  // of the cues that the second chain learns to reject
  int folds = 4;
};

// The second chain learns from the cues that the first finds in reports it has not learnt from.
[[nodiscard]] AttributionModel train_attribution(const std::vector<std::unique_ptr<AnnotatedReport>>& reports, const AttributionTraining& options, const std::function<void(const std::string&)>& tell);

// Pieces found, right and annotated, of each role: a piece is right when both of its ends are.
struct PieceCounts {
  std::size_t found = 0, right = 0, annotated = 0;
  [[nodiscard]] double f1() const { return found + annotated == 0 ? 0 : 2.0 * static_cast<double>(right) / static_cast<double>(found + annotated); }
};
struct AttributionScores {
  PieceCounts cue, source, content;
};
[[nodiscard]] AttributionScores score_attribution(const AttributionModel& model, const std::vector<std::unique_ptr<AnnotatedReport>>& reports);

}  // namespace attache
