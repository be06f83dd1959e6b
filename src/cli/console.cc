#include "cli/console.h"

#include <unistd.h>

#include <algorithm>
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
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin_;
      fmt::print(stderr, "\r\x1b[K{} reports read, {} refused; {:.0f} a second", stored, refused, static_cast<double>(stored) / std::max(took.count(), 0.001));
      std::fflush(stderr);
      open_line_ = true;
    };
    p.stage = [this](std::string_view stage) {
      fmt::print(stderr, "\r\x1b[K{} ...", stage);
      std::fflush(stderr);
      open_line_ = true;
    };
    p.part = [this](std::size_t done, std::size_t all) { bar(done, all); };
  }
  return p;
}

void Console::bar(std::size_t done, std::size_t all) {
  constexpr std::size_t kWidth = 30;
  if (done == 0 || all == 0) {
    bar_begin_ = std::chrono::steady_clock::now();
    return;
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - bar_begin_;
  const double left = took.count() / static_cast<double>(done) * static_cast<double>(all - std::min(done, all));
  const std::size_t full = kWidth * std::min(done, all) / all;
  fmt::print(stderr, "\r\x1b[K[{:#<{}}{:.<{}}] {} of {}; {:.0f} s left", "", full, "", kWidth - full, done, all, left);
  std::fflush(stderr);
  open_line_ = true;
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
