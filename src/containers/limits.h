// What a container may cost. Each limit refuses the member that goes beyond it, by name; the rest goes on.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "base/error.h"

namespace attache {

struct ContainerLimits {
  std::uint64_t unpacked_bytes = 256ull << 30;  // out of one file, all levels together: ten minutes of unpacking at 400 MB/s
  // Bytes out for one in, once `free_bytes` are out. deflate cannot pass 1032:1 (zlib's own figure); of the 480 news
  // pages of our sets the most compressible packs 27:1 and the middle one 5:1; all together with zstd -19 --long 9:1.
  std::uint64_t ratio = 200;
  std::uint64_t free_bytes = 1u << 20;        // above 0
  std::uint64_t members = 10'000'000;         // of one file; a month of a large news crawl has a tenth
  int nesting = 4;                            // containers inside containers: warc.gz in tar.gz is four
  std::size_t name_bytes = 4096;              // PATH_MAX of Linux
  std::size_t header_bytes = 64u << 10;       // of a WARC record, an HTTP message, a tar member's extended header; servers refuse 8 to 32 kB
  std::size_t body_bytes = 64u << 20;         // of a captured response, as it lies and decoded: it is held whole
  std::size_t dictionary_bytes = 16u << 20;   // of a zstd dictionary; trained ones have 100 kB to 1 MB
};

// What one file has unpacked so far, all levels together.
struct Unpacked {
  std::uint64_t bytes = 0;
};

// Watches how much comes out for what goes in, for one stream and for each of its members. The ratio is judged at fixed
// places of a member, each `free_bytes` of its output and its end, so that the size of the reads does not decide what passes.
class Expansion {
 public:
  Expansion(const ContainerLimits& limits, Unpacked& unpacked) : limits_(limits), unpacked_(unpacked) {}

  // `spent`: bytes of the file at the bottom used up so far.
  void begin_member(std::uint64_t spent) {
    member_ = {};
    member_.spent_before = spent;
    if (!begun_) stream_.spent_before = spent;
    begun_ = true;
  }

  // What the next call may unpack of `room`: no further than the next place.
  [[nodiscard]] std::size_t room(std::size_t room) const {
    return static_cast<std::size_t>(std::min<std::uint64_t>(room, limits_.free_bytes - member_.out % limits_.free_bytes));
  }

  // `ends`: the member's last bytes.
  [[nodiscard]] std::optional<Error> add(std::uint64_t in, std::uint64_t out, std::uint64_t spent, bool ends) {
    unpacked_.bytes += out;
    if (unpacked_.bytes > limits_.unpacked_bytes) return Error{ErrorCode::too_large, "more than " + std::to_string(limits_.unpacked_bytes) + " bytes when unpacked"};
    for (Count* c : {&member_, &stream_}) {
      c->in += in;
      c->out += out;
    }
    if (!ends && member_.out % limits_.free_bytes != 0) return std::nullopt;
    for (const Count* c : {&member_, &stream_}) {
      // boxes in boxes: each may keep the ratio where all together do not
      const std::uint64_t bottom = spent - c->spent_before + kReadAhead;
      if (c->out > limits_.free_bytes && (c->out / limits_.ratio > c->in || c->out / limits_.ratio > bottom)) {
        stream_.in -= member_.in;  // what is refused does not count against the members behind it
        stream_.out -= member_.out;
        return Error{ErrorCode::too_large, "unpacks to more than " + std::to_string(limits_.ratio) + " times its size"};
      }
    }
    return std::nullopt;
  }

 private:
  static constexpr std::uint64_t kReadAhead = 64u << 10;
  struct Count {
    std::uint64_t in = 0, out = 0, spent_before = 0;
  };
  const ContainerLimits& limits_;
  Unpacked& unpacked_;
  Count member_, stream_;
  bool begun_ = false;
};

}  // namespace attache
