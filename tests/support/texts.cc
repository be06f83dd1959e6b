#include "support/texts.h"

#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "ingest/ingest.h"
#include "pipeline/run.h"

namespace attache::testing {

const Resources& resources() {
  static const Resources loaded = load_resources();
  return loaded;
}

Report report_of(const TextSource& source) {
  Record record;
  record.source = source.name.empty() ? "test" : source.name;
  record.name = source.name;
  record.content = source.text;
  record.decoded = true;
  const auto declare = [](std::vector<Declared>& list, const std::string& value, const char* field) {
    if (!value.empty()) list.push_back({value, field});
  };
  declare(record.declared.published, source.published, "field published");
  declare(record.declared.outlets, source.outlet, "field outlet");
  declare(record.declared.agencies, source.agency, "field agency");
  declare(record.declared.titles, source.title, "field title");
  Result<Report> report = read_report(std::move(record), resources().knowledge);
  if (!report) {
    ADD_FAILURE() << describe(report.error());
    return {};
  }
  return std::move(*report);
}

Analysis analysis_of(const TextSource& source) { return analyse_report(report_of(source), resources()); }

Dossier dossier_of(const std::vector<TextSource>& sources, int threads) {
  AnalysedInputs analysed;
  for (const TextSource& source : sources) analysed.analyses.push_back(analysis_of(source));
  RunOptions options;
  options.threads = threads;
  return assemble(std::move(analysed), resources(), options, {});
}

std::uint32_t index_of(const Dossier& dossier, std::string_view name) {
  for (std::uint32_t i = 0; i < dossier.analyses.size(); ++i) {
    if (dossier.analyses[i].report.name == name) return i;
  }
  ADD_FAILURE() << "no report named " << name;
  return 0;
}

Report plain_report(std::string text, const Date& published) {
  Report report;
  report.text = std::move(text);
  report.language.value = "en";
  report.published.value = published;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i <= report.text.size(); ++i) {
    if (i < report.text.size() && report.text[i] != '\n') continue;
    if (i > begin) report.blocks.push_back({{begin, i}, BlockKind::paragraph});
    begin = i + 1;
  }
  return report;
}

std::string words_of(const Analysis& analysis, const std::vector<Span>& spans) {
  std::string out;
  for (Span span : spans) out += (out.empty() ? "" : " \u2026 ") + std::string(slice(analysis.report.text, span));
  return out;
}

std::string sample(const std::string& name) { return std::string(ATTACHE_SOURCE_DIR) + "/samples/reports/" + name; }

std::vector<std::string> sample_inputs() {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(ATTACHE_SOURCE_DIR) + "/samples/reports")) {
    const std::string extension = entry.path().extension();
    if (extension == ".txt" || extension == ".html" || extension == ".jsonl") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace attache::testing
