#include "training/stories.h"

#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>

#include "base/hash.h"
#include "lineage/kinship.h"
#include "stories/abroad.h"
#include "support/texts.h"

namespace attache {
namespace {

const Lexicon& lexicon() { return testing::resources().lexicon; }
const BoostedTrees& kinship() {
  static const BoostedTrees trees = shipped_kinship().value();
  return trees;
}

Analysis report(const std::string& text, const std::string& language = "en") {
  Analysis a;
  a.report = testing::plain_report(text, {2024, 3, 4});
  a.report.language.value = language;
  return a;
}

NewsFrequencies news() {
  NewsFrequencies out;
  out.reports = 1000;
  return out;
}

LabelledReports english(double weight = 1) {
  LabelledReports out;
  out.analyses = {report("A train derailed near Tarvela and twelve passengers were injured."), report("Twelve passengers were hurt when the train left its rails at Tarvela."), report("The train to Pell was late again and passengers complained.")};
  out.stories = {"train", "train", "late"};
  out.weight = weight;
  return out;
}

LabelledReports mixed() {
  LabelledReports out;
  out.analyses = {report("An earthquake killed 41 people near Tarvela in Peru."), report("Un terremoto dejó 41 muertos cerca de Tarvela, en Perú.", "es"), report("Un sismo de 41 segundos se sintió cerca de Tarvela, Perú; no hay muertos.", "es")};
  out.stories = {"quake", "quake", "tremor"};
  return out;
}

TEST(CountFrequencies, EachReportCountsAFeatureOnce) {
  const std::vector<Analysis> analyses = {report("envoys envoys harbour"), report("envoys gates"), report("gates")};
  const NewsFrequencies f = count_frequencies(analyses, lexicon(), 1);
  EXPECT_EQ(f.reports, 3u);
  EXPECT_EQ(f.count(Channel::words, hash64("envoys")), 2u);
  EXPECT_EQ(f.count(Channel::words, hash64("gates")), 2u);
  EXPECT_EQ(f.count(Channel::words, hash64("harbour")), 1u);
  EXPECT_EQ(f.count(Channel::lead, hash64("envoys")), 2u);
  EXPECT_EQ(f.count(Channel::pairs, mix(hash64("envoys") ^ hash64("gates"))), 1u);
  EXPECT_EQ(f.count(Channel::title, hash64("envoys")), 0u);
}

TEST(CountFrequencies, RareFeaturesAreLeftOut) {
  const std::vector<Analysis> analyses = {report("envoys harbour"), report("envoys gates"), report("envoys gates")};
  const NewsFrequencies f = count_frequencies(analyses, lexicon(), 3);
  EXPECT_EQ(f.count(Channel::words, hash64("envoys")), 3u);
  EXPECT_EQ(f.count(Channel::words, hash64("gates")), 0u);
  EXPECT_EQ(f.tables[static_cast<std::size_t>(Channel::words)].keys.size(), 1u);
}

TEST(CountFrequencies, WhatIsCountedCanBeReadAgain) {
  const std::vector<Analysis> analyses = english().analyses;
  const NewsFrequencies f = count_frequencies(analyses, lexicon(), 1);
  const auto again = parse_frequencies(serialise(f), "counted");
  ASSERT_TRUE(again.has_value()) << describe(again.error());
  EXPECT_EQ(serialise(*again), serialise(f));
  EXPECT_EQ(serialise(count_frequencies(analyses, lexicon(), 1)), serialise(f));
}

TEST(CountFrequencies, OfNothing) { EXPECT_TRUE(parse_frequencies(serialise(count_frequencies({}, lexicon(), 1)), "none").has_value()); }

TEST(JoinRows, ARowForEachPairWithItsLabel) {
  const std::vector<LabelledReports> folders = {english()};
  const TrainingRows rows = join_rows(folders, news(), kinship(), lexicon(), 1);
  EXPECT_TRUE(std::equal(rows.signals.begin(), rows.signals.end(), kJoinSignals.begin(), kJoinSignals.end()));
  EXPECT_EQ(rows.values.size(), rows.size() * kJoinSignals.size());
  EXPECT_EQ(rows.positive, (std::vector<std::uint8_t>{1, 0, 0}));  // 0-1, 0-2, 1-2
}

TEST(JoinRows, WeightsOfAFolderSumToItsOwn) {
  const std::vector<LabelledReports> folders = {english(0.25), english(3)};
  const TrainingRows rows = join_rows(folders, news(), kinship(), lexicon(), 2);
  ASSERT_EQ(rows.size(), 6u);
  EXPECT_NEAR(std::accumulate(rows.weights.begin(), rows.weights.begin() + 3, 0.0), 0.25, 1e-6);
  EXPECT_NEAR(std::accumulate(rows.weights.begin() + 3, rows.weights.end(), 0.0), 3, 1e-6);
}

TEST(JoinRows, CopiesAreOneText) {
  LabelledReports folder = english();
  const std::string text = "A train derailed near Tarvela on Monday night and twelve passengers were injured, two of them badly, the railway said in a statement that it put on its page before dawn while crews with lamps searched the river.";
  folder.analyses[0] = report(text);
  folder.analyses.push_back(report(text));
  folder.stories.push_back("train");
  const std::vector<LabelledReports> folders = {folder};
  EXPECT_EQ(join_rows(folders, news(), kinship(), lexicon(), 1).size(), 3u);
}

TEST(JoinRows, TheRowsAreWhatTheProgramWouldSee) {
  const std::vector<LabelledReports> folders = {english()};
  const TrainingRows rows = join_rows(folders, news(), kinship(), lexicon(), 1);
  Lineage alone;
  alone.family_of.assign(3, -1);
  alone.member_of.assign(3, -1);
  const auto pairs = join_pairs(make_texts(folders[0].analyses, alone, lexicon(), 1), news(), {}, 1);
  ASSERT_EQ(pairs.size(), rows.size());
  for (std::size_t p = 0; p < pairs.size(); ++p) EXPECT_TRUE(std::equal(pairs[p].signals.begin(), pairs[p].signals.end(), rows.values.begin() + static_cast<std::ptrdiff_t>(p * kJoinSignals.size())));
}

TEST(AbroadRows, EnglishFoldersGiveNone) {
  const std::vector<LabelledReports> folders = {english()};
  const TrainingRows rows = abroad_rows(folders, kinship(), lexicon(), 1);
  EXPECT_EQ(rows.size(), 0u);
  EXPECT_TRUE(std::equal(rows.signals.begin(), rows.signals.end(), kAbroadSignals.begin(), kAbroadSignals.end()));
}

TEST(AbroadRows, PairsOfOneStoryWeighTwice) {
  const std::vector<LabelledReports> folders = {mixed()};
  const TrainingRows rows = abroad_rows(folders, kinship(), lexicon(), 1);
  ASSERT_EQ(rows.positive, (std::vector<std::uint8_t>{1, 0, 0}));
  EXPECT_NEAR(rows.weights[0], 2.0 / 3, 1e-6);
  EXPECT_NEAR(rows.weights[1], 1.0 / 3, 1e-6);
  EXPECT_NEAR(rows.weights[2], 1.0 / 3, 1e-6);
}

TEST(AbroadRows, PairsOfOneLanguageCountOnlyWhereTheyAreKnown) {
  LabelledReports folder = mixed();
  folder.one_language = false;
  const std::vector<LabelledReports> folders = {folder};
  const TrainingRows rows = abroad_rows(folders, kinship(), lexicon(), 1);
  ASSERT_EQ(rows.positive, (std::vector<std::uint8_t>{1, 0}));  // the two in Spanish are left out
  EXPECT_NEAR(rows.weights[1], 0.5, 1e-6);                      // and weigh nothing
}

TEST(StoryRows, TheSameReportsGiveTheSameBytes) {
  const std::vector<LabelledReports> folders = {english(), mixed()};
  EXPECT_EQ(to_table(join_rows(folders, news(), kinship(), lexicon(), 1)), to_table(join_rows(folders, news(), kinship(), lexicon(), 2)));
  EXPECT_EQ(to_table(abroad_rows(folders, kinship(), lexicon(), 1)), to_table(abroad_rows(folders, kinship(), lexicon(), 2)));
}

TEST(StoryRows, OfNothing) {
  const std::vector<LabelledReports> folders(2);
  EXPECT_EQ(join_rows(folders, news(), kinship(), lexicon(), 1).size(), 0u);
  EXPECT_EQ(abroad_rows(folders, kinship(), lexicon(), 1).size(), 0u);
}

}  // namespace
}  // namespace attache
