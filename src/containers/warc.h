// WARC 1.0 and 1.1 (ISO 28500:2017) as a stream of records: plain, a gzip member or zstd frame a record, or packed as a
// whole.
//
// Problem: archives found in the field lie. Lengths are wrong, members are cut, files end anywhere, and one bad record must
// not cost the next. Method: a record is believed when its Content-Length leads to the beginning of another record, to the
// end of its compressed member, or to the end of the file. When it does not, the record is lost, and reading goes on at the
// next line that begins with "WARC/1." (or "WARC/0."), inside the record told of or behind it; where compressed data is
// damaged, at the next member that unpacks to "WARC/". Everything lost is counted and named.
// Cost: each byte is looked at once, a record up to kMostAhead lies in memory as a whole, longer ones pass through.
// Known limits: a record longer than that whose length lies is noticed by a record that begins inside it; damage inside
// data packed as a whole loses the rest of the file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "containers/limits.h"
#include "containers/window.h"

namespace attache {

[[nodiscard]] bool is_warc(std::string_view bytes);  // "WARC/" and a digit

struct WarcHeader {
  // Byte offset of the record in the file, compressed or not, as indexes give it; a record that is not the first of its
  // member has "+" and its offset in the unpacked member behind it.
  std::string offset;
  std::string type;          // lower case
  std::string target_uri;    // without < > around it
  std::string content_type;  // as told
  std::uint64_t length = 0;  // Content-Length
  bool cut = false;          // WARC-Truncated: the archive holds the beginning of the payload on purpose
  bool segmented = false;    // a part of a record that lies in several
};

class WarcReader {
 public:
  // `input` stands at the first byte.
  WarcReader(Window& input, const ContainerLimits& limits) : input_(input), limits_(limits) {}

  // The next record; what the last one still has is passed over first. nullopt = the end. An Error is a loss: its `source`
  // is the offset; call again to go on.
  [[nodiscard]] std::optional<Result<WarcHeader>> next();

  // The block of the record that next() gave; call one of them once. The views are valid until the next call.
  [[nodiscard]] std::string_view head() const;  // the first min(length, 64 KiB) bytes or more
  // Errors: too_large (limits.body_bytes); a loss as next()'s.
  [[nodiscard]] Result<std::string_view> block();

 private:
  Window& input_;
  const ContainerLimits& limits_;
  std::uint64_t left_ = 0;    // of the open record's block, not yet consumed
  std::string offset_;        // of the open record
  std::string long_block_;
  std::size_t header_bytes_ = 0;
  std::uint64_t no_end_before_ = 0;  // no header ends before this position: it was looked for, and is not looked for again
  bool open_ = false;
  bool dead_ = false;         // damaged, and nothing to go on from
  bool refused_ = false;      // the open record is named as refused already
  bool whole_ahead_ = false;  // the open record's block lies in the window and ends well

  [[nodiscard]] std::optional<Error> open_block();
  [[nodiscard]] std::optional<Error> pass_long(std::string* keep);
  [[nodiscard]] Error lose(ErrorCode code, std::string words, std::uint64_t already);
  [[nodiscard]] std::string offset_here() const;
  enum class Ending : std::uint8_t { good, bad, damaged };
  [[nodiscard]] Ending ending_at(std::size_t at);
};

}  // namespace attache
