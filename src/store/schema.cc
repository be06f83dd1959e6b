#include "store/schema.h"

#include <filesystem>
#include <fstream>

#include <fmt/format.h>

namespace attache {
namespace {

constexpr int kReaderWaits = 20000;  // ms, while a large run is written
constexpr std::int64_t kApplication = 0x61747463;  // "attc": PRAGMA application_id

// Numbers join rows inside the file and depend on the order of arrival; ids do not.
// Ids are kept as the 64 bits behind their letter ("r-00a1..." = 0x00a1...).
constexpr const char* kSchema = R"sql(
CREATE TABLE reports (
  number INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, source TEXT NOT NULL, title TEXT NOT NULL, outlet TEXT NOT NULL, agency TEXT NOT NULL, language TEXT NOT NULL,
  published TEXT, not_before TEXT, day INTEGER, story INTEGER REFERENCES stories, added INTEGER NOT NULL REFERENCES additions) STRICT;
CREATE TABLE analyses (first INTEGER PRIMARY KEY REFERENCES reports, count INTEGER NOT NULL, packed BLOB NOT NULL) STRICT;
CREATE TABLE threads (number INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, title TEXT NOT NULL, first INTEGER, last INTEGER, reports INTEGER NOT NULL, origins INTEGER NOT NULL, statements INTEGER NOT NULL, events INTEGER NOT NULL, facts INTEGER NOT NULL, differ INTEGER NOT NULL, first_entry INTEGER NOT NULL, entries INTEGER NOT NULL, grouping BLOB NOT NULL) STRICT;
CREATE TABLE stories (number INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, thread INTEGER NOT NULL REFERENCES threads, title TEXT NOT NULL, first INTEGER, last INTEGER, reports INTEGER NOT NULL, origins INTEGER NOT NULL) STRICT;
CREATE TABLE actors (thread INTEGER NOT NULL REFERENCES threads, number INTEGER NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL, said INTEGER NOT NULL, PRIMARY KEY (number, thread)) STRICT, WITHOUT ROWID;
CREATE TABLE entries (number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, id INTEGER NOT NULL, story INTEGER NOT NULL REFERENCES stories, report INTEGER NOT NULL REFERENCES reports, start INTEGER NOT NULL, end INTEGER NOT NULL, day INTEGER, label TEXT NOT NULL, title TEXT NOT NULL, origins INTEGER NOT NULL) STRICT;
CREATE TABLE entry_reports (entry INTEGER NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (entry, report)) STRICT, WITHOUT ROWID;
CREATE TABLE entry_actors (actor INTEGER NOT NULL, entry INTEGER NOT NULL, part INTEGER NOT NULL, PRIMARY KEY (actor, entry, part)) STRICT, WITHOUT ROWID;
CREATE TABLE refused (source TEXT NOT NULL, line INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, PRIMARY KEY (source, line, code, message)) STRICT, WITHOUT ROWID;
CREATE TABLE duplicates (source TEXT NOT NULL, of INTEGER NOT NULL, PRIMARY KEY (source, of)) STRICT, WITHOUT ROWID;
CREATE TABLE additions (number INTEGER PRIMARY KEY, stored INTEGER NOT NULL, duplicate INTEGER NOT NULL, refused INTEGER NOT NULL) STRICT;
CREATE TABLE numbers (next_entry INTEGER NOT NULL, changes INTEGER NOT NULL) STRICT;
INSERT INTO numbers VALUES (1, 0);
CREATE VIRTUAL TABLE report_words USING fts5(title, body, content = '', tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE entry_words USING fts5(words, names, kind, content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 2");
CREATE INDEX entries_facts ON entries (label, origins DESC, day DESC) WHERE kind = 2;
CREATE INDEX reports_story ON reports (story);
CREATE INDEX stories_thread ON stories (thread);
CREATE INDEX threads_last ON threads (last);
)sql";

Error not_a_store(const std::string& path, const std::string& why) { return {ErrorCode::invalid_store, why, path}; }

bool is_empty_or_missing(const std::string& path) {
  if (path == kInMemory) return true;
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return true;
  return std::filesystem::is_regular_file(path, error) && std::filesystem::file_size(path, error) == 0;
}

template <class T>
Result<T> named(Result<T> result, const std::string& path) {
  if (!result) result.error().source = path;
  return result;
}

Result<void> make(Database& db) {
  const std::string sql = fmt::format("PRAGMA page_size = 4096; BEGIN IMMEDIATE; {} PRAGMA application_id = {}; PRAGMA user_version = {}; COMMIT;", kSchema, kApplication, kStoreVersion);
  return db.run(sql.c_str());
}

// What each version became in the next one; the first store had version 3.
Result<void> migrate(Database& db, std::int64_t from) {
  (void)db;
  (void)from;
  return {};
}

Result<std::int64_t> version_of(Database& db, const std::string& path) {
  const Result<std::int64_t> application = named(db.number("PRAGMA application_id"), path);
  if (!application) return application;
  const Result<std::int64_t> version = named(db.number("PRAGMA user_version"), path);
  if (!version) return version;
  if (*application != kApplication) return tl::unexpected<Error>(not_a_store(path, *version == 2 ? "the plain tables of a dossier, not a store: make one with \"attache add\"" : "an SQLite file, but no store of attache"));
  if (*version > kStoreVersion) return tl::unexpected<Error>(not_a_store(path, fmt::format("a store of version {}; this attache knows up to {}", *version, kStoreVersion)));
  return version;
}

}  // namespace

Result<Database> open_for_writing(const std::string& path) {
  std::error_code error;
  if (std::filesystem::exists(path, error) && !std::filesystem::is_regular_file(path, error)) return tl::unexpected<Error>(Error{ErrorCode::write_failed, "not a file", path});
  const bool fresh = is_empty_or_missing(path);
  Result<Database> db = named(fresh ? Database::create(path) : Database::open(path), path);
  if (!db) return db;
  // an empty file may be one that another attache has only begun
  if (fresh) {
    if (Result<void> made = named(make(*db), path); !made) return tl::unexpected<Error>(made.error());
  }
  const Result<std::int64_t> version = version_of(*db, path);
  if (!version) return tl::unexpected<Error>(version.error());
  // changed pages stay in memory until the end, so that readers wait for the last moment of a run only
  if (Result<void> set = named(db->run("PRAGMA cache_spill = OFF"), path); !set) return tl::unexpected<Error>(set.error());
  if (*version < kStoreVersion) {
    if (Result<void> moved = named(migrate(*db, *version), path); !moved) return tl::unexpected<Error>(moved.error());
  }
  return db;
}

bool is_store(const std::string& path) {
  // SQLite's file format: the header's first 16 bytes, and the application id at byte 68, most significant byte first
  constexpr std::size_t kIdAt = 68, kHeader = 100;
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;
  std::ifstream file(path, std::ios::binary);
  std::string header(kHeader, '\0');
  if (!file.read(header.data(), static_cast<std::streamsize>(header.size()))) return false;
  std::int64_t id = 0;
  for (std::size_t k = 0; k < 4; ++k) id = id << 8 | static_cast<unsigned char>(header[kIdAt + k]);
  return header.starts_with(std::string_view("SQLite format 3\0", 16)) && id == kApplication;
}

Result<Database> open_for_reading(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return tl::unexpected<Error>(Error{ErrorCode::unreadable, "no such file; \"attache add\" makes a store", path});
  if (is_empty_or_missing(path)) return tl::unexpected<Error>(not_a_store(path, "an empty file"));
  // a run that was cut off is rolled back by whoever opens the file next, which takes the right to write
  Result<Database> db = named(Database::open(path, kReaderWaits), path);
  if (!db) return db;
  if (Result<void> set = named(db->run("PRAGMA query_only = ON; PRAGMA mmap_size = 2147418112"), path); !set) return tl::unexpected<Error>(set.error());
  const Result<std::int64_t> version = version_of(*db, path);
  if (!version) return tl::unexpected<Error>(version.error());
  if (*version < kStoreVersion) return tl::unexpected<Error>(not_a_store(path, fmt::format("a store of version {}; \"attache check\" brings it to {}", *version, kStoreVersion)));
  return db;
}

}  // namespace attache
