#include "containers/zip.h"

#include <algorithm>
#include <array>
#include <utility>

#include <zlib.h>

#include "base/strings.h"

namespace attache {
namespace {

constexpr std::string_view kLocal = "PK\x03\x04", kDirectory = "PK\x01\x02", kDescriptor = "PK\x07\x08", kEnd = "PK\x05\x06", kEnd64 = "PK\x06\x06", kLocator64 = "PK\x06\x07",
                           kSignature = "PK\x05\x05", kExtra = "PK\x06\x08";
constexpr std::size_t kLocalBytes = 30;

std::uint64_t little(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

}  // namespace

bool is_zip(std::string_view head) { return head.starts_with(kLocal) || head.starts_with(kEnd); }

// The bytes of one member, unpacked. At their end the sum and the sizes must be those told.
class ZipReader::Content : public ByteSource {
 public:
  Content(Window& input, const ContainerLimits& limits, Unpacked& unpacked) : input_(input), limits_(limits), unpacked_(unpacked), expansion_(limits, unpacked) {
    ready_ = inflateInit2(&stream_, -15) == Z_OK;
  }
  ~Content() override {
    if (ready_) inflateEnd(&stream_);
  }

  // `known`: crc and sizes stand in the header, not behind the bytes.
  void begin(bool deflated, bool known, bool zip64, std::uint32_t crc, std::uint64_t packed, std::uint64_t plain) {
    deflated_ = deflated;
    known_ = known;
    zip64_ = zip64;
    told_crc_ = crc;
    told_packed_ = packed;
    told_plain_ = plain;
    packed_ = plain_ = 0;
    crc_ = 0;
    open_ = true;
    failed_ = done_deflate_ = false;
    pending_.reset();
    if (ready_) inflateReset(&stream_);
    expansion_.begin_member(input_.spent());
    input_.set_anchor();
  }
  [[nodiscard]] bool open() const { return open_; }
  void abandon() { failed_ = true; }  // its bytes cannot be read; its end is looked for

  // Leaves the member. false = its end is not known: the next header must be looked for.
  [[nodiscard]] bool close() {
    std::array<char, 4096> scratch;
    while (open_ && !known_ && !failed_) (void)read(scratch.data(), scratch.size());
    const bool lost = open_ && !known_;
    if (open_ && known_) input_.skip(told_packed_ - packed_);
    open_ = false;
    // where zlib noticed the damage depends on how the bytes came in; where the search begins must not
    if (failed_ && !known_) input_.rewind();
    return !lost && !(failed_ && !known_);
  }

  Result<std::size_t> read(char* to, std::size_t room) override {
    if (!open_) return 0;
    Result<std::size_t> n = deflated_ ? inflate_some(to, room) : known_ ? copy_some(to, room) : copy_until_descriptor(to, room);
    if (n && *n) return n;
    if (n) {
      open_ = false;
      n = check_end();
    }
    failed_ = !n;
    return n;
  }
  std::uint64_t spent() const override { return input_.spent(); }

 private:
  Window& input_;
  const ContainerLimits& limits_;
  Unpacked& unpacked_;
  Expansion expansion_;
  z_stream stream_{};
  bool ready_ = false, open_ = false, failed_ = false, deflated_ = false, known_ = false, zip64_ = false;
  std::uint32_t told_crc_ = 0;
  std::uint64_t told_packed_ = 0, told_plain_ = 0;
  std::uint64_t packed_ = 0, plain_ = 0;
  uLong crc_ = 0;

  void count(const char* bytes, std::size_t n) {
    crc_ = crc32_z(crc_, reinterpret_cast<const Bytef*>(bytes), n);
    plain_ += n;
  }

  Error cut() const { return input_.error_or_truncated("the archive ends inside this member"); }

  Result<std::size_t> copy_some(char* to, std::size_t room) {
    const std::uint64_t left = told_packed_ - packed_;
    if (left == 0) return 0;
    const Result<std::size_t> n = input_.read(to, static_cast<std::size_t>(std::min<std::uint64_t>(room, left)));
    if (!n) return n;
    if (*n == 0) return tl::unexpected<Error>(cut());
    packed_ += *n;
    count(to, *n);
    unpacked_.bytes += *n;
    if (unpacked_.bytes > limits_.unpacked_bytes) return fail(ErrorCode::too_large, "more than " + std::to_string(limits_.unpacked_bytes) + " bytes when unpacked");
    return n;
  }

  // Stored bytes without a size: they end where a descriptor stands that fits them.
  Result<std::size_t> copy_until_descriptor(char* to, std::size_t room) {
    for (;;) {
      const std::string_view ahead = input_.peek(64u << 10);
      const std::size_t at = ahead.find(kDescriptor);
      if (at == 0) {
        if (ahead.size() < 16) return tl::unexpected<Error>(cut());
        if (little(ahead, 4, 4) == crc_ && little(ahead, 8, 4) == (plain_ & 0xFFFFFFFFu)) return 0;
      }
      std::size_t n = at == 0 ? 1 : std::min(at, ahead.size());
      if (ahead.empty()) return tl::unexpected<Error>(cut());
      if (at == std::string_view::npos && !input_.ended() && !input_.error()) n = ahead.size() - 3;  // a signature may begin there
      n = std::min(n, room);
      std::copy_n(ahead.data(), n, to);
      input_.consume(n);
      packed_ += n;
      count(to, n);
      unpacked_.bytes += n;
      if (unpacked_.bytes > limits_.unpacked_bytes) return fail(ErrorCode::too_large, "more than " + std::to_string(limits_.unpacked_bytes) + " bytes when unpacked");
      return n;
    }
  }

  Result<std::size_t> inflate_some(char* to, std::size_t room) {
    if (!ready_) return fail(ErrorCode::binary, "zlib cannot start");
    if (pending_) return tl::unexpected<Error>(*std::exchange(pending_, std::nullopt));
    std::size_t out = 0;
    while (out == 0) {
      if (done_deflate_) {
        done_deflate_ = false;
        return 0;
      }
      if (known_ && packed_ == told_packed_) return fail(ErrorCode::binary, "a damaged zip member: its packed bytes are fewer than they should be");
      if (input_.view().empty() && !input_.pull()) return tl::unexpected<Error>(cut());
      std::string_view in = input_.view();
      if (known_) in = in.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(in.size(), told_packed_ - packed_)));
      stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
      stream_.avail_in = static_cast<uInt>(in.size());
      stream_.next_out = reinterpret_cast<Bytef*>(to);
      stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(expansion_.room(room), 1u << 30));
      const uInt before = stream_.avail_out;
      const int code = inflate(&stream_, Z_NO_FLUSH);
      const std::size_t used = in.size() - stream_.avail_in;
      out = before - stream_.avail_out;
      input_.consume(used);
      packed_ += used;
      count(to, out);
      std::optional<Error> error = expansion_.add(used, out, input_.spent(), code == Z_STREAM_END);
      if (!error && code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) error = Error{ErrorCode::binary, "a damaged zip member"};
      if (error && out == 0) return tl::unexpected<Error>(std::move(*error));
      pending_ = std::move(error);
      done_deflate_ = code == Z_STREAM_END;
    }
    return out;
  }
  bool done_deflate_ = false;
  std::optional<Error> pending_;  // what was unpacked before it is given first

  Result<std::size_t> check_end() {
    if (known_) {
      if (packed_ < told_packed_) {
        input_.skip(told_packed_ - packed_);
        return fail(ErrorCode::binary, "a damaged zip member: its packed bytes are more than it needs");
      }
    } else {
      // with or without a signature, sizes of four bytes or of eight: that reading which fits
      const std::string_view ahead = input_.peek(24);
      const std::size_t signature = ahead.starts_with(kDescriptor) ? 4 : 0;
      bool found = false;
      for (const std::size_t size : {zip64_ ? 8u : 4u, zip64_ ? 4u : 8u}) {
        const std::size_t bytes = signature + 4 + 2 * size;
        if (ahead.size() < bytes || little(ahead, signature + 4, size) != packed_ || little(ahead, signature + 4 + size, size) != plain_) continue;
        told_crc_ = static_cast<std::uint32_t>(little(ahead, signature, 4));
        told_plain_ = plain_;
        input_.consume(bytes);
        found = true;
        break;
      }
      if (!found) {
        if (ahead.size() < signature + 12) return tl::unexpected<Error>(cut());
        return fail(ErrorCode::binary, "a damaged zip member: its sizes are not those told behind it");
      }
    }
    if (plain_ != told_plain_) return fail(ErrorCode::binary, "a damaged zip member: " + std::to_string(plain_) + " bytes instead of " + std::to_string(told_plain_));
    if (crc_ != told_crc_) return fail(ErrorCode::binary, "a damaged zip member: the checksum does not hold");
    return 0;
  }
};

ZipReader::ZipReader(Window& input, const ContainerLimits& limits, Unpacked& unpacked)
    : input_(input), limits_(limits), content_(std::make_unique<Content>(input, limits, unpacked)) {}

ZipReader::~ZipReader() = default;

ByteSource& ZipReader::content() { return *content_; }

// Goes on at the next header; nullopt = nothing had to be passed over.
std::optional<Error> ZipReader::resync(std::uint64_t lost) {
  for (;;) {
    const std::string_view ahead = input_.peek(64u << 10);
    std::size_t at = 0;
    while ((at = ahead.find("PK", at)) != std::string_view::npos) {
      const std::string_view here = ahead.substr(at);
      if (here.starts_with(kLocal) || here.starts_with(kDirectory) || here.starts_with(kEnd) || here.starts_with(kEnd64)) break;
      ++at;
    }
    const bool last = input_.ended() || input_.error();
    const std::size_t n = at != std::string_view::npos ? at : last ? ahead.size() : ahead.size() - 3;
    input_.consume(n);
    lost += n;
    if (at == std::string_view::npos && !last) continue;
    if (lost == 0) return std::nullopt;
    if (last && at == std::string_view::npos && input_.error()) return *input_.error();
    return Error{ErrorCode::binary, std::to_string(lost) + " bytes that are no zip member"};
  }
}

std::optional<Result<ArchiveMember>> ZipReader::next() {
  const auto lost = [](Error error) { return std::optional<Result<ArchiveMember>>(tl::unexpected<Error>(std::move(error))); };
  if (ended_) return std::nullopt;
  if (!content_->close()) (void)resync(0);  // the member was refused; what is left of it is not refused again
  for (;;) {
    const std::string_view head = input_.peek(kLocalBytes);
    if (head.empty()) {
      ended_ = true;
      if (input_.error()) return lost(*input_.error());
      if (!directory_) return lost(Error{ErrorCode::truncated, "the archive ends without its directory"});
      return std::nullopt;
    }
    if (head.starts_with(kLocal)) break;
    // the directory: passed over record by record
    std::uint64_t size = 0;
    const auto need = [&](std::size_t n) { return input_.peek(n).size() >= n; };
    if (head.starts_with(kDirectory)) size = need(46) ? 46 + little(input_.view(), 28, 2) + little(input_.view(), 30, 2) + little(input_.view(), 32, 2) : 46;
    else if (head.starts_with(kEnd)) size = need(22) ? 22 + little(input_.view(), 20, 2) : 22;
    else if (head.starts_with(kEnd64)) size = need(12) ? 12 + std::min<std::uint64_t>(little(input_.view(), 4, 8), 1ull << 40) : 12;
    else if (head.starts_with(kLocator64)) size = 20;
    else if (head.starts_with(kSignature)) size = need(6) ? 6 + little(input_.view(), 4, 2) : 6;
    else if (head.starts_with(kExtra)) size = need(8) ? 8 + little(input_.view(), 4, 4) : 8;
    if (size) {
      directory_ = true;
      if (input_.skip(size) < size) {
        ended_ = true;
        return lost(input_.error_or_truncated("the archive ends inside its directory"));
      }
      continue;
    }
    if (directory_) {  // behind the end record: a second archive, or something else
      const std::uint64_t from = input_.position();
      (void)resync(0);
      trailing_ += input_.position() - from;
      if (input_.view().empty() && !input_.error()) {
        ended_ = true;
        return std::nullopt;
      }
      if (input_.position() == from) {
        ended_ = true;
        return std::nullopt;
      }
      continue;
    }
    std::optional<Error> error = resync(0);
    if (input_.view().empty()) ended_ = true;
    return lost(error ? std::move(*error) : Error{ErrorCode::binary, "damaged zip data"});
  }

  directory_ = false;
  const std::string_view fixed = input_.view();
  if (fixed.size() < kLocalBytes) {
    ended_ = true;
    return lost(input_.error_or_truncated("the archive ends inside a header"));
  }
  const auto flags = static_cast<unsigned>(little(fixed, 6, 2));
  const auto method = static_cast<unsigned>(little(fixed, 8, 2));
  const auto crc = static_cast<std::uint32_t>(little(fixed, 14, 4));
  std::uint64_t packed = little(fixed, 18, 4), plain = little(fixed, 22, 4);
  const auto name_bytes = static_cast<std::size_t>(little(fixed, 26, 2)), extra_bytes = static_cast<std::size_t>(little(fixed, 28, 2));
  const std::string_view all = input_.peek(kLocalBytes + name_bytes + extra_bytes);
  if (all.size() < kLocalBytes + name_bytes + extra_bytes) {
    ended_ = true;
    return lost(input_.error_or_truncated("the archive ends inside a header"));
  }
  const std::string_view raw = all.substr(kLocalBytes, name_bytes);
  ArchiveMember member;
  const bool too_long = raw.size() > limits_.name_bytes;
  member.name = shown_name(raw.substr(0, too_long ? 80 : raw.size()));
  member.file = !raw.ends_with('/');
  if (!member.file) member.kind = "folder";
  bool zip64 = false;
  std::string_view extra = all.substr(kLocalBytes + name_bytes, extra_bytes);
  while (extra.size() >= 4) {
    const std::size_t size = static_cast<std::size_t>(little(extra, 2, 2));
    if (size + 4 > extra.size()) break;
    if (little(extra, 0, 2) == 1) {
      zip64 = true;
      std::size_t at = 4;
      if (plain == 0xFFFFFFFFu && at + 8 <= size + 4) {
        plain = little(extra, at, 8);
        at += 8;
      }
      if (packed == 0xFFFFFFFFu && at + 8 <= size + 4) packed = little(extra, at, 8);
    }
    extra.remove_prefix(size + 4);
  }
  input_.consume(kLocalBytes + name_bytes + extra_bytes);
  // some writers give the sizes in the header all the same; then they are believed only where the flag is off
  const bool known = (flags & 8) == 0;
  packed = std::min<std::uint64_t>(packed, 1ull << 62);
  content_->begin(method == 8, known, zip64, crc, packed, plain);
  const auto refuse = [&](ErrorCode code, std::string words) {
    return lost(Error{code, std::move(words), member.name + (too_long ? "..." : "")});
  };
  if (too_long) return refuse(ErrorCode::too_large, "a name of " + std::to_string(raw.size()) + " bytes, limit " + std::to_string(limits_.name_bytes));
  if ((flags & 0x2041) || (method != 0 && method != 8)) content_->abandon();
  if (flags & 0x2041) return refuse(ErrorCode::unsupported, "an encrypted member");
  if (method != 0 && method != 8) return refuse(ErrorCode::unsupported, "a zip member packed by method " + std::to_string(method) + "; stored and deflate (8) are read");
  return Result<ArchiveMember>(std::move(member));
}

}  // namespace attache
