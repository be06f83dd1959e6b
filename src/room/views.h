// What programs are told of a store, as JSON: the answers of `attache serve`, `attache search --json` and `attache mcp` (docs/api.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "room/search.h"

namespace attache {

[[nodiscard]] nlohmann::ordered_json to_json(const Hit& hit);
[[nodiscard]] nlohmann::ordered_json day_json(const std::optional<std::int64_t>& day);  // "2024-03-05" or null

// {"hits": [...], "next": cursor or null}; cursors are opaque to whoever gets them.
[[nodiscard]] nlohmann::ordered_json to_json(const SearchPage& page, std::string_view list, std::size_t skip);
[[nodiscard]] std::optional<std::size_t> skip_of_cursor(std::string_view cursor);

}  // namespace attache
