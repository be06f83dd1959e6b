// The store: one SQLite file that grows with every morning's folder. docs/store.md gives its tables.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "store/sqlite.h"

namespace attache {

inline constexpr int kStoreVersion = 3;  // of PRAGMA user_version
inline constexpr std::string_view kInMemory = ":memory:";  // the path of a store that is gone when it is closed

// Opens a store for writing, and makes it where there is no file or an empty one. A store of an older version is migrated, whole or not at all.
// Errors: invalid_store (a file that is none, or of a newer version), unreadable, busy, write_failed.
[[nodiscard]] Result<Database> open_for_writing(const std::string& path);

// Whether the file begins as a store does.
[[nodiscard]] bool is_store(const std::string& path);

// Opens a store for reading. Errors: as above; a store of an older version asks for `attache add` or `attache check`, which migrate it.
[[nodiscard]] Result<Database> open_for_reading(const std::string& path);

}  // namespace attache
