// Any bytes as a line of JSONL, read as a report.
#include <cstdint>
#include <string>

#include "ingest/ingest.h"
#include "ingest/jsonl.h"

#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static const Resources resources = load_resources();
  JsonlLimits limits;
  limits.line_bytes = 1u << 16;
  Result<Record> record = read_jsonl_line(bytes, "fuzz", 1, limits);
  if (!record) return 0;
  const Result<Report> report = read_report(std::move(*record), resources.knowledge);
  if (report) require_report(*report);
  return 0;
}
