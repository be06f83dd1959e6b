// The analyses of a store: lines of JSON, thirty-two reports packed together, so that what they have in common is stored once.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "store/packer.h"
#include "store/sqlite.h"

namespace attache {

inline constexpr std::size_t kPackedTogether = 32;  // of 200 reports of 2 kB: one by one 517 kB, 16 together 420, 32 together 395

// Reading and changing, one at a time. Not for several threads.
class AnalysisRows {
 public:
  explicit AnalysisRows(Database& db);

  // A block: reports `first`, `first` + 1 and so on; packed by pack_lines.
  void write(std::int64_t first, std::size_t count, const std::string& packed);
  // The line of one report; the block it was in is kept for the next. Errors: invalid_store.
  [[nodiscard]] Result<std::string> read(std::int64_t report);
  [[nodiscard]] Result<Analysis> read_analysis(std::int64_t report);
  [[nodiscard]] Result<Analysis> read_text(std::int64_t report);  // id, text, blocks, sentences
  // Another line in the place of a report's.
  [[nodiscard]] Result<void> replace(std::int64_t report, const std::string& line);

  [[nodiscard]] const std::optional<Error>& failure() const { return insert_.failure() ? insert_.failure() : find_.failure(); }

 private:
  Prepared find_, insert_;
  Packer packer_;
  std::int64_t first_ = 0;
  std::string block_;                    // at hand
  std::vector<std::string_view> lines_;  // of it

  [[nodiscard]] Result<std::string_view> line(std::int64_t report);
  [[nodiscard]] Result<Analysis> parsed(std::int64_t report, Result<Analysis> (*parse)(std::string_view));
};

[[nodiscard]] std::string pack_lines(Packer& packer, const std::vector<std::string>& lines);

// Every analysis, by report number, unpacked side by side.
[[nodiscard]] Result<std::vector<Analysis>> read_every_analysis(Database& db, int threads);

}  // namespace attache
