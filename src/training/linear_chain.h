// Training of a linear chain: the log-likelihood of the labels, by AdaGrad (Duchi, Hazan and Singer 2011), a step a sequence.
// One thread; the same sequences in the same order and the same seed give the same model.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sequence/linear_chain.h"

namespace attache {

struct LabelledSequence {
  FeatureRows rows;
  std::vector<std::uint8_t> labels;
};

struct LinearChainOptions {
  std::uint32_t bits = 19;
  int epochs = 8;
  float rate = 0.1f;
  float decay = 1e-6f;   // L2, at each step of a weight
  std::uint64_t seed = 1;
  float start = 0;       // of the sums of squares: above 0, the first steps of a rare feature are as small as their gradients
};

[[nodiscard]] LinearChain train_linear_chain(std::vector<const LabelledSequence*> sequences, std::vector<std::string> labels, const LinearChainOptions& options, const std::function<void(int epoch, double loss)>& each);

}  // namespace attache
