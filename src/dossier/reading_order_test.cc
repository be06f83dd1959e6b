#include "dossier/reading_order.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

using Order = std::vector<std::uint32_t>;

// Reports with nothing but a day; year 0 = undated. No families.
Dossier dated(const std::vector<Date>& days) {
  Dossier d;
  d.analyses.resize(days.size());
  d.bounds.resize(days.size());
  d.lineage.family_of.assign(days.size(), -1);
  d.lineage.member_of.assign(days.size(), -1);
  for (std::size_t r = 0; r < days.size(); ++r) d.analyses[r].report.published.value = days[r];
  return d;
}

// The first is the parent of the others.
void join_family(Dossier& d, const Order& reports) {
  Family family;
  for (std::uint32_t r : reports) {
    Member member;
    member.report = r;
    member.parent = family.members.empty() ? -1 : 0;
    d.lineage.family_of[r] = static_cast<std::int32_t>(d.lineage.families.size());
    d.lineage.member_of[r] = static_cast<std::int32_t>(family.members.size());
    family.members.push_back(std::move(member));
  }
  d.lineage.families.push_back(std::move(family));
}

TEST(ReadingOrder, ByDayOfPublication) { EXPECT_EQ(reading_order(dated({{2024, 3, 14}, {2023, 12, 31}, {2024, 3, 4}})), (Order{1, 2, 0})); }

TEST(ReadingOrder, ByTimeWithinADay) {
  Dossier d = dated({{2024, 3, 4}, {2024, 3, 4}, {2024, 3, 4}});
  d.analyses[0].report.published_minute = 600;
  d.analyses[1].report.published_minute = 0;  // midnight is a time
  EXPECT_EQ(reading_order(d), (Order{1, 0, 2})) << "the report without a time comes last";
}

TEST(ReadingOrder, EqualDaysKeepTheCanonicalOrder) { EXPECT_EQ(reading_order(dated({{2024, 3, 4}, {2024, 3, 4}, {2024, 3, 4}})), (Order{0, 1, 2})); }

TEST(ReadingOrder, UndatedReportStandsAtTheEarliestDayItCanBeFrom) {
  Dossier d = dated({{2024, 3, 4}, {2024, 3, 10}, {}});
  d.bounds[2].not_before = {2024, 3, 6};
  EXPECT_EQ(reading_order(d), (Order{0, 2, 1}));
}

TEST(ReadingOrder, DatedReportComesBeforeAnUndatedOneOfTheSameDay) {
  Dossier d = dated({{}, {2024, 3, 6}});
  d.analyses[1].report.published_minute = 23 * 60 + 59;
  d.bounds[0].not_before = {2024, 3, 6};
  EXPECT_EQ(reading_order(d), (Order{1, 0}));
}

TEST(ReadingOrder, ReportWithoutAnyDayComesLast) {
  EXPECT_EQ(reading_order(dated({{}, {2024, 3, 4}, {}, {1999, 1, 1}})), (Order{3, 1, 0, 2}));
}

TEST(ReadingOrder, UndatedCopyStandsAfterItsParent) {
  Dossier d = dated({{2024, 3, 10}, {2024, 3, 4}, {}, {2024, 3, 12}});
  d.bounds[2].not_before = {2024, 3, 1};  // a day it names lies before the parent was published
  join_family(d, {0, 2});
  EXPECT_EQ(reading_order(d), (Order{1, 0, 2, 3}));
}

TEST(ReadingOrder, UndatedCopyKeepsALaterBound) {
  Dossier d = dated({{2024, 3, 10}, {}, {2024, 3, 12}});
  d.bounds[1].not_before = {2024, 3, 15};
  join_family(d, {0, 1});
  EXPECT_EQ(reading_order(d), (Order{0, 2, 1}));
}

TEST(ReadingOrder, DatedCopyStandsWhereItsDateIs) {
  // order_reason may put a report after another that carries a later date; the date is what the reader sees
  Dossier d = dated({{2024, 3, 10}, {2024, 3, 9}});
  join_family(d, {0, 1});
  EXPECT_EQ(reading_order(d), (Order{1, 0}));
}

TEST(ReadingOrder, ChainOfUndatedCopiesFollowsItsDatedFirstVersion) {
  Dossier d = dated({{}, {}, {2024, 3, 10}, {2024, 3, 11}});
  Family family;
  for (std::uint32_t i = 0; i < 3; ++i) {
    Member member;
    member.report = 2 - i;  // 2, its copy 1, the copy's copy 0
    member.parent = static_cast<std::int32_t>(i) - 1;
    d.lineage.family_of[2 - i] = 0;
    d.lineage.member_of[2 - i] = static_cast<std::int32_t>(i);
    family.members.push_back(std::move(member));
  }
  d.lineage.families.push_back(std::move(family));
  EXPECT_EQ(reading_order(d), (Order{2, 1, 0, 3}));
}

TEST(ReadingOrder, NoReports) { EXPECT_TRUE(reading_order(dated({})).empty()); }

TEST(ReadingOrder, StoriesByTheirFirstReport) {
  Dossier d = dated({{2024, 3, 1}, {2024, 3, 2}, {2024, 3, 3}, {2024, 3, 4}});
  d.stories.stories = {{.reports = {2, 3}, .reasons = {}}, {.reports = {1}, .reasons = {}}, {.reports = {0}, .reasons = {}}};
  EXPECT_EQ(story_order(d, {0, 1, 2, 3}), (Order{2, 1, 0}));
  EXPECT_EQ(story_order(d, {3, 2, 1, 0}), (Order{0, 1, 2})) << "the given order counts, not the index";
}

TEST(ReadingOrder, ThreadsByTheirFirstStory) {
  Dossier d = dated({});
  d.stories.stories.resize(4);
  d.stories.threads = {{.stories = {3, 1}}, {.stories = {0, 2}}};
  EXPECT_EQ(thread_order(d, {2, 1, 3, 0}), (Order{1, 0}));
  EXPECT_EQ(thread_order(d, {1, 2, 3, 0}), (Order{0, 1}));
}

}  // namespace
}  // namespace attache
