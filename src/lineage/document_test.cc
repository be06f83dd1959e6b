#include "lineage/document.h"

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

}  // namespace
}  // namespace attache
