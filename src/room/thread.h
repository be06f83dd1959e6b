// Threads out of the store: their reports with the grouping they have among all reports, put together again.
#pragma once

#include <cstdint>

#include "base/error.h"
#include "dossier/dossier.h"
#include "pipeline/run.h"
#include "room/grouping_text.h"
#include "store/analyses.h"
#include "store/sqlite.h"

namespace attache {

// Fills the edits, which the store does not keep, and puts the reports of a thread together. `analyses` in the order of `thread.reports`.
// One thread of execution unless told; nothing but the reports of this thread counts.
[[nodiscard]] Dossier put_together(std::vector<Analysis> analyses, ThreadGrouping thread, const Resources& resources, RunOptions options);

// The dossier of everything a store holds, with what it refused and what it holds twice. Errors: those of open_for_reading, invalid_store.
[[nodiscard]] Result<Dossier> read_store(const std::string& path, const Resources& resources, const RunOptions& options);

// One dossier of all of these threads, each once. Errors: invalid_store (no such thread, or damaged).
[[nodiscard]] Result<Dossier> read_threads(Database& db, const std::vector<std::int64_t>& threads, const Resources& resources, const RunOptions& options);

}  // namespace attache
