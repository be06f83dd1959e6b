// attache_lineage FILE.jsonl: copies among the reports of a JSONL file (fields text, title, time or published) on one
// thread, from the file to families: reading, sketches and candidates, verification. No language core: paragraphs are the
// lines of the text, sentences are paragraphs. Prints a line of JSON: seconds of each part, reports a second up to the links,
// seconds of a whole run with families and edits, counts, resident bytes of the index a report.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include <simdjson.h>

#include "base/date.h"
#include "base/strings.h"
#include "lineage/candidates.h"
#include "lineage/family.h"
#include "lineage/kinship.h"
#include "tables/knowledge.h"
#include "language/lexicon.h"

namespace {

using namespace attache;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

Date day_of(std::string_view iso) {
  const auto number = [&](std::size_t at, std::size_t size) { return iso.size() >= at + size ? std::atoi(std::string(iso.substr(at, size)).c_str()) : 0; };
  return {number(0, 4), static_cast<unsigned>(number(5, 2)), static_cast<unsigned>(number(8, 2))};
}

struct Texts {
  std::vector<Report> reports;
  std::vector<std::vector<SentenceSpan>> sentences;
};

void add(Texts& out, std::string_view text, std::string_view title, std::string_view time) {
  Report report;
  report.text = std::string(text);
  report.title.value = std::string(title);
  report.id = "r" + std::to_string(out.reports.size());
  if (time.size() >= 10) report.published.value = day_of(time);
  std::vector<SentenceSpan> sentences;
  for (std::uint32_t at = 0; at < report.text.size();) {
    std::size_t end = report.text.find('\n', at);
    if (end == std::string::npos) end = report.text.size();
    if (end > at) {
      report.blocks.push_back({{at, static_cast<std::uint32_t>(end)}, BlockKind::paragraph});
      sentences.push_back({{at, static_cast<std::uint32_t>(end)}, static_cast<std::uint32_t>(report.blocks.size() - 1), false});
    }
    at = static_cast<std::uint32_t>(end) + 1;
  }
  out.reports.push_back(std::move(report));
  out.sentences.push_back(std::move(sentences));
}

}  // namespace

int main(int count, char** values) {
  if (count < 2) return 2;
  const Resources resources = load_resources();
  const BoostedTrees kinship = shipped_kinship().value();
  auto start = Clock::now();
  Texts texts;
  std::size_t bytes = 0;
  simdjson::ondemand::parser parser;
  const simdjson::padded_string file = simdjson::padded_string::load(values[1]);
  simdjson::ondemand::document_stream stream = parser.iterate_many(file, 4u << 20);
  for (auto line : stream) {
    std::string_view text, title, time;
    auto object = line.get_object();
    for (auto field : object) {
      const std::string_view key = field.unescaped_key();
      std::string_view* to = key == "text" ? &text : key == "title" ? &title : key == "time" || key == "published" || key == "date" ? &time : nullptr;
      if (to && field.value().get_string().get(*to)) *to = {};
    }
    bytes += text.size();
    add(texts, text, title, time);
  }
  const double read = since(start);
  start = Clock::now();
  SketchIndex index;
  const LineageOptions options;
  std::vector<std::vector<Candidate>> candidates(texts.reports.size());
  std::size_t pairs = 0, links = 0;
  for (std::uint32_t i = 0; i < texts.reports.size(); ++i) {
    const Sketch sketch = make_sketch(make_fingerprint(texts.reports[i]));
    candidates[i] = index.find(sketch, options.least_estimate, options.candidates);
    index.add(i, sketch, published_day(texts.reports[i]));
    pairs += candidates[i].size();
  }
  const double sketched = since(start);
  start = Clock::now();
  for (std::uint32_t i = 0; i < texts.reports.size(); ++i) {
    if (candidates[i].empty()) continue;
    const TextShape own = make_shape(texts.reports[i]);
    for (const Candidate& candidate : candidates[i]) {
      const Report& other = texts.reports[candidate.report];
      const Overlap overlap = compare(make_fingerprint(other), own.fingerprint);
      if (overlap.shared < options.least_shared || overlap.containment < options.least_containment) continue;
      links += kin_probability(kinship, kinship_signals(other, make_shape(other), texts.reports[i], own, index)) >= options.bound;
    }
  }
  const double verified = since(start);
  start = Clock::now();
  std::vector<Document> documents;
  for (std::size_t i = 0; i < texts.reports.size(); ++i) documents.push_back({&texts.reports[i], texts.sentences[i]});
  const Lineage lineage = find_lineage(documents, resources.lexicon, kinship, LineageOptions{}, 1);
  const double families = since(start);
  const auto n = static_cast<double>(texts.reports.size());
  std::printf("{\"reports\": %.0f, \"bytes\": %zu, \"read\": %.3f, \"sketches\": %.3f, \"verification\": %.3f, \"reports_a_second\": %.0f, \"with_edits\": %.3f, \"candidates\": %zu, \"links\": %zu, \"families\": %zu, \"index_bytes_a_report\": %.0f}\n", n, bytes, read, sketched, verified, n / (read + sketched + verified), families, pairs, links, lineage.families.size(), static_cast<double>(index.bytes()) / n);
}
