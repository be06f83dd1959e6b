// The door to packed bytes: a pull interface. Files, members of an archive and unpacked streams look the same, so that
// containers nest; nothing is unpacked to disk and nothing is held whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"

namespace attache {

// Where the bytes of the last read came from, for streams that are a row of compressed members.
struct Piece {
  std::uint64_t member = 0;  // offset of the member in the compressed bytes
  bool begins = false;       // the bytes are its first
  bool complete = false;     // the bytes are its last, and its checksum holds
};

class ByteSource {
 public:
  ByteSource() = default;
  virtual ~ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  // 1 to `room` bytes; 0 = the end. After an error nothing more comes, unless resync() finds a way on.
  [[nodiscard]] virtual Result<std::size_t> read(char* to, std::size_t room) = 0;

  // Bytes of the file at the bottom that were used up for what was given so far, rounded up by at most what is read ahead.
  [[nodiscard]] virtual std::uint64_t spent() const = 0;

  // The source is a row of members, so that piece() means something.
  [[nodiscard]] virtual bool has_members() const { return false; }
  [[nodiscard]] virtual Piece piece() const { return {}; }

  // After an error inside a member: goes on at the next member whose unpacked bytes begin with `start`; the compressed
  // bytes that are lost. false = there is none.
  struct Resync {
    bool found = false;
    std::uint64_t lost = 0;
  };
  [[nodiscard]] virtual Resync resync(std::string_view start) {
    (void)start;
    return {};
  }
};

// An open descriptor; stays the caller's.
class DescriptorSource : public ByteSource {
 public:
  explicit DescriptorSource(int fd) : fd_(fd) {}
  [[nodiscard]] Result<std::size_t> read(char* to, std::size_t room) override;
  [[nodiscard]] std::uint64_t spent() const override { return read_; }

 private:
  int fd_;
  std::uint64_t read_ = 0;
};

// Bytes in memory, which must outlive it. `step`: bytes a read at most, for tests of what lies across a border.
class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes, std::size_t step = static_cast<std::size_t>(-1)) : bytes_(bytes), step_(step) {}
  [[nodiscard]] Result<std::size_t> read(char* to, std::size_t room) override;
  [[nodiscard]] std::uint64_t spent() const override { return read_; }

 private:
  std::string_view bytes_;
  std::size_t step_;
  std::uint64_t read_ = 0;
};

}  // namespace attache
