// Look-ahead over a source: the bytes not yet used, in one piece. Buffers are lent from a pool, because a container with a
// million members must not allocate a million of them.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "containers/byte_source.h"

namespace attache {

class BufferPool {
 public:
  static constexpr std::size_t kBytes = 4u << 20;  // of a buffer; only what is used gets real memory
  [[nodiscard]] std::unique_ptr<char[]> take();
  void give_back(std::unique_ptr<char[]> buffer) { free_.push_back(std::move(buffer)); }

 private:
  std::vector<std::unique_ptr<char[]>> free_;
};

class Window : public ByteSource {
 public:
  static constexpr std::size_t kRoom = 1u << 20;      // bytes a read may give
  static constexpr std::size_t kMostAhead = 2u << 20;  // what peek() can promise

  // `source` and `pool` must outlive it.
  Window(ByteSource& source, BufferPool& pool) : source_(source), pool_(pool), buffer_(pool.take()) {}
  ~Window() override { pool_.give_back(std::move(buffer_)); }

  [[nodiscard]] std::string_view view() const { return {buffer_.get() + begin_, end_ - begin_}; }

  // Reads on until `want` bytes (kMostAhead at most) lie ahead, the source ends or fails.
  std::string_view peek(std::size_t want);

  // Appends one read to the view. false = the end, or error().
  bool pull();
  [[nodiscard]] bool ended() const { return ended_; }
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  // error(), or `truncated` with these words.
  [[nodiscard]] Error error_or_truncated(std::string words) const;

  void consume(std::size_t n);            // n <= view().size()
  std::uint64_t skip(std::uint64_t n);    // consumes n bytes, reading on; how many there were
  [[nodiscard]] std::uint64_t position() const { return position_; }  // bytes consumed in all

  // Keeps what is consumed from here on, as far as it fits, so that rewind() can go back to it.
  void set_anchor() {
    anchored_ = true;
    anchor_ = begin_;
  }
  void rewind();

  // The member that holds the byte at view()[0], and how far into it that is.
  struct Place {
    std::uint64_t member = 0;
    std::uint64_t inside = 0;
  };
  [[nodiscard]] Place place() const;
  // The first offset from `from` on where a member begins.
  [[nodiscard]] std::optional<std::size_t> next_member(std::size_t from) const;

  // Drops what lies ahead and goes on behind an error.
  Resync recover(std::string_view start);

  // As a source itself: what the view holds, then the rest.
  [[nodiscard]] Result<std::size_t> read(char* to, std::size_t room) override;
  [[nodiscard]] std::uint64_t spent() const override;
  [[nodiscard]] bool has_members() const override { return source_.has_members(); }
  // Nothing of the member that the last byte of the view belongs to is still to come.
  [[nodiscard]] bool member_complete() const { return source_.piece().complete; }
  // The member that was read last, or that an error stands in.
  [[nodiscard]] std::uint64_t last_member() const { return source_.piece().member; }

 private:
  struct Mark {
    std::uint64_t position = 0;  // in the unpacked stream
    std::uint64_t member = 0;
  };
  ByteSource& source_;
  BufferPool& pool_;
  std::unique_ptr<char[]> buffer_;
  std::size_t anchor_ = 0, begin_ = 0, end_ = 0;
  std::uint64_t position_ = 0;
  bool anchored_ = false;
  bool ended_ = false;
  std::optional<Error> error_;
  std::vector<Mark> marks_;        // ascending; the one that holds position_ and those ahead
  std::size_t first_mark_ = 0;
};

}  // namespace attache
