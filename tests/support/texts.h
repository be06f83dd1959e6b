// Reports and dossiers from texts written in a test.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysis.h"
#include "dossier/dossier.h"

namespace attache::testing {

// Loaded once for all tests; nothing changes them.
[[nodiscard]] const Resources& resources();

struct TextSource {
  std::string text;
  std::string published = {};  // ISO date or date and time
  std::string outlet = {};
  std::string agency = {};
  std::string title = {};
  std::string name = {};
};

[[nodiscard]] Report report_of(const TextSource& source);
[[nodiscard]] Analysis analysis_of(const TextSource& source);
[[nodiscard]] Dossier dossier_of(const std::vector<TextSource>& sources, int threads = 1);

// Index of the report with this name in a dossier's order; fails the test when there is none.
[[nodiscard]] std::uint32_t index_of(const Dossier& dossier, std::string_view name);

// One paragraph of body text, nothing else: for tests of the language stages.
[[nodiscard]] Report plain_report(std::string text, const Date& published = {});

[[nodiscard]] std::string words_of(const Analysis& analysis, const std::vector<Span>& spans);  // pieces joined by " … "

[[nodiscard]] std::string sample(const std::string& name);   // path of a file of samples/
[[nodiscard]] std::vector<std::string> sample_inputs();      // all reports of samples/, in order of their names

}  // namespace attache::testing
