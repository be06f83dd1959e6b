#include "nn/gemm.h"

#include <cassert>

#include "nn/vector.h"

namespace attache {
namespace {

struct Operand {
  const float* values;
  std::size_t row_step;
  std::size_t col_step;
};

// R rows by V vectors of c, over the whole inner dimension.
template <int R, int V>
[[gnu::always_inline]] inline void tile(Operand a, const float* b, std::size_t b_step, float* c, std::size_t c_step, std::size_t inner) {
  Floats sum[R][V];
  for (int r = 0; r < R; ++r) {
    for (int v = 0; v < V; ++v) sum[r][v] = load(c + static_cast<std::size_t>(r) * c_step + static_cast<std::size_t>(v) * kLanes);
  }
  for (std::size_t k = 0; k < inner; ++k) {
    Floats row[V];
    for (int v = 0; v < V; ++v) row[v] = load(b + k * b_step + static_cast<std::size_t>(v) * kLanes);
    for (int r = 0; r < R; ++r) {
      const float x = a.values[static_cast<std::size_t>(r) * a.row_step + k * a.col_step];
      for (int v = 0; v < V; ++v) sum[r][v] += row[v] * x;
    }
  }
  for (int r = 0; r < R; ++r) {
    for (int v = 0; v < V; ++v) store(c + static_cast<std::size_t>(r) * c_step + static_cast<std::size_t>(v) * kLanes, sum[r][v]);
  }
}

template <int R>
[[gnu::always_inline]] inline void rows_of(Operand a, const float* b, std::size_t b_step, float* c, std::size_t c_step, std::size_t cols, std::size_t inner) {
  std::size_t j = 0;
  for (; j + 2 * kLanes <= cols; j += 2 * kLanes) tile<R, 2>(a, b + j, b_step, c + j, c_step, inner);
  for (; j + kLanes <= cols; j += kLanes) tile<R, 1>(a, b + j, b_step, c + j, c_step, inner);
  for (; j < cols; ++j) {
    for (std::size_t r = 0; r < R; ++r) {
      float sum = c[r * c_step + j];
      for (std::size_t k = 0; k < inner; ++k) sum += b[k * b_step + j] * a.values[r * a.row_step + k * a.col_step];
      c[r * c_step + j] = sum;
    }
  }
}

[[gnu::always_inline]] inline void product(Operand a, const float* b, std::size_t b_step, float* c, std::size_t c_step, std::size_t rows, std::size_t cols, std::size_t inner) {
  std::size_t i = 0;
  const auto from = [&](std::size_t row) { return Operand{a.values + row * a.row_step, a.row_step, a.col_step}; };
  for (; i + 8 <= rows; i += 8) rows_of<8>(from(i), b, b_step, c + i * c_step, c_step, cols, inner);
  for (; i + 4 <= rows; i += 4) rows_of<4>(from(i), b, b_step, c + i * c_step, c_step, cols, inner);
  for (; i < rows; ++i) rows_of<1>(from(i), b, b_step, c + i * c_step, c_step, cols, inner);
}

using Product = void (*)(Operand, const float*, std::size_t, float*, std::size_t, std::size_t, std::size_t, std::size_t);

void plain(Operand a, const float* b, std::size_t b_step, float* c, std::size_t c_step, std::size_t rows, std::size_t cols, std::size_t inner) {
  product(a, b, b_step, c, c_step, rows, cols, inner);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) void avx2(Operand a, const float* b, std::size_t b_step, float* c, std::size_t c_step, std::size_t rows, std::size_t cols, std::size_t inner) {
  product(a, b, b_step, c, c_step, rows, cols, inner);
}
__attribute__((target("avx512f"))) void avx512(Operand a, const float* b, std::size_t b_step, float* c, std::size_t c_step, std::size_t rows, std::size_t cols, std::size_t inner) {
  product(a, b, b_step, c, c_step, rows, cols, inner);
}
#endif

Product chosen() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return avx512;
  if (__builtin_cpu_supports("avx2")) return avx2;
#endif
  return plain;
}

}  // namespace

void add_product(const Matrix& a, const Matrix& b, Matrix& c) {
  assert(a.cols == b.rows && c.rows == a.rows && c.cols == b.cols);
  chosen()({a.values.data(), a.cols, 1}, b.values.data(), b.cols, c.values.data(), c.cols, a.rows, b.cols, a.cols);
}

void add_product_of_transposed(const Matrix& a, const Matrix& b, Matrix& c) {
  assert(a.rows == b.rows && c.rows == a.cols && c.cols == b.cols);
  chosen()({a.values.data(), 1, a.cols}, b.values.data(), b.cols, c.values.data(), c.cols, a.cols, b.cols, a.rows);
}

void add_product_with_transposed(const Matrix& a, const Matrix& b, Matrix& c) {
  assert(a.cols == b.cols && c.rows == a.rows && c.cols == b.rows);
  add_product(a, transposed(b), c);
}

Matrix transposed(const Matrix& a) {
  Matrix out(a.cols, a.rows);
  for (std::size_t r = 0; r < a.rows; ++r) {
    for (std::size_t c = 0; c < a.cols; ++c) out.values[c * a.rows + r] = a.values[r * a.cols + c];
  }
  return out;
}

}  // namespace attache
