// Lists out of a store that need no report to be put together: affairs, stories, speakers, what came last. As JSON (docs/api.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "store/sqlite.h"

namespace attache {

struct ListPage {
  std::size_t skip = 0;
  std::size_t most = 50;
};

using ListJson = Result<nlohmann::ordered_json>;  // errors: those of the store

[[nodiscard]] ListJson store_summary(Database& db);
[[nodiscard]] ListJson threads_list(Database& db, const ListPage& page);
[[nodiscard]] ListJson thread_row(Database& db, std::int64_t thread);
[[nodiscard]] ListJson stories_of_thread(Database& db, std::int64_t thread);  // an array, oldest first
[[nodiscard]] ListJson story_row(Database& db, std::int64_t story);
// Those who said something, most statements first; `words`: whose name holds them.
[[nodiscard]] ListJson speakers_list(Database& db, std::string_view words, const ListPage& page);
[[nodiscard]] ListJson speaker_row(Database& db, std::int64_t actor);  // null where nobody is called so
// Threads that got reports after an addition.
[[nodiscard]] ListJson threads_since(Database& db, std::int64_t addition);

// The number of a row by its id ("t-..." of threads, "y-..." of stories, "r-..." of reports); nullopt where there is none.
enum class IdOf : std::uint8_t { thread, story, report };
[[nodiscard]] Result<std::optional<std::int64_t>> number_of(Database& db, IdOf kind, std::string_view id);

}  // namespace attache
