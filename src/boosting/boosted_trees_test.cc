#include "boosting/boosted_trees.h"

#include <array>
#include <cmath>

#include <gtest/gtest.h>

namespace attache {
namespace {

constexpr std::array<std::string_view, 2> kSignals = {"height", "weight"};
const std::string kHead = "signals\theight\tweight\nbias\t0.25\n";
const std::string kStump = "tree\t3\nsplit\t0\t1.5\t1\t2\nleaf\t-1\nleaf\t2\n";

Result<BoostedTrees> parse(const std::string& text, const BoostedTreesLimits& limits = {}) { return parse_boosted_trees(text, kSignals, "small.tsv", limits); }

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

// Refused, and in this line.
void expect_refused(const std::string& text, std::uint64_t line, const std::string& why, const BoostedTreesLimits& limits = {}) {
  const auto model = parse(text, limits);
  ASSERT_FALSE(model.has_value()) << text;
  EXPECT_EQ(model.error().code, ErrorCode::unsupported);
  EXPECT_EQ(model.error().source, "small.tsv");
  EXPECT_EQ(model.error().line, line) << text;
  EXPECT_NE(model.error().message.find(why), std::string::npos) << model.error().message;
}

TEST(BoostedTrees, WhatIsReadIsWhatStandsThere) {
  const auto model = parse(kHead + kStump);
  ASSERT_TRUE(model.has_value()) << describe(model.error());
  EXPECT_EQ(model->signals, (std::vector<std::string>{"height", "weight"}));
  EXPECT_FLOAT_EQ(model->bias, 0.25F);
  ASSERT_EQ(model->trees.size(), 1u);
  ASSERT_EQ(model->trees[0].size(), 3u);
  EXPECT_EQ(model->trees[0][0].signal, 0);
  EXPECT_FLOAT_EQ(model->trees[0][0].below, 1.5F);
  EXPECT_EQ(model->trees[0][1].signal, -1);
  EXPECT_FLOAT_EQ(model->trees[0][2].value, 2);
}

TEST(BoostedTrees, ProbabilityByHand) {
  const BoostedTrees model = parse(kHead + kStump + "tree\t5\nsplit\t1\t0\t1\t2\nleaf\t0.5\nsplit\t0\t3\t3\t4\nleaf\t-0.5\nleaf\t4\n").value();
  EXPECT_NEAR(probability(model, std::array{1.0F, -1.0F}), logistic(0.25 - 1 + 0.5), 1e-12);
  EXPECT_NEAR(probability(model, std::array{2.0F, 1.0F}), logistic(0.25 + 2 - 0.5), 1e-12);
  EXPECT_NEAR(probability(model, std::array{3.0F, 1.0F}), logistic(0.25 + 2 + 4), 1e-12);
}

TEST(BoostedTrees, AValueOnTheBoundIsNotBelowIt) {
  const BoostedTrees model = parse(kHead + kStump).value();
  EXPECT_NEAR(probability(model, std::array{1.5F, 0.0F}), logistic(2.25), 1e-12);
  EXPECT_NEAR(probability(model, std::array{std::nextafter(1.5F, 0.0F), 0.0F}), logistic(-0.75), 1e-12);
}

TEST(BoostedTrees, WithoutTreesTheBiasSpeaks) { EXPECT_NEAR(probability(parse(kHead).value(), std::array{9.0F, 9.0F}), logistic(0.25), 1e-12); }

TEST(BoostedTrees, ExtremeOddsStayProbabilities) {
  const BoostedTrees sure = parse("signals\theight\tweight\nbias\t3e38\ntree\t1\nleaf\t3e38\n").value(), never = parse("signals\theight\tweight\nbias\t-3e38\n").value();
  EXPECT_DOUBLE_EQ(probability(sure, std::array{0.0F, 0.0F}), 1);
  EXPECT_DOUBLE_EQ(probability(never, std::array{0.0F, 0.0F}), 0);
}

TEST(BoostedTrees, WritingAndReadingIsARoundTrip) {
  BoostedTrees model;
  model.signals = {"height", "weight"};
  model.bias = 0.1F;
  model.trees = {{{0, 1.0F / 3, 1, 2, 0}, {-1, 0, 0, 0, 1e-30F}, {1, -0.7F, 3, 4, 0}, {-1, 0, 0, 0, -2.5F}, {-1, 0, 0, 0, 0}}, {{-1, 0, 0, 0, 16777217.0F}}};
  const std::string written = serialise(model);
  const auto again = parse(written);
  ASSERT_TRUE(again.has_value()) << describe(again.error());
  EXPECT_EQ(serialise(*again), written);
  ASSERT_EQ(again->trees.size(), 2u);
  EXPECT_EQ(again->bias, model.bias);
  EXPECT_EQ(again->trees[0][0].below, model.trees[0][0].below);
  EXPECT_EQ(again->trees[0][1].value, model.trees[0][1].value);
  for (float x : {-1.0F, 0.3F, 0.4F, 2.0F}) EXPECT_EQ(probability(*again, std::array{x, -x}), probability(model, std::array{x, -x}));
}

TEST(BoostedTrees, CommentsAndEmptyLinesSayNothing) {
  const auto model = parse("# made by hand\n\n" + kHead + "# a stump\n\n" + kStump + "\n# the end");
  ASSERT_TRUE(model.has_value()) << describe(model.error());
  EXPECT_EQ(serialise(*model), kHead + kStump);
}

TEST(BoostedTrees, ALineThatIsCommentedOutStillCountsAsALine) { expect_refused("# one\n# two\n" + kHead + "bush\t1\n", 5, "no tree"); }

TEST(BoostedTrees, SignalsMustBeTheComputedOnesInTheirOrder) {
  expect_refused("bias\t1\n", 1, "no signals");
  expect_refused("signals\theight\nbias\t1\n", 1, "1 signals where 2");
  expect_refused("signals\theight\tweight\tage\nbias\t1\n", 1, "3 signals where 2");
  expect_refused("signals\tweight\theight\nbias\t1\n", 1, "unknown signal: weight");
  expect_refused("signals\theight\tWeight\nbias\t1\n", 1, "unknown signal: Weight");
}

TEST(BoostedTrees, TheBiasMustBeOneFiniteNumber) {
  const std::string signals = "signals\theight\tweight\n";
  for (const char* bias : {"bias\n", "bias\t\n", "bias\tmuch\n", "bias\tnan\n", "bias\tinf\n", "bias\t1e99\n", "bias\t1 \n", "bias\t1\t2\n", "bias\t0x10\n", "tree\t1\n"}) expect_refused(signals + bias, 2, "no bias");
}

TEST(BoostedTrees, ATreeSaysHowManyNodesItHas) {
  for (const char* tree : {"tree\n", "tree\t-1\n", "tree\tone\n", "tree\t1\t1\n", "leaf\t1\n", "tree\t99999999999999999999999\n"}) expect_refused(kHead + tree, 3, "no tree");
  expect_refused(kHead + "tree\t0\n", 3, "a tree of 0 nodes");
}

TEST(BoostedTrees, ANodeMustBeWhole) {
  for (const char* node : {"leaf\n", "leaf\t\n", "leaf\tinf\n", "leaf\t1\t2\n", "split\t0\t1\t1\n", "split\t0\t1\t1\t2\t3\n", "split\t0\tnan\t1\t2\n", "split\t-1\t1\t1\t2\n", "split\t2\t1\t1\t2\n", "split\t0\t1\t1\t-2\n", "branch\t1\n"}) {
    expect_refused(kHead + "tree\t3\n" + node + "leaf\t1\nleaf\t1\n", 4, "no node of a tree");
  }
}

TEST(BoostedTrees, NoWalkGoesInCircles) {
  for (const char* node : {"split\t0\t1\t0\t2\n", "split\t0\t1\t1\t0\n", "split\t0\t1\t1\t3\n", "split\t0\t1\t4294967295\t2\n"}) expect_refused(kHead + "tree\t3\n" + node + "leaf\t1\nleaf\t1\n", 4, "no node of a tree");
  expect_refused(kHead + "tree\t4\nsplit\t0\t1\t1\t3\nsplit\t1\t1\t1\t2\nleaf\t1\nleaf\t1\n", 5, "no node of a tree");  // itself
  expect_refused(kHead + "tree\t4\nsplit\t0\t1\t1\t3\nleaf\t1\nsplit\t1\t1\t1\t3\nleaf\t1\n", 6, "no node of a tree");  // one before it
  expect_refused(kHead + "tree\t1\nsplit\t0\t1\t1\t1\n", 4, "no node of a tree");
}

TEST(BoostedTrees, ACutFileIsRefusedWhereItEnds) {
  const std::string whole = kHead + kStump;
  for (std::size_t end = 0; end < whole.size() - 1; ++end) {
    const auto model = parse(whole.substr(0, end));
    if (!model) {
      ASSERT_TRUE(model.error().line.has_value()) << end;
      EXPECT_GE(*model.error().line, 1u) << end;
      continue;
    }
    // a cut between trees, or inside of a number, leaves a smaller model that is whole
    EXPECT_TRUE(model->trees.empty() || model->trees[0].size() == 3) << end;
  }
  expect_refused(kHead + "tree\t3\nsplit\t0\t1\t1\t2\nleaf\t1\n", 6, "no node of a tree");
}

TEST(BoostedTrees, LimitsHold) {
  const BoostedTreesLimits limits{.trees = 2, .nodes = 3};
  EXPECT_TRUE(parse(kHead + kStump + kStump, limits).has_value());
  expect_refused(kHead + kStump + kStump + kStump, 11, "too many trees", limits);
  expect_refused(kHead + "tree\t4\nleaf\t1\n", 3, "a tree of 4 nodes", limits);
  expect_refused(kHead + "tree\t1000000000000\n", 3, "a tree of 1000000000000 nodes");
}

TEST(BoostedTrees, ForeignBytesAreRefused) {
  for (const std::string& text : {std::string("\xFF\xFE\0\x01", 4), std::string("\r\n\r\n"), "\xEF\xBB\xBF" + kHead, std::string("{\"signals\": []}"), std::string(100000, '\t')}) EXPECT_FALSE(parse(text).has_value());
}

TEST(BoostedTrees, ASignalIsFollowedByNoCarriageReturn) { expect_refused("signals\theight\tweight\r\nbias\t1\r\n", 1, "unknown signal"); }

}  // namespace
}  // namespace attache
