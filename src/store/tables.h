// The dossier as plain SQLite tables for those who write SQL, with a full-text index of titles and texts (FTS5). docs/tables.md gives them.
#pragma once

#include <filesystem>

#include "base/error.h"
#include "dossier/dossier.h"

namespace attache {

// Writes a new file and renames it over `path`. Errors: write_failed.
[[nodiscard]] Result<void> write_tables(const Dossier& dossier, const std::filesystem::path& path);

}  // namespace attache
