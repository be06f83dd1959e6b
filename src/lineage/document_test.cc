#include "lineage/document.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

Report published(const Date& day, int minute = Report{}.published_minute) {
  Report report;
  report.published.value = day;
  report.published_minute = minute;
  return report;
}

TEST(PublicationTime, ADayAndATime) {
  const PublicationTime time = publication_time(published({1970, 1, 2}, 90));
  EXPECT_TRUE(time.dated);
  EXPECT_TRUE(time.timed);
  EXPECT_EQ(time.minute, 1440 + 90);
}

TEST(PublicationTime, ADayAloneStandsAtItsEnd) {
  const PublicationTime time = publication_time(published({1970, 1, 2}));
  EXPECT_TRUE(time.dated);
  EXPECT_FALSE(time.timed);
  EXPECT_EQ(time.minute, 1440 + 1439);
}

TEST(PublicationTime, MidnightIsATime) {
  const PublicationTime time = publication_time(published({1970, 1, 1}, 0));
  EXPECT_TRUE(time.timed);
  EXPECT_EQ(time.minute, 0);
}

TEST(PublicationTime, AnOffsetMayMoveTheTimeIntoTheNextDay) {
  // 23:30 at -02:00 is 01:30 of the next day in UTC: minute 1530 of the day as written
  EXPECT_EQ(publication_time(published({1970, 1, 1}, 1530)).minute, 1530);
  EXPECT_GT(compare_publication(published({1970, 1, 1}, 1530), published({1970, 1, 2}, 60)), 0);
}

TEST(PublicationTime, AMinuteBeforeMidnightInUtcIsATime) {
  // 00:59 at +01:00 is 23:59 of the day before
  const PublicationTime time = publication_time(published({1970, 1, 2}, -1));
  EXPECT_TRUE(time.timed);
  EXPECT_EQ(time.minute, 1439);
}

TEST(PublicationTime, APartialDateIsNone) {
  EXPECT_FALSE(publication_time(published({2024, 3, 0}, 60)).dated);
  EXPECT_FALSE(publication_time(published({})).dated);
}

TEST(ComparePublication, ByDay) {
  EXPECT_LT(compare_publication(published({2024, 3, 4}), published({2024, 3, 5})), 0);
  EXPECT_GT(compare_publication(published({2024, 3, 5}), published({2024, 3, 4}, 600)), 0);
}

TEST(ComparePublication, ByMinuteWhereBothHaveOne) {
  EXPECT_LT(compare_publication(published({2024, 3, 4}, 600), published({2024, 3, 4}, 601)), 0);
  EXPECT_EQ(compare_publication(published({2024, 3, 4}, 600), published({2024, 3, 4}, 600)), 0);
}

TEST(ComparePublication, OneDayWithOneTimeSaysNothing) {
  EXPECT_EQ(compare_publication(published({2024, 3, 4}, 600), published({2024, 3, 4})), 0);
  EXPECT_EQ(compare_publication(published({2024, 3, 4}), published({2024, 3, 4}, 600)), 0);
}

TEST(ComparePublication, AMissingDateSaysNothing) {
  EXPECT_EQ(compare_publication(published({}), published({2024, 3, 4}, 600)), 0);
  EXPECT_EQ(compare_publication(published({2024, 3, 4}), published({2024, 3, 0})), 0);
}

TEST(DocumentOf, ShowsTextAndSentences) {
  const Analysis a = testing::analysis_of({"The bridge opened. The toll is gone."});
  const Document d = document_of(a);
  EXPECT_EQ(d.report, &a.report);
  ASSERT_EQ(d.sentences.size(), 2u);
  EXPECT_EQ(slice(d.report->text, d.sentences[1].span), "The toll is gone.");
}

TEST(PublishedDay, IsAnIntegerOrNone) {
  EXPECT_EQ(published_day(published({1970, 1, 2}, 1439)), 1);
  EXPECT_EQ(published_day(published({1969, 12, 31})), -1);
  EXPECT_EQ(published_day(published({2024, 3, 0})), INT32_MIN);
  EXPECT_EQ(published_day(published({})), INT32_MIN);
}

Analysis analysis(const std::string& id, const Date& day = {}, int minute = Report{}.published_minute, const std::string& source = {}) {
  Analysis a;
  a.report = published(day, minute);
  a.report.id = id;
  a.report.source = source;
  return a;
}

std::string ids(const std::vector<Analysis>& analyses) {
  std::string out;
  for (const Analysis& a : analyses) out += a.report.id + a.report.source + " ";
  return out;
}

TEST(SortReports, ByTimeThenTheUndated) {
  std::vector<Analysis> list = {analysis("undated"), analysis("later", {2024, 3, 5}, 60), analysis("day", {2024, 3, 4}), analysis("noon", {2024, 3, 4}, 720), analysis("morning", {2024, 3, 4}, 480)};
  sort_reports(list);
  EXPECT_EQ(ids(list), "morning noon day later undated ");  // a day without a time stands at its end
}

TEST(SortReports, ByIdWhereTimesAgreeThenBySource) {
  std::vector<Analysis> list = {analysis("c", {2024, 3, 4}, 60), analysis("b", {2024, 3, 4}, 60), analysis("a", {2024, 3, 4}, 60, "two"), analysis("a", {2024, 3, 4}, 60, "one"), analysis("z"), analysis("y")};
  sort_reports(list);
  EXPECT_EQ(ids(list), "aone atwo b c y z ");
}

TEST(SortReports, APartialDateIsNone) {
  std::vector<Analysis> list = {analysis("a", {2023, 1, 0}), analysis("b", {2024, 3, 4})};
  sort_reports(list);
  EXPECT_EQ(ids(list), "b a ");
}

TEST(SortReports, EveryOrderOfInputGivesOne) {
  std::vector<Analysis> list = {analysis("a", {2024, 3, 4}, 60), analysis("b", {2024, 3, 4}), analysis("c", {2024, 3, 4}, 1439), analysis("d"), analysis("e", {2024, 3, 5}, -30)};
  sort_reports(list);
  const std::string wanted = ids(list);
  std::vector<std::size_t> order = {0, 1, 2, 3, 4};
  do {
    std::vector<Analysis> shuffled;
    for (std::size_t i : order) shuffled.push_back(list[i]);
    sort_reports(shuffled);
    ASSERT_EQ(ids(shuffled), wanted);
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST(SortReports, OfNothing) {
  std::vector<Analysis> none;
  sort_reports(none);
  EXPECT_TRUE(none.empty());
}

}  // namespace
}  // namespace attache
