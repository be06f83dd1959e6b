// `attache check`: whether a store is whole, and what it holds in one number.
#pragma once

#include <string>
#include <vector>

#include "pipeline/run.h"
#include "store/sqlite.h"

namespace attache {

// Of everything the store says: reports, how they are grouped, what they state, what was refused. Equal for equal reports, whatever the
// order and the portions in which they came.
[[nodiscard]] Result<std::string> digest_of(Database& db);

// What is wrong, a sentence each; empty = nothing.
[[nodiscard]] Result<std::vector<std::string>> check_store(Database& db);

// The digest of a store made in memory from all reports of this one at once.
[[nodiscard]] Result<std::string> digest_made_anew(Database& db, const Resources& resources, const RunOptions& options, const Progress& progress);

}  // namespace attache
