// gzip (RFC 1952) as a stream: all members, each with its place, checksums held to.
//
// Problem: web archives hold a gzip member a record, some ten thousand a second. Method: a member that lies whole in what
// is read ahead is unpacked by libdeflate in one call, straight into the reader's buffer; every other member, and every
// one that libdeflate does not like, goes through zlib's stream, which alone decides what is damaged and what is cut short.
// Both hold to the same format, so which of them ran cannot be seen from outside (gzip_test.cc compares them).
#pragma once

#include <memory>

#include "containers/limits.h"
#include "containers/window.h"

namespace attache {

[[nodiscard]] bool is_gzip(std::string_view bytes);

class GzipSource : public ByteSource {
 public:
  enum class Inflater : std::uint8_t { fast, stream_only };  // the second for tests and measurements
  // `input` stands at the first member.
  GzipSource(Window& input, const ContainerLimits& limits, Unpacked& unpacked, Inflater inflater = Inflater::fast);
  ~GzipSource() override;

  // Errors: truncated, binary (damaged), too_large (limits), and those of the input. Zero bytes behind the last member are
  // padding, as gzip(1) has it.
  [[nodiscard]] Result<std::size_t> read(char* to, std::size_t room) override;
  [[nodiscard]] std::uint64_t spent() const override { return input_.spent(); }
  [[nodiscard]] bool has_members() const override { return true; }
  [[nodiscard]] Piece piece() const override { return piece_; }
  [[nodiscard]] Resync resync(std::string_view start) override;

  // From now on bytes behind a member that are none end the stream, as gzip(1) has it, and are counted; before, they are an
  // error, from which resync() leads on.
  void end_at_garbage() { end_at_garbage_ = true; }
  [[nodiscard]] std::uint64_t trailing_bytes() const { return trailing_; }

 private:
  struct Inflaters;
  Window& input_;
  std::unique_ptr<Inflaters> inflaters_;
  Expansion expansion_;
  Piece piece_;
  bool fast_;
  bool inside_ = false;    // between a member's header and its checksum, in zlib's hands
  bool any_ = false;       // a member has been read
  bool end_at_garbage_ = false;
  std::uint64_t trailing_ = 0;
  int probes_ = 0;
  std::uint64_t last_member_bytes_ = 0;  // unpacked
  std::optional<Error> pending_;         // what was unpacked before it is given first

  [[nodiscard]] Result<std::size_t> stream(char* to, std::size_t room);
};

}  // namespace attache
