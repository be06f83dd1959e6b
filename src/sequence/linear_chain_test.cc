#include "sequence/linear_chain.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "training/linear_chain.h"

namespace attache {
namespace {

LinearChain small_chain() {
  LinearChain m;
  m.labels = {"O", "B-x", "I-x"};
  m.bits = 2;
  m.scale = 0.5f;
  m.weights.assign(4 * m.stride(), 0);
  m.transitions.assign(9, 0.0f);
  return m;
}

TEST(LinearChain, InsideStandsBehindItsOwnBeginningOnly) {
  EXPECT_TRUE(may_begin("O"));
  EXPECT_TRUE(may_begin("B-x"));
  EXPECT_FALSE(may_begin("I-x"));
  EXPECT_TRUE(may_follow("I-x", "B-x"));
  EXPECT_TRUE(may_follow("I-x", "I-x"));
  EXPECT_FALSE(may_follow("I-x", "O"));
  EXPECT_FALSE(may_follow("I-x", "B-y"));
  EXPECT_TRUE(may_follow("B-y", "I-x"));
}

TEST(LinearChain, TheBestSequenceKeepsToTheRules) {
  const LinearChain m = small_chain();
  // the second token would be "I" by itself; a "B" must stand before it
  const std::vector<float> scores = {1, 0, 9, 0, 0, 3, 2, 0, 0};
  EXPECT_EQ(best_labels(m, scores), (std::vector<std::uint8_t>{1, 2, 0}));
  EXPECT_TRUE(best_labels(m, {}).empty());
}

TEST(LinearChain, ProbabilitiesAreThoseOfAllSequences) {
  LinearChain m = small_chain();
  m.transitions = {0.1f, 0.4f, 0, 0.2f, 0, 0.7f, 0.3f, 0.1f, 0.6f};
  const std::vector<float> scores = {0.5f, 1, 0, 0.2f, 0.1f, 0.9f, 0.3f, 0, 0.4f};
  std::vector<double> sums(9, 0);
  double all = 0;
  for (std::size_t a = 0; a < 3; ++a) {
    for (std::size_t b = 0; b < 3; ++b) {
      for (std::size_t c = 0; c < 3; ++c) {
        if (!may_begin(m.labels[a]) || !may_follow(m.labels[b], m.labels[a]) || !may_follow(m.labels[c], m.labels[b])) continue;
        const double weight = std::exp(static_cast<double>(scores[a] + scores[3 + b] + scores[6 + c] + m.transitions[a * 3 + b] + m.transitions[b * 3 + c]));
        sums[a] += weight;
        sums[3 + b] += weight;
        sums[6 + c] += weight;
        all += weight;
      }
    }
  }
  const std::vector<float> found = label_probabilities(m, scores);
  ASSERT_EQ(found.size(), sums.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], sums[i] / all, 1e-5) << i;
}

TEST(LinearChain, ScoresAreSumsOfWeightsTimesTheScale) {
  LinearChain m = small_chain();
  for (std::size_t k = 0; k < 3; ++k) m.weights[m.stride() + k] = static_cast<std::int8_t>(k + 1);
  FeatureRows rows;
  rows.add(1u << 30);  // row 1 of 4
  rows.add(1u << 30);
  rows.end_token();
  rows.end_token();
  EXPECT_EQ(label_scores(m, rows), (std::vector<float>{1, 2, 3, 0, 0, 0}));
}

TEST(LinearChain, ComesBackAsItWasWrittenAndIsRefusedWhenCut) {
  LinearChain m = small_chain();
  m.weights[1] = -7;
  m.transitions[4] = 2.5f;
  std::string bytes;
  append(bytes, m);
  std::string_view rest = bytes;
  const auto read = take_linear_chain(rest, "m");
  ASSERT_TRUE(read);
  EXPECT_TRUE(rest.empty());
  EXPECT_EQ(read->labels, m.labels);
  EXPECT_EQ(read->weights, m.weights);
  EXPECT_EQ(read->transitions, m.transitions);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    std::string_view cut = std::string_view(bytes).substr(0, size);
    EXPECT_FALSE(take_linear_chain(cut, "m")) << size;
  }
  m.transitions[0] = std::numeric_limits<float>::quiet_NaN();
  bytes.clear();
  append(bytes, m);
  rest = bytes;
  EXPECT_FALSE(take_linear_chain(rest, "m"));
}

// "a" begins a piece, "b" goes on with one behind "a" and is nothing elsewhere.
LabelledSequence sequence_of(std::string_view letters, std::vector<std::uint8_t> labels) {
  LabelledSequence s;
  for (const char c : letters) {
    s.rows.add(static_cast<std::uint32_t>(c) * 2654435761u);
    s.rows.end_token();
  }
  s.labels = std::move(labels);
  return s;
}

TEST(LinearChain, LearnsWhatFollowsWhat) {
  const std::vector<LabelledSequence> all = {sequence_of("abbc", {1, 2, 2, 0}), sequence_of("cbac", {0, 0, 1, 0}), sequence_of("bcab", {0, 0, 1, 2}), sequence_of("ccbb", {0, 0, 0, 0})};
  std::vector<const LabelledSequence*> pointers;
  for (const LabelledSequence& s : all) pointers.push_back(&s);
  const LinearChain m = train_linear_chain(pointers, {"O", "B-x", "I-x"}, {.bits = 10, .epochs = 60, .rate = 0.3f, .decay = 1e-4f}, {});
  for (const LabelledSequence& s : all) EXPECT_EQ(best_labels(m, label_scores(m, s.rows)), s.labels);
  const LabelledSequence unseen = sequence_of("cabbb", {0, 1, 2, 2, 2});
  EXPECT_EQ(best_labels(m, label_scores(m, unseen.rows)), unseen.labels);
  const LinearChain again = train_linear_chain(pointers, {"O", "B-x", "I-x"}, {.bits = 10, .epochs = 60, .rate = 0.3f, .decay = 1e-4f}, {});
  EXPECT_EQ(m.weights, again.weights);
}

}  // namespace
}  // namespace attache
