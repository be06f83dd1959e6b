#include <gtest/gtest.h>

#include <cmath>

#include "base/hash.h"
#include "nn/activation.h"
#include "nn/embedding.h"
#include "nn/gemm.h"
#include "nn/quantized.h"
#include "nn/recurrent.h"
#include "nn/rows.h"

namespace attache {
namespace {

Matrix numbers(std::size_t rows, std::size_t cols, std::uint64_t seed) {
  Matrix m(rows, cols);
  for (std::size_t i = 0; i < m.values.size(); ++i) m.values[i] = static_cast<float>(static_cast<double>(mix(seed + i) % 2001) / 1000.0 - 1.0);
  return m;
}

double product_at(const Matrix& a, const Matrix& b, std::size_t r, std::size_t c) {
  double sum = 0;
  for (std::size_t k = 0; k < a.cols; ++k) sum += static_cast<double>(a.row(r)[k]) * static_cast<double>(b.row(k)[c]);
  return sum;
}

TEST(Gemm, ProductsOfAllShapes) {
  for (const std::size_t rows : {1u, 3u, 4u, 9u, 17u}) {
    for (const std::size_t cols : {1u, 7u, 16u, 33u, 48u}) {
      const Matrix a = numbers(rows, 13, 1), b = numbers(13, cols, 2);
      Matrix c(rows, cols), d(rows, cols), e(rows, cols);
      add_product(a, b, c);
      add_product_of_transposed(transposed(a), b, d);
      add_product_with_transposed(a, transposed(b), e);
      for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t k = 0; k < cols; ++k) ASSERT_NEAR(c.row(r)[k], product_at(a, b, r, k), 1e-5) << rows << "x" << cols;
      }
      EXPECT_EQ(c.values, d.values);
      EXPECT_EQ(c.values, e.values);
    }
  }
}

TEST(Gemm, AddsToWhatIsThere) {
  const Matrix a = numbers(2, 3, 1), b = numbers(3, 2, 2);
  Matrix c(2, 2);
  c.values = {1, 2, 3, 4};
  add_product(a, b, c);
  EXPECT_NEAR(c.values[3], 4 + product_at(a, b, 1, 1), 1e-6);
}

TEST(Activation, IsCloseToTheLibrarys) {
  for (float x = -20; x <= 20; x += 0.037f) {
    EXPECT_NEAR(sigmoid(x), 1 / (1 + std::exp(-x)), 1e-6) << x;
    EXPECT_NEAR(tanh_of(x), std::tanh(x), 1e-6) << x;
    EXPECT_NEAR(exp_of(x) / std::exp(x), 1.0, 1e-6) << x;
  }
  EXPECT_GT(exp_of(1000), 1e38f);
  EXPECT_LT(exp_of(-1000), 1e-37f);
}

TEST(Quantized, SumsAreTheWholeNumbersOnes) {
  for (const std::size_t rows : {1u, 2u, 3u, 4u, 5u, 6u, 7u, 8u, 9u, 10u, 11u, 12u, 13u, 23u, 50u}) {
    for (const std::size_t inputs : {1u, 2u, 31u, 96u}) {
      for (const std::size_t outputs : {1u, 16u, 17u, 40u}) {
        const Matrix x = numbers(rows, inputs, 3), m = numbers(inputs, outputs, 4);
        const QuantizedMatrix w = quantized(m);
        std::vector<float> bias(outputs, 0.5f);
        const QuantizedLayer layer(w, bias);
        QuantizedRows whole;
        quantize_rows(x, whole);
        Matrix y;
        layer.apply(whole, y);
        for (std::size_t r = 0; r < rows; ++r) {
          for (std::size_t o = 0; o < outputs; ++o) {
            std::int64_t sum = 0;
            for (std::size_t i = 0; i < inputs; ++i) sum += static_cast<std::int64_t>(whole.values[r * whole.cols + i]) * w.values[i * outputs + o];
            ASSERT_EQ(y.row(r)[o], static_cast<float>(sum) * (whole.scales[r] * w.scales[o]) + 0.5f);
            ASSERT_NEAR(y.row(r)[o], product_at(x, m, r, o) + 0.5, 0.02 * std::sqrt(static_cast<double>(inputs)));
          }
        }
      }
    }
  }
}

TEST(Quantized, NothingButZerosIsZero) {
  const QuantizedMatrix w = quantized(Matrix(3, 2));
  EXPECT_EQ(w.scales, (std::vector<float>{0, 0}));
  QuantizedRows whole;
  quantize_rows(Matrix(2, 3), whole);
  Matrix y;
  QuantizedLayer(w, {1.0f, 2.0f}).apply(whole, y);
  EXPECT_EQ(y.values, (std::vector<float>{1, 2, 1, 2}));
}

TEST(Quantized, ComesBackWithinHalfAStep) {
  const Matrix m = numbers(20, 5, 9);
  const Matrix back = dequantized(quantized(m));
  for (std::size_t i = 0; i < m.values.size(); ++i) EXPECT_NEAR(back.values[i], m.values[i], 0.51 / 127);
}

TEST(Rows, RectifyTakesWhatIsBelowZero) {
  for (const std::size_t count : {0u, 1u, 15u, 16u, 37u}) {
    Matrix m = numbers(1, count, 5);
    if (count > 0) m.values.back() = std::nanf("");
    std::vector<float> expected = m.values;
    for (float& v : expected) v = v > 0 ? v : 0.0f;
    rectify(m.values);
    EXPECT_EQ(m.values, expected) << count;
  }
}

TEST(Rows, TheFirstOfTheLargest) {
  EXPECT_EQ(largest_of({}), 0u);
  for (const std::size_t count : {1u, 15u, 16u, 17u, 32u, 50u}) {
    for (std::size_t place = 0; place < count; ++place) {
      std::vector<float> row(count, -3.0f);
      row[place] = -1.0f;
      row.back() = -1.0f;
      EXPECT_EQ(largest_of(row), place) << count;
    }
  }
}

TEST(Embedding, RowsAreAddedByTheirScales) {
  constexpr std::size_t kRows = 5;
  for (const std::size_t width : {1u, 16u, 21u, 48u}) {
    std::vector<std::int8_t> table;
    for (std::size_t i = 0; i < kRows * width; ++i) table.push_back(static_cast<std::int8_t>(static_cast<int>(mix(i) % 255) - 127));
    const std::vector<std::uint32_t> rows = {4, 0, 4};
    const std::vector<float> scales = {0.5f, 2.0f, 0.25f};
    std::vector<float> to(width, 1.0f);
    add_rows(table, width, rows, scales, to.data());
    for (std::size_t j = 0; j < width; ++j) EXPECT_EQ(to[j], 1.0f + 0.75f * static_cast<float>(table[4 * width + j]) + 2.0f * static_cast<float>(table[j]));
  }
}

TEST(Recurrent, IsTheFormulaBothWays) {
  constexpr std::size_t kHidden = 21, kWords = 6;
  const Matrix u = numbers(kWords, 3 * kHidden, 1), x = numbers(kWords, kHidden, 2), w = numbers(4, kHidden, 3);
  const RecurrentDirection d{kHidden, w.row(0), w.row(1), w.row(2), w.row(3)};
  for (const bool backward : {false, true}) {
    Matrix y(kWords, kHidden);
    std::vector<float> cell(2 * kHidden);
    run_recurrent(d, u.values.data(), u.cols, x.values.data(), x.cols, y.values.data(), y.cols, kWords, backward, cell.data());
    std::vector<double> c(kHidden, 0.0);
    for (std::size_t step = 0; step < kWords; ++step) {
      const std::size_t t = backward ? kWords - 1 - step : step;
      for (std::size_t j = 0; j < kHidden; ++j) {
        const auto gate = [&](std::size_t part, std::size_t weight, std::size_t bias) { return 1 / (1 + std::exp(-(u.row(t)[part * kHidden + j] + w.row(weight)[j] * c[j] + w.row(bias)[j]))); };
        const double f = gate(1, 0, 2), g = gate(2, 1, 3);
        c[j] = f * c[j] + (1 - f) * static_cast<double>(u.row(t)[j]);
        ASSERT_NEAR(y.row(t)[j], g * std::tanh(c[j]) + (1 - g) * static_cast<double>(x.row(t)[j]), 1e-5);
      }
    }
  }
}

}  // namespace
}  // namespace attache
