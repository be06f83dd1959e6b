#include "store/sqlite.h"

namespace attache {

Result<Database> Database::create(const std::string& path) {
  Database db;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  db.handle_.reset(handle);
  if (code != SQLITE_OK) return tl::unexpected<Error>(db.error("cannot create the store"));
  return db;
}

Result<void> Database::run(const char* sql) {
  if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) return tl::unexpected<Error>(error("cannot write the store"));
  return {};
}

Error Database::error(std::string_view doing) const {
  return Error{ErrorCode::write_failed, std::string(doing) + ": " + (handle_ ? sqlite3_errmsg(handle_.get()) : "no memory")};
}

Result<void> Database::close() {
  if (sqlite3_close(handle_.get()) != SQLITE_OK) return tl::unexpected<Error>(error("cannot close the store"));
  (void)handle_.release();
  return {};
}

Insert::Insert(Database& db, const char* sql) : db_(db) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db.get(), sql, -1, &statement, nullptr) != SQLITE_OK) failure_ = db.error("cannot prepare the store");
  statement_.reset(statement);
}

Insert& Insert::text(std::string_view value) {
  if (!failure_ && sqlite3_bind_text64(statement_.get(), next_++, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8) != SQLITE_OK) failure_ = db_.error("cannot write the store");
  return *this;
}

Insert& Insert::number(std::int64_t value) {
  if (!failure_ && sqlite3_bind_int64(statement_.get(), next_++, value) != SQLITE_OK) failure_ = db_.error("cannot write the store");
  return *this;
}

Insert& Insert::real(double value) {
  if (!failure_ && sqlite3_bind_double(statement_.get(), next_++, value) != SQLITE_OK) failure_ = db_.error("cannot write the store");
  return *this;
}

Insert& Insert::null() {
  if (!failure_ && sqlite3_bind_null(statement_.get(), next_++) != SQLITE_OK) failure_ = db_.error("cannot write the store");
  return *this;
}

void Insert::done() {
  next_ = 1;
  if (failure_) return;
  if (sqlite3_step(statement_.get()) != SQLITE_DONE) failure_ = db_.error("cannot write the store");
  sqlite3_reset(statement_.get());
}

}  // namespace attache
