#include "nn/embedding.h"

#include <cassert>
#include <cstring>

#include "nn/vector.h"

namespace attache {
namespace {

using Bytes = std::int8_t __attribute__((vector_size(16)));

[[gnu::always_inline]] inline void sum(const std::int8_t* table, std::size_t width, std::span<const std::uint32_t> rows, const float* scales, float* to) {
  std::size_t j = 0;
  for (; j + kLanes <= width; j += kLanes) {
    Floats total = load(to + j);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      Bytes bytes;
      std::memcpy(&bytes, table + rows[r] * width + j, sizeof bytes);
      total += __builtin_convertvector(bytes, Floats) * scales[r];
    }
    store(to + j, total);
  }
  for (; j < width; ++j) {
    for (std::size_t r = 0; r < rows.size(); ++r) to[j] += static_cast<float>(table[rows[r] * width + j]) * scales[r];
  }
}

using Sum = void (*)(const std::int8_t*, std::size_t, std::span<const std::uint32_t>, const float*, float*);

void sum_plain(const std::int8_t* table, std::size_t width, std::span<const std::uint32_t> rows, const float* scales, float* to) { sum(table, width, rows, scales, to); }
#if defined(__x86_64__)
[[gnu::target("avx2")]] void sum_avx2(const std::int8_t* table, std::size_t width, std::span<const std::uint32_t> rows, const float* scales, float* to) { sum(table, width, rows, scales, to); }
[[gnu::target("avx512f")]] void sum_avx512(const std::int8_t* table, std::size_t width, std::span<const std::uint32_t> rows, const float* scales, float* to) { sum(table, width, rows, scales, to); }
#endif

Sum chosen() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return sum_avx512;
  if (__builtin_cpu_supports("avx2")) return sum_avx2;
#endif
  return sum_plain;
}

}  // namespace

void add_rows(std::span<const std::int8_t> table, std::size_t width, std::span<const std::uint32_t> rows, std::span<const float> scales, float* to) {
  assert(rows.size() == scales.size());
  chosen()(table.data(), width, rows, scales.data(), to);
}

}  // namespace attache
