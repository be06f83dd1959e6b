// What the program tells a person on standard error: warnings, and a line of progress when it is a terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"
#include "pipeline/run.h"

namespace attache {

class Console {
 public:
  explicit Console(bool quiet);
  [[nodiscard]] Progress progress();
  void fail(std::string_view line);  // the same, also where nothing else may be said: a failure never passes in silence
  void say(std::string_view line);  // clears the line of progress first
  void finish();                    // ends the line of progress
  [[nodiscard]] std::uint64_t refused() const { return refused_; }

 private:
  bool quiet_;
  bool terminal_;
  std::uint64_t refused_ = 0;
  bool open_line_ = false;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now(), bar_begin_ = begin_;

  void bar(std::size_t done, std::size_t all);
};

// Writes to a file through a temporary one, or to standard output for "-"; says what went wrong. False = not written.
[[nodiscard]] bool write_output(const std::string& path, std::string_view content, Console& console);

}  // namespace attache
