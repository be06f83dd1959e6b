#include "dossier/dossier.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "support/texts.h"

namespace attache {
namespace {

using testing::TextSource;
using Reports = std::vector<std::uint32_t>;

struct Source {
  std::string origin = {};  // name of the newsroom; empty = not stated
  std::string title = {};
  Date published = {};
};

// Reports that are known only by where they come from: one story, one thread, every report an origin of its own.
Dossier bare(const std::vector<Source>& sources) {
  Dossier d;
  const std::size_t n = sources.size();
  d.analyses.resize(n);
  d.bounds.resize(n);
  d.lineage.family_of.assign(n, -1);
  d.lineage.member_of.assign(n, -1);
  d.stories.story_of.assign(n, 0);
  d.stories.stories.resize(1);
  d.stories.threads = {{.stories = {0}}};
  for (std::uint32_t r = 0; r < n; ++r) {
    d.analyses[r].report.id = "r-" + std::to_string(r);
    d.analyses[r].report.title.value = sources[r].title;
    d.analyses[r].report.published.value = sources[r].published;
    d.stories.stories[0].reports.push_back(r);
    d.origins.origins.push_back({.reports = {r}, .name = sources[r].origin, .reason = ""});
    d.origins.origin_of.push_back(r);
  }
  return d;
}

Dossier labelled(const std::vector<Source>& sources) {
  Dossier d = bare(sources);
  label_reports(d);
  return d;
}

// Gives each report the story of the list, all stories in one thread.
void divide(Dossier& d, const std::vector<Reports>& stories) {
  d.stories.stories.clear();
  d.stories.threads = {{.stories = {}}};
  for (const Reports& reports : stories) {
    const auto s = static_cast<std::uint32_t>(d.stories.stories.size());
    for (std::uint32_t r : reports) d.stories.story_of[r] = s;
    d.stories.stories.push_back({.reports = reports, .reasons = {}});
    d.stories.threads[0].stories.push_back(s);
  }
}

// ---- newsrooms and labels ----

TEST(Labels, LetterIsTheFirstFreeCapitalOfTheName) {
  const Dossier d = labelled({{.origin = "Reuters"}, {.origin = "Radio Free Europe"}, {.origin = "AFP"}});
  EXPECT_EQ(d.labels, (std::vector<std::string>{"R1", "F1", "A1"}));
}

TEST(Labels, SmallLettersThenTheAlphabetServeWhenTheCapitalsAreUsed) {
  const Dossier d = labelled({{.origin = "A"}, {.origin = "Aa"}, {.origin = "Ab"}});
  EXPECT_EQ(d.labels, (std::vector<std::string>{"A1", "B1", "C1"})) << "\"Aa\" has no letter left and takes B, \"Ab\" takes C";
}

TEST(Labels, ReportsOfANewsroomAreNumberedInReadingOrder) {
  const Dossier d = labelled({{.origin = "Northwire", .published = {2024, 3, 9}}, {.origin = "Northwire", .published = {2024, 3, 4}}, {.origin = "Northwire", .published = {2024, 3, 7}}});
  EXPECT_EQ(d.labels, (std::vector<std::string>{"N3", "N1", "N2"}));
  EXPECT_EQ(d.newsrooms.size(), 1u);
}

TEST(Labels, NewsroomWithMostReportsComesFirst) {
  const Dossier d = labelled({{.origin = "Post"}, {.origin = "Press"}, {.origin = "Press"}});
  ASSERT_EQ(d.newsrooms.size(), 2u);
  EXPECT_EQ(d.newsrooms[0].name, "Press");
  EXPECT_EQ(d.newsrooms[0].letter, "P");
  EXPECT_EQ(d.newsrooms[1].letter, "O") << "P is taken";
  EXPECT_EQ(d.newsroom_of, (Reports{1, 0, 0}));
}

TEST(Labels, OneNewsroomInSpiteOfCaseAndMarks) {
  EXPECT_EQ(labelled({{.origin = "Élysée Post"}, {.origin = "elysee post"}}).newsrooms.size(), 1u);
}

TEST(Labels, ReportsWithoutANamedSourceStayApart) {
  const Dossier d = labelled({{}, {}, {.origin = "Xinhua"}});
  ASSERT_EQ(d.newsrooms.size(), 3u);
  EXPECT_EQ(d.labels[2], "X1") << "names choose their letters first";
  EXPECT_EQ(std::set<std::string>(d.labels.begin(), d.labels.end()).size(), 3u);
}

TEST(Labels, ANameWithoutLettersGetsALetter) {
  const Dossier d = labelled({{.origin = "24.7"}, {.origin = "新华社"}});
  EXPECT_EQ(d.labels, (std::vector<std::string>{"A1", "B1"}));
}

std::vector<Source> many_newsrooms(int count) {
  std::vector<Source> sources;
  for (int i = 0; i < count; ++i) sources.push_back({.origin = "Outlet number " + std::to_string(i), .title = "", .published = {2024, 1, 1}});
  return sources;
}

TEST(Labels, UniqueBeyondTheAlphabet) {
  const Dossier d = labelled(many_newsrooms(26 + 26 * 26 + 5));
  EXPECT_EQ(std::set<std::string>(d.labels.begin(), d.labels.end()).size(), d.labels.size());
}

TEST(Labels, UniqueWhenALetterPairWithANumberMeetsAnotherReportNumber) {
  // 27 newsrooms of eleven reports, so that the 27th has the letters "Aa" and a report 11; then enough single ones to
  // reach the letters "Aa1", whose report 1 must not be "Aa11" too
  std::vector<Source> sources;
  for (int i = 0; i < 27 * 11; ++i) sources.push_back({.origin = "Large " + std::to_string(i / 11), .title = "", .published = {2024, 1, 1}});
  for (const Source& single : many_newsrooms(26 * 26)) sources.push_back(single);
  const Dossier d = labelled(sources);
  EXPECT_EQ(std::set<std::string>(d.labels.begin(), d.labels.end()).size(), d.labels.size());
}

// ---- origins ----

TEST(CountOrigins, ANewsroomCountsOnceHoweverOftenItWrote) {
  const Dossier d = labelled({{.origin = "Northwire"}, {.origin = "CPA"}, {.origin = "Northwire"}});
  EXPECT_EQ(count_origins(d, {0, 1, 2}), 2u);
  EXPECT_EQ(count_origins(d, {0, 2}), 1u);
  EXPECT_EQ(count_origins(d, {1}), 1u);
  EXPECT_EQ(count_origins(d, {}), 0u);
}

TEST(CountOrigins, UnnamedTextsCountEachAndTheirCopiesOnce) {
  Dossier d = bare({{}, {}, {}});
  d.origins.origins = {{.reports = {0, 2}, .name = "", .reason = "copies of one text"}, {.reports = {1}, .name = "", .reason = ""}};
  d.origins.origin_of = {0, 1, 0};
  label_reports(d);
  EXPECT_EQ(count_origins(d, {0, 1, 2}), 2u);
  EXPECT_EQ(count_origins(d, {0, 2}), 1u);
}

TEST(CountOrigins, CopiesInSeveralPapersAreOneOrigin) {
  const std::string wire = "The ferry sank off Ostmere on Monday with 31 people on board, the coast guard said. Divers searched the wreck until the evening and found nobody.\n\nThe captain, Odo Marsh, told a court in May that the hull had been repaired twice. The company denied that it had known of any crack.\n";
  const Dossier d = testing::dossier_of({TextSource{.text = wire, .published = "2024-03-04", .outlet = "The Ledger", .agency = "Reuters", .name = "a"}, TextSource{.text = wire, .published = "2024-03-05", .outlet = "The Globe", .agency = "Reuters", .name = "b"}, TextSource{.text = "Miners in Tarrow went on strike over pay.\n", .published = "2024-03-05", .outlet = "The Star", .name = "c"}});
  EXPECT_EQ(count_origins(d, {testing::index_of(d, "a"), testing::index_of(d, "b")}), 1u);
  EXPECT_EQ(count_origins(d, {0, 1, 2}), 2u);
}

TEST(NewsroomsOf, EachOnceInTheOrderOfTheDossier) {
  const Dossier d = labelled({{.origin = "Post"}, {.origin = "Press"}, {.origin = "Press"}});
  EXPECT_EQ(newsrooms_of(d, {0, 2, 1, 0}), (Reports{0, 1}));
}

TEST(ReportsOf, MentionsOfOneReportCountOnce) {
  Statement statement;
  statement.mentions = {{1, 0}, {1, 3}, {4, 0}};
  EXPECT_EQ(reports_of(statement), (Reports{1, 4}));
}

// ---- title ----

TEST(Title, IsAHeadlineOfTheStoryMostOriginsTell) {
  Dossier d = bare({{.origin = "A", .title = "Ferry sinks off Ostmere", .published = {2024, 3, 1}}, {.origin = "B", .title = "Ostmere council mourns", .published = {2024, 3, 2}}, {.origin = "C", .title = "Council of Ostmere in mourning", .published = {2024, 3, 3}}});
  divide(d, {{0}, {1, 2}});
  label_reports(d);
  EXPECT_EQ(d.title.report, 1u);
  EXPECT_EQ(d.title.words, "Ostmere council mourns") << "the first of two that share as many words";
}

TEST(Title, CopiesDoNotMakeAStoryLarger) {
  Dossier d = bare({{.origin = "Northwire", .title = "Ferry sinks", .published = {2024, 3, 1}}, {.origin = "Northwire", .title = "Ferry sinks", .published = {2024, 3, 1}}, {.origin = "Northwire", .title = "Ferry sinks", .published = {2024, 3, 1}}, {.origin = "B", .title = "Mourning in Ostmere", .published = {2024, 3, 2}}, {.origin = "C", .title = "Mourning in Ostmere", .published = {2024, 3, 2}}});
  divide(d, {{0, 1, 2}, {3, 4}});
  label_reports(d);
  EXPECT_EQ(d.title.words, "Mourning in Ostmere");
}

TEST(Title, IsTheHeadlineThatSharesMostWordsWithTheOthers) {
  const Dossier d = labelled({{.origin = "A", .title = "Shock and sorrow", .published = {2024, 3, 1}}, {.origin = "B", .title = "Ferry sinks off Ostmere", .published = {2024, 3, 1}}, {.origin = "C", .title = "Ostmere ferry sinks", .published = {2024, 3, 1}}});
  EXPECT_NE(d.title.report, 0u);
}

TEST(Title, ComesFromTheLargestThread) {
  Dossier d = bare({{.origin = "A", .title = "Fire on Pier 4", .published = {2024, 3, 1}}, {.origin = "B", .title = "Ferry sinks", .published = {2024, 3, 2}}, {.origin = "C", .title = "Ferry sank in minutes", .published = {2024, 3, 3}}});
  divide(d, {{0}, {1}, {2}});
  d.stories.threads = {{.stories = {0}}, {.stories = {1, 2}}};
  label_reports(d);
  EXPECT_EQ(d.title.words, "Ferry sinks");
  EXPECT_EQ(d.thread_of_story, (Reports{0, 1, 1}));
}

TEST(Title, IsTheFirstSentenceWhereNoReportHasAHeadline) {
  const std::string text = "The ferry sank off Ostmere on Monday. Nobody was hurt.\n";
  const Dossier d = testing::dossier_of({TextSource{.text = text, .published = "2024-03-04", .name = "a"}});
  ASSERT_TRUE(d.analyses[0].report.title.value.empty()) << d.analyses[0].report.title.value;
  EXPECT_EQ(d.title.words, "The ferry sank off Ostmere on Monday.");
  EXPECT_EQ(slice(d.analyses[0].report.text, d.title.span), d.title.words);
}

TEST(Title, PointsToTheHeadlineInTheText) {
  const Dossier d = testing::dossier_of({TextSource{.text = "Ferry sinks off Ostmere\n\nThe ferry went down on Monday, the coast guard said. Nobody was hurt.\n", .published = "2024-03-04", .name = "a"}});
  EXPECT_EQ(d.title.words, "Ferry sinks off Ostmere");
  EXPECT_EQ(slice(d.analyses[0].report.text, d.title.span), "Ferry sinks off Ostmere");
}

// ---- the rest ----

TEST(LeadOf, IsTheFirstSentenceThatIsNoTitle) {
  const Analysis a = testing::analysis_of(TextSource{.text = "Ferry sinks off Ostmere\n\nThe ferry went down on Monday. Nobody was hurt.\n"});
  EXPECT_EQ(slice(a.report.text, lead_of(a)), "The ferry went down on Monday.");
  EXPECT_TRUE(lead_of(Analysis{}).empty());
}

TEST(ChiefReport, HasAHeadlineAndADateBeforeTheMostReports) {
  Dossier d = bare({{.origin = "A", .published = {2024, 3, 1}}, {.origin = "B", .title = "Undated"}, {.origin = "C", .title = "Dated", .published = {2024, 3, 2}}, {.origin = "D", .title = "Dated, of two", .published = {2024, 3, 3}}, {.origin = "D", .title = "Dated, of two", .published = {2024, 3, 4}}});
  d.origins.origins.pop_back();
  d.origins.origins[3].reports = {3, 4};
  d.origins.origin_of[4] = 3;
  label_reports(d);
  EXPECT_EQ(chief_report(d, {.reports = {0, 1, 2, 3, 4}, .reasons = {}}), 3u);
  EXPECT_EQ(chief_report(d, {.reports = {0, 1, 2}, .reasons = {}}), 2u);
  EXPECT_EQ(chief_report(d, {.reports = {0, 1}, .reasons = {}}), 1u) << "a headline counts before a date";
  EXPECT_EQ(chief_report(d, {.reports = {0}, .reasons = {}}), 0u);
}

TEST(Ids, OfAStoryAreKeptWhenALaterReportJoins) {
  Dossier d = bare({{.origin = "A"}, {.origin = "B"}});
  divide(d, {{0}, {1}});
  const std::string story = story_id(d, 0), thread = thread_id(d, 0), origin = origin_id(d, 0);
  divide(d, {{0, 1}});
  EXPECT_EQ(story_id(d, 0), story);
  EXPECT_EQ(thread_id(d, 0), thread);
  EXPECT_EQ(origin_id(d, 0), origin);
}

TEST(Ids, OfDifferentKindsDifferForTheSameReport) {
  Dossier d = bare({{.origin = "A"}});
  d.lineage.families.push_back({.members = std::vector<Member>(2)});
  const std::set<std::string> ids = {family_id(d, 0), origin_id(d, 0), story_id(d, 0), thread_id(d, 0)};
  EXPECT_EQ(ids.size(), 4u);
}

TEST(LabelReports, AnEmptyDossierStaysEmpty) {
  Dossier d;
  label_reports(d);
  EXPECT_TRUE(d.labels.empty());
  EXPECT_TRUE(d.newsrooms.empty());
  EXPECT_TRUE(d.title.words.empty());
}

TEST(LabelReports, PlaceIsTheInverseOfOrder) {
  const Dossier d = labelled({{.origin = "A", .published = {2024, 3, 9}}, {.origin = "B"}, {.origin = "C", .published = {2024, 3, 4}}});
  EXPECT_EQ(d.order, (Reports{2, 0, 1}));
  EXPECT_EQ(d.place, (Reports{1, 2, 0}));
}

}  // namespace
}  // namespace attache
