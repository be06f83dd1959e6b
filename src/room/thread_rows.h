// The rows of one thread: itself, its stories, its entries, what its reports are part of.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "room/entries.h"
#include "store/sqlite.h"

namespace attache {

// What is written of a thread; made side by side, written one after the other.
struct ThreadRows {
  Dossier dossier;
  std::string grouping;  // packed
  std::vector<Entry> entries;
};

class ThreadWriter {
 public:
  explicit ThreadWriter(Database& db);
  ~ThreadWriter();

  // Removes a thread with its stories and entries; its reports stay, without a story. What full-text search knows of the entries stays behind
  // under numbers that are not given again, and finds nothing.
  void remove(std::int64_t thread);
  void write(const ThreadRows& rows);
  [[nodiscard]] const std::optional<Error>& failure();

 private:
  struct Rows;
  std::unique_ptr<Rows> rows_;
};

}  // namespace attache
