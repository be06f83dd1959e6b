// attache_stages FILE...: runs the pipeline stage by stage on one thread and prints a line of JSON a stage: wall seconds,
// and the peak of resident memory while it ran (Linux: VmHWM, set back before each stage). bench/speed reads it.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "dossier/html/html.h"
#include "dossier/json.h"
#include "ingest/ingest.h"
#include "ingest/inputs.h"
#include "language/analysis.h"
#include "mentions/find_events.h"
#include "mentions/find_statements.h"
#include "pipeline/run.h"
#include "store/tables.h"

namespace {

using namespace attache;

class Stages {
 public:
  void begin(std::string name) {
    end();
    name_ = std::move(name);
    std::ofstream("/proc/self/clear_refs") << "5";
    start_ = std::chrono::steady_clock::now();
  }
  void end() {
    if (name_.empty()) return;
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start_;
    std::printf("{\"stage\": \"%s\", \"seconds\": %.6f, \"peak_kb\": %ld}\n", name_.c_str(), seconds.count(), peak_kb());
    name_.clear();
  }

 private:
  std::string name_;
  std::chrono::steady_clock::time_point start_;

  static long peak_kb() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
      if (line.rfind("VmHWM:", 0) == 0) return std::stol(line.substr(6));
    }
    return 0;
  }
};

}  // namespace

int main(int count, char** values) {
  const std::vector<std::string> inputs(values + 1, values + count);
  Stages stages;
  stages.begin("tables");
  const Resources resources = load_resources();

  stages.begin("read");
  std::vector<Record> records;
  InputSink sink;
  sink.record = [&](Record record) { records.push_back(std::move(record)); };
  sink.refused = [](const Error& error) { std::fprintf(stderr, "%s\n", describe(error).c_str()); };
  read_inputs(inputs, {}, sink);

  stages.begin("ingest");
  std::vector<Report> reports;
  for (Record& record : records) {
    if (Result<Report> report = read_report(std::move(record), resources.knowledge)) reports.push_back(std::move(*report));
  }
  records.clear();

  // Timed one by one and dropped, then run once more inside analyse_report, whose result the later stages need.
  stages.begin("language");
  std::vector<Language> languages;
  for (const Report& report : reports) languages.push_back(analyse_language(report, resources.lexicon, resources.knowledge, resources.reader));
  stages.begin("mentions");
  std::vector<std::vector<StatementMention>> statements;
  for (std::size_t i = 0; i < reports.size(); ++i) statements.push_back(find_statements(reports[i], languages[i], {resources.lexicon, resources.cues, resources.attribution}, resources.knowledge));
  stages.begin("event mentions");
  for (std::size_t i = 0; i < reports.size(); ++i) (void)find_events(reports[i], languages[i], statements[i], {resources.lexicon, resources.triggers, resources.actor_tables, resources.events, resources.reader}, resources.knowledge);
  stages.end();
  languages.clear();
  AnalysedInputs analysed;
  for (Report& report : reports) analysed.analyses.push_back(analyse_report(std::move(report), resources));

  RunOptions options;
  options.threads = 1;
  Progress progress;
  progress.stage = [&](std::string_view stage) { stages.begin(std::string(stage)); };
  stages.begin("order");
  const Dossier dossier = assemble(std::move(analysed), resources, options, progress);
  stages.begin("json");
  (void)to_json(dossier);
  stages.begin("page");
  (void)to_html(dossier, resources.knowledge, resources.lexicon);
  stages.begin("store");
  const std::filesystem::path path = std::filesystem::temp_directory_path() / ("attache-stages-" + std::to_string(std::chrono::steady_clock::now().time_since_epoch().count()) + ".db");
  const bool stored = write_tables(dossier, path).has_value();
  stages.end();
  std::filesystem::remove(path);
  return stored ? 0 : 1;
}
