// Any bytes as an HTML page: a report or a refusal.
#include <cstdint>
#include <string>

#include "ingest/ingest.h"

#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static const Resources resources = load_resources();
  Record record;
  record.source = "fuzz";
  record.format = Format::html;
  record.content = bytes;
  const Result<Report> report = read_report(std::move(record), resources.knowledge);
  if (report) require_report(*report);
  return 0;
}
