#include "voting/coalition_table.h"

namespace attache {

double coalition_table_cells(std::size_t most, std::span<const std::uint64_t> bounds) {
  double cells = static_cast<double>(most + 1);
  for (const std::uint64_t bound : bounds) cells *= static_cast<double>(bound) + 1;
  return cells;
}

}  // namespace attache
