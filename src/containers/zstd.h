// Zstandard (RFC 8878) as a stream: all frames, each with its place; skippable frames are passed over. A first skippable
// frame of magic 184D2A5D holds the dictionary of all others, as web archives have it (IIPC, "Use of Zstandard in WARC").
#pragma once

#include <memory>
#include <string>

#include "containers/limits.h"
#include "containers/window.h"

namespace attache {

// A frame or a skippable frame.
[[nodiscard]] bool is_zstd(std::string_view bytes);

class ZstdSource : public ByteSource {
 public:
  ZstdSource(Window& input, const ContainerLimits& limits, Unpacked& unpacked);
  ~ZstdSource() override;

  // Errors: truncated, binary (damaged, or no frame where one should be), too_large (limits; a frame that wants more than
  // 128 MiB of memory), and those of the input.
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
  struct Decoder;
  Window& input_;
  const ContainerLimits& limits_;
  std::unique_ptr<Decoder> decoder_;
  Expansion expansion_;
  Piece piece_;
  bool inside_ = false;
  bool any_ = false;
  bool end_at_garbage_ = false;
  std::uint64_t trailing_ = 0;
  int probes_ = 0;
  bool gave_ = false;             // the frame has given bytes
  std::optional<Error> pending_;  // what was unpacked before it is given first

  [[nodiscard]] Result<void> read_skippable();
  [[nodiscard]] Result<std::size_t> stream(char* to, std::size_t room);
};

}  // namespace attache
