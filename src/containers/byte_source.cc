#include "containers/byte_source.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace attache {

Result<std::size_t> DescriptorSource::read(char* to, std::size_t room) {
  for (;;) {
    const ssize_t n = ::read(fd_, to, room);
    if (n >= 0) {
      read_ += static_cast<std::uint64_t>(n);
      return static_cast<std::size_t>(n);
    }
    if (errno != EINTR) return fail(ErrorCode::unreadable, std::string("cannot read: ") + std::strerror(errno));
  }
}

Result<std::size_t> MemorySource::read(char* to, std::size_t room) {
  const std::size_t n = std::min({room, step_, bytes_.size() - static_cast<std::size_t>(read_)});
  if (n) std::memcpy(to, bytes_.data() + read_, n);
  read_ += n;
  return n;
}

}  // namespace attache
