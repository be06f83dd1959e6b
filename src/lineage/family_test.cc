#include "lineage/family.h"

#include <algorithm>
#include <deque>

#include <gtest/gtest.h>

#include "language/segment.h"
#include "lineage/kinship.h"
#include "support/texts.h"

namespace attache {
namespace {

const Lexicon& lexicon() { return testing::resources().lexicon; }
const BoostedTrees& kinship() {
  static const BoostedTrees trees = shipped_kinship().value();
  return trees;
}

// Reports in canonical order (dated ones by time, then the undated) and their lineage.
class Collection {
 public:
  void add(const std::string& text, const Date& day = {}, int minute = Report{}.published_minute, const std::string& agency = {}, const std::string& outlet = {}) {
    Analysis& a = analyses_.emplace_back();
    a.report = testing::plain_report(text, day);
    a.report.published_minute = minute;
    if (!agency.empty()) a.report.agencies.push_back({agency, "", {}});
    a.report.outlet.value = outlet;
    for (const Sentence& s : segment(a.report.text, a.report.blocks, lexicon()).sentences) a.sentences.push_back({s.span, s.block, s.title});
  }
  [[nodiscard]] Lineage lineage(int threads = 1, const LineageOptions& options = {}) const {
    std::vector<Document> documents;
    for (const Analysis& a : analyses_) documents.push_back(document_of(a));
    return find_lineage(documents, lexicon(), kinship(), options, threads);
  }

 private:
  std::deque<Analysis> analyses_;
};

const std::string kLead = "Velmara has asked the council to keep observers on the river for five more years, a letter seen by the agency showed. ";
const std::string kRail = "The letter says that trains with closed wagons crossed the railway bridge at night in every week of February. ";
const std::string kForce = "The council sent its observers after the armistice, and their mandate ends with the month of September unless it is renewed. ";
const std::string kReply = "The foreign ministry of Rudenia did not immediately respond to a request for comment on the letter. ";
const std::string kAnswer = "The foreign ministry of Rudenia called the letter an insult and said that no train had crossed without papers. ";
const std::string kTown = "In the border town people have filled sandbags since the winter and look at the water with more worry than at the soldiers. ";
const std::string kVote = "Diplomats from two member states said that a vote could come before the summer if the members agree on money. ";

const std::string kFireLead = "A fire in a warehouse by the docks kept forty firefighters busy until the morning, the city said. ";
const std::string kFireMore = "Nobody was hurt, but smoke drifted over the market halls and two schools stayed closed for the day. ";
const std::string kFireEnd = "The mayor thanked the crews and promised that the owners would have to explain how the blaze began. ";

const Date k12{2024, 3, 12}, k13{2024, 3, 13}, k15{2024, 3, 15};

const Member& only_copy(const Lineage& lineage) {
  static const Member none;
  if (lineage.families.size() != 1 || lineage.families[0].members.size() != 2) {
    ADD_FAILURE() << "not one family of two";
    return none;
  }
  return lineage.families[0].members[1];
}

TEST(Lineage, WithoutReportsThereIsNone) {
  const Lineage lineage = Collection().lineage();
  EXPECT_TRUE(lineage.families.empty());
  EXPECT_TRUE(lineage.family_of.empty());
}

TEST(Lineage, UnrelatedReportsFoundNoFamily) {
  Collection c;
  c.add(kLead + kRail + kForce, k12);
  c.add(kFireLead + kFireMore + kFireEnd, k12);
  const Lineage lineage = c.lineage();
  EXPECT_TRUE(lineage.families.empty());
  EXPECT_EQ(lineage.family_of, (std::vector<std::int32_t>{-1, -1}));
  EXPECT_EQ(member_of(lineage, 0), nullptr);
}

TEST(Lineage, TextsWithoutWordsFoundNoFamily) {
  Collection c;
  c.add("...", k12);
  c.add("...", k12);
  c.add("", k12);
  EXPECT_TRUE(c.lineage().families.empty());
}

TEST(Lineage, VerbatimWhenOnlyMarksChanged) {
  Collection c;
  c.add(kLead + kRail + "\"We wait,\" the envoy's office said.", k12);
  c.add(kLead + "\n" + kRail + "“We wait,” the envoy’s office said.", k13);
  const Lineage lineage = c.lineage();
  const Member& copy = only_copy(lineage);
  EXPECT_EQ(copy.report, 1u);
  EXPECT_EQ(copy.parent, 0);
  EXPECT_EQ(copy.descent, Descent::verbatim);
  EXPECT_EQ(copy.order_reason, "published on 2024-03-13, after 2024-03-12");
  EXPECT_EQ(lineage.families[0].members[0].descent, Descent::original);
  EXPECT_EQ(lineage.families[0].members[0].parent, -1);
  EXPECT_EQ(member_of(lineage, 1), &copy);
}

TEST(Lineage, AMovedSentenceIsAnEdit) {
  Collection c;
  c.add(kLead + kRail + kForce + kTown, k12);
  c.add(kLead + kTown + kRail + kForce, k13);
  EXPECT_EQ(only_copy(c.lineage()).descent, Descent::edited);
}

TEST(Lineage, EditedWhenASentenceIsReplaced) {
  Collection c;
  c.add(kLead + kRail + kForce + kReply, k12, 600);
  c.add(kLead + kRail + kForce + kAnswer, k12, 660);
  const Lineage lineage = c.lineage();
  EXPECT_EQ(only_copy(lineage).descent, Descent::edited);
  EXPECT_EQ(only_copy(lineage).order_reason, "published later on 2024-03-12");
}

TEST(Lineage, AnExcerptLiesInALongerText) {
  Collection c;
  c.add(kLead + kRail + kForce + kTown + kVote, k12);
  c.add(kLead + kRail, k13);
  const Member copy = only_copy(c.lineage());
  EXPECT_EQ(copy.descent, Descent::excerpt);
  EXPECT_DOUBLE_EQ(copy.overlap.b_in_a, 1);
}

TEST(Lineage, AnExtendedTextHoldsTheEarlierOne) {
  Collection c;
  c.add(kLead + kRail, k12);
  c.add(kLead + kRail + kForce + kTown + kVote, k13);
  const Member copy = only_copy(c.lineage());
  EXPECT_EQ(copy.descent, Descent::extended);
  EXPECT_DOUBLE_EQ(copy.overlap.a_in_b, 1);
}

TEST(Lineage, AChainOfVersionsHangsEachUnderTheOneBefore) {
  Collection c;
  c.add(kLead + kRail + kForce + kReply, k12, 540);
  c.add(kLead + kRail + kForce + kAnswer + kTown, k12, 600);
  c.add(kLead + kRail + kForce + kAnswer + kTown + kVote, k12, 660);  // holds most of the first, all of the second
  const Lineage lineage = c.lineage();
  ASSERT_EQ(lineage.families.size(), 1u);
  const std::vector<Member>& members = lineage.families[0].members;
  ASSERT_EQ(members.size(), 3u);
  for (std::uint32_t m = 0; m < 3; ++m) {
    EXPECT_EQ(members[m].report, m);
    EXPECT_EQ(members[m].parent, static_cast<int>(m) - 1);
  }
}

TEST(Lineage, CopiesOfOneTextHangUnderTheFirst) {
  Collection c;
  c.add(kLead + kRail + kForce, k12, 540);
  c.add(kLead + kRail + kForce, k12, 600);
  c.add(kLead + kRail + kForce, k13, 60);
  const Lineage lineage = c.lineage();
  ASSERT_EQ(lineage.families.size(), 1u);
  ASSERT_EQ(lineage.families[0].members.size(), 3u);
  EXPECT_EQ(lineage.families[0].members[1].parent, 0);
  EXPECT_EQ(lineage.families[0].members[2].parent, 0);
}

TEST(Lineage, AParagraphIsEnoughForACopy) {
  // two sentences; below some twenty words the decision, which was learnt from longer texts, says no
  Collection c;
  c.add(kLead + kReply, k12, 540);
  c.add(kLead + kReply, k12, 600);
  EXPECT_EQ(only_copy(c.lineage()).descent, Descent::verbatim);
}

TEST(Lineage, TheTextOrdersWhatDatesDoNot) {
  // the undated report comes last in canonical order, yet nobody has answered in it
  Collection c;
  c.add(kLead + kRail + kForce + kAnswer, k13);
  c.add(kLead + kRail + kForce + kReply);
  const Lineage lineage = c.lineage();
  const Member copy = only_copy(lineage);
  EXPECT_EQ(lineage.families[0].members[0].report, 1u);
  EXPECT_EQ(copy.report, 0u);
  EXPECT_EQ(copy.order_reason, "a missing reply in the earlier version is answered or replaced here");
}

TEST(Lineage, TimeSpeaksBeforeTheText) {
  Collection c;
  c.add(kLead + kRail + kForce + kAnswer, k12);
  c.add(kLead + kRail + kForce + kReply, k13);
  const Lineage lineage = c.lineage();
  EXPECT_EQ(only_copy(lineage).report, 1u);
  EXPECT_EQ(only_copy(lineage).order_reason, "published on 2024-03-13, after 2024-03-12");
}

TEST(Lineage, AnUndatedCopyHasNoKnownOrder) {
  Collection c;
  c.add(kLead + kRail + kForce, k12);
  c.add(kLead + kRail + kForce);
  EXPECT_EQ(only_copy(c.lineage()).order_reason, "order not known");
}

TEST(Lineage, SameDayWithoutTimesHasNoKnownOrder) {
  Collection c;
  c.add(kLead + kRail + kForce, k12);
  c.add(kLead + kRail + kForce, k12);
  EXPECT_EQ(only_copy(c.lineage()).order_reason, "order not known");
}

// One sentence pattern of a market report, as an agency prints it each day.
std::string market_report(const std::string& points, const std::string& percent, const std::string& volume, const std::string& bond) {
  return "Shares on the exchange of the capital closed at " + points + " points on the day, a change of " + percent + " percent from the close before, as traders waited for the bank. Turnover came to " + volume +
         " contracts, dealers said, while the yield of the state's ten year bond stood at " + bond + " percent at the end of the session. ";
}

TEST(Lineage, TemplateReportsWithOtherNumbersStayApart) {
  Collection c;
  c.add(market_report("3,411", "1.2", "48,000", "4.05"), k12);
  c.add(market_report("3,398", "0.4", "51,500", "4.11"), k13);
  EXPECT_TRUE(c.lineage().families.empty());
}

TEST(Lineage, ATemplateWithTheSameNumbersIsACopy) {
  Collection c;
  c.add(market_report("3,411", "1.2", "48,000", "4.05"), k12);
  c.add(market_report("3411", "1.2", "48,000", "4.05"), k13);
  EXPECT_EQ(c.lineage().families.size(), 1u);
}

TEST(Lineage, ATemplateOfOneAgencyStaysApartDayAfterDay) {
  const std::vector<std::vector<std::string>> days = {{"3,411", "1.2", "48,000", "4.05"}, {"3,398", "0.4", "51,500", "4.11"}, {"3,402", "0.1", "39,200", "4.09"}, {"3,377", "0.7", "44,900", "4.15"}, {"3,390", "0.3", "47,100", "4.13"}};
  Collection c;
  for (unsigned d = 0; d < days.size(); ++d) c.add(market_report(days[d][0], days[d][1], days[d][2], days[d][3]), {2024, 3, 11 + d}, 1020, "Northwire");
  const Lineage lineage = c.lineage();
  EXPECT_TRUE(lineage.families.empty());
  EXPECT_TRUE(lineage.second_sources.empty());
}

TEST(Lineage, ACopyOfATemplateIsFoundAmongItsOtherDays) {
  Collection c;
  c.add(market_report("3,411", "1.2", "48,000", "4.05"), k12, 1020, "Northwire");
  c.add(market_report("3,411", "1.2", "48,000", "4.05"), k12, 1080, "Northwire");
  c.add(market_report("3,398", "0.4", "51,500", "4.11"), k13, 1020, "Northwire");
  c.add(market_report("3,377", "0.7", "44,900", "4.15"), k15, 1020, "Northwire");
  const Lineage lineage = c.lineage();
  ASSERT_EQ(lineage.families.size(), 1u);
  EXPECT_EQ(lineage.families[0].members.size(), 2u);
  EXPECT_EQ(lineage.family_of, (std::vector<std::int32_t>{0, 0, -1, -1}));
}

TEST(Lineage, AVersionThatGoesOnFromTheSameBeginningIsACopy) {
  // half of the words are others; the beginning is the same
  Collection c;
  c.add(kLead + kRail + kForce + kTown, k12);
  c.add(kLead + kRail + kAnswer + kVote, k13);
  EXPECT_EQ(only_copy(c.lineage()).descent, Descent::edited);
}

TEST(Lineage, TwoNewsroomsThatQuoteOneStatementWroteTwoTexts) {
  const std::string statement = "\"We will keep the bridge open for every train that carries grain and close it to every train that carries guns,\" ";
  Collection c;
  c.add("The minister of transport spoke to reporters at the station of Sorn after a night of talks with the railway workers. " + statement + "he said. The workers want higher pay and had threatened to stop work at the end of the week.", k12, 600, "Northwire");
  c.add("Trains across the Tamsel will go on running, the government of Velmara promised. " + statement + "its transport minister told a news conference. Farmers had blocked the yard for two days because their harvest was left to rot.", k12, 640, "CPA");
  EXPECT_TRUE(c.lineage().families.empty());
}

TEST(Lineage, ConfidenceIsThatOfTheSurestLink) {
  Collection c;
  c.add(kLead + kRail + kForce + kTown + kVote, k12, 540);
  c.add(kLead + kRail + kForce + kTown + kVote, k12, 600);
  c.add(kLead + kRail + kAnswer, k12, 660);
  const Lineage lineage = c.lineage();
  ASSERT_EQ(lineage.families.size(), 1u);
  const std::vector<Member>& members = lineage.families[0].members;
  ASSERT_EQ(members.size(), 3u);
  EXPECT_EQ(members[0].confidence, 1);
  EXPECT_GT(members[1].confidence, 0.9);
  for (const Member& m : members) {
    EXPECT_GE(m.confidence, LinkOptions{}.bound);
    EXPECT_LE(m.confidence, 1);
  }
  EXPECT_LE(members[2].confidence, members[1].confidence);
}

TEST(Lineage, TheBoundDecides) {
  Collection c;
  c.add(kLead + kRail + kForce, k12, 540);
  c.add(kLead + kRail + kForce, k12, 600);
  LineageOptions none;
  none.links.bound = 1.01;
  EXPECT_EQ(c.lineage(1, none).families.size(), 0u);
  LineageOptions shared;
  shared.links.least_shared = 10000;
  EXPECT_EQ(c.lineage(1, shared).families.size(), 0u);
  EXPECT_EQ(c.lineage().families.size(), 1u);
}

TEST(Lineage, TheWholeTextIsACopyMonthsLater) {
  Collection c;
  c.add(kLead + kRail + kForce + kTown, k12);
  c.add(kLead + kRail + kForce + kTown, {2024, 9, 12});
  EXPECT_EQ(c.lineage().families.size(), 1u);
}

TEST(Lineage, OneRepeatedParagraphOfBackgroundMakesNoCopy) {
  Collection c;
  c.add(kLead + kRail + kTown + kForce, k12);
  c.add(kFireLead + kFireMore + kFireEnd + kForce, k13);
  EXPECT_TRUE(c.lineage().families.empty());
}

TEST(Lineage, ADigestOfTwoStoriesJoinsOneAndNamesTheOther) {
  Collection c;
  c.add(kLead + kRail + kForce, k12, 540);
  c.add(kFireLead + kFireMore + kFireEnd, k12, 600);
  c.add(kLead + kRail + kForce + kFireLead + kFireMore + kFireEnd, k13);
  const Lineage lineage = c.lineage();
  ASSERT_EQ(lineage.families.size(), 1u);
  ASSERT_EQ(lineage.families[0].members.size(), 2u);
  EXPECT_EQ(lineage.family_of[2], 0);
  ASSERT_EQ(lineage.second_sources.size(), 1u);
  const SecondSource& second = lineage.second_sources[0];
  EXPECT_EQ(second.report, 2u);
  EXPECT_NE(lineage.family_of[second.contained], 0);
  EXPECT_DOUBLE_EQ(second.overlap.a_in_b, 1);
}

TEST(Lineage, ADigestDoesNotTieTwoFamiliesTogether) {
  Collection c;
  c.add(kLead + kRail + kForce, k12, 540);
  c.add(kFireLead + kFireMore + kFireEnd, k12, 600);
  c.add(kLead + kRail + kForce, k12, 660);
  c.add(kFireLead + kFireMore + kFireEnd, k12, 720);
  c.add(kLead + kRail + kForce + kFireLead + kFireMore + kFireEnd, k13);
  const Lineage lineage = c.lineage();
  ASSERT_EQ(lineage.families.size(), 2u);
  EXPECT_EQ(lineage.family_of[0], lineage.family_of[2]);
  EXPECT_EQ(lineage.family_of[1], lineage.family_of[3]);
  EXPECT_NE(lineage.family_of[0], lineage.family_of[1]);
  EXPECT_EQ(lineage.second_sources.size(), 1u);
}

const std::string kFlood = "Heavy rain has closed the harvest road at Pell and left three hundred families of the valley without electricity since Monday. ";
const std::string kFloodMore = "Soldiers brought water and blankets by boat, while engineers looked for cracks in the dam above the village. ";
const std::string kFloodEnd = "Forecasters expect the river to fall by the weekend if no more rain comes down from the mountains. ";

// The reports that a report holds beside its family.
std::vector<std::uint32_t> held_by(const Lineage& lineage, std::uint32_t report) {
  std::vector<std::uint32_t> out;
  for (const SecondSource& s : lineage.second_sources) {
    if (s.report == report) out.push_back(s.contained);
  }
  return out;
}

TEST(Lineage, ADigestNamesEveryOtherTextThatItHolds) {
  Collection c;
  c.add(kLead + kRail + kForce, k12, 540);
  c.add(kFireLead + kFireMore + kFireEnd, k12, 600);
  c.add(kFlood + kFloodMore + kFloodEnd, k12, 660);
  c.add(kLead + kRail + kForce + "\n" + kFireLead + kFireMore + kFireEnd + "\n" + kFlood + kFloodMore + kFloodEnd, k13);
  const Lineage lineage = c.lineage();
  ASSERT_EQ(lineage.families.size(), 1u);
  EXPECT_EQ(lineage.family_of, (std::vector<std::int32_t>{0, -1, -1, 0}));
  EXPECT_EQ(held_by(lineage, 3), (std::vector<std::uint32_t>{1, 2}));
  for (const SecondSource& s : lineage.second_sources) {
    EXPECT_GE(s.confidence, LinkOptions{}.bound);
    EXPECT_LE(s.confidence, 1);
    EXPECT_GE(s.overlap.a_in_b, LineageOptions{}.held);
  }
}

TEST(Lineage, AMergedWireGoesOnWithTheStoryItOpensWith) {
  for (const bool fire_first : {false, true}) {
    Collection c;
    c.add(kLead + kRail + kForce, k12, 540);
    c.add(kFireLead + kFireMore + kFireEnd, k12, 600);
    c.add(fire_first ? kFireLead + kFireMore + kFireEnd + kLead + kRail + kForce : kLead + kRail + kForce + kFireLead + kFireMore + kFireEnd, k13);
    const Lineage lineage = c.lineage();
    const std::uint32_t opens = fire_first ? 1 : 0, holds = fire_first ? 0 : 1;
    EXPECT_GE(lineage.family_of[2], 0);
    EXPECT_EQ(lineage.family_of[2], lineage.family_of[opens]);
    EXPECT_EQ(lineage.family_of[holds], -1);
    EXPECT_EQ(held_by(lineage, 2), std::vector<std::uint32_t>{holds});
  }
}

TEST(Lineage, WhatOnlyAMergedWireHoldsIsItsSource) {
  // the fire came out behind the wire that holds it, but says more
  Collection c;
  c.add(kLead + kRail + kForce + kTown, k12, 540);
  c.add(kLead + kRail + kForce + kTown + kFireLead + kFireMore, k12, 600);
  c.add(kFireLead + kFireMore + kFireEnd, k12, 660);
  const Lineage lineage = c.lineage();
  EXPECT_EQ(lineage.family_of, (std::vector<std::int32_t>{0, 0, -1}));
  EXPECT_EQ(held_by(lineage, 1), std::vector<std::uint32_t>{2});
}

TEST(Lineage, WhatCameOutLaterAndHasNothingElseIsAnExcerpt) {
  Collection c;
  c.add(kLead + kRail + kForce + kTown, k12, 540);
  c.add(kLead + kRail + kForce + kTown + kFireLead + kFireMore, k12, 600);
  c.add(kFireLead + kFireMore, k12, 660);
  const Lineage lineage = c.lineage();
  ASSERT_EQ(lineage.families.size(), 1u);
  ASSERT_EQ(lineage.families[0].members.size(), 3u);
  EXPECT_EQ(member_of(lineage, 2)->descent, Descent::excerpt);
  EXPECT_TRUE(lineage.second_sources.empty());
}

TEST(Lineage, NobodyIsNamedTwiceAsASource) {
  Collection c;
  for (int i = 0; i < 3; ++i) c.add(kFireLead + kFireMore + kFireEnd, k12, 540 + i);
  for (int i = 0; i < 3; ++i) c.add(kLead + kRail + kForce, k12, 600 + i);
  for (int i = 0; i < 3; ++i) c.add(kLead + kRail + kForce + kFireLead + kFireMore + kFireEnd, k13, 600 + i);
  const Lineage lineage = c.lineage();
  std::vector<std::pair<std::uint32_t, std::uint32_t>> seen;
  for (const SecondSource& s : lineage.second_sources) {
    EXPECT_NE(lineage.family_of[s.report], lineage.family_of[s.contained]);
    seen.emplace_back(s.report, s.contained);
  }
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_EQ(std::adjacent_find(seen.begin(), seen.end()), seen.end());
  EXPECT_FALSE(seen.empty());
}

TEST(Lineage, MemberOfAndFamilyOfAgree) {
  Collection c;
  c.add(kLead + kRail + kForce, k12, 540);
  c.add(kFireLead + kFireMore + kFireEnd, k12, 600);
  c.add(kLead + kRail + kForce, k12, 660);
  const Lineage lineage = c.lineage();
  ASSERT_EQ(lineage.family_of.size(), 3u);
  for (std::uint32_t r = 0; r < 3; ++r) {
    const Member* member = member_of(lineage, r);
    ASSERT_EQ(member != nullptr, lineage.family_of[r] >= 0);
    if (member) { EXPECT_EQ(member->report, r); }
  }
}

// Families as lines of "name < parent, descent, reason", the same for every order of input.
std::vector<std::string> lines_of(const Dossier& dossier) {
  std::vector<std::string> out;
  const auto name = [&](std::uint32_t report) { return dossier.analyses[report].report.name; };
  for (const Family& family : dossier.lineage.families) {
    out.push_back("family");
    for (const Member& m : family.members) {
      out.push_back(name(m.report) + " < " + (m.parent < 0 ? "" : name(family.members[static_cast<std::size_t>(m.parent)].report)) + ", " + std::string(name_of(m.descent)) + ", " + m.order_reason + ", " + std::to_string(m.edits.size()));
    }
  }
  for (const SecondSource& s : dossier.lineage.second_sources) out.push_back(name(s.report) + " holds " + name(s.contained));
  return out;
}

TEST(Lineage, OrderOfInputAndThreadsLeaveNoTrace) {
  std::vector<testing::TextSource> sources = {
      {kLead + kRail + kReply, "2024-03-12T09:00:00Z", "", "", "", "first"},
      {kLead + kRail + kForce + kAnswer, "2024-03-12T10:00:00Z", "", "", "", "second"},
      {kLead + kForce + kAnswer + kTown + kVote, "2024-03-12T11:00:00Z", "", "", "", "third"},
      {kLead + kRail + kForce + kAnswer, "", "", "", "", "undated"},
      {kFireLead + kFireMore + kFireEnd, "2024-03-12", "", "", "", "fire"},
      {kLead + kRail + kForce + kFireLead + kFireMore + kFireEnd, "2024-03-13", "", "", "", "digest"},
  };
  const std::vector<std::string> wanted = lines_of(testing::dossier_of(sources));
  EXPECT_GE(wanted.size(), 5u);
  std::uint32_t state = 5;
  for (int round = 0; round < 12; ++round) {
    for (std::size_t i = sources.size(); i > 1; --i) {
      state = state * 1664525u + 1013904223u;
      std::swap(sources[i - 1], sources[static_cast<std::size_t>((static_cast<std::uint64_t>(state) * i) >> 32)]);
    }
    EXPECT_EQ(lines_of(testing::dossier_of(sources, round % 2 + 1)), wanted);
  }
}

// The operations of the only copy's edits that supersede.
std::vector<std::string> superseded_in(const std::string& first, const std::string& second, const Date& first_day, const Date& second_day, const std::string& agency, const std::string& first_outlet = {}, const std::string& second_outlet = {}) {
  Collection c;
  c.add(first, first_day, Report{}.published_minute, agency, first_outlet);
  c.add(second, second_day, Report{}.published_minute, agency, second_outlet);
  const Lineage lineage = c.lineage();
  std::vector<std::string> out;
  for (const Edit& edit : only_copy(lineage).edits) {
    if (edit.superseded) out.emplace_back(name_of(edit.op));
  }
  return out;
}

const std::string kFive = kLead + kRail + kForce + kTown + kVote;
const std::string kSeven = std::string(kFive).replace(kFive.find("five more"), 4, "seven");
using Ops = std::vector<std::string>;

TEST(Superseded, AnAnswerInPlaceOfAMissingReply) {
  EXPECT_EQ(superseded_in(kLead + kRail + kForce + kReply, kLead + kRail + kForce + kAnswer, k12, k13, "Meridian"), (Ops{"replaced"}));
  EXPECT_EQ(superseded_in(kLead + kRail + kForce + kReply, kLead + kRail + kForce + kAnswer, k12, k13, "Meridian", "Gazette", "Herald"), (Ops{"replaced"}));
  EXPECT_EQ(superseded_in(kLead + kRail + kForce + kReply, kLead + kRail + kForce + kAnswer, {}, {}, "Meridian"), (Ops{"replaced"}));  // the text tells which is later
}

TEST(Superseded, ANumberByALaterVersionOfOneNewsroom) {
  EXPECT_EQ(superseded_in(kFive, kSeven, k12, k13, "Meridian"), (Ops{"reworded"}));
  EXPECT_EQ(superseded_in(kFive, kSeven, k12, k13, "", "Gazette", "Gazette"), (Ops{"reworded"}));
}

TEST(Superseded, NotByWhatAnotherOutletPrints) {
  EXPECT_EQ(superseded_in(kFive, kSeven, k12, k13, "Meridian", "", "Herald"), Ops{});  // the agency's own version, then a copy
  EXPECT_EQ(superseded_in(kFive, kSeven, k12, k13, "Meridian", "Gazette", "Herald"), Ops{});
  EXPECT_EQ(superseded_in(kFive, kSeven, k12, k13, "", "Gazette", "Herald"), Ops{});
  EXPECT_EQ(superseded_in(kLead + kRail + kForce + kReply, kLead + kRail + kForce + kAnswer, k12, k13, "", "Gazette", "Herald"), Ops{});
}

TEST(Superseded, NotByAnotherMissingReply) {
  const std::string reached = "A spokesman of the foreign ministry of Rudenia could not be reached for comment on the letter at night. ";
  EXPECT_EQ(superseded_in(kLead + kRail + kForce + kReply, kLead + kRail + kForce + reached, k12, k13, "Meridian", "Gazette", "Herald"), Ops{});
}

TEST(Superseded, NotByAnExcerpt) {
  EXPECT_EQ(superseded_in(kSeven, std::string(kFive).substr(0, kFive.find(kTown)), k12, k13, "Meridian"), Ops{});
}

TEST(Superseded, NotWhereNobodyKnowsWhichIsLater) { EXPECT_EQ(superseded_in(kFive, kSeven, {}, {}, "Meridian"), Ops{}); }

}  // namespace
}  // namespace attache
