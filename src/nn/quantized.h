// A layer of 8-bit weights for inputs of 12 bits: exact whole-number sums, so that every processor gives the same bits.
//
// Method: each output's weights are whole numbers up to 127 times a scale of its own; each input row is whole numbers up to 2047
// times a scale found when it comes. Pairs of inputs are multiplied and added in one instruction (pmaddwd) for a block of outputs;
// AVX-512, AVX2 and SSE2 builds are chosen at run time, elsewhere plain loops give the same numbers.
// Limits: at most 8,000 inputs a row, so that sums stay within 32 bits.
#pragma once

#include <cstdint>
#include <vector>

#include "nn/matrix.h"

namespace attache {

// As kept in a file: whole numbers and a scale for each output (column).
struct QuantizedMatrix {
  std::size_t rows = 0;  // inputs
  std::size_t cols = 0;  // outputs
  std::vector<std::int8_t> values;
  std::vector<float> scales;
};

[[nodiscard]] QuantizedMatrix quantized(const Matrix& m);
[[nodiscard]] Matrix dequantized(const QuantizedMatrix& m);

// Rows of inputs as whole numbers, padded to even length.
struct QuantizedRows {
  std::size_t rows = 0;
  std::size_t cols = 0;  // after padding
  std::vector<std::int16_t> values;
  std::vector<float> scales;
};

void quantize_rows(const Matrix& x, QuantizedRows& out);

class QuantizedLayer {
 public:
  QuantizedLayer() = default;
  // bias: one number an output, or empty.
  QuantizedLayer(const QuantizedMatrix& weights, std::vector<float> bias);

  [[nodiscard]] std::size_t inputs() const { return inputs_; }
  [[nodiscard]] std::size_t outputs() const { return outputs_; }

  // y = x w + b
  void apply(const QuantizedRows& x, Matrix& y) const;

 private:
  std::size_t inputs_ = 0, outputs_ = 0;
  std::size_t pairs_ = 0;    // of inputs
  std::size_t blocks_ = 0;   // of 16 outputs
  std::vector<std::int16_t> packed_;  // block, pair, output, 2
  std::vector<float> scales_, bias_;
};

}  // namespace attache
