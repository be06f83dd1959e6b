// Taking in: reports that the store does not hold yet become rows, the others duplicates.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "pipeline/run.h"
#include "store/sqlite.h"

namespace attache {

struct IntakeCounts {
  std::uint64_t stored = 0, duplicate = 0, refused = 0;
};

class Intake {
 public:
  // Inside a transaction of the caller. `addition`: the number of this run in the table of additions.
  Intake(Database& db, std::int64_t addition, int threads);
  ~Intake();

  // The same text at the same address is one report: of those, the first in canonical order is kept, whenever it came.
  void take(Analysis analysis);
  void refuse(const Error& error);
  void flush();

  [[nodiscard]] const IntakeCounts& counts() const { return counts_; }
  // Whether a report came or took the place of its duplicate.
  [[nodiscard]] bool changed() const { return changed_; }
  [[nodiscard]] const std::set<std::string>& replaced() const { return replaced_; }  // ids
  [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

 private:
  struct Rows;
  struct Again {  // a report that the store holds
    std::int64_t number = 0;
    std::size_t place = 0;  // in the batch
  };
  int threads_;
  std::unique_ptr<Rows> rows_;
  std::vector<Analysis> batch_;
  std::size_t batch_bytes_ = 0;
  std::vector<Again> again_;
  IntakeCounts counts_;
  bool changed_ = false;
  std::set<std::string> replaced_;
  std::optional<Error> failure_;

  void write_blocks(std::int64_t first, const std::vector<std::string>& lines);
  void take_again(const Again& one, const std::string& line);
};

// What is searched of a report: the body blocks, no captions, no furniture.
[[nodiscard]] std::string searched_text(const Report& report);

}  // namespace attache
