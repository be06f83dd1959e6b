// Any bytes as gzip: never more than the limit comes out.
#include <cstdint>
#include <string>

#include "text/gunzip.h"

#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  constexpr std::uint64_t kLimit = 1u << 20;
  const Result<std::string> unpacked = gunzip(bytes, kLimit);
  if (unpacked) require(unpacked->size() <= kLimit, "the limit holds");
  return 0;
}
