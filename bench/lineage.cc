// attache_lineage FILE.jsonl: copies among the reports of a JSONL file (fields text, title, time or published) on one
// thread, from the file to families: reading, then links (sketches, candidates, verification). No language core: paragraphs are
// the lines of the text, sentences are paragraphs. Prints a line of JSON: seconds of each part, reports a second up to the
// links, seconds of a second run with families and edits, counts, resident bytes of the index a report.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <fstream>
#include <string>
#include <vector>

#include <simdjson.h>

#include "base/date.h"
#include "base/strings.h"
#include "lineage/family.h"
#include "lineage/kinship.h"
#include "lineage/links.h"
#include "tables/knowledge.h"

namespace {

using namespace attache;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

Date day_of(std::string_view iso) {
  const auto number = [&](std::size_t at, std::size_t size) { return iso.size() >= at + size ? std::atoi(std::string(iso.substr(at, size)).c_str()) : 0; };
  return {number(0, 4), static_cast<unsigned>(number(5, 2)), static_cast<unsigned>(number(8, 2))};
}

struct Texts {
  std::deque<Report> reports;
  std::deque<std::vector<SentenceSpan>> sentences;
  std::size_t bytes = 0;
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
  out.bytes += text.size();
  out.reports.push_back(std::move(report));
  out.sentences.push_back(std::move(sentences));
}

// False where a line is no JSON. The file is read in pieces, so that it never lies in memory beside the reports.
bool read(const char* path, Texts& texts) {
  constexpr std::size_t kPiece = 2u << 20;
  std::ifstream in(path, std::ios::binary);
  if (!in) return false;
  simdjson::ondemand::parser parser;
  std::string piece, rest;
  while (in) {
    piece = rest;
    const std::size_t kept = piece.size();
    piece.resize(kept + kPiece + simdjson::SIMDJSON_PADDING);
    in.read(piece.data() + kept, kPiece);
    const std::size_t size = kept + static_cast<std::size_t>(in.gcount());
    if (size == 0) break;
    const std::size_t end = in ? piece.rfind('\n', size - 1) : size - 1;
    if (end == std::string::npos) return false;  // no line is that long
    rest.assign(piece, end + 1, size - end - 1);
    simdjson::ondemand::document_stream stream;
    if (parser.iterate_many(piece.data(), end + 1, kPiece + kPiece).get(stream)) return false;
    for (auto line : stream) {
      std::string_view text, title, time;
      simdjson::ondemand::object object;
      if (line.get_object().get(object)) return false;
      for (auto field : object) {
        std::string_view key;
        if (field.unescaped_key().get(key)) return false;
        std::string_view* to = key == "text" ? &text : key == "title" ? &title : key == "time" || key == "published" || key == "date" ? &time : nullptr;
        if (to && field.value().get_string().get(*to)) *to = {};
      }
      add(texts, text, title, time);
    }
  }
  return true;
}

// In canonical order.
std::vector<Document> documents_of(const Texts& texts) {
  std::vector<Document> documents;
  for (std::size_t i = 0; i < texts.reports.size(); ++i) documents.push_back({&texts.reports[i], texts.sentences[i]});
  std::stable_sort(documents.begin(), documents.end(), [](const Document& a, const Document& b) {
    const auto day = [](const Document& d) { return d.report->published.value.full() ? published_day(*d.report) : INT32_MAX; };  // undated ones last
    return day(a) < day(b);
  });
  return documents;
}

}  // namespace

int main(int count, char** values) {
  if (count < 2) return 2;
  const Resources resources = load_resources();
  const BoostedTrees kinship = shipped_kinship().value();
  auto start = Clock::now();
  Texts texts;
  if (!read(values[1], texts)) {
    std::fprintf(stderr, "attache_lineage: %s: cannot be read as JSON lines\n", values[1]);
    return 1;
  }
  const double reading = since(start);
  start = Clock::now();
  const std::vector<Document> documents = documents_of(texts);
  const LineageOptions options;
  const Links links = find_links(documents, kinship, options.links, 1);
  const double linking = since(start);
  start = Clock::now();
  const Lineage lineage = find_lineage(documents, resources.lexicon, kinship, options, 1);
  const double families = since(start);
  const auto n = static_cast<double>(documents.size());
  std::size_t found = 0;
  for (const std::vector<Link>& list : links.to_earlier) found += list.size();
  std::printf("{\"reports\": %.0f, \"bytes\": %zu, \"read\": %.3f, \"links_found\": %.3f, \"reports_a_second\": %.0f, \"with_edits\": %.3f, \"candidates\": %zu, \"links\": %zu, \"families\": %zu, \"index_bytes_a_report\": %.0f}\n", n, texts.bytes, reading, linking, n / (reading + linking), families, links.candidates, found, lineage.families.size(), static_cast<double>(links.index_bytes) / n);
}
