// A file of corrections: read whole, or refused with its line.
#include <cstdint>
#include <string_view>

#include "actors/corrections.h"
#include "require.h"

using namespace attache;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto corrections = parse_corrections(text, "f");
  if (!corrections) {
    require(corrections.error().line.has_value(), "a refusal names its line");
    return 0;
  }
  for (const Correction& c : *corrections) {
    require(!c.actor.empty() && !c.other.empty(), "a correction names whom");
    require((c.kind == Correction::Kind::split) == (c.report.empty() != c.form.empty()), "a split says where");
    require(!describe(c).empty(), "a correction can be told");
  }
  return 0;
}
