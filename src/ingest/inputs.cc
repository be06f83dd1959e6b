#include "ingest/inputs.h"

#include <fcntl.h>
#include <glob.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include "base/file.h"
#include "containers/walk.h"

namespace attache {
namespace {

namespace fs = std::filesystem;

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

// Opens each file and hands its leaves to readers of their content; buffers and unpackers are kept from file to file.
class FileReader {
 public:
  FileReader(const InputLimits& limits, const InputSink& sink) : sink_(sink), walk_(limits.containers, leaves_) {
    leaves_.begin = [this, &limits](std::string name, LeafHints hints) { content_.emplace(std::move(name), limits.content, sink_, ContentHints{std::move(hints.url), std::move(hints.charset)}); };
    leaves_.feed = [this](std::string_view bytes) { content_->feed(bytes); };
    leaves_.end = [this] { content_->end(); };
    leaves_.fail = [this](Error error) { sink_.refused(std::move(error)); };
    leaves_.refused = [this](Error error) { sink_.refused(std::move(error)); };
  }

  void read_descriptor(int fd, const std::string& name) {
    DescriptorSource file(fd);
    PassedOver kinds = walk_.walk(file, name);
    if (!kinds.empty() && sink_.passed_over) sink_.passed_over({name, std::move(kinds)});
  }

  void read_path(const std::string& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
      sink_.refused(Error{ErrorCode::unreadable, std::string("cannot open: ") + std::strerror(errno), path});
      return;
    }
    struct stat info {};
    if (::fstat(fd, &info) == 0 && !S_ISREG(info.st_mode)) {
      sink_.refused(Error{ErrorCode::unreadable, "not a regular file", path});
    } else {
      read_descriptor(fd, path);
    }
    ::close(fd);
  }

 private:
  const InputSink& sink_;
  LeafSink leaves_;
  ContainerWalk walk_;
  std::optional<ContentReader> content_;
};

}  // namespace

void read_inputs(const std::vector<std::string>& inputs, const InputLimits& limits, const InputSink& sink) {
  FileReader reader(limits, sink);
  for (const std::string& input : inputs) {
    std::error_code error;
    if (input == "-") {
      reader.read_descriptor(STDIN_FILENO, "-");
    } else if (fs::is_directory(input, error)) {
      const std::vector<std::string> files = files_below(input, sink);
      for (const std::string& file : files) reader.read_path(file);
    } else if (!fs::exists(input, error) && input.find_first_of("*?[") != std::string::npos) {
      glob_t matches{};
      if (::glob(input.c_str(), 0, nullptr, &matches) != 0) {
        sink.refused(Error{ErrorCode::unreadable, "no file matches", input});
      }
      for (std::size_t i = 0; i < matches.gl_pathc; ++i) {
        if (fs::is_directory(matches.gl_pathv[i], error)) {
          const std::vector<std::string> files = files_below(matches.gl_pathv[i], sink);
          for (const std::string& file : files) reader.read_path(file);
        } else {
          reader.read_path(matches.gl_pathv[i]);
        }
      }
      ::globfree(&matches);
    } else {
      reader.read_path(input);
    }
  }
}

}  // namespace attache
