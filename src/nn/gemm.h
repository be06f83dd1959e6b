// Products of matrices of floats.
//
// Method: tiles of 4 rows by 2 vectors of 16 floats, kept in registers over the inner dimension; the vectors run over
// columns, so that each number of the result is summed in the same order whatever the processor: the same bits everywhere.
// Three builds of one body (AVX-512, AVX2, plain) are chosen at run time.
#pragma once

#include <cstddef>

#include "nn/matrix.h"

namespace attache {

inline constexpr std::size_t kProductColumns = 16;  // results with a multiple of them are fastest

// c += a b;  a is rows x inner, b is inner x cols, c is rows x cols.
void add_product(const Matrix& a, const Matrix& b, Matrix& c);

// c += a' b;  a is inner x rows, b is inner x cols.
void add_product_of_transposed(const Matrix& a, const Matrix& b, Matrix& c);

// c += a b';  a is rows x inner, b is cols x inner.
void add_product_with_transposed(const Matrix& a, const Matrix& b, Matrix& c);

[[nodiscard]] Matrix transposed(const Matrix& a);

}  // namespace attache
