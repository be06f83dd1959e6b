// zip as a stream (PKWARE's APPNOTE 6.3): members in the order they lie, by their local headers; the directory at the end
// is passed over, so standard input does as well as a file. Stored and deflate, zip64, data descriptors.
// Known limits: a stored member whose descriptor lies takes along what
// lies more than 2 MiB behind its beginning; what only the directory knows is not seen (a member struck from it is read all the same).
#pragma once

#include <memory>
#include <optional>

#include "containers/limits.h"
#include "containers/member.h"
#include "containers/window.h"

namespace attache {

[[nodiscard]] bool is_zip(std::string_view head);  // a local header, or the end record of an empty archive

class ZipReader {
 public:
  ZipReader(Window& input, const ContainerLimits& limits, Unpacked& unpacked);
  ~ZipReader();

  // As TarReader's.
  [[nodiscard]] std::optional<Result<ArchiveMember>> next();
  [[nodiscard]] ByteSource& content();
  [[nodiscard]] std::uint64_t trailing_bytes() const { return trailing_; }

 private:
  class Content;
  Window& input_;
  const ContainerLimits& limits_;
  std::unique_ptr<Content> content_;
  std::uint64_t trailing_ = 0;
  bool ended_ = false;
  bool directory_ = false;  // the directory has been met: what follows may be a second archive or nothing

  [[nodiscard]] std::optional<Error> resync(std::uint64_t lost);
};

}  // namespace attache
