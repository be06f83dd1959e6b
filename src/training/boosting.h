// Gradient boosted trees from rows of signals: logistic loss, Newton steps, signals cut into at most 255 bins, each tree
// grown best split first (Friedman 2001; histograms and leaf-wise growth after Ke et al. 2017).
// Cost: rows x signals for each level of each tree. No chance is involved: the same rows in the same order, the same trees.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "boosting/boosted_trees.h"

namespace attache {

struct TrainingRows {
  std::vector<std::string> signals;
  std::vector<float> values;  // row after row
  std::vector<float> weights;
  std::vector<std::uint8_t> positive;  // 1: of the class

  [[nodiscard]] std::size_t size() const { return weights.size(); }
};

// What is usual for small sets; the figures of models/*.card.md were reached with them.
struct BoostingOptions {
  int trees = 200;
  int leaves = 8;             // of a tree, at most
  double rate = 0.06;         // of each step
  double penalty = 2;         // L2, on the value of a leaf
  std::size_t least_rows = 40;  // of a leaf
};

[[nodiscard]] BoostedTrees train_boosted_trees(const TrainingRows& rows, const BoostingOptions& options);

// A line a row: weight, 1 or 0, signals. For other tools.
[[nodiscard]] std::string to_table(const TrainingRows& rows);

}  // namespace attache
