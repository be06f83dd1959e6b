// attache_pages FILE...: how fast pages become reports, on one thread. Reads the inputs, then runs ingest over all of them
// again and again for two seconds and prints a line of JSON: pages, bytes, the best round's pages a second, and the share
// of the HTML parser alone. bench/speed reads it.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "ingest/html_document.h"
#include "ingest/ingest.h"
#include "ingest/inputs.h"
#include "text/charset_label.h"
#include "text/decode.h"

namespace {

using namespace attache;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

template <class Round>
double best_of(double budget, const Round& round) {
  double best = 1e9;
  const Clock::time_point begin = Clock::now();
  do {
    const Clock::time_point start = Clock::now();
    round();
    best = std::min(best, seconds_since(start));
  } while (seconds_since(begin) < budget);
  return best;
}

}  // namespace

int main(int count, char** values) {
  const std::vector<std::string> inputs(values + 1, values + count);
  const Resources resources = load_resources();
  std::vector<Record> records;
  std::size_t bytes = 0;
  InputSink sink;
  sink.record = [&](Record record) {
    if (record.format != Format::html) return;
    bytes += record.content.size();
    records.push_back(std::move(record));
  };
  sink.refused = [](const Error& error) { std::fprintf(stderr, "%s\n", describe(error).c_str()); };
  read_inputs(inputs, {}, sink);
  if (records.empty()) {
    std::fprintf(stderr, "attache_pages: no page among the inputs\n");
    return 2;
  }
  std::vector<std::string> decoded;
  for (const Record& record : records) {
    if (Result<DecodedText> text = decode_text(record.content, html_charset_label(record.content))) decoded.push_back(std::move(text->text));
  }
  const double parse = best_of(1, [&] {
    for (const std::string& page : decoded) (void)parse_html(page);
  });
  const double whole = best_of(2, [&] {
    for (const Record& record : records) (void)read_report(record, resources.knowledge);
  });
  std::printf("{\"pages\": %zu, \"bytes\": %zu, \"pages_per_s\": %.1f, \"mb_per_s\": %.1f, \"parser_share\": %.3f}\n", records.size(), bytes, static_cast<double>(records.size()) / whole,
              static_cast<double>(bytes) / whole / 1e6, parse / whole);
  return 0;
}
