#include "training/boosting.h"

#include <array>
#include <cmath>

#include <gtest/gtest.h>

namespace attache {
namespace {

void add(TrainingRows& rows, std::vector<float> values, bool positive, float weight = 1) {
  rows.values.insert(rows.values.end(), values.begin(), values.end());
  rows.weights.push_back(weight);
  rows.positive.push_back(positive);
}

const BoostingOptions kSmall = {.trees = 60, .leaves = 4, .rate = 0.2, .penalty = 1, .least_rows = 5};

double at(const BoostedTrees& model, std::vector<float> row) { return probability(model, row); }

// Rows with one signal, 0 to 99; those from 40 on are of the class.
TrainingRows threshold_rows() {
  TrainingRows rows;
  rows.signals = {"x"};
  for (int i = 0; i < 100; ++i) add(rows, {static_cast<float>(i)}, i >= 40);
  return rows;
}

TEST(Boosting, LearnsAThreshold) {
  const BoostedTrees model = train_boosted_trees(threshold_rows(), kSmall);
  EXPECT_EQ(model.signals, std::vector<std::string>{"x"});
  EXPECT_LT(at(model, {39}), 0.05);
  EXPECT_GT(at(model, {40}), 0.95);
  EXPECT_LT(at(model, {-1000}), 0.05);
  EXPECT_GT(at(model, {1e6F}), 0.95);
}

TEST(Boosting, LearnsWhatASumOfSignalsCannotSay) {
  TrainingRows rows;
  rows.signals = {"left", "right"};
  for (int i = 0; i < 200; ++i) {
    const int left = i & 1, right = (i >> 1) & 1;
    // some more of one kind: a tree that only sees one signal must find a first step
    add(rows, {static_cast<float>(left), static_cast<float>(right)}, left != right, i % 4 == 1 ? 1.3F : 1.0F);
  }
  const BoostedTrees model = train_boosted_trees(rows, kSmall);
  EXPECT_LT(at(model, {0, 0}), 0.1);
  EXPECT_LT(at(model, {1, 1}), 0.1);
  EXPECT_GT(at(model, {0, 1}), 0.9);
  EXPECT_GT(at(model, {1, 0}), 0.9);
}

TEST(Boosting, ASignalThatSaysNothingIsLeftOut) {
  TrainingRows rows;
  rows.signals = {"constant", "x"};
  for (int i = 0; i < 100; ++i) add(rows, {7, static_cast<float>(i)}, i >= 50);
  const BoostedTrees model = train_boosted_trees(rows, kSmall);
  ASSERT_FALSE(model.trees.empty());
  for (const RegressionTree& tree : model.trees) {
    for (const TreeNode& node : tree) EXPECT_NE(node.signal, 0);
  }
}

TEST(Boosting, AMissingValueIsAValueOfItsOwn) {
  // -1 stands for missing: those rows are of the class, as are high ones
  TrainingRows rows;
  rows.signals = {"share"};
  for (int i = 0; i < 60; ++i) add(rows, {-1}, true);
  for (int i = 0; i < 60; ++i) add(rows, {0.1F}, false);
  for (int i = 0; i < 60; ++i) add(rows, {0.9F}, true);
  const BoostedTrees model = train_boosted_trees(rows, kSmall);
  EXPECT_GT(at(model, {-1}), 0.9);
  EXPECT_LT(at(model, {0.1F}), 0.1);
  EXPECT_GT(at(model, {0.9F}), 0.9);
}

TEST(Boosting, WeightsCount) {
  // every row stands there once for and once against the class; the weight decides
  TrainingRows rows;
  rows.signals = {"x"};
  for (int i = 0; i < 80; ++i) {
    const bool high = i >= 40;
    add(rows, {static_cast<float>(high)}, true, high ? 9.0F : 1.0F);
    add(rows, {static_cast<float>(high)}, false, high ? 1.0F : 9.0F);
  }
  const BoostedTrees model = train_boosted_trees(rows, {.trees = 300, .leaves = 2, .rate = 0.2, .penalty = 0.1, .least_rows = 5});
  EXPECT_NEAR(at(model, {1}), 0.9, 0.02);
  EXPECT_NEAR(at(model, {0}), 0.1, 0.02);
}

TEST(Boosting, OnlyTheRatioOfWeightsCounts) {
  TrainingRows rows = threshold_rows(), heavy = threshold_rows();
  for (float& w : heavy.weights) w = 64;  // a power of two: the same digits
  EXPECT_EQ(serialise(train_boosted_trees(heavy, kSmall)), serialise(train_boosted_trees(rows, kSmall)));
}

TEST(Boosting, RowsWithoutWeightTeachNothing) {
  TrainingRows rows = threshold_rows();
  for (int i = 0; i < 100; ++i) add(rows, {static_cast<float>(i)}, i < 40, 0);
  const BoostedTrees model = train_boosted_trees(rows, kSmall);
  EXPECT_LT(at(model, {10}), 0.1);
  EXPECT_GT(at(model, {90}), 0.9);
}

TEST(Boosting, NothingToTellApartGivesNoTrees) {
  for (bool positive : {false, true}) {
    TrainingRows rows;
    rows.signals = {"x"};
    for (int i = 0; i < 50; ++i) add(rows, {static_cast<float>(i)}, positive);
    const BoostedTrees model = train_boosted_trees(rows, kSmall);
    EXPECT_TRUE(model.trees.empty());
    EXPECT_EQ(model.bias, 0);
    EXPECT_EQ(model.signals.size(), 1u);
  }
}

TEST(Boosting, NoRowsNoTrees) {
  TrainingRows rows;
  rows.signals = {"x", "y"};
  const BoostedTrees model = train_boosted_trees(rows, kSmall);
  EXPECT_TRUE(model.trees.empty());
  EXPECT_EQ(model.signals.size(), 2u);
}

TEST(Boosting, WithoutSignalsTheShareOfTheClassIsTheAnswer) {
  TrainingRows rows;
  for (int i = 0; i < 40; ++i) add(rows, {}, i < 10);
  const BoostedTrees model = train_boosted_trees(rows, kSmall);
  EXPECT_TRUE(model.trees.empty());
  EXPECT_NEAR(at(model, {}), 0.25, 1e-6);
}

TEST(Boosting, SignalsThatContradictThemselvesGiveTheShare) {
  TrainingRows rows;
  rows.signals = {"x"};
  for (int i = 0; i < 90; ++i) add(rows, {static_cast<float>(i / 3)}, i % 3 == 0);
  const BoostedTrees model = train_boosted_trees(rows, kSmall);
  for (int i = 0; i < 30; ++i) EXPECT_NEAR(at(model, {static_cast<float>(i)}), 1.0 / 3, 0.05);
}

// Rows of `rows` that reach each node of a tree.
std::vector<std::size_t> rows_at_nodes(const RegressionTree& tree, const TrainingRows& rows) {
  std::vector<std::size_t> out(tree.size(), 0);
  const std::size_t width = rows.signals.size();
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::size_t at = 0;
    ++out[at];
    while (tree[at].signal >= 0) {
      at = rows.values[r * width + static_cast<std::size_t>(tree[at].signal)] < tree[at].below ? tree[at].left : tree[at].right;
      ++out[at];
    }
  }
  return out;
}

TEST(Boosting, NoLeafHoldsFewerRowsThanAsked) {
  TrainingRows rows;
  rows.signals = {"x", "y"};
  for (int i = 0; i < 300; ++i) add(rows, {static_cast<float>(i % 17), static_cast<float>(i % 23)}, (i * i + i / 7) % 5 < 2);
  BoostingOptions options = kSmall;
  options.least_rows = 25;
  options.leaves = 12;
  const BoostedTrees model = train_boosted_trees(rows, options);
  ASSERT_FALSE(model.trees.empty());
  for (const RegressionTree& tree : model.trees) {
    EXPECT_LE(tree.size(), 2u * 12 - 1);
    for (std::size_t count : rows_at_nodes(tree, rows)) EXPECT_GE(count, 25u);
  }
}

TEST(Boosting, TooFewRowsForTwoLeavesGiveNoTree) {
  BoostingOptions options = kSmall;
  options.least_rows = 51;
  EXPECT_TRUE(train_boosted_trees(threshold_rows(), options).trees.empty());
}

TEST(Boosting, AsManyTreesAsAskedAtMost) {
  BoostingOptions options = kSmall;
  options.trees = 7;
  EXPECT_EQ(train_boosted_trees(threshold_rows(), options).trees.size(), 7u);
  options.trees = 0;
  const BoostedTrees none = train_boosted_trees(threshold_rows(), options);
  EXPECT_TRUE(none.trees.empty());
  EXPECT_NEAR(at(none, {0}), 0.6, 1e-6);
}

TEST(Boosting, TheSameRowsGiveTheSameBytes) {
  TrainingRows rows;
  rows.signals = {"x", "y", "z"};
  std::uint32_t state = 11;
  for (int i = 0; i < 500; ++i) {
    std::vector<float> values;
    for (int s = 0; s < 3; ++s) {
      state = state * 1664525u + 1013904223u;
      values.push_back(static_cast<float>(state >> 20) / 4096);
    }
    const bool positive = values[0] * values[1] > 0.25F;
    add(rows, std::move(values), positive);
  }
  const std::string first = serialise(train_boosted_trees(rows, kSmall));
  EXPECT_EQ(serialise(train_boosted_trees(rows, kSmall)), first);
  EXPECT_GT(first.size(), 1000u);
}

TEST(Boosting, WhatIsTrainedCanBeReadAndSaysTheSame) {
  const TrainingRows rows = threshold_rows();
  const BoostedTrees model = train_boosted_trees(rows, kSmall);
  const std::array<std::string_view, 1> signals = {"x"};
  const auto again = parse_boosted_trees(serialise(model), signals, "trained");
  ASSERT_TRUE(again.has_value()) << describe(again.error());
  for (float x = -5; x < 105; x += 0.5F) EXPECT_EQ(at(*again, {x}), at(model, {x}));
}

TEST(Boosting, MoreValuesThanBinsAreCutByTheirNumber) {
  TrainingRows rows;
  rows.signals = {"x"};
  for (int i = 0; i < 4000; ++i) add(rows, {static_cast<float>(i) * 0.37F}, i >= 1000 && i < 3000);
  const BoostedTrees model = train_boosted_trees(rows, kSmall);
  EXPECT_LT(at(model, {900 * 0.37F}), 0.05);
  EXPECT_GT(at(model, {2000 * 0.37F}), 0.95);
  EXPECT_LT(at(model, {3100 * 0.37F}), 0.05);
}

TEST(Boosting, NeighbouringFloatsAreToldApart) {
  TrainingRows rows;
  rows.signals = {"x"};
  const float low = 1, high = std::nextafter(1.0F, 2.0F);
  for (int i = 0; i < 40; ++i) add(rows, {i % 2 ? high : low}, i % 2);
  const BoostedTrees model = train_boosted_trees(rows, kSmall);
  EXPECT_LT(at(model, {low}), 0.1);
  EXPECT_GT(at(model, {high}), 0.9);
}

TEST(Boosting, ATableHasALineForEachRow) {
  TrainingRows rows;
  rows.signals = {"x", "y"};
  add(rows, {0.5F, -1}, true, 2);
  add(rows, {1, 3}, false, 0.25F);
  EXPECT_EQ(to_table(rows), "weight\tpositive\tx\ty\n2\t1\t0.5\t-1\n0.25\t0\t1\t3\n");
  EXPECT_EQ(to_table(TrainingRows{}), "weight\tpositive\n");
}

}  // namespace
}  // namespace attache
