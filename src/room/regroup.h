// All reports of the store grouped anew, and the rows of every thread that is no longer what it was.
//
// Problem: whether two reports tell one story depends on what all others say (stages/stories.md), so new reports can move old ones.
// Method: lineage and stories over all analyses; each thread's grouping is a text that does not depend on order of arrival (grouping_text.h);
// threads whose text is as before are left alone, the others are put together again and their rows written anew.
// Cost: that of lineage and stories for all reports, that of the other stages for the threads that changed.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "pipeline/run.h"
#include "store/sqlite.h"

namespace attache {

struct Regrouped {
  std::size_t threads = 0, changed = 0;
};

// Inside a transaction of the caller. `replaced`: reports whose analysis is another one than before; their threads are written anew.
[[nodiscard]] Result<Regrouped> regroup(Database& db, const std::set<std::string>& replaced, const Resources& resources, const RunOptions& options, const Progress& progress);

// Every analysis, in canonical order.
[[nodiscard]] Result<std::vector<Analysis>> read_all_analyses(Database& db, int threads);

}  // namespace attache
