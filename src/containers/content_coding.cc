// Content codings (RFC 9110, 8.4): gzip, deflate (zlib or raw, servers send both), br, zstd.
#include <algorithm>
#include <optional>

#include <brotli/decode.h>
#include <libdeflate.h>
#include <zlib.h>
#include <zstd.h>

#include "containers/gzip.h"
#include "containers/http_message.h"
#include "containers/media.h"
#include "containers/zstd.h"

namespace attache {

struct ContentDecoder::State {
  std::string chunks, a, b;
  z_stream stream{};
  bool ready = inflateInit2(&stream, 15 + 32) == Z_OK;
  libdeflate_decompressor* fast = libdeflate_alloc_decompressor();
  ZSTD_DCtx* zstd = nullptr;
  ~State() {
    if (ready) inflateEnd(&stream);
    if (fast) libdeflate_free_decompressor(fast);
    ZSTD_freeDCtx(zstd);
  }
};

namespace {

enum class Outcome : std::uint8_t { whole, cut, damaged, too_large };

// Grows `out` in steps; `step(to, room, made)` unpacks some and says whether it is over.
class Growth {
 public:
  Growth(std::string& out, std::size_t packed, const ContainerLimits& limits) : out_(out), packed_(packed), limits_(limits) { out_.resize(std::max<std::size_t>(out_.capacity(), 64u << 10)); }
  [[nodiscard]] char* to() { return out_.data() + size_; }
  [[nodiscard]] std::size_t room() const { return out_.size() - size_; }
  // false = beyond a limit
  [[nodiscard]] bool add(std::size_t made) {
    size_ += made;
    if (size_ > limits_.body_bytes || (size_ > limits_.free_bytes && size_ / limits_.ratio > packed_)) return false;
    if (room() == 0) out_.resize(out_.size() * 2);
    return true;
  }
  void finish() { out_.resize(size_); }

 private:
  std::string& out_;
  std::size_t packed_;
  const ContainerLimits& limits_;
  std::size_t size_ = 0;
};

// `window_bits` as zlib's inflateInit2: 15+32 gzip or zlib, -15 raw.
Outcome inflate_all(z_stream& z, int window_bits, std::string_view packed, std::string& out, const ContainerLimits& limits) {
  Growth growth(out, packed.size(), limits);
  inflateReset2(&z, window_bits);
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  z.avail_in = static_cast<uInt>(packed.size());  // bodies are bounded by body_bytes
  Outcome outcome = Outcome::cut;
  for (;;) {
    z.next_out = reinterpret_cast<Bytef*>(growth.to());
    const auto room = static_cast<uInt>(growth.room());
    z.avail_out = room;
    const int code = inflate(&z, Z_NO_FLUSH);
    const bool fits = growth.add(room - z.avail_out);
    if (!fits) {
      outcome = Outcome::too_large;
      break;
    }
    if (code == Z_STREAM_END) {
      outcome = Outcome::whole;
      if (window_bits < 0 || !is_gzip(std::string_view(reinterpret_cast<const char*>(z.next_in), z.avail_in))) break;
      inflateReset(&z);  // a further member of the same body
      continue;
    }
    if (code == Z_BUF_ERROR && z.avail_in == 0) {
      outcome = Outcome::cut;
      break;
    }
    if (code != Z_OK && code != Z_BUF_ERROR) {
      outcome = Outcome::damaged;
      break;
    }
    if (code == Z_OK && z.avail_in == 0 && z.avail_out != 0) {
      outcome = Outcome::cut;
      break;
    }
  }
  growth.finish();
  return outcome;
}

Outcome unzstd_all(ZSTD_DCtx* context, std::string_view packed, std::string& out, const ContainerLimits& limits) {
  Growth growth(out, packed.size(), limits);
  ZSTD_DCtx_reset(context, ZSTD_reset_session_only);
  ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 23);  // RFC 9659: 8 MiB at most in HTTP
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  Outcome outcome = Outcome::cut;
  for (;;) {
    ZSTD_outBuffer to{growth.to(), growth.room(), 0};
    const std::size_t before = in.pos;
    const std::size_t code = ZSTD_decompressStream(context, &to, &in);
    if (ZSTD_isError(code)) {
      outcome = Outcome::damaged;
      break;
    }
    const bool idle = in.pos == before && to.pos == 0;
    if (!growth.add(to.pos)) {
      outcome = Outcome::too_large;
      break;
    }
    if (code == 0 && in.pos == in.size) {
      outcome = Outcome::whole;
      break;
    }
    if (idle || (code != 0 && in.pos == in.size && to.pos < to.size)) break;
  }
  growth.finish();
  return outcome;
}

Outcome unbrotli_all(std::string_view packed, std::string& out, const ContainerLimits& limits) {
  Growth growth(out, packed.size(), limits);
  BrotliDecoderState* state = BrotliDecoderCreateInstance(nullptr, nullptr, nullptr);
  if (!state) return Outcome::damaged;
  const auto* next = reinterpret_cast<const std::uint8_t*>(packed.data());
  std::size_t left = packed.size();
  Outcome outcome = Outcome::damaged;
  for (;;) {
    auto* to = reinterpret_cast<std::uint8_t*>(growth.to());
    const std::size_t room = growth.room();
    std::size_t free = room;
    const BrotliDecoderResult code = BrotliDecoderDecompressStream(state, &left, &next, &free, &to, nullptr);
    if (!growth.add(room - free)) {
      outcome = Outcome::too_large;
      break;
    }
    if (code == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) continue;
    if (code == BROTLI_DECODER_RESULT_SUCCESS) outcome = Outcome::whole;
    if (code == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) outcome = Outcome::cut;
    break;
  }
  BrotliDecoderDestroyInstance(state);
  growth.finish();
  return outcome;
}

}  // namespace

ContentDecoder::ContentDecoder(const ContainerLimits& limits) : limits_(limits), state_(std::make_unique<State>()) {}
ContentDecoder::~ContentDecoder() = default;

Result<std::string_view> ContentDecoder::decode(const HttpResponse& response, std::string_view body, bool cut) {
  State& s = *state_;
  std::string_view plain = body;
  if (response.chunked) {
    const Result<std::string_view> joined = join_chunks(body, s.chunks);
    if (joined) plain = *joined;
    else if (cut) plain = s.chunks;
    else return joined;
  }
  for (std::size_t i = response.codings.size(); i-- > 0;) {
    const std::string& coding = response.codings[i];
    if (plain.empty()) break;
    if (plain.size() > limits_.body_bytes) return fail(ErrorCode::too_large, "a body of more than " + std::to_string(limits_.body_bytes) + " bytes");
    std::string& out = plain.data() == s.a.data() ? s.b : s.a;
    Outcome outcome = Outcome::damaged;
    if (coding == "gzip" || coding == "x-gzip") {
      if (!is_gzip(plain)) continue;  // unpacked by the crawler
      // the last four bytes tell the size of the last member: when they tell the truth, one call does it
      std::uint32_t told = 0;
      for (std::size_t k = 4; plain.size() >= 18 && k-- > 0;) told = told << 8 | static_cast<unsigned char>(plain[plain.size() - 4 + k]);
      if (s.fast && told > 0 && told <= limits_.free_bytes) {
        if (out.size() < told) out.resize(told);
        std::size_t used = 0, made = 0;
        if (libdeflate_gzip_decompress_ex(s.fast, plain.data(), plain.size(), out.data(), told, &used, &made) == LIBDEFLATE_SUCCESS && used == plain.size()) {
          plain = std::string_view(out.data(), made);
          continue;
        }
      }
      if (s.ready) outcome = inflate_all(s.stream, 15 + 32, plain, out, limits_);
    } else if (coding == "deflate") {
      if (s.ready) outcome = inflate_all(s.stream, 15, plain, out, limits_);
      if (outcome == Outcome::damaged && out.empty() && s.ready) outcome = inflate_all(s.stream, -15, plain, out, limits_);
      if (outcome == Outcome::damaged && looks_like_text(plain)) continue;
    } else if (coding == "br") {
      outcome = unbrotli_all(plain, out, limits_);
      if (outcome != Outcome::whole && outcome != Outcome::too_large && looks_like_text(plain)) continue;
    } else if (coding == "zstd") {
      if (!is_zstd(plain)) continue;
      if (!s.zstd) s.zstd = ZSTD_createDCtx();
      if (s.zstd) outcome = unzstd_all(s.zstd, plain, out, limits_);
    } else {
      if (looks_like_text(plain)) continue;
      return fail(ErrorCode::unsupported, "a body packed by \"" + coding.substr(0, 40) + "\"");
    }
    if (outcome == Outcome::too_large) return fail(ErrorCode::too_large, "a body that unpacks to more than " + std::to_string(limits_.body_bytes) + " bytes or " + std::to_string(limits_.ratio) + " times its size");
    if (outcome == Outcome::damaged) return fail(ErrorCode::binary, "a body whose " + coding + " data is damaged");
    if (outcome == Outcome::cut && !cut) return fail(ErrorCode::truncated, "a body whose " + coding + " data breaks off");
    plain = out;
  }
  return plain;
}

}  // namespace attache
