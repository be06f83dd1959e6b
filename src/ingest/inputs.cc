#include "ingest/inputs.h"

#include <fcntl.h>
#include <glob.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>
#include <utility>

#include "base/file.h"
#include "base/strings.h"
#include "ingest/ingest.h"
#include "text/decode.h"
#include "text/gunzip.h"

namespace attache {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSniffBytes = 1u << 16;

// Files below a folder in byte order of their paths; hidden ones are left out, as shells do. A folder reached twice (by a
// link) is read under the path that comes first.
class FolderWalk {
 public:
  explicit FolderWalk(const InputSink& sink) : sink_(sink) {}

  std::vector<std::string> files_below(const fs::path& folder) {
    std::uint64_t refused = 0;
    std::vector<std::string> files;
    walk(folder, files, refused, 0);
    if (files.empty() && refused == 0) sink_.refused(Error{ErrorCode::empty, "the folder holds no file", folder.string()});
    std::sort(files.begin(), files.end());
    return files;
  }

 private:
  static constexpr int kDeepest = 200;  // folders inside folders

  const InputSink& sink_;
  std::set<std::pair<dev_t, ino_t>> seen_;

  void walk(const fs::path& folder, std::vector<std::string>& files, std::uint64_t& refused, int depth) {
    struct stat info {};
    if (::stat(folder.c_str(), &info) == 0 && !seen_.emplace(info.st_dev, info.st_ino).second) return;
    const auto refuse = [&](ErrorCode code, const std::string& message) {
      ++refused;
      sink_.refused(Error{code, message, folder.string()});
    };
    if (depth > kDeepest) return refuse(ErrorCode::too_deep, "folders nested more than " + std::to_string(kDeepest) + " deep");
    if (::access(folder.c_str(), R_OK | X_OK) != 0) return refuse(ErrorCode::unreadable, std::string("cannot open the folder: ") + std::strerror(errno));
    std::error_code error;
    std::vector<fs::path> entries;
    auto it = fs::directory_iterator(folder, error);
    for (; !error && it != fs::directory_iterator(); it.increment(error)) {
      if (!it->path().filename().string().starts_with(".")) entries.push_back(it->path());
    }
    if (error) refuse(ErrorCode::unreadable, "cannot open the folder: " + error.message());
    std::sort(entries.begin(), entries.end());
    for (const fs::path& path : entries) {
      std::error_code status;
      if (fs::is_directory(path, status)) walk(path, files, refused, depth + 1);
      else files.push_back(path.string());
    }
  }
};

std::vector<std::string> files_below(const fs::path& folder, const InputSink& sink) { return FolderWalk(sink).files_below(folder); }

class LineFeeder {
 public:
  LineFeeder(std::string source, const InputLimits& limits, const InputSink& sink) : source_(std::move(source)), limits_(limits), sink_(sink) {}

  void feed(std::string_view bytes) {
    for (;;) {
      const std::size_t end = bytes.find('\n');
      if (end == std::string_view::npos) {
        keep(bytes);
        return;
      }
      if (line_.empty() && !overlong_) {
        finish(bytes.substr(0, end));
      } else {
        keep(bytes.substr(0, end));
        finish(line_);
      }
      line_.clear();
      overlong_ = 0;
      bytes.remove_prefix(end + 1);
    }
  }

  void end() {
    if (!line_.empty() || overlong_) finish(line_);
  }

 private:
  void keep(std::string_view bytes) {
    if (overlong_ || line_.size() + bytes.size() > limits_.jsonl.line_bytes) {
      overlong_ += line_.size() + bytes.size();
      line_.clear();
    } else {
      line_ += bytes;
    }
  }

  void finish(std::string_view line) {
    ++number_;
    if (overlong_) {
      sink_.refused(Error{ErrorCode::too_large, "line of " + std::to_string(overlong_) + " bytes, limit " + std::to_string(limits_.jsonl.line_bytes), source_, number_});
      return;
    }
    if (number_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (trim(line).empty()) return;
    Result<Record> record = read_jsonl_line(line, source_, number_, limits_.jsonl);
    if (record) {
      sink_.record(std::move(*record));
    } else {
      sink_.refused(record.error());
    }
  }

  std::string source_;
  const InputLimits& limits_;
  const InputSink& sink_;
  std::string line_;
  std::size_t overlong_ = 0;  // bytes of the current line, once it is beyond the limit
  std::uint64_t number_ = 0;
};

void read_content(const std::string& source, std::string content, const InputLimits& limits, const InputSink& sink) {
  const Format format = sniff_format(std::string_view(content).substr(0, kSniffBytes));
  if (format == Format::jsonl) {
    LineFeeder feeder(source, limits, sink);
    feeder.feed(content);
    feeder.end();
    return;
  }
  if (content.size() > limits.file_bytes) {
    sink.refused(Error{ErrorCode::too_large, "page of " + std::to_string(content.size()) + " bytes, limit " + std::to_string(limits.file_bytes), source});
    return;
  }
  Record record;
  record.source = source;
  record.format = format;
  record.content = std::move(content);
  sink.record(std::move(record));
}

// Reads a descriptor to its end: JSONL line by line, anything else whole.
void read_descriptor(int fd, const std::string& source, const InputLimits& limits, const InputSink& sink) {
  std::string head;
  const auto read_some = [&](std::string& into) -> ssize_t {
    const std::size_t size = into.size();
    into.resize(size + kSniffBytes);
    ssize_t n;
    do {
      n = ::read(fd, into.data() + size, kSniffBytes);
    } while (n < 0 && errno == EINTR);
    into.resize(size + static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
    return n;
  };
  const auto unreadable = [&] { sink.refused(Error{ErrorCode::unreadable, std::string("cannot read: ") + std::strerror(errno), source}); };
  ssize_t n = 1;
  while (head.size() < kSniffBytes && (n = read_some(head)) > 0) {
  }
  if (n < 0) return unreadable();
  if (head.empty()) {
    sink.refused(Error{ErrorCode::empty, "the file is empty", source});
    return;
  }
  if (!is_gzip(head) && sniff_format(head) == Format::jsonl) {
    LineFeeder feeder(source, limits, sink);
    feeder.feed(head);
    for (;;) {
      head.clear();
      n = read_some(head);
      if (n < 0) unreadable();
      if (n <= 0) break;
      feeder.feed(head);
    }
    feeder.end();
    return;
  }
  const std::uint64_t limit = is_gzip(head) ? limits.unpacked_bytes : limits.file_bytes;
  while (n > 0 && head.size() <= limit) n = read_some(head);
  if (n < 0) return unreadable();
  if (head.size() > limit) {
    sink.refused(Error{ErrorCode::too_large, "more than " + std::to_string(limit) + " bytes", source});
    return;
  }
  if (is_gzip(head)) {
    Result<std::string> unpacked = gunzip(head, limits.unpacked_bytes);
    if (!unpacked) {
      Error error = unpacked.error();
      error.source = source;
      sink.refused(std::move(error));
      return;
    }
    head = std::move(*unpacked);
    if (head.empty()) {
      sink.refused(Error{ErrorCode::empty, "the compressed file is empty", source});
      return;
    }
  }
  read_content(source, std::move(head), limits, sink);
}

void read_path(const std::string& path, const InputLimits& limits, const InputSink& sink) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) {
    sink.refused(Error{ErrorCode::unreadable, std::string("cannot open: ") + std::strerror(errno), path});
    return;
  }
  struct stat info {};
  if (::fstat(fd, &info) == 0 && !S_ISREG(info.st_mode)) {
    sink.refused(Error{ErrorCode::unreadable, "not a regular file", path});
  } else {
    read_descriptor(fd, path, limits, sink);
  }
  ::close(fd);
}

}  // namespace

void read_inputs(const std::vector<std::string>& inputs, const InputLimits& limits, const InputSink& sink) {
  for (const std::string& input : inputs) {
    std::error_code error;
    if (input == "-") {
      read_descriptor(STDIN_FILENO, "-", limits, sink);
    } else if (fs::is_directory(input, error)) {
      const std::vector<std::string> files = files_below(input, sink);
      for (const std::string& file : files) read_path(file, limits, sink);
    } else if (!fs::exists(input, error) && input.find_first_of("*?[") != std::string::npos) {
      glob_t matches{};
      if (::glob(input.c_str(), 0, nullptr, &matches) != 0) {
        sink.refused(Error{ErrorCode::unreadable, "no file matches", input});
      }
      for (std::size_t i = 0; i < matches.gl_pathc; ++i) {
        if (fs::is_directory(matches.gl_pathv[i], error)) {
          const std::vector<std::string> files = files_below(matches.gl_pathv[i], sink);
          for (const std::string& file : files) read_path(file, limits, sink);
        } else {
          read_path(matches.gl_pathv[i], limits, sink);
        }
      }
      ::globfree(&matches);
    } else {
      read_path(input, limits, sink);
    }
  }
}

}  // namespace attache
