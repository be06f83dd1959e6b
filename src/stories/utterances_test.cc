#include "stories/utterances.h"

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

// A report in which one person says one thing, as the stage before would have found it.
Analysis saying(const std::string& speaker, const std::string& words, const Date& day = {}, StatementKind kind = StatementKind::direct) {
  Analysis a;
  a.report = testing::plain_report(words, day);
  StatementMention m;
  m.kind = kind;
  m.content = {{0, static_cast<std::uint32_t>(words.size())}};
  m.speaker_text = speaker;
  a.statements.push_back(m);
  return a;
}

std::vector<Pair> pairs_in(const std::vector<Analysis>& analyses, const UtteranceOptions& options = {}) {
  std::vector<Pair> out;
  for (const SharedUtterance& u : shared_utterances(analyses, options)) out.push_back(u.reports);
  return out;
}

const std::string kWords = "we will not trade the safety of our villages";
const std::vector<Pair> kBoth = {{0, 1}};

TEST(SharedUtterances, OneSpeakerAndTheSameWords) {
  const std::vector<SharedUtterance> found = shared_utterances(std::vector<Analysis>{saying("Ilka Doran", kWords), saying("President Doran", "We will not trade our villages' safety, the")}, {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].reports, (Pair{0, 1}));
  EXPECT_EQ(found[0].words, "We will not trade our villages' safety, the");  // the shorter wording
}

TEST(SharedUtterances, AnotherSpeakerSaysSomethingElse) { EXPECT_TRUE(pairs_in({saying("Ilka Doran", kWords), saying("Tomas Brenn", kWords)}).empty()); }

TEST(SharedUtterances, NobodySaysNothingTogether) { EXPECT_TRUE(pairs_in({saying("", kWords), saying("", kWords)}).empty()); }

TEST(SharedUtterances, TheEntityNamesTheSpeaker) {
  Analysis a = saying("she", kWords);
  a.entities = {{EntityType::person, "Ilka Doran", "", 0, {}, {}}};
  a.statements[0].speaker = 0;
  EXPECT_EQ(pairs_in({a, saying("DORAN", kWords)}), kBoth);
  EXPECT_TRUE(pairs_in({a, saying("she", kWords)}).empty());
}

TEST(SharedUtterances, IndirectSpeechDoesNotCount) { EXPECT_TRUE(pairs_in({saying("Doran", kWords), saying("Doran", kWords, {}, StatementKind::indirect)}).empty()); }

TEST(SharedUtterances, AFewWordsAreChance) {
  EXPECT_TRUE(pairs_in({saying("Doran", "we will not trade"), saying("Doran", "we will not trade")}).empty());
  EXPECT_EQ(pairs_in({saying("Doran", "we will not trade this"), saying("Doran", "we will not trade this")}), kBoth);
  EXPECT_TRUE(pairs_in({saying("Doran", "we will not trade this"), saying("Doran", "we will not trade this")}, {.words = 6}).empty());
}

TEST(SharedUtterances, HalfOfTheWordsInCommon) {
  // Dice of 8 and 8 words: 4 in common reach .5, 3 do not
  const std::string four = "we will not trade stones with any neighbour", three = "we will not sell stones with any neighbour";
  const std::string base = "we will not trade safety for quiet rooms";
  EXPECT_EQ(pairs_in({saying("Doran", base), saying("Doran", four)}), kBoth);
  EXPECT_TRUE(pairs_in({saying("Doran", base), saying("Doran", three)}).empty());
}

TEST(SharedUtterances, WordsWithoutOneNeighbourInCommonAreOthers) { EXPECT_TRUE(pairs_in({saying("Doran", "one two three four five"), saying("Doran", "one three five two four")}).empty()); }

TEST(SharedUtterances, LaterReportsQuoteAgain) {
  const auto apart = [](unsigned days) { return pairs_in({saying("Doran", kWords, {2024, 3, 1}), saying("Doran", kWords, {2024, 3, 1 + days})}); };
  EXPECT_EQ(apart(0), kBoth);
  EXPECT_EQ(apart(4), kBoth);
  EXPECT_TRUE(apart(5).empty());
  EXPECT_EQ(pairs_in({saying("Doran", kWords, {2024, 3, 1}), saying("Doran", kWords)}), kBoth);  // who knows
}

TEST(SharedUtterances, AReportIsNoPairWithItself) {
  Analysis a = saying("Doran", kWords);
  a.statements.push_back(a.statements[0]);
  EXPECT_TRUE(pairs_in({a}).empty());
  EXPECT_EQ(pairs_in({a, a}), kBoth);  // once
}

TEST(SharedUtterances, EveryPairOnceInAscendingOrder) {
  const std::vector<Analysis> all(4, saying("Doran", kWords));
  EXPECT_EQ(pairs_in(all), (std::vector<Pair>{{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}}));
}

TEST(SharedUtterances, AnUtteranceInPiecesIsOne) {
  const std::string text = "\"we will not trade\" she said \"the safety of our villages\"";
  Analysis a = saying("Doran", text);
  a.statements[0].content = {{1, 18}, {30, 56}};
  EXPECT_EQ(pairs_in({a, saying("Doran", kWords)}), kBoth);
}

TEST(SharedUtterances, OfNothing) {
  EXPECT_TRUE(pairs_in({}).empty());
  EXPECT_TRUE(pairs_in({Analysis{}, Analysis{}}).empty());
  EXPECT_TRUE(pairs_in({saying("Doran", ""), saying("Doran", "...")}).empty());
}

}  // namespace
}  // namespace attache
