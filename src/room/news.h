// What changed in a store between two looks: stories that are new or grew, facts that are newly disputed or replaced, members of a body whose
// position is another one.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "room/questions.h"

namespace attache {

struct StoreState {
  std::map<std::int64_t, std::int64_t> reports_of_story;          // by id
  std::set<std::pair<std::int64_t, std::string>> open_facts;      // id, "differ" or "superseded"
  std::vector<nlohmann::ordered_json> decisions;                  // one a question; null where it cannot be decided
};

[[nodiscard]] Result<StoreState> look_at(Database& db, const std::vector<PendingQuestion>& questions, const Resources& resources, const RunOptions& options);

// {"stories": [...], "facts": [...], "positions": [...]}: what `now` has and `before` had not, as hits and rows of the API; positions with the
// citation of what is newest. `db` is as in `now`. Errors: those of the store.
[[nodiscard]] Result<nlohmann::ordered_json> news_between(Database& db, const StoreState& before, const StoreState& now);

}  // namespace attache
