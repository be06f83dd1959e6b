// The dossier as an SQLite file with a full-text index of titles and texts (FTS5). docs/store.md gives the tables.
#pragma once

#include <filesystem>

#include "base/error.h"
#include "dossier/dossier.h"

namespace attache {

// Writes a new file and renames it over `path`. Errors: write_failed.
[[nodiscard]] Result<void> write_store(const Dossier& dossier, const std::filesystem::path& path);

}  // namespace attache
