// Decisions asked of a store: where the members of a body stand by what its reports tell.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "decisions/decision.h"
#include "room/thread.h"

namespace attache {

// Only the threads are put together in which some report has the words that the question is about: the candidate, a wording; all threads
// where it names neither. Errors: those of decide and of the store.
[[nodiscard]] Result<nlohmann::ordered_json> decide_by_store(Database& db, const PendingQuestion& question, const Resources& resources, const RunOptions& options);

}  // namespace attache
