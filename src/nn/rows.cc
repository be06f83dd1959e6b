#include "nn/rows.h"

#include <algorithm>

#include "nn/vector.h"

namespace attache {
namespace {

[[gnu::always_inline]] inline void rectify_body(float* values, std::size_t count) {
  const Floats zero = {};
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    const Floats v = load(values + i);
    store(values + i, v > 0.0f ? v : zero);
  }
  for (; i < count; ++i) values[i] = values[i] > 0 ? values[i] : 0.0f;
}

[[gnu::always_inline]] inline std::size_t largest_body(const float* row, std::size_t count) {
  float most = row[0];
  std::size_t i = 0;
  if (count >= kLanes) {
    Floats largest = load(row);
    for (i = kLanes; i + kLanes <= count; i += kLanes) {
      const Floats v = load(row + i);
      largest = v > largest ? v : largest;
    }
    for (std::size_t lane = 0; lane < kLanes; ++lane) most = std::max(most, largest[lane]);
  }
  for (; i < count; ++i) most = std::max(most, row[i]);
  return static_cast<std::size_t>(std::find(row, row + count, most) - row);
}

using Rectify = void (*)(float*, std::size_t);
using Largest = std::size_t (*)(const float*, std::size_t);

void rectify_plain(float* values, std::size_t count) { rectify_body(values, count); }
std::size_t largest_plain(const float* row, std::size_t count) { return largest_body(row, count); }
#if defined(__x86_64__)
[[gnu::target("avx2")]] void rectify_avx2(float* values, std::size_t count) { rectify_body(values, count); }
[[gnu::target("avx512f")]] void rectify_avx512(float* values, std::size_t count) { rectify_body(values, count); }
[[gnu::target("avx2")]] std::size_t largest_avx2(const float* row, std::size_t count) { return largest_body(row, count); }
[[gnu::target("avx512f")]] std::size_t largest_avx512(const float* row, std::size_t count) { return largest_body(row, count); }
#endif

Rectify chosen_rectify() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return rectify_avx512;
  if (__builtin_cpu_supports("avx2")) return rectify_avx2;
#endif
  return rectify_plain;
}

Largest chosen_largest() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return largest_avx512;
  if (__builtin_cpu_supports("avx2")) return largest_avx2;
#endif
  return largest_plain;
}

}  // namespace

void rectify(std::span<float> values) { chosen_rectify()(values.data(), values.size()); }

std::size_t largest_of(std::span<const float> row) { return row.empty() ? 0 : chosen_largest()(row.data(), row.size()); }

}  // namespace attache
