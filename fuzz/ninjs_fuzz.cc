// Any bytes as a JSON document or as lines of one, read with and without a map of fields.
#include <cstdint>
#include <string>

#include "ingest/content.h"
#include "ingest/ingest.h"

#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static const Resources resources = load_resources();
  static const FieldMap map = *parse_field_map({"text=a.0.b,title=c,text=body_text"});
  for (const bool mapped : {false, true}) {
    ContentLimits limits;
    limits.jsonl.line_bytes = 1u << 16;
    if (mapped) limits.fields = map;
    std::size_t calls = 0;
    InputSink sink;
    sink.record = [&](Record record) {
      ++calls;
      const Result<Report> report = read_report(std::move(record), resources.knowledge);
      if (report) require_report(*report);
    };
    sink.refused = [&](Error) { ++calls; };
    ContentReader reader("fuzz", limits, sink);
    reader.feed(bytes);
    reader.end();
    require(calls > 0 || bytes.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos || bytes.starts_with("\xEF\xBB\xBF"), "every input ends as something");
  }
  return 0;
}
