#include "nn/recurrent.h"

#include <algorithm>

#include "nn/activation.h"
#include "nn/vector.h"

namespace attache {
namespace {

[[gnu::always_inline]] inline void run(const RecurrentDirection& d, const float* products, std::size_t products_step, const float* x, std::size_t x_step, float* y, std::size_t y_step, std::size_t words, bool backward, float* cell) {
  const std::size_t h = d.hidden;
  std::fill_n(cell, h, 0.0f);
  for (std::size_t step = 0; step < words; ++step) {
    const std::size_t t = backward ? words - 1 - step : step;
    const float* __restrict u = products + t * products_step;
    const float* __restrict in = x + t * x_step;
    float* __restrict out = y + t * y_step;
    float* __restrict c = cell;
    const float* __restrict vf = d.forget_weights;
    const float* __restrict vg = d.reset_weights;
    const float* __restrict bf = d.forget_bias;
    const float* __restrict bg = d.reset_bias;
    std::size_t j = 0;
    for (; j + kLanes <= h; j += kLanes) {
      const Floats before = load(c + j), candidate = load(u + j);
      const Floats f = sigmoid(load(u + h + j) + load(vf + j) * before + load(bf + j));
      const Floats g = sigmoid(load(u + 2 * h + j) + load(vg + j) * before + load(bg + j));
      const Floats now = f * before + (1.0f - f) * candidate;
      store(c + j, now);
      store(out + j, g * tanh_of(now) + (1.0f - g) * load(in + j));
    }
    for (; j < h; ++j) {
      const float f = sigmoid(u[h + j] + vf[j] * c[j] + bf[j]);
      const float g = sigmoid(u[2 * h + j] + vg[j] * c[j] + bg[j]);
      c[j] = f * c[j] + (1.0f - f) * u[j];
      out[j] = g * tanh_of(c[j]) + (1.0f - g) * in[j];
    }
  }
}

using Run = void (*)(const RecurrentDirection&, const float*, std::size_t, const float*, std::size_t, float*, std::size_t, std::size_t, bool, float*);

void run_plain(const RecurrentDirection& d, const float* p, std::size_t ps, const float* x, std::size_t xs, float* y, std::size_t ys, std::size_t words, bool backward, float* cell) {
  run(d, p, ps, x, xs, y, ys, words, backward, cell);
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void run_avx2(const RecurrentDirection& d, const float* p, std::size_t ps, const float* x, std::size_t xs, float* y, std::size_t ys, std::size_t words, bool backward, float* cell) {
  run(d, p, ps, x, xs, y, ys, words, backward, cell);
}
[[gnu::target("avx512f")]] void run_avx512(const RecurrentDirection& d, const float* p, std::size_t ps, const float* x, std::size_t xs, float* y, std::size_t ys, std::size_t words, bool backward, float* cell) {
  run(d, p, ps, x, xs, y, ys, words, backward, cell);
}
#endif

Run chosen() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return run_avx512;
  if (__builtin_cpu_supports("avx2")) return run_avx2;
#endif
  return run_plain;
}

}  // namespace

void run_recurrent(const RecurrentDirection& d, const float* products, std::size_t products_step, const float* x, std::size_t x_step, float* y, std::size_t y_step, std::size_t words, bool backward, float* cell) {
  chosen()(d, products, products_step, x, x_step, y, y_step, words, backward, cell);
}

}  // namespace attache
