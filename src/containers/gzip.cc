#include "containers/gzip.h"

#include <algorithm>
#include <array>
#include <utility>

#include <libdeflate.h>
#include <zlib.h>

namespace attache {

namespace {

// Read ahead before a member is tried in one call: with 5:1 a member of this size holds a page of 1.2 MB.
constexpr std::size_t kLookAhead = 256u << 10;
// A member that begins with the words looked for shows them within its header and the first codes of its first block.
constexpr std::size_t kProbeBytes = 512;

Bytef* bytes_of(const char* p) { return reinterpret_cast<Bytef*>(const_cast<char*>(p)); }

// Candidates looked at in one stream, so that a file made of them costs no more: half a second; random bytes show one candidate in 16 MB.
constexpr int kMostProbes = 1'000'000;

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b"); }

struct GzipSource::Inflaters {
  z_stream stream{};
  libdeflate_decompressor* fast = nullptr;
  bool ready;
  Inflaters() : ready(inflateInit2(&stream, 15 + 16) == Z_OK) {}
  ~Inflaters() {
    if (ready) inflateEnd(&stream);
    if (fast) libdeflate_free_decompressor(fast);
  }
  Inflaters(const Inflaters&) = delete;
  Inflaters& operator=(const Inflaters&) = delete;

  // The unpacked bytes begin with `start`.
  bool begins_with(std::string_view packed, std::string_view start) {
    std::array<char, 16> out;
    inflateReset(&stream);
    stream.next_in = bytes_of(packed.data());
    stream.avail_in = static_cast<uInt>(std::min(packed.size(), kProbeBytes));
    stream.next_out = bytes_of(out.data());
    stream.avail_out = static_cast<uInt>(std::min(start.size(), out.size()));
    const int code = inflate(&stream, Z_SYNC_FLUSH);
    return (code == Z_OK || code == Z_STREAM_END) && stream.avail_out == 0 && start.starts_with(std::string_view(out.data(), std::min(start.size(), out.size())));
  }
};

GzipSource::GzipSource(Window& input, const ContainerLimits& limits, Unpacked& unpacked, Inflater inflater)
    : input_(input), inflaters_(std::make_unique<Inflaters>()), expansion_(limits, unpacked), fast_(inflater == Inflater::fast) {
  if (fast_) inflaters_->fast = libdeflate_alloc_decompressor();
  if (!inflaters_->fast) fast_ = false;
}

GzipSource::~GzipSource() = default;

Result<std::size_t> GzipSource::read(char* to, std::size_t room) {
  if (!inflaters_->ready) return fail(ErrorCode::binary, "zlib cannot start");
  for (;;) {
    if (inside_) {
      const Result<std::size_t> n = stream(to, room);
      if (!n || *n) return n;
      continue;
    }
    const std::string_view ahead = input_.peek(kLookAhead);
    if (ahead.empty()) {
      if (input_.error()) return tl::unexpected<Error>(*input_.error());
      return 0;
    }
    if (!is_gzip(ahead)) {
      if (any_ && ahead.front() == '\0') {
        input_.consume(std::min(ahead.find_first_not_of('\0'), ahead.size()));
        continue;
      }
      const bool cut = ahead.size() == 1 && ahead.front() == '\x1f';
      if (any_ && !cut && end_at_garbage_) {
        for (std::string_view rest = ahead; !rest.empty(); rest = input_.peek(1)) {
          trailing_ += rest.size();
          input_.consume(rest.size());
        }
        return 0;
      }
      if (any_) {
        piece_ = {input_.position(), true, false};
        input_.set_anchor();
      }
      if (cut) return tl::unexpected<Error>(input_.error_or_truncated("the compressed data ends early"));
      return fail(ErrorCode::binary, any_ ? "bytes between gzip members that are none" : "damaged gzip data");
    }
    piece_ = {input_.position(), true, false};
    input_.set_anchor();
    expansion_.begin_member(input_.spent());
    // a member larger than the room would be unpacked twice: after one such, zlib has the next
    if (fast_ && room >= kLookAhead && last_member_bytes_ <= room) {
      std::size_t in = 0, out = 0;
      if (libdeflate_gzip_decompress_ex(inflaters_->fast, ahead.data(), ahead.size(), to, room, &in, &out) == LIBDEFLATE_SUCCESS) {
        input_.consume(in);
        any_ = true;
        last_member_bytes_ = out;
        if (std::optional<Error> error = expansion_.add(in, out, input_.spent(), true)) return tl::unexpected<Error>(std::move(*error));
        if (out == 0) continue;
        piece_.complete = true;
        return out;
      }
    }
    inflateReset(&inflaters_->stream);
    inside_ = true;
    last_member_bytes_ = 0;
  }
}

// Part of a member. 0 = it is over and gave nothing more.
Result<std::size_t> GzipSource::stream(char* to, std::size_t room) {
  if (pending_) {
    inside_ = false;
    return tl::unexpected<Error>(*std::exchange(pending_, std::nullopt));
  }
  z_stream& z = inflaters_->stream;
  const bool first = last_member_bytes_ == 0;
  std::size_t out = 0;
  bool over = false;
  while (!over && out < room) {
    if (input_.view().empty() && !input_.pull()) {
      if (out) break;  // what came before the cut is given first
      inside_ = false;
      return tl::unexpected<Error>(input_.error_or_truncated("the compressed data ends early"));
    }
    const std::string_view in = input_.view();
    const std::size_t step = std::min<std::size_t>(in.size(), 1u << 30);
    z.next_in = bytes_of(in.data());
    z.avail_in = static_cast<uInt>(step);
    z.next_out = bytes_of(to + out);
    z.avail_out = static_cast<uInt>(std::min<std::size_t>(expansion_.room(room - out), 1u << 30));
    const uInt before = z.avail_out;
    const int code = inflate(&z, Z_NO_FLUSH);
    const std::size_t used = step - z.avail_in, made = before - z.avail_out;
    input_.consume(used);
    out += made;
    std::optional<Error> error = expansion_.add(used, made, input_.spent(), code == Z_STREAM_END);
    if (!error && code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) error = Error{ErrorCode::binary, "damaged gzip data"};
    if (error && out) {
      pending_ = std::move(error);
      break;
    }
    if (error) {
      inside_ = false;
      return tl::unexpected<Error>(std::move(*error));
    }
    over = code == Z_STREAM_END;
  }
  last_member_bytes_ += out;
  piece_.begins = first && out;
  piece_.complete = over;
  if (over) {
    inside_ = false;
    any_ = true;
  }
  return out;
}

ByteSource::Resync GzipSource::resync(std::string_view start) {
  inside_ = false;
  pending_.reset();
  any_ = true;
  last_member_bytes_ = 0;
  const std::uint64_t from = piece_.member;
  input_.rewind();
  if (!input_.view().empty()) input_.consume(1);
  for (;;) {
    input_.set_anchor();
    const std::string_view ahead = input_.peek(kLookAhead);
    std::size_t at = 0;
    while ((at = ahead.find("\x1f\x8b\x08", at)) != std::string_view::npos) {
      // unless this is the end, a candidate near the border is looked at with what follows it
      if (ahead.size() - at < kProbeBytes && !input_.ended() && !input_.error() && at > 0) break;
      const bool reserved_bits = at + 3 < ahead.size() && (static_cast<unsigned char>(ahead[at + 3]) & 0xE0) != 0;
      if (!reserved_bits && probes_++ < kMostProbes && inflaters_->begins_with(ahead.substr(at), start)) {
        input_.consume(at);
        return {true, input_.position() - from};
      }
      ++at;
    }
    if (input_.ended() || input_.error()) {
      input_.consume(ahead.size());
      return {false, input_.position() - from};
    }
    input_.consume(at != std::string_view::npos ? at : ahead.size() - 2);
  }
}

}  // namespace attache
