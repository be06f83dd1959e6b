// Sixteen floats side by side, in whatever registers the processor has; the same bits in all of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace attache {

using Floats = float __attribute__((vector_size(64)));
using Ints = std::int32_t __attribute__((vector_size(64)));
inline constexpr std::size_t kLanes = 16;

[[gnu::always_inline]] inline Floats load(const float* from) {
  Floats v;
  std::memcpy(&v, from, sizeof v);
  return v;
}
[[gnu::always_inline]] inline void store(float* to, Floats v) { std::memcpy(to, &v, sizeof v); }

// activation.h's exp_of, sixteen at a time: the same bits.
[[gnu::always_inline]] inline Floats exp_of(Floats x) {
  const Floats zero = {};
  x = x > 88.0f ? zero + 88.0f : x;
  x = x < -87.0f ? zero - 87.0f : x;
  const Floats scaled = x * 1.44269504f;
  const Ints n = __builtin_convertvector(scaled + (scaled < 0.0f ? zero - 0.5f : zero + 0.5f), Ints);
  const Floats whole = __builtin_convertvector(n, Floats);
  const Floats r = (x - whole * 0.693359375f) - whole * -2.12194440e-4f;
  Floats p = zero + 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1.0f;
  const Ints power = (n + 127) << 23;
  Floats two;
  std::memcpy(&two, &power, sizeof two);
  return p * two;
}

[[gnu::always_inline]] inline Floats sigmoid(Floats x) { return 1.0f / (1.0f + exp_of(-x)); }
[[gnu::always_inline]] inline Floats tanh_of(Floats x) { return 2.0f / (1.0f + exp_of(-2.0f * x)) - 1.0f; }

}  // namespace attache
