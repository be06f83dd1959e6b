#include "support/items.h"

#include <gtest/gtest.h>

#include "ingest/ingest.h"
#include "support/texts.h"

namespace attache::testing {
namespace {

template <class Wanted>
std::string joined(const Report& report, Wanted wanted) {
  std::string out;
  for (const Block& block : report.blocks) {
    if (!wanted(block.kind)) continue;
    if (!out.empty()) out += '\n';
    out += slice(report.text, block.span);
  }
  return out;
}

}  // namespace

std::vector<std::string> Items::refusals() const {
  std::vector<std::string> out;
  for (const Error& error : refused) {
    const std::string name = error.source.starts_with("feed") ? error.source.substr(4) : error.source;
    out.push_back((name.empty() ? "" : name + " ") + std::string(name_of(error.code)));
  }
  return out;
}

Items items_of(std::string_view content, const ContentLimits& limits, const ContentHints& hints) {
  Items out;
  InputSink sink;
  sink.record = [&](Record record) {
    Result<Report> report = read_report(std::move(record), resources().knowledge);
    if (report) out.reports.push_back(std::move(*report));
    else out.refused.push_back(report.error());
  };
  sink.refused = [&](Error error) { out.refused.push_back(std::move(error)); };
  ContentReader reader("feed", limits, sink, hints);
  reader.feed(content);
  reader.end();
  return out;
}

Report item_of(std::string_view content) {
  Items items = items_of(content);
  for (const Error& error : items.refused) ADD_FAILURE() << describe(error);
  EXPECT_EQ(items.reports.size(), 1u);
  return items.reports.empty() ? Report{} : std::move(items.reports.front());
}

std::vector<std::string> values_of(const std::vector<Evident<std::string>>& list) {
  std::vector<std::string> out;
  for (const auto& one : list) out.push_back(one.value);
  return out;
}

std::string evidence_of(const std::vector<Evident<std::string>>& list) { return list.empty() ? "" : list.front().evidence; }

std::string body_of(const Report& report) { return joined(report, [](BlockKind kind) { return is_body(kind); }); }

std::string blocks_of(const Report& report, BlockKind kind) { return joined(report, [&](BlockKind k) { return k == kind; }); }

}  // namespace attache::testing
