// A decision learnt over named signals: gradient boosted regression trees with a logistic link (Friedman 2001).
// Trees bring out what a weighted sum cannot: a signal that counts only beside another one.
//
// Format, a line each, tab-separated:
//   signals NAME...            in the order in which the program computes them
//   bias VALUE
//   tree NODES                 then NODES lines, the root first:
//   split SIGNAL BELOW LEFT RIGHT     rows with signal < BELOW go to node LEFT, the others to RIGHT; both stand later
//   leaf VALUE
// Lines that begin with # say what nobody computes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace attache {

struct TreeNode {
  std::int32_t signal = -1;  // -1: a leaf
  float below = 0;           // of a split
  std::uint32_t left = 0, right = 0;
  float value = 0;           // of a leaf: log odds to add
};
using RegressionTree = std::vector<TreeNode>;  // the root first; children stand behind their parent

struct BoostedTrees {
  std::vector<std::string> signals;
  float bias = 0;
  std::vector<RegressionTree> trees;
};

// Of the class that the trees were trained for, 0 to 1. `row` holds a value for each signal.
[[nodiscard]] double probability(const BoostedTrees& model, std::span<const float> row);

[[nodiscard]] std::string serialise(const BoostedTrees& model);

// Refuses what is not whole, names another signal than `signals` (in their order), or exceeds the limits.
struct BoostedTreesLimits {
  std::size_t trees = 2000;
  std::size_t nodes = 511;  // of a tree
};
[[nodiscard]] Result<BoostedTrees> parse_boosted_trees(std::string_view text, std::span<const std::string_view> signals, const std::string& source, const BoostedTreesLimits& limits = {});

}  // namespace attache
