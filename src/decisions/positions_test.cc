// Where members stand: one sentence each, told and not told, on an invented question of real bodies.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "decisions/decision.h"
#include "pipeline/run.h"
#include "support/texts.h"

namespace attache {
namespace {

const std::string kOpening = "Vote on Ireland\n\nBRUSSELS, 4 May 2024 (Northwire) - Ireland's bid to join NATO was the talk of the day.\n\n";

struct Told {
  std::string text;
  Date day{2024, 5, 4};
};

Decision decision_of(const std::vector<Told>& reports, const std::string& toml, const DecisionDays& days = {}) {
  AnalysedInputs inputs;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    Report report = testing::plain_report(reports[i].text, reports[i].day);
    report.id = make_id("r", i + 1);
    report.source = "r" + std::to_string(i) + ".txt";
    report.outlet.value = "Outlet " + std::to_string(i);
    inputs.analyses.push_back(analyse_report(std::move(report), testing::resources()));
  }
  RunOptions options;
  const Question question = read_question("schema = \"attache-question/1\"\nname = \"q\"\n" + toml, "q.toml").value();
  const std::vector<Body> bodies = shipped_bodies();
  options.questions.push_back({question, *find_body(bodies, question.body), {}, "q.toml"});
  options.question_days = days;
  Dossier dossier = assemble(std::move(inputs), testing::resources(), options, {});
  EXPECT_TRUE(dossier.refused.empty());
  return dossier.decisions.at(0);
}

const std::string kIreland = "body = \"nato\"\nrule = \"accession\"\ncandidate = \"Ireland\"\nmembers_as_of = 2024-05-01\nwordings = [\"Irish membership\"]\n";

const Position& position_of(const Decision& d, const std::string& member) {
  for (std::size_t i = 0; i < d.positions.size(); ++i) {
    if (d.chamber.seats[i].name == member) return d.positions[i];
  }
  ADD_FAILURE() << member << " is no member";
  return d.positions[0];
}

struct Line {
  const char* text;
  const char* member;
  Stance stance;
  Strength strength = Strength::none;
};

class StanceLine : public ::testing::TestWithParam<Line> {};

TEST_P(StanceLine, IsReadAsAReaderWould) {
  const Line& line = GetParam();
  const Decision d = decision_of({{kOpening + line.text}}, kIreland, {{2024, 6, 1}, {}});
  const Position& p = position_of(d, line.member);
  EXPECT_EQ(name_of(p.stance), name_of(line.stance)) << line.text;
  EXPECT_EQ(name_of(p.strength), name_of(line.strength)) << line.text;
  for (std::size_t i = 0; i < d.positions.size(); ++i) {
    if (d.chamber.seats[i].name == line.member) continue;
    EXPECT_EQ(name_of(d.positions[i].stance), "unknown") << d.chamber.seats[i].name << ": " << line.text;
  }
}

INSTANTIATE_TEST_SUITE_P(Told, StanceLine,
                         ::testing::Values(Line{"Norway ratified Ireland's accession to NATO on Thursday.", "Norway", Stance::supports, Strength::acted}, Line{"Portugal's parliament approved the membership of Ireland in NATO.", "Portugal", Stance::supports, Strength::acted},
                                           Line{"Albania supports Ireland's membership in NATO.", "Albania", Stance::supports, Strength::said}, Line{"The Greek government is in favour of Irish membership.", "Greece", Stance::supports, Strength::said},
                                           Line{"Iceland has no objection to Ireland's accession.", "Iceland", Stance::supports, Strength::said}, Line{"Latvia said it would vote for Ireland's accession to NATO.", "Latvia", Stance::supports, Strength::said},
                                           Line{"Hungary opposes Ireland's accession to NATO.", "Hungary", Stance::opposes, Strength::said}, Line{"Croatia is against Ireland's bid.", "Croatia", Stance::opposes, Strength::said},
                                           Line{"Turkey vetoed Ireland's bid to join NATO.", "Turkey", Stance::opposes, Strength::acted}, Line{"Slovakia will not support Ireland's bid to join NATO.", "Slovakia", Stance::opposes, Strength::said},
                                           Line{"Spain will support Ireland's membership in NATO only if the border stays open.", "Spain", Stance::conditions, Strength::said}, Line{"Poland threatened to block Ireland's accession to NATO.", "Poland", Stance::conditions, Strength::said},
                                           Line{"Bulgaria has not ratified Ireland's accession to NATO.", "Bulgaria", Stance::not_yet}, Line{"Italy has yet to approve Ireland's accession to NATO.", "Italy", Stance::not_yet},
                                           Line{"Romania does not recognise Ireland.", "Romania", Stance::obstacle_implied, Strength::implied}, Line{"Ireland's president asked Denmark to support its NATO bid.", "Denmark", Stance::asked}));

INSTANTIATE_TEST_SUITE_P(NotTold, StanceLine,
                         ::testing::Values(Line{"Norway ratified a treaty on fish with Ireland.", "Norway", Stance::unknown}, Line{"Norway ratified Austria's accession to NATO.", "Norway", Stance::unknown}, Line{"Albania supports Ireland's membership in the European Union.", "Albania", Stance::unknown},
                                           Line{"A committee of the Portuguese parliament approved Ireland's accession to NATO.", "Portugal", Stance::unknown}, Line{"The French Senate approved Ireland's accession to NATO.", "France", Stance::unknown},
                                           Line{"The Greek opposition is against Ireland's bid.", "Greece", Stance::unknown}, Line{"Hungary may oppose Ireland's accession to NATO.", "Hungary", Stance::unknown}, Line{"If Turkey vetoed Ireland's bid to join NATO, the talks would end.", "Turkey", Stance::unknown},
                                           Line{"Norway plans to ratify Ireland's accession to NATO.", "Norway", Stance::unknown}, Line{"Spain denied that it opposes Ireland's accession to NATO.", "Spain", Stance::unknown}, Line{"Does Croatia support Ireland's bid to join NATO?", "Croatia", Stance::unknown},
                                           Line{"Iceland discussed Ireland's accession to NATO.", "Iceland", Stance::unknown}, Line{"Latvia has ratified nothing yet.", "Latvia", Stance::unknown}, Line{"Serbia opposes Ireland's accession to NATO.", "Norway", Stance::unknown},
                                           Line{"Hungary supports raising the budget of NATO.", "Hungary", Stance::unknown}, Line{"Washington remains Ireland's main supporter.", "United States", Stance::unknown},
                                           Line{"The vote with which Italy was to approve Ireland's accession to NATO has been postponed.", "Italy", Stance::unknown}));

TEST(Positions, NobodyStandsAnywhereByWhatIsNoStand) {
  const std::map<std::string, std::pair<std::string, std::string>> frames = {
      {"nato", {kOpening, kIreland}},
      {"unsc", {"Council split on strait\n\nThe Security Council met on Saturday on the draft on the strait.\n\n", "body = \"un-security-council\"\nrule = \"substance\"\nwordings = [\"draft on the strait\", \"strait resolution\"]\n"}},
      {"eu", {"Ministers meet\n\nEU foreign ministers discussed sanctions on Georgian officials on Saturday.\n\n", "body = \"eu-council\"\nrule = \"unanimity\"\nwordings = [\"sanctions on Georgian officials\", \"the Georgia list\"]\n"}}};
  std::ifstream file(ATTACHE_SOURCE_DIR "/tests/affairs/no_stands.txt");
  std::size_t lines = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    ++lines;
    const std::size_t bar = line.find('|');
    const auto& [opening, question] = frames.at(line.substr(0, bar));
    const Decision d = decision_of({{opening + line.substr(bar + 1)}}, question, {{2024, 6, 1}, {}});
    for (std::size_t i = 0; i < d.positions.size(); ++i) EXPECT_EQ(name_of(d.positions[i].stance), "unknown") << line << ": " << d.chamber.seats[i].name;
  }
  EXPECT_GT(lines, 80u);
}

TEST(Positions, TheLaterWordCountsAndADeedMoreThanAWord) {
  const std::string against = kOpening + "Hungary opposes Ireland's accession to NATO.", pro = kOpening + "Hungary supports Ireland's accession to NATO.", done = kOpening + "Hungary ratified Ireland's accession to NATO on 6 May 2024.";
  const std::vector<Told> reports = {{against, {2024, 5, 4}}, {pro, {2024, 5, 5}}, {done, {2024, 5, 7}}, {against, {2024, 5, 9}}};
  const auto stance_on = [&](Date day) { return position_of(decision_of(reports, kIreland, {day, {}}), "Hungary"); };
  EXPECT_EQ(stance_on({2024, 5, 4}).stance, Stance::opposes);
  EXPECT_EQ(stance_on({2024, 5, 5}).stance, Stance::supports);
  EXPECT_EQ(stance_on({2024, 5, 5}).strength, Strength::said);
  EXPECT_EQ(stance_on({2024, 5, 6}).strength, Strength::acted) << "told by a report of the 7th, which names the day";
  EXPECT_EQ(stance_on({2024, 5, 10}).strength, Strength::acted);
  EXPECT_EQ(stance_on({2024, 5, 10}).history.size(), 4u);
}

TEST(Positions, ChangesSinceADayAreTold) {
  const std::vector<Told> reports = {{kOpening + "Hungary opposes Ireland's accession to NATO.", {2024, 5, 4}}, {kOpening + "Hungary supports Ireland's accession to NATO.", {2024, 5, 8}}};
  const Decision d = decision_of(reports, kIreland, {{2024, 5, 9}, {2024, 5, 5}});
  ASSERT_EQ(d.changes.size(), 1u);
  EXPECT_EQ(d.chamber.seats[d.changes[0].seat].name, "Hungary");
  EXPECT_EQ(d.changes[0].before, Stance::opposes);
  EXPECT_TRUE(decision_of(reports, kIreland, {{2024, 5, 9}, {2024, 5, 8}}).changes.empty());
}

TEST(Positions, OneRefusalSettlesItUnderUnanimityAndWhoCouldOpenItAgainIsTold) {
  const Decision d = decision_of({{kOpening + "Turkey vetoed Ireland's bid to join NATO."}}, kIreland);
  EXPECT_EQ(d.outlook.verdict, Verdict::fails);
  ASSERT_EQ(d.turning.size(), 1u);
  EXPECT_EQ(d.chamber.seats[d.turning[0]].name, "Turkey");
}

TEST(Positions, WordsAreNoVotes) {
  const Decision d = decision_of({{kOpening + "Hungary opposes Ireland's accession to NATO."}}, kIreland);
  EXPECT_EQ(d.outlook.verdict, Verdict::depends);
  EXPECT_EQ(d.as_said, Verdict::fails);
}

TEST(Positions, TheRemainingMembersVotedWhereAllOthersAreNamed) {
  const std::string toml = "body = \"un-security-council\"\nrule = \"substance\"\nas_of = 2024-06-01\nwordings = [\"draft on the strait\"]\n";
  const std::string report = "Council split\n\nRussia vetoed the draft on the strait on Saturday. China abstained. The remaining 13 members of the Council voted in favour.\n";
  const Decision d = decision_of({{report}}, toml);
  std::size_t yes = 0;
  for (const auto& vote : d.votes) yes += vote == Vote::yes;
  EXPECT_EQ(yes, 13u);
  EXPECT_EQ(position_of(d, "China").stance, Stance::unknown);
  const Decision short_by_one = decision_of({{report.substr(0, report.find(" China"))  + " The remaining 13 members of the Council voted in favour.\n"}}, toml);
  yes = 0;
  for (const auto& vote : short_by_one.votes) yes += vote == Vote::yes;
  EXPECT_EQ(yes, 0u) << "nobody knows who the fourteenth is";
}

TEST(Positions, ListsOfDaysTellWhoHasDoneIt) {
  const Decision d = decision_of({{kOpening + "Three of the allies have ratified.\n\n1 May - Norway, Latvia\n\n3 May - Iceland\n\nStill to vote:\n\n7 May - Spain\n", {2024, 5, 10}}}, kIreland, {{2024, 5, 2}, {}});
  EXPECT_EQ(position_of(d, "Norway").strength, Strength::acted);
  EXPECT_EQ(position_of(d, "Latvia").stance, Stance::supports);
  EXPECT_EQ(position_of(d, "Iceland").stance, Stance::unknown) << "not before the third";
  EXPECT_EQ(position_of(d, "Spain").stance, Stance::unknown);
}

TEST(Positions, CampsAreRead) {
  const Decision d = decision_of({{kOpening + "Where Irish membership stands:\n\nFor: Norway, Latvia and Iceland.\n\nAgainst: Hungary.\n"}}, kIreland);
  EXPECT_EQ(position_of(d, "Iceland").stance, Stance::supports);
  EXPECT_EQ(position_of(d, "Iceland").strength, Strength::said);
  EXPECT_EQ(position_of(d, "Hungary").stance, Stance::opposes);
}

TEST(Positions, NoMemberStandsAnywhereWithoutReports) {
  const Decision d = decision_of({}, kIreland);
  EXPECT_EQ(d.chamber.seats.size(), 32u);
  for (const Position& p : d.positions) EXPECT_TRUE(p.history.empty());
}

}  // namespace
}  // namespace attache
