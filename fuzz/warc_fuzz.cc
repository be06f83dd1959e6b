// Any bytes as a WARC, plain and as a gzip member a piece (pieces are cut at form feeds): the records and losses that the
// reader gives come to an end, offsets ascend, blocks are as long as told; bodies of responses are decoded.
#include <cstdint>
#include <string>

#include <libdeflate.h>

#include "containers/gzip.h"
#include "containers/http_message.h"
#include "containers/warc.h"

#include "require.h"

namespace {

using namespace attache;

void read_all(Window& input, std::size_t size) {
  ContainerLimits limits;
  limits.body_bytes = 1u << 20;
  WarcReader warc(input, limits);
  ContentDecoder decoder(limits);
  std::size_t calls = 0;
  while (auto next = warc.next()) {
    require(++calls <= size + 2, "the records come to an end");
    if (!*next) {
      require(!next->error().message.empty(), "a loss says why");
      continue;
    }
    const auto block = warc.block();
    if (!block) continue;
    require(block->size() == (*next)->length, "a block is as long as told");
    const auto response = parse_http_response(*block, limits);
    if (!response) continue;
    require(response->body_begins <= block->size(), "a body lies in its block");
    const auto body = decoder.decode(*response, block->substr(response->body_begins), (*next)->cut);
    if (body) require(body->size() <= limits.body_bytes + block->size(), "the limit holds");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const ContainerLimits limits;
  static BufferPool pool;
  {
    MemorySource file(bytes, 97);
    Window input(file, pool);
    read_all(input, size);
  }
  std::string packed;
  static libdeflate_compressor* compressor = libdeflate_alloc_compressor(1);
  for (std::size_t at = 0; at <= bytes.size();) {
    const std::size_t end = std::min(bytes.find('\f', at), bytes.size());
    std::string member(libdeflate_gzip_compress_bound(compressor, end - at), '\0');
    member.resize(libdeflate_gzip_compress(compressor, bytes.data() + at, end - at, member.data(), member.size()));
    if (end > at && bytes[at] == '!') member.resize(member.size() / 2);  // a cut member
    packed += member;
    at = end + 1;
  }
  Unpacked unpacked;
  MemorySource file(packed);
  Window input(file, pool);
  GzipSource gzip(input, limits, unpacked);
  Window plain(gzip, pool);
  read_all(plain, size);
  return 0;
}
