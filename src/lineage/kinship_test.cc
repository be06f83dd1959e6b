#include "lineage/kinship.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "lineage/document.h"
#include "support/texts.h"

namespace attache {
namespace {

// "w0 w1 ... " for [begin, end): as many 4-grams as words, less three.
std::string run_of(int begin, int end, const std::string& letter = "w") {
  std::string out;
  for (int i = begin; i < end; ++i) out += letter + std::string(1, static_cast<char>('a' + i / 26)) + static_cast<char>('a' + i % 26) + " ";
  return out;
}

Report report_of(const std::string& text, const std::string& title = {}, const Date& day = {}) {
  Report report = testing::plain_report(text, day);
  report.title.value = title;
  return report;
}

SketchIndex index_of(const std::vector<Report>& reports) {
  SketchIndex index;
  for (std::uint32_t i = 0; i < reports.size(); ++i) index.add(i, make_sketch(make_fingerprint(reports[i])), published_day(reports[i]));
  return index;
}

class Pair {
 public:
  Pair(const Report& a, const Report& b, std::vector<Report> others = {}) {
    others.insert(others.begin(), {a, b});
    signals_ = kinship_signals(a, make_shape(a), b, make_shape(b), index_of(others));
  }
  double operator[](std::string_view name) const {
    const auto at = std::find(kKinshipSignals.begin(), kKinshipSignals.end(), name);
    if (at == kKinshipSignals.end()) {
      ADD_FAILURE() << "no signal " << name;
      return -99;
    }
    return static_cast<double>(signals_[static_cast<std::size_t>(at - kKinshipSignals.begin())]);
  }
  const KinshipSignals& all() const { return signals_; }

 private:
  KinshipSignals signals_;
};

constexpr double kNear = 1e-6;

TEST(Kinship, SharesOfBothTexts) {
  const Pair p(report_of(run_of(0, 10)), report_of(run_of(0, 7) + run_of(100, 120)));  // 7 and 24 4-grams, 4 in common
  EXPECT_NEAR(p["short_in_long"], 4.0 / 7, kNear);
  EXPECT_NEAR(p["long_in_short"], 4.0 / 24, kNear);
  EXPECT_NEAR(p["shared"], std::log1p(4), kNear);
  EXPECT_NEAR(p["length"], std::log1p(10), kNear);
  EXPECT_NEAR(p["ratio"], 10.0 / 27, kNear);
}

TEST(Kinship, TheOrderOfBothTextsDoesNotMatter) {
  const Report a = report_of("Envoys of Sorn " + run_of(0, 12) + "met 31 times", "Envoys meet", {2024, 3, 4}), b = report_of(run_of(2, 30) + "and 40 men", "Envoys do not meet", {2024, 3, 6});
  EXPECT_EQ(Pair(a, b).all(), Pair(b, a).all());
}

TEST(Kinship, PiecesInCommon) {
  // two pieces: 6 words (3 4-grams), then 9 words (6)
  const Pair p(report_of(run_of(0, 6) + run_of(50, 60) + run_of(10, 19)), report_of(run_of(0, 6) + run_of(70, 100) + run_of(10, 19)));
  EXPECT_NEAR(p["longest_run"], std::log1p(6), kNear);
  EXPECT_NEAR(p["mean_run"], std::log1p(4.5), kNear);
}

TEST(Kinship, WithoutAnythingInCommon) {
  const Pair p(report_of(run_of(0, 20)), report_of(run_of(100, 130)));
  for (const char* name : {"short_in_long", "long_in_short", "rare", "unquoted", "shared", "longest_run", "mean_run", "short_lead", "long_lead", "swaps"}) EXPECT_EQ(p[name], 0) << name;
  for (const char* name : {"quoted", "numbers", "short_names", "long_names", "title", "days", "same_agency", "holders", "days_held", "swapped_numbers", "swapped_names"}) EXPECT_EQ(p[name], -1) << name;
}

TEST(Kinship, QuotedAndUnquoted) {
  // both quote 8 words; the 4-grams that begin with a quoted word: 8 in both texts, of which 5 lie inside
  const std::string quotation = "\"" + run_of(0, 8) + "\" ";
  const Pair p(report_of(run_of(50, 60) + quotation + run_of(60, 70)), report_of(run_of(80, 100) + quotation + run_of(100, 110)));
  EXPECT_NEAR(p["quoted"], 1, kNear);
  EXPECT_NEAR(p["unquoted"], 0, kNear);
  EXPECT_NEAR(p["shared"], std::log1p(5), kNear);
  const Pair half(report_of(quotation + run_of(20, 27) + run_of(30, 40)), report_of(run_of(80, 100) + quotation + run_of(110, 120) + run_of(20, 27)));
  EXPECT_NEAR(half["quoted"], 5.0 / 9, kNear);  // 5 inside, 4 outside
  EXPECT_NEAR(half["unquoted"], 4.0 / 14, kNear);
}

TEST(Kinship, TheBeginningIsThirtyGrams) {
  // the long text opens with 15 words of the short one: 12 4-grams of its first 30; the short one has them at its end
  const Pair p(report_of(run_of(100, 140) + run_of(0, 15)), report_of(run_of(0, 15) + run_of(200, 300)));
  EXPECT_NEAR(p["long_lead"], 12.0 / 30, kNear);
  EXPECT_NEAR(p["short_lead"], 0, kNear);
}

TEST(Kinship, LeadShareOfShortTexts) {
  const TextShape text = make_shape(report_of(run_of(0, 10))), other = make_shape(report_of(run_of(0, 6) + run_of(40, 90)));
  EXPECT_NEAR(lead_share(text, other), 3.0 / 7, kNear);   // 7 4-grams, all of them the beginning
  EXPECT_NEAR(lead_share(other, text), 3.0 / 30, kNear);
  EXPECT_EQ(lead_share(make_shape(report_of("too short")), text), -1);
  EXPECT_EQ(lead_share(text, make_shape(report_of(""))), 0);
}

TEST(Kinship, NumbersOfTheShortText) {
  const Pair p(report_of("the yard counted 31 wagons and 2,100 men and 7 boats"), report_of("in the yard stood 31 wagons of the army and 2100 men with 8 flags and others"));
  EXPECT_NEAR(p["numbers"], 2.0 / 3, kNear);
  EXPECT_NEAR(p["number_count"], std::log1p(3), kNear);
}

TEST(Kinship, Names) {
  const Pair p(report_of("the envoys Doran and Calo met in Sorn"), report_of("an aide said that Doran and three men of the Littoral Council came to Sorn by boat"));
  EXPECT_NEAR(p["short_names"], 2.0 / 3, kNear);
  EXPECT_NEAR(p["long_names"], 2.0 / 4, kNear);
}

TEST(Kinship, TitlesByDice) {
  const std::string text = run_of(0, 8);
  EXPECT_NEAR(Pair(report_of(text, "Envoys leave Sorn"), report_of(text, "ENVOYS stay in Sorn"))["title"], 2.0 * 2 / 7, kNear);
  EXPECT_NEAR(Pair(report_of(text, "Envoys leave"), report_of(text, "Boat sinks"))["title"], 0, kNear);
  EXPECT_EQ(Pair(report_of(text, "Envoys leave"), report_of(text))["title"], -1);
}

TEST(Kinship, DaysApart) {
  const std::string text = run_of(0, 8);
  EXPECT_EQ(Pair(report_of(text, "", {2024, 2, 28}), report_of(text, "", {2024, 3, 1}))["days"], 2);
  EXPECT_EQ(Pair(report_of(text, "", {2024, 3, 1}), report_of(text, "", {2024, 2, 28}))["days"], 2);
  EXPECT_EQ(Pair(report_of(text, "", {2024, 3, 1}), report_of(text))["days"], -1);
  EXPECT_EQ(Pair(report_of(text, "", {2024, 3, 0}), report_of(text, "", {2024, 3, 1}))["days"], -1);
}

TEST(Kinship, Agencies) {
  Report a = report_of(run_of(0, 8)), b = a;
  a.agencies = {{"Northwire", "", {}}, {"CPA", "", {}}};
  EXPECT_EQ(Pair(a, b)["same_agency"], -1);
  b.agencies = {{"CPA", "", {}}};
  EXPECT_EQ(Pair(a, b)["same_agency"], 1);
  b.agencies = {{"Meridian", "", {}}};
  EXPECT_EQ(Pair(a, b)["same_agency"], 0);
}

TEST(Kinship, SwapsAreShortPlacesBetweenEqualPieces) {
  // a form: equal pieces, then a number, a name, a plain word; then a place of six words, which is no swap
  const auto form = [](const std::string& number, const std::string& name, const std::string& word, const std::string& tail) {
    return "the exchange of the town closed at " + number + " points on the day and dealers of " + name + " waited for the bank to speak " + word + " about its rate and the bonds " + tail + " then rose at the end of the session";
  };
  const std::string long_tail = "of one two three four five", other_tail = "ab cd ef gh ij kl";
  const Pair p(report_of(form("3,411", "Sorn", "soon", long_tail)), report_of(form("3,398", "Pell", "later", other_tail)));
  EXPECT_NEAR(p["swaps"], std::log1p(3), kNear);
  EXPECT_NEAR(p["swapped_numbers"], 1.0 / 3, kNear);
  EXPECT_NEAR(p["swapped_names"], 1.0 / 3, kNear);
}

TEST(Kinship, ATextThatGoesOnIsNoSwap) {
  const Pair p(report_of(run_of(0, 10)), report_of(run_of(0, 10) + run_of(30, 40)));
  EXPECT_EQ(p["swaps"], 0);
  EXPECT_EQ(p["swapped_numbers"], -1);
}

TEST(Kinship, AFormIsHeldOnManyDays) {
  const std::string form = run_of(0, 12);
  std::vector<Report> others;
  for (unsigned day = 3; day <= 8; ++day) others.push_back(report_of(form + run_of(100 + 10 * static_cast<int>(day), 110 + 10 * static_cast<int>(day)), "", {2024, 3, day}));
  const Report a = report_of(form, "", {2024, 3, 1}), b = report_of(form + run_of(50, 60), "", {2024, 3, 2});
  const Pair seen(a, b, others), alone(a, b);
  EXPECT_NEAR(alone["holders"], 1, kNear);    // two reports on two days
  EXPECT_NEAR(alone["days_held"], 1, kNear);
  EXPECT_NEAR(seen["holders"], 3, kNear);     // eight on eight
  EXPECT_NEAR(seen["days_held"], 3, kNear);
}

TEST(Kinship, CopiesOfOneDayAreHeldOnOne) {
  const std::string text = run_of(0, 12);
  std::vector<Report> others(6, report_of(text + run_of(60, 70), "", {2024, 3, 1}));
  const Pair p(report_of(text, "", {2024, 3, 1}), report_of(text + run_of(40, 50), "", {2024, 3, 1}), others);
  EXPECT_NEAR(p["holders"], 3, kNear);
  EXPECT_NEAR(p["days_held"], 0, kNear);
}

TEST(Kinship, WhatManyHoldWeighsLittle) {
  // 9 4-grams that eight reports hold, 9 that only these two hold; then the short text has 9 of its own
  const std::string form = run_of(0, 12), own = run_of(40, 52);
  std::vector<Report> others;
  for (int i = 0; i < 6; ++i) others.push_back(report_of(form + run_of(150 + 10 * i, 160 + 10 * i)));
  const Report a = report_of(form + "\n" + run_of(60, 80)), b = report_of(form + "\n" + run_of(90, 120));
  const Report c = report_of(own + "\n" + run_of(60, 80)), d = report_of(own + "\n" + run_of(90, 120));
  others.push_back(c);
  others.push_back(d);
  const Pair common(a, b, others);
  EXPECT_LT(common["rare"], common["short_in_long"]);
  const Pair rare(c, d, {a, b, others[0], others[1], others[2], others[3], others[4], others[5]});
  EXPECT_GT(rare["rare"], common["rare"]);
}

TEST(Kinship, ATextWithoutGramsHasNothingToShare) {
  for (const char* text : {"", "...", "no comment"}) {
    const Pair p(report_of(text), report_of(run_of(0, 20)));
    EXPECT_EQ(p["short_in_long"], -1) << text;
    EXPECT_EQ(p["rare"], -1) << text;
    EXPECT_EQ(p["short_lead"], -1) << text;
    EXPECT_EQ(p["long_in_short"], 0) << text;
    for (float value : p.all()) EXPECT_TRUE(std::isfinite(value)) << text;
  }
  const Pair nothing(Report{}, Report{});
  for (float value : nothing.all()) EXPECT_TRUE(std::isfinite(value));
}

TEST(Kinship, TheShippedTreesKnowTheseSignals) {
  const auto trees = shipped_kinship();
  ASSERT_TRUE(trees.has_value()) << describe(trees.error());
  EXPECT_EQ(trees->signals.size(), kKinshipSignals.size());
  EXPECT_FALSE(trees->trees.empty());
}

TEST(Kinship, TheShippedTreesTellACopyFromAStranger) {
  const BoostedTrees trees = shipped_kinship().value();
  const Report a = report_of(run_of(0, 200), "Envoys leave Sorn", {2024, 3, 1}), copy = report_of(run_of(0, 150), "Envoys leave", {2024, 3, 1});
  const Report stranger = report_of(run_of(300, 480) + run_of(0, 8), "Boat sinks", {2024, 3, 1});
  EXPECT_GT(probability(trees, Pair(a, copy).all()), 0.9);
  EXPECT_LT(probability(trees, Pair(a, stranger).all()), 0.1);
}

}  // namespace
}  // namespace attache
