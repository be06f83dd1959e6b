// Reading the project's tables: tab-separated, `#` lines are comments, a cell may hold several values split by `|`.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

namespace attache {

// Calls `row` with the cells of each line; missing cells at the end are empty, so `cells` has at least `columns`.
void for_each_row(std::string_view table, std::size_t columns,
                  const std::function<void(const std::vector<std::string_view>& cells)>& row);

// The non-empty values of a cell.
[[nodiscard]] std::vector<std::string_view> values_of(std::string_view cell);

}  // namespace attache
