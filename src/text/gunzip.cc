#include "text/gunzip.h"

#include <array>

#include <zlib.h>

namespace attache {

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b"); }

Result<std::string> gunzip(std::string_view bytes, std::uint64_t limit) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return fail(ErrorCode::binary, "zlib cannot start");
  struct Guard {
    z_stream* stream;
    ~Guard() { inflateEnd(stream); }
  } guard{&stream};
  std::string out;
  std::array<char, 1 << 15> buffer;
  while (!bytes.empty()) {
    const auto slice = static_cast<uInt>(std::min<std::size_t>(bytes.size(), 1U << 30));
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = slice;
    int code = Z_OK;
    do {
      stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
      stream.avail_out = buffer.size();
      code = inflate(&stream, Z_NO_FLUSH);
      if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) {
        return fail(ErrorCode::binary, "damaged gzip data");
      }
      out.append(buffer.data(), buffer.size() - stream.avail_out);
      if (out.size() > limit) return fail(ErrorCode::too_large, "more than " + std::to_string(limit) + " bytes when unpacked");
    } while (code == Z_OK && (stream.avail_in > 0 || stream.avail_out == 0));
    bytes.remove_prefix(slice - stream.avail_in);
    if (code == Z_STREAM_END) {
      if (!is_gzip(bytes)) return out;  // the last member; padding after it is ignored, as gzip(1) does
      inflateReset(&stream);
    } else if (bytes.empty() || stream.avail_in == slice) {
      break;
    }
  }
  return fail(ErrorCode::truncated, "the compressed data ends early");
}

}  // namespace attache
