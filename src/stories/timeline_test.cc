#include "stories/timeline.h"

#include <algorithm>
#include <numeric>
#include <random>

#include <gtest/gtest.h>

#include "pipeline/run.h"
#include "support/texts.h"

namespace attache {
namespace {

Analysis report_in(std::string_view language, std::string text, const Date& published, std::string id) {
  Report report = testing::plain_report(std::move(text), published);
  report.language.value = language;
  report.id = std::move(id);
  return analyse_report(std::move(report), testing::resources());
}

Lineage no_families(std::size_t reports) {
  Lineage lineage;
  lineage.family_of.assign(reports, -1);
  lineage.member_of.assign(reports, -1);
  return lineage;
}

Lineage one_family(std::size_t reports, const std::vector<std::uint32_t>& members) {
  Lineage lineage = no_families(reports);
  Family family;
  for (const std::uint32_t r : members) {
    lineage.family_of[r] = 0;
    lineage.member_of[r] = static_cast<std::int32_t>(family.members.size());
    family.members.push_back({});
    family.members.back().report = r;
  }
  lineage.families.push_back(std::move(family));
  return lineage;
}

std::vector<TimelineDay> timeline_of(const std::vector<Analysis>& analyses, const Lineage& lineage, const TimelineOptions& options = {}) {
  std::vector<std::uint32_t> all(analyses.size());
  std::iota(all.begin(), all.end(), 0U);
  return find_timeline(analyses, lineage, all, options);
}
std::vector<TimelineDay> timeline_of(const std::vector<Analysis>& analyses, const TimelineOptions& options = {}) { return timeline_of(analyses, no_families(analyses.size()), options); }

// "2024-03-04 the sentence", one a day.
std::vector<std::string> lines(const std::vector<Analysis>& analyses, const std::vector<TimelineDay>& days) {
  std::vector<std::string> out;
  for (const TimelineDay& d : days) out.push_back(to_string(d.day) + " " + std::string(slice(analyses[d.report].report.text, d.span)));
  return out;
}

const TimelineDay* at(const std::vector<TimelineDay>& days, const Date& day) {
  const auto found = std::find_if(days.begin(), days.end(), [&](const TimelineDay& d) { return d.day == day; });
  return found == days.end() ? nullptr : &*found;
}

TimelineOptions named(std::size_t days = 30) {
  TimelineOptions options;
  options.days = days;
  options.named_only = true;
  return options;
}

const char* kCouncil = "On 4 March 2024 the council of Velda closed the harbour to all ships.";
const char* kVote = "The council of Velda voted on 9 March 2024 to open the harbour of Velda again.";

TEST(Timeline, NoReportsNoDays) { EXPECT_TRUE(timeline_of({}).empty()); }

TEST(Timeline, AReportWithoutAnySentenceHasNoDays) { EXPECT_TRUE(timeline_of({report_in("en", "Velda.", {2024, 3, 10}, "a")}).empty()); }

TEST(Timeline, OneDayWithItsSentence) {
  const std::vector<Analysis> all = {report_in("en", kCouncil, {}, "a")};
  const std::vector<TimelineDay> days = timeline_of(all);
  ASSERT_EQ(days.size(), 1U);
  EXPECT_EQ(days[0].day, (Date{2024, 3, 4}));
  EXPECT_EQ(slice(all[0].report.text, days[0].span), kCouncil);
  EXPECT_TRUE(days[0].named);
  EXPECT_GT(days[0].weight, 0);
  EXPECT_EQ(days[0].reports, (std::vector<std::uint32_t>{0}));
}

TEST(Timeline, DaysStandInTheirOwnOrder) {
  const std::vector<Analysis> all = {report_in("en", std::string(kVote) + " " + kCouncil, {}, "a")};
  EXPECT_EQ(lines(all, timeline_of(all)), (std::vector<std::string>{std::string("2024-03-04 ") + kCouncil, std::string("2024-03-09 ") + kVote}));
}

TEST(Timeline, UndatedReportsCountWhatTheirTextFixes) {
  const std::vector<Analysis> all = {report_in("en", std::string(kCouncil) + " The council of Velda met again on Tuesday and on March 7.", {}, "a")};
  EXPECT_EQ(timeline_of(all).size(), 1U);
}

TEST(Timeline, ReportsInOtherLanguagesCountToo) {
  const std::vector<Analysis> all = {report_in("es", "El 4 de marzo el consejo de Velda cerró el puerto a los barcos.", {2024, 3, 20}, "a"), report_in("de", "Am 4. März schloss der Rat von Velda den Hafen für alle Schiffe.", {2024, 3, 20}, "b"),
                                     report_in("fr", "Le 4 mars, le conseil de Velda a fermé le port à tous.", {2024, 3, 20}, "c")};
  const std::vector<TimelineDay> days = timeline_of(all, named());
  ASSERT_EQ(days.size(), 1U);
  EXPECT_EQ(days[0].day, (Date{2024, 3, 4}));
  EXPECT_EQ(days[0].reports.size(), 3U);
}

TEST(Timeline, ManyReportsWeighMoreThanOne) {
  std::vector<Analysis> all = {report_in("en", "On 4 March 2024 the council of Velda closed the harbour, the clerk said.", {}, "a"), report_in("en", "On 4 March 2024 the council of Velda shut its port to ships.", {}, "b")};
  all.push_back(report_in("en", "On 20 March 2024 the council of Velda gave a dinner for its clerks.", {}, "z"));
  const std::vector<TimelineDay> days = timeline_of(all, named(1));
  ASSERT_EQ(days.size(), 1U);
  EXPECT_EQ(days[0].day, (Date{2024, 3, 4}));
}

TEST(Timeline, CopiesCountOnce) {
  const std::string changed = "On 4 March 2024 the council of Velda shut the harbour to every ship.";
  const std::vector<Analysis> all = {report_in("en", kCouncil, {}, "a"), report_in("en", changed, {}, "b"), report_in("en", "The mayor of Velda left the town on 20 March 2024 by boat.", {}, "c")};
  const double apart = at(timeline_of(all), {2024, 3, 4})->weight;
  const std::vector<TimelineDay> together = timeline_of(all, one_family(3, {0, 1}));
  EXPECT_LT(at(together, {2024, 3, 4})->weight, 0.75 * apart);
  EXPECT_EQ(at(together, {2024, 3, 4})->reports, (std::vector<std::uint32_t>{0, 1}));
}

TEST(Timeline, ARepeatedSentenceConfirmsNothing) {
  const std::vector<Analysis> one = {report_in("en", kCouncil, {}, "a")};
  std::vector<Analysis> three;
  for (const char* id : {"a", "b", "c"}) three.push_back(report_in("en", kCouncil, {}, id));
  const std::vector<TimelineDay> days = timeline_of(three);
  ASSERT_EQ(days.size(), 1U);
  EXPECT_DOUBLE_EQ(days[0].weight, timeline_of(one)[0].weight);
  EXPECT_EQ(days[0].reports, (std::vector<std::uint32_t>{0, 1, 2}));
}

TEST(Timeline, TheOrderOfInputLeavesNoTrace) {
  std::vector<Analysis> all = {report_in("en", kCouncil, {2024, 3, 5}, "a"), report_in("en", kVote, {2024, 3, 10}, "b"), report_in("en", "The harbour of Velda, closed since 4 March 2024, is quiet.", {2024, 3, 6}, "c"),
                               report_in("fr", "Le 9 mars, le conseil de Velda a voté la reprise du port.", {2024, 3, 11}, "d"), report_in("en", "The harbour of Velda was closed on 4 March 2024, clerks say.", {}, "e")};
  const std::vector<TimelineDay> first = timeline_of(all);
  const std::vector<std::string> expected = lines(all, first);
  std::mt19937 random(7);
  for (int round = 0; round < 10; ++round) {
    std::shuffle(all.begin(), all.end(), random);
    const std::vector<TimelineDay> days = timeline_of(all);
    EXPECT_EQ(lines(all, days), expected);
    for (std::size_t i = 0; i < days.size(); ++i) EXPECT_EQ(days[i].weight, first[i].weight);
  }
}

TEST(Timeline, OfEqualDaysTheEarlierIsKept) {
  const std::vector<Analysis> all = {report_in("en", "On 20 March 2024 the council of Velda closed the harbour. On 10 March 2024 the council of Velda opened the harbour.", {}, "a")};
  const std::vector<TimelineDay> days = timeline_of(all, named(1));
  ASSERT_EQ(days.size(), 1U);
  EXPECT_EQ(days[0].day, (Date{2024, 3, 10}));
}

TEST(Timeline, OnlyDaysOfTheRange) {
  const std::vector<Analysis> all = {report_in("en", std::string(kCouncil) + " " + kVote, {}, "a")};
  TimelineOptions options;
  options.from = {2024, 3, 5};
  EXPECT_EQ(timeline_of(all, options).size(), 1U);
  options.from = {2024, 3, 4};
  options.to = {2024, 3, 9};
  EXPECT_EQ(timeline_of(all, options).size(), 2U);
  options.to = {2024, 3, 3};
  EXPECT_TRUE(timeline_of(all, options).empty());
}

TEST(Timeline, OnlyTheReportsAskedFor) {
  const std::vector<Analysis> all = {report_in("en", kCouncil, {}, "a"), report_in("en", kVote, {}, "b")};
  const std::vector<std::uint32_t> second = {1};
  const std::vector<TimelineDay> days = find_timeline(all, no_families(2), second, {});
  ASSERT_EQ(days.size(), 1U);
  EXPECT_EQ(days[0].report, 1U);
}

TEST(Timeline, ADayThatNoSentenceNamesIsMarked) {
  const std::vector<Analysis> all = {report_in("en", "The council of Velda closed the harbour to all ships of the coast.", {2024, 3, 5}, "a")};
  const std::vector<TimelineDay> days = timeline_of(all);
  ASSERT_EQ(days.size(), 2U);  // the day of the report and the one before
  EXPECT_FALSE(days[0].named);
  EXPECT_FALSE(days[1].named);
  EXPECT_TRUE(timeline_of(all, named()).empty());
}

TEST(Timeline, WhatAnAgencyTookBackIsLeftOut) {
  std::vector<Analysis> all = {report_in("en", kCouncil, {}, "a")};
  all[0].report.status.value = "canceled";
  EXPECT_TRUE(timeline_of(all).empty());
}

TEST(Timeline, OffTopicDaysWeighLess) {
  std::vector<Analysis> all;
  for (const char* id : {"a", "b", "c", "d"}) all.push_back(report_in("en", std::string("The harbour of Velda stays closed, says the council in its letter number ") + id + ".", {}, id));
  all.push_back(report_in("en", "The council of Velda closed the harbour on 4 March 2024 for good.", {}, "e"));
  all.push_back(report_in("en", "A cat of the lighthouse at Brenna had kittens on 20 March 2024, it seems.", {}, "f"));
  const std::vector<TimelineDay> days = timeline_of(all, named());
  ASSERT_EQ(days.size(), 2U);
  EXPECT_GT(days[0].weight, 5 * days[1].weight);
}

TEST(Timeline, GermanNounsAreNoNamesOfTheTopic) {
  std::vector<Analysis> all;
  for (const char* id : {"a", "b", "c", "d"}) all.push_back(report_in("de", std::string("Gestern hat in Velda die Regierung einen Minister entlassen, sagte der Sprecher am Telefon, Nummer ") + id + ".", {}, id));
  all.push_back(report_in("de", "Am 4. März 2024 schloss man in Velda nach Streit den Hafen.", {}, "e"));
  all.push_back(report_in("de", "Am 20. März 2024 trat in Brenna die Regierung zurück, ein Minister fehlte.", {}, "f"));
  const std::vector<TimelineDay> days = timeline_of(all, named());
  ASSERT_EQ(days.size(), 2U);
  EXPECT_GT(days[0].weight, 5 * days[1].weight);
}

TEST(Timeline, ASentenceOfVeryManyDates) {
  std::string text = "The council of Velda sat";
  for (int day = 1; day <= 20000; ++day) text += " and on " + std::to_string(1 + day % 28) + " March " + std::to_string(1900 + day % 120);
  const std::vector<Analysis> all = {report_in("en", text + ".", {2024, 3, 20}, "a")};
  EXPECT_EQ(timeline_of(all, named()).size(), 30U);
}

TEST(Timeline, ASentenceStandsForOneDayWhereItCan) {
  const std::vector<Analysis> all = {report_in("en", "Between 4 March 2024 and 9 March 2024 the harbour of Velda was closed to ships. The council of Velda voted on 9 March 2024 for the harbour. The council of Velda met about it on 4 March 2024, clerks say.", {}, "a")};
  const std::vector<TimelineDay> days = timeline_of(all);
  ASSERT_EQ(days.size(), 2U);
  EXPECT_NE(days[0].span, days[1].span);
}

}  // namespace
}  // namespace attache
