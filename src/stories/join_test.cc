#include "stories/join.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "base/hash.h"
#include "stories/abroad.h"
#include "support/texts.h"

namespace attache {
namespace {

// A thousand reports that hold none of the words of a test: every word is as rare as another.
NewsFrequencies news() {
  NewsFrequencies out;
  out.reports = 1000;
  return out;
}

Analysis report(const std::string& text, const Date& day = {}, const std::string& title = {}) {
  Analysis a;
  a.report = testing::plain_report(text, day);
  a.report.title.value = title;
  return a;
}

StoryTexts texts_of(const std::vector<Analysis>& analyses) {
  Lineage lineage;
  lineage.family_of.assign(analyses.size(), -1);
  lineage.member_of.assign(analyses.size(), -1);
  return make_texts(analyses, lineage, testing::resources().lexicon, 1);
}

std::vector<JoinPair> pairs_of(const std::vector<Analysis>& analyses, int threads = 1, const NewsFrequencies& frequencies = news()) { return join_pairs(texts_of(analyses), frequencies, {}, threads); }

double signal(const JoinPair& pair, std::string_view name) {
  const auto at = std::find(kJoinSignals.begin(), kJoinSignals.end(), name);
  EXPECT_NE(at, kJoinSignals.end()) << name;
  return static_cast<double>(pair.signals[static_cast<std::size_t>(at - kJoinSignals.begin())]);
}

const JoinPair& pair_in(const std::vector<JoinPair>& pairs, Pair texts) {
  static const JoinPair none;
  const auto at = std::find_if(pairs.begin(), pairs.end(), [&](const JoinPair& p) { return p.texts == texts; });
  if (at != pairs.end()) return *at;
  ADD_FAILURE() << "no pair " << texts.first << " " << texts.second;
  return none;
}

constexpr double kNear = 1e-5;

TEST(Join, LikenessByHand) {
  // every word weighs the same: 2 of 4 and 3 words in common
  const auto pairs = pairs_of({report("envoys harbour gates wagons"), report("envoys harbour sandbags")});
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_NEAR(signal(pairs[0], "words"), 2 / std::sqrt(12.0), kNear);
  EXPECT_NEAR(signal(pairs[0], "lead"), 2 / std::sqrt(12.0), kNear);
  EXPECT_NEAR(signal(pairs[0], "pairs"), 1 / std::sqrt(6.0), kNear);
  EXPECT_EQ(signal(pairs[0], "names"), 0);
  EXPECT_EQ(signal(pairs[0], "title"), 0);
  // words, pairs, names and the beginning twice; titles do not count
  EXPECT_NEAR(signal(pairs[0], "mean"), (3 * 2 / std::sqrt(12.0) + 1 / std::sqrt(6.0)) / 5, kNear);
}

TEST(Join, WhatTheCollectionSharesWeighsLessInItsOwnMeasure) {
  std::vector<Analysis> analyses = {report("observers river harbour"), report("observers river gates")};
  for (const char* other : {"wagons", "trains", "boats", "flags"}) analyses.push_back(report(std::string("observers river ") + other));
  const auto pairs = pairs_of(analyses);
  const JoinPair& p = pair_in(pairs, {0, 1});
  EXPECT_NEAR(signal(p, "words"), 2.0 / 3, kNear);
  EXPECT_LT(signal(p, "own_words"), 0.1);
  EXPECT_GT(signal(p, "own_words"), 0);
}

TEST(Join, ACommonWordOfTheNewsWeighsLess) {
  NewsFrequencies frequencies = news();
  const auto key = static_cast<std::uint32_t>(hash64("envoys") >> 32);
  frequencies.tables[static_cast<std::size_t>(Channel::words)] = {{key}, {900}};
  const std::vector<Analysis> analyses = {report("envoys harbour"), report("envoys harbour gates")};
  const double common = std::log(1001.0 / 901), rare = std::log(1001.0);
  const auto pairs = pairs_of(analyses, 1, frequencies);
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_NEAR(signal(pairs[0], "words"), (common * common + rare * rare) / (std::hypot(common, rare) * std::sqrt(common * common + 2 * rare * rare)), kNear);
}

TEST(Join, ATraceOfWordsIsNoPair) {
  std::string a = "envoys", b = "envoys";
  for (int i = 0; i < 60; ++i) {
    a += " a" + std::string(1, static_cast<char>('a' + i % 26)) + std::string(1, static_cast<char>('a' + i / 26));
    b += " b" + std::string(1, static_cast<char>('a' + i % 26)) + std::string(1, static_cast<char>('a' + i / 26));
  }
  EXPECT_TRUE(pairs_of({report(a), report(b)}).empty());  // 1 of 61 words
  EXPECT_TRUE(pairs_of({report("envoys"), report("harbour")}).empty());
}

TEST(Join, RanksAndShares) {
  // likeness of text 0: 1 with text 1, then 2 of 3 words with text 2, then 1 of 3 with text 3
  const auto pairs = pairs_of({report("envoys harbour gates"), report("envoys harbour gates"), report("envoys harbour wagons"), report("envoys boats flags")});
  const JoinPair &best = pair_in(pairs, {0, 1}), &next = pair_in(pairs, {0, 2}), &last = pair_in(pairs, {0, 3});
  EXPECT_EQ(signal(best, "near_rank"), 0);
  EXPECT_EQ(signal(best, "far_rank"), 0);
  EXPECT_NEAR(signal(best, "low_share"), 1, kNear);
  EXPECT_NEAR(signal(best, "high_share"), 1, kNear);
  EXPECT_EQ(signal(next, "near_rank"), 0);                        // of text 2 nobody is nearer
  EXPECT_NEAR(signal(next, "far_rank"), std::log(2.0), kNear);    // of text 0 one is
  EXPECT_NEAR(signal(next, "low_share"), signal(next, "mean") / signal(best, "mean"), kNear);
  EXPECT_NEAR(signal(next, "high_share"), 1, kNear);
  EXPECT_NEAR(signal(last, "far_rank"), std::log(3.0), kNear);
}

TEST(Join, TimeNumbersAndLength) {
  const auto pairs = pairs_of({report("envoys counted 31 wagons and 40 men", {2024, 2, 28}), report("envoys counted 31 wagons in 12 rows of 9 yards", {2024, 3, 2})});
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_NEAR(signal(pairs[0], "texts"), std::log(2.0), kNear);
  EXPECT_EQ(signal(pairs[0], "days"), 3);
  EXPECT_NEAR(signal(pairs[0], "length"), std::log1p(7), kNear);
  EXPECT_NEAR(signal(pairs[0], "numbers"), 0.5, kNear);
  EXPECT_NEAR(signal(pairs[0], "lead_numbers_in_text"), 1.0 / 3, kNear);
  EXPECT_NEAR(signal(pairs[0], "lead_numbers_in_text_high"), 0.5, kNear);
}

TEST(Join, WhatATextLacksIsMinusOne) {
  const auto pairs = pairs_of({report("envoys left"), report("envoys left", {2024, 3, 2})});
  ASSERT_EQ(pairs.size(), 1u);
  for (const char* name : {"days", "numbers", "named_days", "lead_days", "lead_numbers_in_text", "title_in_text", "lead_names_in_text", "own_title_in_text"}) EXPECT_EQ(signal(pairs[0], name), -1) << name;
}

TEST(Join, NamedDays) {
  const auto day = [](unsigned d) {
    Analysis a = report("envoys left the harbour");
    TimeExpression t;
    t.resolved = true;
    t.grain = Grain::day;
    t.begin = {2024, 3, d};
    t.span = {0, 6};
    a.times.push_back(t);
    return a;
  };
  EXPECT_EQ(signal(pairs_of({day(4), day(4)}).at(0), "named_days"), 1);
  EXPECT_EQ(signal(pairs_of({day(4), day(5)}).at(0), "named_days"), 0);
  EXPECT_EQ(signal(pairs_of({day(4), day(4)}).at(0), "lead_days"), 1);
  EXPECT_EQ(signal(pairs_of({day(4), report("envoys left the harbour")}).at(0), "named_days"), -1);
}

TEST(Join, TheBeginningStandsInTheOtherText) {
  // the title of the first in the text of the second, not the other way round
  const auto pairs = pairs_of({report("observers crossed", {}, "Envoys harbour"), report("envoys harbour wagons observers", {}, "Sandbags")});
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_NEAR(signal(pairs[0], "title_in_text"), 0, kNear);
  EXPECT_NEAR(signal(pairs[0], "title_in_text_high"), 1, kNear);
  EXPECT_NEAR(signal(pairs[0], "lead_in_text"), 3.0 / 5, kNear);   // envoys, harbour, observers of five words
  EXPECT_NEAR(signal(pairs[0], "lead_in_text_high"), 3.0 / 4, kNear);
}

TEST(Join, OfNothing) {
  EXPECT_TRUE(pairs_of({}).empty());
  EXPECT_TRUE(pairs_of({report("envoys")}).empty());
  EXPECT_TRUE(pairs_of({report(""), report("..."), report("")}).empty());
  EXPECT_EQ(pairs_of({report("envoys"), report("envoys")}, 1, NewsFrequencies{}).size(), 0u);  // nothing is known to be rare
}

TEST(Join, EverySignalIsFiniteAndThreadsLeaveNoTrace) {
  std::vector<Analysis> analyses;
  for (int i = 0; i < 40; ++i) analyses.push_back(report("envoys harbour w" + std::string(1, static_cast<char>('a' + i % 9)) + " x" + std::string(1, static_cast<char>('a' + i % 5)) + " " + std::to_string(i % 4), {2024, 3, 1 + static_cast<unsigned>(i) % 20}, i % 3 ? "Envoys leave" : ""));
  const auto one = pairs_of(analyses), three = pairs_of(analyses, 3);
  ASSERT_EQ(one.size(), three.size());
  EXPECT_GT(one.size(), 100u);
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].texts, three[i].texts);
    EXPECT_EQ(one[i].signals, three[i].signals);
    for (float value : one[i].signals) EXPECT_TRUE(std::isfinite(value));
  }
}

TEST(Join, TheShippedModelIsWhole) {
  const auto model = shipped_story_model();
  ASSERT_TRUE(model.has_value()) << describe(model.error());
  EXPECT_EQ(model->join.signals.size(), kJoinSignals.size());
  EXPECT_EQ(model->abroad.signals.size(), kAbroadSignals.size());
}

}  // namespace
}  // namespace attache
