// A dense matrix of floats, row after row.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace attache {

struct Matrix {
  std::size_t rows = 0;
  std::size_t cols = 0;
  std::vector<float> values;

  Matrix() = default;
  Matrix(std::size_t r, std::size_t c) : rows(r), cols(c), values(r * c, 0.0f) {}

  // Makes it r x c and all zero; memory is kept.
  void reset(std::size_t r, std::size_t c) {
    rows = r;
    cols = c;
    values.assign(r * c, 0.0f);
  }
  // Makes it r x c; what is in it is undefined.
  void resize(std::size_t r, std::size_t c) {
    rows = r;
    cols = c;
    values.resize(r * c);
  }
  [[nodiscard]] float* row(std::size_t r) { return values.data() + r * cols; }
  [[nodiscard]] const float* row(std::size_t r) const { return values.data() + r * cols; }
  [[nodiscard]] std::span<const float> row_span(std::size_t r) const { return {row(r), cols}; }
};

}  // namespace attache
