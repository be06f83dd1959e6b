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
  // A new file, or one that is there; nothing is read yet.
  [[nodiscard]] static Result<Database> create(const std::string& path);
  // One that is there, for reading alone where it may not be written. Waits up to `wait_ms` for another program that holds it.
  [[nodiscard]] static Result<Database> open(const std::string& path, int wait_ms = 2000);
  [[nodiscard]] Result<void> run(const char* sql);
  // The one number of a query of one row; 0 when there is none.
  [[nodiscard]] Result<std::int64_t> number(const char* sql);
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

// A statement, used again for each row. The first failure is kept; later calls do nothing.
class Prepared {
 public:
  Prepared(Database& db, const char* sql);
  Prepared(Database& db, const std::string& sql) : Prepared(db, sql.c_str()) {}

  // The next parameter, from the left.
  Prepared& text(std::string_view value);
  Prepared& blob(std::string_view value);
  Prepared& number(std::int64_t value);
  Prepared& real(double value);
  Prepared& null();

  void done();               // runs to the end, ready for the next row of values
  [[nodiscard]] bool row();  // one row further; false at the end (ready for new values) and after a failure

  // Columns of the row, from 0. Texts and blobs hold until the next call of row().
  [[nodiscard]] std::string_view text_at(int column) const;
  [[nodiscard]] std::int64_t number_at(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  [[nodiscard]] double real_at(int column) const { return sqlite3_column_double(statement_.get(), column); }
  [[nodiscard]] bool null_at(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

  [[nodiscard]] int columns() const { return sqlite3_column_count(statement_.get()); }
  [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
  };
  Database& db_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int next_ = 1;
  std::optional<Error> failure_;

  void check(int code);
};

}  // namespace attache
