#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace attache {
namespace {

namespace fs = std::filesystem;

std::string reason() { return std::strerror(errno); }  // NOLINT: called right after the failing call

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

 private:
  int fd_;
};

Result<void> write_all(int fd, std::string_view content) {
  while (!content.empty()) {
    const ssize_t n = ::write(fd, content.data(), content.size());
    if (n < 0) {
      if (errno == EINTR) continue;
      return fail(ErrorCode::write_failed, "cannot write: " + reason());
    }
    content.remove_prefix(static_cast<size_t>(n));
  }
  return {};
}

}  // namespace

Result<std::string> read_file(const fs::path& path, std::uint64_t limit) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return fail(ErrorCode::unreadable, "cannot open: " + reason());
  struct stat info {};
  if (::fstat(file.get(), &info) == 0 && S_ISDIR(info.st_mode)) return fail(ErrorCode::unreadable, "is a folder");
  std::string content;
  if (S_ISREG(info.st_mode)) {
    if (static_cast<std::uint64_t>(info.st_size) > limit) {
      return fail(ErrorCode::too_large, "file of " + std::to_string(info.st_size) + " bytes, limit " + std::to_string(limit));
    }
    content.reserve(static_cast<size_t>(info.st_size));
  }
  constexpr size_t kChunk = 1 << 16;
  for (;;) {
    const size_t size = content.size();
    content.resize(size + kChunk);
    const ssize_t n = ::read(file.get(), content.data() + size, kChunk);
    content.resize(size + static_cast<size_t>(n > 0 ? n : 0));
    if (n < 0) {
      if (errno == EINTR) continue;
      return fail(ErrorCode::unreadable, "cannot read: " + reason());
    }
    if (n == 0) return content;
    if (content.size() > limit) {
      return fail(ErrorCode::too_large, "more than " + std::to_string(limit) + " bytes");
    }
  }
}

Result<void> write_through_temporary(const fs::path& path, const std::function<Result<void>(const fs::path&)>& fill) {
  struct stat info {};
  if (::stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode)) {
    return tl::unexpected<Error>(Error{ErrorCode::write_failed, S_ISDIR(info.st_mode) ? "is a folder" : "is no regular file", path.string()});
  }
  fs::path temporary = path;
  temporary += ".part-" + std::to_string(::getpid());
  auto refuse = [&](Error error) -> Result<void> {
    std::error_code ignored;
    fs::remove(temporary, ignored);
    error.source = path.string();
    return tl::unexpected<Error>(std::move(error));
  };
  if (Result<void> filled = fill(temporary); !filled) return refuse(filled.error());
  if (::rename(temporary.c_str(), path.c_str()) != 0) {
    return refuse(Error{ErrorCode::write_failed, "cannot rename the finished file: " + reason()});
  }
  return {};
}

Result<void> write_file(const fs::path& path, std::string_view content) {
  // a pipe or device is written to, never replaced
  struct stat info {};
  if (::stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode)) {
    Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    Result<void> written = device.get() < 0 ? fail(ErrorCode::write_failed, "cannot open: " + reason()) : write_all(device.get(), content);
    if (!written) return tl::unexpected<Error>(Error{written.error().code, written.error().message, path.string()});
    return {};
  }
  return write_through_temporary(path, [&](const fs::path& temporary) -> Result<void> {
    Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (file.get() < 0) return fail(ErrorCode::write_failed, "cannot create: " + reason());
    if (Result<void> written = write_all(file.get(), content); !written) return written;
    if (::fsync(file.get()) != 0 || !file.close()) return fail(ErrorCode::write_failed, "cannot flush: " + reason());
    return {};
  });
}

}  // namespace attache
