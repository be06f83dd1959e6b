#include "stories/candidates.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

constexpr auto kWords = static_cast<std::size_t>(Channel::words), kLead = static_cast<std::size_t>(Channel::lead), kNames = static_cast<std::size_t>(Channel::names);

FeatureVectors words(FeatureVector features) {
  FeatureVectors out;
  out[kWords] = std::move(features);
  return out;
}

std::vector<Pair> pairs_of(const std::vector<FeatureVectors>& texts, const CandidateOptions& options = {}, int threads = 1) {
  return candidate_pairs(texts.size(), [&](std::size_t i) -> const FeatureVectors& { return texts[i]; }, options, threads);
}

TEST(StoryCandidates, TextsThatShareAFeature) {
  EXPECT_EQ(pairs_of({words({{1, 1}}), words({{2, 1}}), words({{1, 0.5F}, {2, 0.1F}})}), (std::vector<Pair>{{0, 2}, {1, 2}}));
}

TEST(StoryCandidates, NothingSharedNoPair) {
  EXPECT_TRUE(pairs_of({words({{1, 1}}), words({{2, 1}}), words({})}).empty());
  EXPECT_TRUE(pairs_of({}).empty());
  EXPECT_TRUE(pairs_of({words({{1, 1}})}).empty());
}

TEST(StoryCandidates, AWordIsNoName) {
  FeatureVectors name;
  name[kNames] = {{1, 1}};
  EXPECT_TRUE(pairs_of({words({{1, 1}}), name}).empty());
  EXPECT_EQ(pairs_of({name, words({{2, 1}}), name}), (std::vector<Pair>{{0, 2}}));
}

TEST(StoryCandidates, OtherChannelsAreNotLookedAt) {
  FeatureVectors lead;
  lead[kLead] = {{1, 1}};
  EXPECT_TRUE(pairs_of({lead, lead}).empty());
}

TEST(StoryCandidates, ATextAsksForTheMostAlikeFirst) {
  // 0 shares most with 3, then 1; 2 and 4 share one weak feature
  const std::vector<FeatureVectors> texts = {words({{1, 0.9F}, {2, 0.4F}, {3, 0.1F}}), words({{2, 0.9F}}), words({{3, 0.2F}, {9, 0.9F}}), words({{1, 0.9F}}), words({{9, 0.9F}})};
  EXPECT_EQ(pairs_of(texts, {.most = 1}), (std::vector<Pair>{{0, 1}, {0, 3}, {2, 4}}));
}

TEST(StoryCandidates, EqualsAreTakenInTheirOrder) {
  const std::vector<FeatureVectors> same(5, words({{1, 1}}));
  EXPECT_EQ(pairs_of(same, {.most = 1}), (std::vector<Pair>{{0, 1}, {0, 2}, {0, 3}, {0, 4}}));
  EXPECT_EQ(pairs_of(same).size(), 10u);
}

TEST(StoryCandidates, OnlyTheWeightiestFeaturesAreLookedUp) {
  const std::vector<FeatureVectors> texts = {words({{1, 0.1F}, {2, 0.9F}}), words({{1, 0.1F}, {3, 0.9F}}), words({{2, 0.5F}})};
  EXPECT_EQ(pairs_of(texts, {.index_features = 1}), (std::vector<Pair>{{0, 2}}));
  EXPECT_EQ(pairs_of(texts, {.index_features = 2}), (std::vector<Pair>{{0, 1}, {0, 2}}));
}

TEST(StoryCandidates, WhatTooManyHoldTellsNothingApart) {
  std::vector<FeatureVectors> texts(6, words({{1, 1}}));
  texts.push_back(words({{1, 1}, {2, 0.1F}}));
  texts.push_back(words({{2, 0.1F}}));
  EXPECT_EQ(pairs_of(texts, {.postings = 6}), (std::vector<Pair>{{6, 7}}));
}

TEST(StoryCandidates, ThreadsLeaveNoTrace) {
  std::vector<FeatureVectors> texts;
  std::uint32_t state = 3;
  for (int t = 0; t < 700; ++t) {  // more than a block of texts
    FeatureVector v;
    for (std::uint64_t key = 0; key < 60; ++key) {
      state = state * 1664525u + 1013904223u;
      if (state >> 29 == 0) v.push_back({key + (t % 7) * 20u, static_cast<float>((state >> 10) % 1000 + 1) / 1000});
    }
    texts.push_back(words(std::move(v)));
  }
  const std::vector<Pair> one = pairs_of(texts, {.most = 5});
  EXPECT_GT(one.size(), 700u);
  EXPECT_EQ(pairs_of(texts, {.most = 5}, 3), one);
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_LT(one[i].first, one[i].second);
    if (i > 0) { EXPECT_LT(one[i - 1], one[i]); }
  }
}

}  // namespace
}  // namespace attache
