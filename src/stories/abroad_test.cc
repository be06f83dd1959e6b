#include "stories/abroad.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

struct Item {
  std::string language, text;
  Date day = {};
  std::string title = {};
};

std::vector<Analysis> analyses_of(const std::vector<Item>& items) {
  std::vector<Analysis> out;
  for (const Item& item : items) {
    Analysis& a = out.emplace_back();
    a.report = testing::plain_report(item.text, item.day);
    a.report.language.value = item.language;
    a.report.title.value = item.title;
  }
  return out;
}

StoryTexts texts_of(const std::vector<Analysis>& analyses) {
  Lineage lineage;
  lineage.family_of.assign(analyses.size(), -1);
  lineage.member_of.assign(analyses.size(), -1);
  return make_texts(analyses, lineage, testing::resources().lexicon, 1);
}

std::vector<AbroadPair> pairs_of(const std::vector<Item>& items, int threads = 1, const CandidateOptions& options = kAbroadCandidates) {
  const std::vector<Analysis> analyses = analyses_of(items);
  return abroad_pairs(analyses, texts_of(analyses), options, threads);
}

const AbroadPair* find(const std::vector<AbroadPair>& pairs, Pair texts) {
  const auto at = std::find_if(pairs.begin(), pairs.end(), [&](const AbroadPair& p) { return p.texts == texts; });
  return at == pairs.end() ? nullptr : &*at;
}

double signal(const AbroadPair& pair, std::string_view name) {
  const auto at = std::find(kAbroadSignals.begin(), kAbroadSignals.end(), name);
  EXPECT_NE(at, kAbroadSignals.end()) << name;
  return static_cast<double>(pair.signals[static_cast<std::size_t>(at - kAbroadSignals.begin())]);
}

const Item kQuakeEn = {"en", "An earthquake of magnitude 6.4 killed 41 people near Tarvela in Peru on Monday, the governor Ilmar Sodrano said.", {2024, 3, 4}};
const Item kQuakeEs = {"es", "Un terremoto de magnitud 6.4 dejó 41 muertos cerca de Tarvela, en Perú, dijo el gobernador Ilmar Sodrano.", {2024, 3, 4}};
const Item kQuakeRu = {"ru", "Землетрясение магнитудой 6.4 унесло жизни 41 человека близ Тарвелы в Перу, сообщил губернатор Ильмар Содрано.", {2024, 3, 5}};
const Item kVoteEn = {"en", "Voters in Norway go to the polls on Sunday after a campaign about taxes, and Berit Holmgard hopes to stay minister.", {2024, 3, 4}};
const Item kVoteEs = {"es", "Los noruegos acuden a las elecciones en Noruega el domingo, y Berit Holmgard espera seguir en el gobierno.", {2024, 3, 4}};
const Item kTrainEn = {"en", "A train derailed in Kenya and 12 passengers were injured, the railway said.", {2024, 3, 9}};

TEST(Abroad, EnglishAloneGivesNothing) {
  EXPECT_TRUE(pairs_of({kQuakeEn, kVoteEn, kTrainEn, kQuakeEn}).empty());
  EXPECT_TRUE(pairs_of({}).empty());
}

TEST(Abroad, TwoEnglishTextsAreNoPair) {
  EXPECT_EQ(find(pairs_of({kQuakeEn, kQuakeEn, kQuakeEs}), {0, 1}), nullptr);
  EXPECT_NE(find(pairs_of({kQuakeEn, kQuakeEn, kQuakeEs}), {0, 2}), nullptr);
}

TEST(Abroad, OneHappeningInThreeLanguagesIsPaired) {
  const auto pairs = pairs_of({kQuakeEn, kVoteEn, kQuakeEs, kVoteEs, kQuakeRu, kTrainEn});
  for (const Pair& wanted : {Pair{0, 2}, Pair{0, 4}, Pair{2, 4}, Pair{1, 3}}) EXPECT_NE(find(pairs, wanted), nullptr) << wanted.first << " " << wanted.second;
  const AbroadPair *same = find(pairs, {0, 2}), *other = find(pairs, {0, 3});
  ASSERT_NE(same, nullptr);
  if (other) { EXPECT_GT(signal(*same, "kept_mean"), 3 * signal(*other, "kept_mean")); }
  EXPECT_EQ(signal(*same, "near_rank"), 0);
  EXPECT_EQ(signal(*same, "kept_high_share"), 1);
}

TEST(Abroad, TheNearestByBeginningIsTheSameHappening) {
  const auto pairs = pairs_of({kQuakeEn, kVoteEn, kQuakeEs, kVoteEs, kQuakeRu, kTrainEn});
  const AbroadPair* best_of_vote = nullptr;
  for (const AbroadPair& p : pairs) {
    if ((p.texts.first == 3 || p.texts.second == 3) && (!best_of_vote || signal(p, "kept_mean") > signal(*best_of_vote, "kept_mean"))) best_of_vote = &p;
  }
  ASSERT_NE(best_of_vote, nullptr);
  EXPECT_EQ(best_of_vote->texts, (Pair{1, 3}));
}

TEST(Abroad, SignalsByHand) {
  // shared: the concept and the country, two numbers, no name; the Spanish text has one number more
  const auto pairs = pairs_of({{"en", "earthquake Peru 41 640", {2024, 3, 4}}, {"es", "terremoto Perú 41 640 99", {2024, 3, 6}}});
  ASSERT_EQ(pairs.size(), 1u);
  const AbroadPair& p = pairs[0];
  EXPECT_EQ(signal(p, "shared_concepts"), 2);
  EXPECT_EQ(signal(p, "least_concepts"), 2);
  EXPECT_EQ(signal(p, "numbers"), 1);
  EXPECT_EQ(signal(p, "days"), 2);
  EXPECT_EQ(signal(p, "english"), 1);
  EXPECT_NEAR(signal(p, "texts"), std::log(2.0), 1e-6);
  EXPECT_EQ(signal(p, "concepts"), 0);  // what both texts of two share is common to all
  EXPECT_NEAR(signal(p, "kept_concepts"), 1, 1e-6);
}

TEST(Abroad, WhatIsNotKnownIsMinusOne) {
  const auto pairs = pairs_of({{"en", "earthquake in Peru"}, {"es", "terremoto en Perú", {2024, 3, 6}}});
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_EQ(signal(pairs[0], "days"), -1);
  EXPECT_EQ(signal(pairs[0], "numbers"), -1);
}

TEST(Abroad, NumbersAreTheShareOfTheTextThatHasFewer) {
  const auto pairs = pairs_of({{"fr", "séisme au Pérou 11 12 13 14"}, {"es", "terremoto en Perú 11 99"}});
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_NEAR(signal(pairs[0], "numbers"), 0.5, 1e-6);
  EXPECT_EQ(signal(pairs[0], "english"), 0);
}

TEST(Abroad, ADigitAloneIsNoNumber) {
  const auto pairs = pairs_of({{"fr", "séisme 7"}, {"es", "terremoto 7"}});
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_EQ(signal(pairs[0], "numbers"), -1);
}

TEST(Abroad, OnlyTheBeginningIsRead) {
  std::string filler;
  while (filler.size() < 700) filler += "aaa ";
  EXPECT_TRUE(pairs_of({{"en", filler + "earthquake in Peru"}, {"es", "terremoto en Perú"}}).empty());
  EXPECT_EQ(pairs_of({{"en", filler, {}, "Earthquake in Peru"}, {"es", "terremoto en Perú"}}).size(), 1u);  // the title opens it
}

TEST(Abroad, NothingInCommonIsNoPair) { EXPECT_TRUE(pairs_of({{"en", "earthquake"}, {"es", "elecciones"}}).empty()); }

TEST(Abroad, OfEmptyTextsAndUnknownLanguages) {
  EXPECT_TRUE(pairs_of({{"es", ""}, {"ru", "..."}, {"", ""}}).empty());
  const auto pairs = pairs_of({{"qq", "Tarvela Sodrano 6400"}, {"", "Tarvela Sodrano 6400"}, {"es", "Tarvela Sodrano 6400"}});
  EXPECT_FALSE(pairs.empty());
  for (const AbroadPair& p : pairs) {
    for (float value : p.signals) EXPECT_TRUE(std::isfinite(value));
  }
}

TEST(Abroad, BrokenUtf8IsSurvived) {
  for (const AbroadPair& p : pairs_of({{"ru", "\xFF\xD0 Перу 6400 \xF0\x9F"}, {"es", "Perú 6400 \xC3"}, {"zh", "\xE5\x9C 6400 秘鲁"}})) {
    for (float value : p.signals) EXPECT_TRUE(std::isfinite(value));
  }
}

TEST(Abroad, ThreadsAndRepetitionLeaveNoTrace) {
  std::vector<Item> items;
  for (int i = 0; i < 30; ++i) {
    for (Item item : {kQuakeEn, kVoteEs, kQuakeRu, kTrainEn, kVoteEn}) {
      item.text += " " + std::to_string(100 + i * 7 % 11) + " " + std::to_string(500 + i);
      items.push_back(item);
    }
  }
  const auto one = pairs_of(items), again = pairs_of(items), three = pairs_of(items, 3);
  ASSERT_EQ(one.size(), three.size());
  ASSERT_EQ(one.size(), again.size());
  EXPECT_GT(one.size(), 100u);
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].texts, three[i].texts);
    EXPECT_EQ(one[i].signals, three[i].signals);
    EXPECT_EQ(one[i].signals, again[i].signals);
    EXPECT_LT(one[i].texts.first, one[i].texts.second);
  }
}

TEST(Abroad, TheShippedTreesKnowTheseSignals) {
  const auto trees = shipped_abroad();
  ASSERT_TRUE(trees.has_value()) << describe(trees.error());
  EXPECT_EQ(trees->signals.size(), kAbroadSignals.size());
  EXPECT_FALSE(trees->trees.empty());
}

}  // namespace
}  // namespace attache
