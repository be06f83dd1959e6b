// Connections to the store that are kept open between requests: opening one costs more than most answers.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/sqlite.h"

namespace attache {

class Connections {
 public:
  explicit Connections(std::string store) : store_(std::move(store)) {}

  // One for the caller alone, inside a read transaction, so that an answer speaks of one state of the store; it goes back when the lease ends.
  // A store that was replaced by another file meanwhile is opened anew. Errors: those of open_for_reading, busy.
  class Lease {
   public:
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease();
    [[nodiscard]] Database& database() { return *open_; }

   private:
    friend class Connections;
    Lease(Connections& from, std::unique_ptr<Database> open, std::uint64_t file) : from_(from), open_(std::move(open)), file_(file) {}
    Connections& from_;
    std::unique_ptr<Database> open_;
    std::uint64_t file_;
  };
  [[nodiscard]] Result<Lease> get();

 private:
  struct Kept {
    std::unique_ptr<Database> open;
    std::uint64_t file = 0;  // which file it was
  };
  const std::string store_;
  std::mutex mutex_;
  std::vector<Kept> kept_;

  [[nodiscard]] std::uint64_t file_now() const;
};

}  // namespace attache
