// Any bytes with any charset label: UTF-8 or a refusal. The first line is the label.
#include <cstdint>
#include <string>

#include "text/decode.h"

#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t line = bytes.find('\n');
  const std::string_view label = line == std::string_view::npos ? std::string_view() : bytes.substr(0, line);
  const Result<DecodedText> decoded = decode_text(line == std::string_view::npos ? bytes : bytes.substr(line + 1), label);
  if (decoded) require(is_valid_utf8(decoded->text), "decoded text is UTF-8");
  return 0;
}
