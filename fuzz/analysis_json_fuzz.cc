// Any bytes as a line of attache-analysis/1; what is read is written and read again unchanged.
#include <cstdint>
#include <string>

#include "analysis/json.h"

#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<Analysis> analysis = from_json_line(bytes);
  if (!analysis) return 0;
  require_analysis(*analysis);
  const std::string line = to_json_line(*analysis);
  const Result<Analysis> again = from_json_line(line);
  require(again.has_value(), "a written line can be read");
  require(to_json_line(*again) == line, "reading and writing is a round trip");
  return 0;
}
