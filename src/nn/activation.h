// Sigmoid, tanh and exp from a polynomial, so that every machine and every vector width gives the same bits: the C
// library's own functions differ between processors in the last bit.
//
// Method: Cephes' expf (Moshier): e^x = 2^n e^r with |r| <= ln 2 / 2, and a polynomial of degree 6 for e^r. Relative error
// below 3e-7. No fused multiply-add may be made of these lines (-ffp-contract=off, CMakeLists.txt).
#pragma once

#include <bit>
#include <cstdint>

namespace attache {

[[gnu::always_inline]] inline float exp_of(float x) {
  x = x > 88.0f ? 88.0f : x;
  x = x < -87.0f ? -87.0f : x;
  const float scaled = x * 1.44269504f;
  const std::int32_t n = static_cast<std::int32_t>(scaled + (scaled < 0 ? -0.5f : 0.5f));
  const float whole = static_cast<float>(n);
  const float r = (x - whole * 0.693359375f) - whole * -2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1.0f;
  return p * std::bit_cast<float>((n + 127) << 23);
}

[[gnu::always_inline]] inline float sigmoid(float x) { return 1.0f / (1.0f + exp_of(-x)); }

[[gnu::always_inline]] inline float tanh_of(float x) { return 2.0f / (1.0f + exp_of(-2.0f * x)) - 1.0f; }

}  // namespace attache
