// Threads that were put together lately, so that the pages of one affair do not put it together again and again.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <utility>

#include "room/thread.h"

namespace attache {

class ThreadCache {
 public:
  explicit ThreadCache(std::size_t most_reports = 5000) : most_reports_(most_reports) {}

  // The thread as it is at this state of the store (numbers.changes). Several threads of execution may ask; of two that ask for the same at
  // once both may put it together. Errors: those of read_threads.
  [[nodiscard]] Result<std::shared_ptr<const Dossier>> get(Database& db, std::int64_t thread, std::int64_t changes, const Resources& resources);

 private:
  struct Kept {
    std::pair<std::int64_t, std::int64_t> key;  // changes, thread
    std::shared_ptr<const Dossier> dossier;
  };
  const std::size_t most_reports_;  // kept in all: some 50 kB each
  std::mutex mutex_;
  std::list<Kept> kept_;  // latest used first
};

}  // namespace attache
