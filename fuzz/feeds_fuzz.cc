// Any bytes as a file: what is a news format gives reports or refusals, one at least.
#include <cstdint>
#include <string>

#include "ingest/feeds/feeds.h"
#include "ingest/ingest.h"

#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static const Resources resources = load_resources();
  std::size_t calls = 0;
  InputSink sink;
  sink.record = [&](Record record) {
    ++calls;
    require(record.source.starts_with("fuzz#"), "an item is named after its file");
    const Result<Report> report = read_report(std::move(record), resources.knowledge);
    if (report) require_report(*report);
  };
  sink.refused = [&](Error error) {
    ++calls;
    require(!error.message.empty(), "a refusal says why");
  };
  const bool feed = read_if_feed("fuzz", bytes, ContentLimits{}, ContentHints{}, sink);
  require(feed == (calls > 0), "a feed gives something, anything else nothing");
  return 0;
}
