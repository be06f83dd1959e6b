#include "store/sqlite.h"

namespace attache {

Result<Database> Database::create(const std::string& path) {
  Database db;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  db.handle_.reset(handle);
  if (code != SQLITE_OK) return tl::unexpected<Error>(Error{ErrorCode::write_failed, db.error("cannot create the store").message});
  return db;
}

Result<Database> Database::open(const std::string& path, int wait_ms) {
  Database db;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr);
  db.handle_.reset(handle);
  if (code != SQLITE_OK) return tl::unexpected<Error>(db.error("cannot open the store"));
  sqlite3_busy_timeout(handle, wait_ms);
  return db;
}

Result<void> Database::run(const char* sql) {
  if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) return tl::unexpected<Error>(error("cannot write the store"));
  return {};
}

Result<std::int64_t> Database::number(const char* sql) {
  Prepared query(*this, sql);
  const std::int64_t value = query.row() ? query.number_at(0) : 0;
  if (query.failure()) return tl::unexpected<Error>(*query.failure());
  return value;
}

Error Database::error(std::string_view doing) const {
  if (!handle_) return {ErrorCode::write_failed, std::string(doing) + ": no memory"};
  const std::string what = std::string(doing) + ": " + sqlite3_errmsg(handle_.get());
  switch (sqlite3_errcode(handle_.get())) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorCode::busy, "another program is writing to the store"};
    case SQLITE_CANTOPEN: return {ErrorCode::unreadable, what};
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return {ErrorCode::invalid_store, what};
    default: return {ErrorCode::write_failed, what};
  }
}

Result<void> Database::close() {
  if (sqlite3_close(handle_.get()) != SQLITE_OK) return tl::unexpected<Error>(error("cannot close the store"));
  (void)handle_.release();
  return {};
}

Prepared::Prepared(Database& db, const char* sql) : db_(db) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v3(db.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
  statement_.reset(statement);
}

void Prepared::check(int code) {
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW && !failure_) failure_ = db_.error("the store");
}

Prepared& Prepared::text(std::string_view value) {
  if (!failure_) check(sqlite3_bind_text64(statement_.get(), next_++, value.empty() ? "" : value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Prepared& Prepared::blob(std::string_view value) {
  if (!failure_) check(sqlite3_bind_blob64(statement_.get(), next_++, value.empty() ? "" : value.data(), value.size(), SQLITE_TRANSIENT));
  return *this;
}

Prepared& Prepared::number(std::int64_t value) {
  if (!failure_) check(sqlite3_bind_int64(statement_.get(), next_++, value));
  return *this;
}

Prepared& Prepared::real(double value) {
  if (!failure_) check(sqlite3_bind_double(statement_.get(), next_++, value));
  return *this;
}

Prepared& Prepared::null() {
  if (!failure_) check(sqlite3_bind_null(statement_.get(), next_++));
  return *this;
}

bool Prepared::row() {
  next_ = 1;
  if (failure_) return false;
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  check(code);
  sqlite3_reset(statement_.get());
  return false;
}

void Prepared::done() {
  while (row()) {
  }
}

std::string_view Prepared::text_at(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

}  // namespace attache
