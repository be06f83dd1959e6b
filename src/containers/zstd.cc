#include "containers/zstd.h"

#include <algorithm>
#include <array>
#include <utility>

#include <zstd.h>
#include <zstd_errors.h>

namespace attache {
namespace {

constexpr std::string_view kFrame = "\x28\xB5\x2F\xFD";
constexpr std::uint32_t kDictionary = 0x184D2A5D;
// Memory a frame may ask for: what zstd(1) itself takes without being told (--long=27).
constexpr int kWindowLog = 27;
constexpr std::size_t kBlockBytes = (128u << 10) + 64;

std::uint32_t little32(std::string_view bytes) {
  std::uint32_t value = 0;
  for (int i = 3; i >= 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
  return value;
}

bool is_skippable(std::string_view bytes) { return bytes.size() >= 4 && (little32(bytes) & 0xFFFFFFF0u) == 0x184D2A50u; }

Error error_of(std::size_t code) {
  switch (ZSTD_getErrorCode(code)) {
    case ZSTD_error_frameParameter_windowTooLarge: return {ErrorCode::too_large, "a zstd frame that wants more than " + std::to_string(1u << (kWindowLog - 20)) + " MiB of memory"};
    case ZSTD_error_dictionary_wrong: return {ErrorCode::unsupported, "zstd data packed with a dictionary that is not in the file"};
    default: return {ErrorCode::binary, "damaged zstd data"};
  }
}

// Candidates looked at in one stream, so that a file made of them costs no more: a second; random bytes show one candidate in 4 GB.
constexpr int kMostProbes = 100'000;

}  // namespace

bool is_zstd(std::string_view bytes) { return bytes.starts_with(kFrame) || is_skippable(bytes); }

struct ZstdSource::Decoder {
  ZSTD_DCtx* context = ZSTD_createDCtx();
  Decoder() {
    if (context) ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, kWindowLog);
  }
  ~Decoder() { ZSTD_freeDCtx(context); }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  bool begins_with(std::string_view packed, std::string_view start) const {
    std::array<char, 16> out;
    ZSTD_DCtx_reset(context, ZSTD_reset_session_only);
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    ZSTD_outBuffer to{out.data(), std::min(start.size(), out.size()), 0};
    while (to.pos < to.size) {
      const std::size_t before_in = in.pos, before_out = to.pos;
      const std::size_t code = ZSTD_decompressStream(context, &to, &in);
      if (ZSTD_isError(code) || code == 0 || (in.pos == before_in && to.pos == before_out)) break;
    }
    return to.pos == to.size && start.starts_with(std::string_view(out.data(), to.size));
  }
};

ZstdSource::ZstdSource(Window& input, const ContainerLimits& limits, Unpacked& unpacked)
    : input_(input), limits_(limits), decoder_(std::make_unique<Decoder>()), expansion_(limits, unpacked) {}

ZstdSource::~ZstdSource() = default;

Result<std::size_t> ZstdSource::read(char* to, std::size_t room) {
  if (!decoder_->context) return fail(ErrorCode::binary, "zstd cannot start");
  for (;;) {
    if (inside_) {
      const Result<std::size_t> n = stream(to, room);
      if (!n || *n) return n;
      continue;
    }
    const std::string_view ahead = input_.peek(4);
    if (ahead.empty()) {
      if (input_.error()) return tl::unexpected<Error>(*input_.error());
      return 0;
    }
    piece_ = {input_.position(), true, false};
    input_.set_anchor();
    if (is_skippable(ahead)) {
      if (Result<void> passed = read_skippable(); !passed) return tl::unexpected<Error>(passed.error());
      any_ = true;
      continue;
    }
    if (!ahead.starts_with(kFrame)) {
      const bool cut = ahead.size() < 4 && kFrame.starts_with(ahead);
      if (any_ && !cut && end_at_garbage_) {
        for (std::string_view rest = ahead; !rest.empty(); rest = input_.peek(1)) {
          trailing_ += rest.size();
          input_.consume(rest.size());
        }
        return 0;
      }
      if (cut) return tl::unexpected<Error>(input_.error_or_truncated("the compressed data ends early"));
      return fail(ErrorCode::binary, any_ ? "bytes between zstd frames that are none" : "damaged zstd data");
    }
    ZSTD_DCtx_reset(decoder_->context, ZSTD_reset_session_only);
    expansion_.begin_member(input_.spent());
    input_.peek(kBlockBytes);  // small frames are decoded in one call when they lie whole ahead
    inside_ = true;
    gave_ = false;
  }
}

Result<void> ZstdSource::read_skippable() {
  const std::string_view head = input_.peek(8);
  if (head.size() < 8) return tl::unexpected<Error>(input_.error_or_truncated("the compressed data ends early"));
  const bool dictionary = little32(head) == kDictionary && input_.position() == 0;
  const std::uint64_t size = little32(head.substr(4));
  input_.consume(8);
  if (dictionary) {
    if (size > limits_.dictionary_bytes) return fail(ErrorCode::too_large, "a zstd dictionary of more than " + std::to_string(limits_.dictionary_bytes) + " bytes");
    std::string bytes;
    while (bytes.size() < size) {
      const std::string_view part = input_.peek(1).substr(0, static_cast<std::size_t>(size) - bytes.size());
      if (part.empty()) return tl::unexpected<Error>(input_.error_or_truncated("the compressed data ends early"));
      bytes += part;
      input_.consume(part.size());
    }
    if (bytes.starts_with(kFrame)) {  // the dictionary may be packed itself
      std::string plain(limits_.dictionary_bytes, '\0');
      const std::size_t n = ZSTD_decompressDCtx(decoder_->context, plain.data(), plain.size(), bytes.data(), bytes.size());
      if (ZSTD_isError(n)) return fail(ErrorCode::binary, "a damaged zstd dictionary");
      plain.resize(n);
      bytes = std::move(plain);
    }
    if (ZSTD_isError(ZSTD_DCtx_loadDictionary(decoder_->context, bytes.data(), bytes.size()))) return fail(ErrorCode::binary, "a damaged zstd dictionary");
    return {};
  }
  if (input_.skip(size) < size) return tl::unexpected<Error>(input_.error_or_truncated("the compressed data ends early"));
  return {};
}

// Part of a frame. 0 = it is over and gave nothing more.
Result<std::size_t> ZstdSource::stream(char* to, std::size_t room) {
  if (pending_) {
    inside_ = false;
    return tl::unexpected<Error>(*std::exchange(pending_, std::nullopt));
  }
  ZSTD_outBuffer out{to, 0, 0};
  bool over = false;
  while (!over && out.pos < room) {
    if (input_.view().empty() && !input_.pull()) {
      if (out.pos) break;  // what came before the cut is given first
      inside_ = false;
      return tl::unexpected<Error>(input_.error_or_truncated("the compressed data ends early"));
    }
    const std::string_view ahead = input_.view();
    ZSTD_inBuffer in{ahead.data(), ahead.size(), 0};
    const std::size_t before = out.pos;
    out.size = before + expansion_.room(room - before);
    const std::size_t code = ZSTD_decompressStream(decoder_->context, &out, &in);
    input_.consume(in.pos);
    std::optional<Error> error;
    if (ZSTD_isError(code)) error = error_of(code);
    else error = expansion_.add(in.pos, out.pos - before, input_.spent(), code == 0);
    if (error && out.pos) {
      pending_ = std::move(error);
      break;
    }
    if (error) {
      inside_ = false;
      return tl::unexpected<Error>(std::move(*error));
    }
    over = code == 0;
  }
  piece_.begins = !gave_ && out.pos;
  gave_ = gave_ || out.pos;
  piece_.complete = over;
  if (over) {
    inside_ = false;
    any_ = true;
  }
  return out.pos;
}

ByteSource::Resync ZstdSource::resync(std::string_view start) {
  inside_ = false;
  pending_.reset();
  any_ = true;
  const std::uint64_t from = piece_.member;
  input_.rewind();
  if (!input_.view().empty()) input_.consume(1);
  for (;;) {
    input_.set_anchor();
    const std::string_view ahead = input_.peek(2 * kBlockBytes);
    std::size_t at = 0;
    while ((at = ahead.find(kFrame, at)) != std::string_view::npos) {
      if (ahead.size() - at < kBlockBytes && !input_.ended() && !input_.error() && at > 0) break;
      if (probes_++ < kMostProbes && decoder_->begins_with(ahead.substr(at, kBlockBytes), start)) {
        input_.consume(at);
        return {true, input_.position() - from};
      }
      ++at;
    }
    if (input_.ended() || input_.error()) {
      input_.consume(ahead.size());
      return {false, input_.position() - from};
    }
    input_.consume(at != std::string_view::npos ? at : ahead.size() - 3);
  }
}

}  // namespace attache
