// Simple recurrent units (Lei et al. 2018), one direction over one sentence.
//
//   f = sigmoid(u_f + v_f c' + b_f)    g = sigmoid(u_g + v_g c' + b_g)    c = f c' + (1 - f) u    y = g tanh(c) + (1 - g) x
//
// with c' the cell of the word before (behind, in the backward direction). The products u of all words are made beforehand.
#pragma once

#include <cstddef>

namespace attache {

struct RecurrentDirection {
  std::size_t hidden = 0;
  const float* forget_weights = nullptr;
  const float* reset_weights = nullptr;
  const float* forget_bias = nullptr;
  const float* reset_bias = nullptr;
};

// products: words x products_step, [candidate | forget | reset] of this direction at its beginning; x and y likewise with their step.
// cell: scratch of 2 * hidden.
void run_recurrent(const RecurrentDirection& d, const float* products, std::size_t products_step, const float* x, std::size_t x_step, float* y, std::size_t y_step, std::size_t words, bool backward, float* cell);

}  // namespace attache
