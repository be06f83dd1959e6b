// Any bytes as plain text, through language and mentions.
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
  record.content = bytes;
  Result<Report> report = read_report(std::move(record), resources.knowledge);
  if (report) require_analysis(analyse_report(std::move(*report), resources));
  return 0;
}
