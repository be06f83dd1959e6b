// Vectors kept as sorted sets.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace attache {

template <class T>
void sort_and_unite(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// How many values two ascending vectors have in common; repeated ones as often as both have them.
template <class T>
[[nodiscard]] std::size_t count_shared(const std::vector<T>& a, const std::vector<T>& b) {
  std::size_t shared = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] < b[k]) ++i;
    else if (b[k] < a[i]) ++k;
    else ++shared, ++i, ++k;
  }
  return shared;
}

}  // namespace attache
