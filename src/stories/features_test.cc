#include "stories/features.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "base/hash.h"
#include "support/texts.h"

namespace attache {
namespace {

const FeatureVector& channel(const ReportFeatures& f, Channel c) { return f.channels[static_cast<std::size_t>(c)]; }

ReportFeatures features_of(const Analysis& analysis) { return make_features(analysis, testing::resources().lexicon); }

ReportFeatures features_of(const std::string& text) {
  Analysis analysis;
  analysis.report = testing::plain_report(text);
  return features_of(analysis);
}

// 0 where the feature is not there.
float weight_of(const FeatureVector& v, std::uint64_t key) {
  const auto at = std::find_if(v.begin(), v.end(), [&](const Feature& f) { return f.key == key; });
  return at == v.end() ? 0 : at->weight;
}
float weight_of(const FeatureVector& v, const std::string& word) { return weight_of(v, hash64(word)); }

std::uint64_t pair_key(const std::string& a, const std::string& b) { return mix(hash64(a) ^ hash64(b)); }

TEST(Features, WordsAreCountedByTheLogarithm) {
  const ReportFeatures f = features_of("Envoys, envoys, ENVOYS! Harbour.");
  const FeatureVector& words = channel(f, Channel::words);
  ASSERT_EQ(words.size(), 2u);
  EXPECT_FLOAT_EQ(weight_of(words, "envoys"), 1 + std::log(3.0F));
  EXPECT_FLOAT_EQ(weight_of(words, "harbour"), 1);
}

TEST(Features, StopWordsAreLeftOutOfWordsButNotOfPairs) {
  const ReportFeatures f = features_of("The envoy of the harbour said it was not his.");
  const FeatureVector& words = channel(f, Channel::words);
  EXPECT_EQ(words.size(), 2u);
  EXPECT_GT(weight_of(words, "envoy"), 0);
  EXPECT_GT(weight_of(words, "harbour"), 0);
  EXPECT_FLOAT_EQ(weight_of(channel(f, Channel::pairs), pair_key("of", "the")), 1);
}

TEST(Features, PairsEndWithTheParagraph) {
  const ReportFeatures f = features_of("red wagons\nblue gates");
  EXPECT_EQ(channel(f, Channel::pairs).size(), 2u);
  EXPECT_FLOAT_EQ(weight_of(channel(f, Channel::pairs), pair_key("red", "wagons")), 1);
  EXPECT_FLOAT_EQ(weight_of(channel(f, Channel::pairs), pair_key("wagons", "blue")), 0);
}

TEST(Features, TheLeadIsTheBeginning) {
  std::string text = "wagons ";
  while (text.size() < 600) text += "zz ";
  text += "harbour";
  const ReportFeatures f = features_of(text);
  EXPECT_GT(weight_of(channel(f, Channel::lead), "wagons"), 0);
  EXPECT_FLOAT_EQ(weight_of(channel(f, Channel::lead), "harbour"), 0);
  EXPECT_GT(weight_of(channel(f, Channel::words), "harbour"), 0);
}

TEST(Features, TheTitleOpensTheLead) {
  Analysis a;
  a.report = testing::plain_report("harbour gates");
  a.report.title.value = "Envoys at " + std::string(600, 'x');
  const ReportFeatures f = features_of(a);
  EXPECT_GT(weight_of(channel(f, Channel::lead), "envoys"), 0);
  EXPECT_FLOAT_EQ(weight_of(channel(f, Channel::lead), "harbour"), 0);
  EXPECT_GT(weight_of(channel(f, Channel::words), "envoys"), 0);
}

TEST(Features, ALeadThatEndsInsideALetterIsCutBeforeIt) {
  // 599 bytes, then a letter of two bytes: the lead ends before it
  const ReportFeatures f = features_of("ab " + std::string(596, 'x') + "š rest");
  EXPECT_GT(weight_of(channel(f, Channel::lead), std::string(596, 'x')), 0);
}

TEST(Features, OnlyTheBodyCounts) {
  Analysis a;
  a.report = testing::plain_report("harbour gates\nshare this page");
  a.report.blocks[1].kind = BlockKind::chrome;
  EXPECT_FLOAT_EQ(weight_of(channel(features_of(a), Channel::words), "share"), 0);
}

TEST(Features, NamesByTableKeyElseByTheirWordsAndNoAgencies) {
  Analysis a;
  a.report = testing::plain_report("Turkey, Doran, Turkish, Northwire.");
  a.entities = {{EntityType::state, "Turkey", "country:TR", 0, {}, {}}, {EntityType::person, "Ilka DORAN", "", 0, {}, {}}, {EntityType::agency, "Northwire", "", 0, {}, {}}};
  a.names = {{{0, 6}, 0, false, false}, {{8, 13}, 1, false, false}, {{15, 22}, 0, true, false}, {{24, 33}, 2, false, false}};
  const ReportFeatures features = features_of(a);
  const FeatureVector& names = channel(features, Channel::names);
  ASSERT_EQ(names.size(), 2u);
  EXPECT_FLOAT_EQ(weight_of(names, "country:TR"), 1 + std::log(2.0F));
  EXPECT_FLOAT_EQ(weight_of(names, "ilka doran"), 1);
}

TEST(Features, VectorsAreSortedByKey) {
  const ReportFeatures f = features_of("Envoys met observers near the harbour while trains crossed the river bridge at night.");
  for (const FeatureVector& v : f.channels) EXPECT_TRUE(std::is_sorted(v.begin(), v.end(), [](const Feature& a, const Feature& b) { return a.key < b.key; }));
}

TEST(Features, OfNothing) {
  for (const FeatureVector& v : features_of("").channels) EXPECT_TRUE(v.empty());
}

TEST(CollectionFrequencies, CopiesShareOneVote) {
  CollectionFrequencies d;
  add_text(d, features_of("envoys envoys harbour"), 0.5);
  add_text(d, features_of("envoys harbour"), 0.5);
  add_text(d, features_of("envoys gates"), 1);
  EXPECT_DOUBLE_EQ(d.texts, 2);
  const auto& words = d.counts[static_cast<std::size_t>(Channel::words)];
  EXPECT_FLOAT_EQ(words.at(hash64("envoys")), 2);
  EXPECT_FLOAT_EQ(words.at(hash64("harbour")), 1);
  EXPECT_FLOAT_EQ(words.at(hash64("gates")), 1);
}

TEST(Weigh, UnitVectorsOfRareWords) {
  const ReportFeatures a = features_of("envoys harbour gates"), b = features_of("envoys harbour"), c = features_of("envoys");
  CollectionFrequencies d;
  for (const ReportFeatures* f : {&a, &b, &c}) add_text(d, *f, 1);
  // of 3 texts: envoys in 3, harbour in 2, gates in 1: log(4/4), log(4/3), log(4/2)
  const auto weighed = weigh(a, d, 0);
  const FeatureVector& words = weighed[static_cast<std::size_t>(Channel::words)];
  const double norm = std::hypot(std::log(4.0 / 3), std::log(2.0));
  ASSERT_EQ(words.size(), 2u);
  EXPECT_NEAR(weight_of(words, "harbour"), std::log(4.0 / 3) / norm, 1e-6);
  EXPECT_NEAR(weight_of(words, "gates"), std::log(2.0) / norm, 1e-6);
  EXPECT_NEAR(dot(words, words), 1, 1e-6);
}

TEST(Weigh, APriorKeepsWhatAllTextsShare) {
  const ReportFeatures a = features_of("envoys");
  CollectionFrequencies d;
  add_text(d, a, 1);
  add_text(d, a, 1);
  EXPECT_TRUE(weigh(a, d, 0)[static_cast<std::size_t>(Channel::words)].empty());
  const auto weighed = weigh(a, d, 200);
  ASSERT_EQ(weighed[static_cast<std::size_t>(Channel::words)].size(), 1u);
  EXPECT_FLOAT_EQ(weighed[static_cast<std::size_t>(Channel::words)][0].weight, 1);
}

TEST(Dot, OverCommonKeysOnly) {
  EXPECT_DOUBLE_EQ(dot({{1, 0.5F}, {3, 2}, {9, 4}}, {{2, 1}, {3, 0.5F}, {9, 0.25F}}), 2);
  EXPECT_DOUBLE_EQ(dot({{1, 1}}, {{2, 1}}), 0);
  EXPECT_DOUBLE_EQ(dot({}, {{2, 1}}), 0);
}

}  // namespace
}  // namespace attache
