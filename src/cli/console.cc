#include "cli/console.h"

#include <unistd.h>

#include <cstdio>

#include <fmt/format.h>

#include "base/file.h"

namespace attache {

Console::Console(bool quiet) : quiet_(quiet), terminal_(::isatty(STDERR_FILENO) == 1) {}

Progress Console::progress() {
  Progress p;
  p.refused = [this](const Error& error) {
    ++refused_;
    say("refused: " + describe(error));
  };
  p.passed_over = [this](const PassedOverParts& parts) { say("passed over in " + parts.source + ": " + describe(parts)); };
  if (terminal_ && !quiet_) {
    p.reports = [this](std::uint64_t stored, std::uint64_t refused) {
      fmt::print(stderr, "\r\x1b[K{} reports read, {} refused", stored, refused);
      std::fflush(stderr);
      open_line_ = true;
    };
    p.stage = [this](std::string_view stage) {
      fmt::print(stderr, "\r\x1b[K{} ...", stage);
      std::fflush(stderr);
      open_line_ = true;
    };
  }
  return p;
}

void Console::say(std::string_view line) {
  if (!quiet_) fail(line);
}

void Console::fail(std::string_view line) {
  if (open_line_) fmt::print(stderr, "\r\x1b[K");
  open_line_ = false;
  fmt::print(stderr, "attache: {}\n", line);
}

void Console::finish() {
  if (open_line_) fmt::print(stderr, "\r\x1b[K");
  open_line_ = false;
}

bool write_output(const std::string& path, std::string_view content, Console& console) {
  if (path == "-") {
    if (std::fwrite(content.data(), 1, content.size(), stdout) == content.size() && std::fflush(stdout) == 0) return true;
    console.fail("cannot write to standard output");
    return false;
  }
  const Result<void> written = write_file(path, content);
  if (!written) console.fail(describe(written.error()));
  return written.has_value();
}

}  // namespace attache
