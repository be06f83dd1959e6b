// tar as a stream: ustar (POSIX.1-1988), pax (POSIX.1-2001) and GNU's long names. Our own reader: libarchive was tried
// (docs/rejected.md); it names members by the locale and ends an archive at the first damaged header.
#pragma once

#include <optional>

#include "containers/limits.h"
#include "containers/member.h"
#include "containers/window.h"

namespace attache {

[[nodiscard]] bool is_tar(std::string_view head);  // "ustar" at 257, in a header whose sum holds

class TarReader {
 public:
  TarReader(Window& input, const ContainerLimits& limits) : input_(input), limits_(limits) {}

  // The next member; what is left of the last one is passed over first. nullopt = the end. An Error loses a member or a
  // stretch of bytes, its `source` is the member's name where it has one; call again to go on.
  [[nodiscard]] std::optional<Result<ArchiveMember>> next();

  // The bytes of the member that next() gave.
  [[nodiscard]] ByteSource& content() { return content_; }

  // Bytes behind the end that are neither zero nor members.
  [[nodiscard]] std::uint64_t trailing_bytes() const { return trailing_; }

 private:
  class Content : public ByteSource {
   public:
    explicit Content(TarReader& tar) : tar_(tar) {}
    [[nodiscard]] Result<std::size_t> read(char* to, std::size_t room) override;
    [[nodiscard]] std::uint64_t spent() const override { return tar_.input_.spent(); }

   private:
    TarReader& tar_;
  };
  // What extended headers say of the next member.
  struct Extension {
    std::string path;
    std::optional<std::uint64_t> size;
    bool sparse = false;
    std::optional<Error> error;
  };
  Window& input_;
  const ContainerLimits& limits_;
  Content content_{*this};
  std::uint64_t left_ = 0;     // of the member's bytes
  std::uint64_t padding_ = 0;  // behind them
  std::uint64_t trailing_ = 0;
  bool ended_ = false;

  [[nodiscard]] std::optional<Error> read_extension(char type, std::uint64_t size, Extension& extension);
  [[nodiscard]] std::optional<Error> pass_rest();
};

}  // namespace attache
