// Any bytes as a file: leaves one after the other, every file leads to a call, nothing beyond the limits comes out. The
// same bytes in small reads give the same.
#include <cstdint>
#include <string>
#include <vector>

#include "containers/walk.h"
#include "text/utf8.h"

#include "require.h"

namespace {

using namespace attache;

std::vector<std::string> calls_of(std::string_view bytes, std::size_t step) {
  ContainerLimits limits;
  limits.unpacked_bytes = 8u << 20;
  limits.free_bytes = 64u << 10;
  limits.members = 1000;
  std::vector<std::string> calls;
  std::string name;
  std::uint64_t given = 0;
  bool open = false;
  LeafSink sink;
  sink.begin = [&](std::string n, LeafHints) {
    require(!open, "leaves come one after the other");
    open = true;
    given = 0;
    name = std::move(n);
    require(is_valid_utf8(name), "a name is UTF-8");
  };
  sink.feed = [&](std::string_view part) {
    require(open && !part.empty(), "bytes belong to a leaf");
    given += part.size();
  };
  const auto close = [&](std::string how) {
    require(open, "what ends has begun");
    open = false;
    calls.push_back(std::move(how));
  };
  sink.end = [&] { close("leaf " + name + " " + std::to_string(given)); };
  sink.fail = [&](Error error) { close("failed " + error.source); };
  sink.refused = [&](Error error) {
    require(!open && !error.message.empty() && is_valid_utf8(error.source), "a refusal says why and whom");
    calls.push_back("refused " + error.source);
  };
  ContainerWalk walk(limits, sink);
  MemorySource file(bytes, step);
  (void)walk.walk(file, "box");
  require(!open && !calls.empty(), "every file leads to a call");
  return calls;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  require(calls_of(bytes, bytes.size() + 1) == calls_of(bytes, 61), "reads of any size give the same");
  return 0;
}
