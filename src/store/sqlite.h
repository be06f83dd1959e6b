// A thin door to SQLite: a connection and prepared statements that close themselves, errors as values.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <sqlite3.h>

#include "base/error.h"

namespace attache {

class Database {
 public:
  [[nodiscard]] static Result<Database> create(const std::string& path);
  [[nodiscard]] Result<void> run(const char* sql);
  [[nodiscard]] sqlite3* get() const { return handle_.get(); }
  [[nodiscard]] Error error(std::string_view doing) const;
  // Closes and tells whether everything reached the file.
  [[nodiscard]] Result<void> close();

 private:
  struct Close {
    void operator()(sqlite3* db) const { sqlite3_close(db); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

// One insert, used again for each row. The first failure is kept; later calls do nothing.
class Insert {
 public:
  Insert(Database& db, const char* sql);
  Insert& text(std::string_view value);
  Insert& number(std::int64_t value);
  Insert& real(double value);
  Insert& null();
  void done();  // ends the row
  [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
  };
  Database& db_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int next_ = 1;
  std::optional<Error> failure_;
};

}  // namespace attache
