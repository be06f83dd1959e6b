#include "tables/tsv.h"

#include "base/strings.h"

namespace attache {

void for_each_row(std::string_view table, std::size_t columns,
                  const std::function<void(const std::vector<std::string_view>& cells)>& row) {
  for (std::string_view line : split(table, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string_view> cells = split(line, '\t');
    if (cells.size() < columns) cells.resize(columns);
    row(cells);
  }
}

std::vector<std::string_view> values_of(std::string_view cell) {
  std::vector<std::string_view> out;
  for (std::string_view value : split(cell, '|')) {
    if (value = trim(value); !value.empty()) out.push_back(value);
  }
  return out;
}

}  // namespace attache
