// Vectors of millions of values: they grow by a quarter, because half of a doubled one would lie idle.
#pragma once

#include <cstddef>
#include <vector>

namespace attache {

// Room for `more` values behind those there are.
template <class T>
void make_room(std::vector<T>& values, std::size_t more) {
  if (values.size() + more > values.capacity()) values.reserve(values.size() + values.size() / 4 + more + 16);
}

template <class T>
[[nodiscard]] std::size_t resident_bytes(const std::vector<T>& values) {
  return values.capacity() * sizeof(T);
}

}  // namespace attache
