#include "stories/dating.h"

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

Analysis analysed(const std::string& text, const Date& published = {}) { return analyse_report(testing::plain_report(text, published), testing::resources()); }

Analysis with_caption(const std::string& text, const std::string& caption, const Date& published = {}) {
  Report report = testing::plain_report(text + "\n" + caption, published);
  report.blocks.back().kind = BlockKind::caption;
  return analyse_report(std::move(report), testing::resources());
}

// Story of each report; threads by the stories given.
Stories stories_of(const std::vector<std::uint32_t>& story_of, const std::vector<std::vector<std::uint32_t>>& threads) {
  Stories out;
  out.story_of = story_of;
  for (std::uint32_t r = 0; r < story_of.size(); ++r) {
    if (story_of[r] >= out.stories.size()) out.stories.resize(story_of[r] + 1);
    out.stories[story_of[r]].reports.push_back(r);
  }
  for (const auto& thread : threads) out.threads.push_back({thread});
  return out;
}

DateBound bound_of_first(const std::vector<Analysis>& analyses) {
  return bound_dates(analyses, stories_of(std::vector<std::uint32_t>(analyses.size(), 0), {{0}})).front();
}

TEST(BoundDates, ADayOfTheTextIsALowerBound) {
  const Analysis a = analysed("The council met on 10 March 2024 and then went home.");
  const DateBound bound = bound_of_first({a});
  EXPECT_EQ(bound.not_before, (Date{2024, 3, 10}));
  EXPECT_EQ(bound.reason, "speaks of 10 March 2024");
  EXPECT_EQ(slice(a.report.text, bound.span), "10 March 2024");
}

TEST(BoundDates, TheLatestOfSeveralDays) {
  EXPECT_EQ(bound_of_first({analysed("The council met on 10 March 2024. It had met on 4 March 2024. It was founded on 9 May 1994.")}).not_before, (Date{2024, 3, 10}));
}

TEST(BoundDates, ADatedReportNeedsNone) {
  const DateBound bound = bound_of_first({analysed("The council met on 10 March 2024.", {2024, 3, 12})});
  EXPECT_EQ(bound.not_before.year, 0);
  EXPECT_TRUE(bound.reason.empty());
}

TEST(BoundDates, ADayWithoutAYearTakesItFromTheStory) {
  const DateBound bound = bound_of_first({analysed("The council met on March 10."), analysed("The council met.", {2024, 3, 12})});
  EXPECT_EQ(bound.not_before, (Date{2024, 3, 10}));
  EXPECT_NE(bound.reason.find("March 10"), std::string::npos);
  EXPECT_NE(bound.reason.find("of this story"), std::string::npos);
}

TEST(BoundDates, ElseFromTheThread) {
  const std::vector<Analysis> analyses = {analysed("The council met on March 10."), analysed("The council met.", {2023, 3, 12})};
  const DateBound bound = bound_dates(analyses, stories_of({0, 1}, {{0, 1}})).front();
  EXPECT_EQ(bound.not_before, (Date{2023, 3, 10}));
  EXPECT_NE(bound.reason.find("of this thread"), std::string::npos);
}

TEST(BoundDates, TheStoryGoesBeforeTheThread) {
  const std::vector<Analysis> analyses = {analysed("The council met on March 10."), analysed("The council met.", {2024, 3, 12}), analysed("The council met.", {2023, 3, 10})};
  EXPECT_EQ(bound_dates(analyses, stories_of({0, 0, 1}, {{0, 1}})).front().not_before, (Date{2024, 3, 10}));
}

TEST(BoundDates, AnotherThreadSaysNothing) {
  const std::vector<Analysis> analyses = {analysed("The council met on March 10."), analysed("The council met.", {2024, 3, 12})};
  EXPECT_EQ(bound_dates(analyses, stories_of({0, 1}, {{0}, {1}})).front().not_before.year, 0);
}

TEST(BoundDates, TheYearThatBringsTheDayNearest) {
  EXPECT_EQ(bound_of_first({analysed("The council met on December 30."), analysed("The council met.", {2024, 1, 3})}).not_before, (Date{2023, 12, 30}));
  EXPECT_EQ(bound_of_first({analysed("The council met on January 3."), analysed("The council met.", {2023, 12, 30})}).not_before, (Date{2024, 1, 3}));
}

TEST(BoundDates, WithoutADatedReportADayWithoutAYearBoundsNothing) {
  EXPECT_EQ(bound_of_first({analysed("The council met on March 10."), analysed("The council met on March 12.")}).not_before.year, 0);
}

TEST(BoundDates, WhatIsToComeBoundsNothing) {
  for (const char* text : {"The council will meet on 10 March 2024.", "The mandate runs until 30 September 2024.", "A vote is planned for 4 May 2024.", "It is scheduled for 4 May 2024 in the capital."}) {
    EXPECT_EQ(bound_of_first({analysed(text)}).not_before.year, 0) << text;
  }
}

TEST(BoundDates, APictureBoundsThePage) {
  const Analysis a = with_caption("The council met.", "Envoys at the gate, 4 March 2024. Northwire");
  const DateBound bound = bound_of_first({a});
  EXPECT_EQ(bound.not_before, (Date{2024, 3, 4}));
  EXPECT_EQ(bound.reason, "a picture of 4 March 2024");
  EXPECT_EQ(slice(a.report.text, bound.span), "4 March 2024");
}

TEST(BoundDates, APictureOfAnUndatedReportTellsTheYear) {
  EXPECT_EQ(bound_of_first({with_caption("The council met on March 10.", "Envoys at the gate, 4 March 2022.")}).not_before, (Date{2022, 3, 10}));
}

TEST(BoundDates, AMonthOrAYearAloneBoundsNothing) {
  EXPECT_EQ(bound_of_first({analysed("The council met in March 2024. It was founded in 1994.")}).not_before.year, 0);
}

TEST(BoundDates, ADayThatDoesNotExistIsNeverGiven) {
  const DateBound bound = bound_of_first({analysed("The council met on February 29."), analysed("The council met.", {2023, 3, 1})});
  EXPECT_TRUE(bound.not_before.year == 0 || is_valid(bound.not_before));
}

TEST(BoundDates, NoReports) { EXPECT_TRUE(bound_dates({}, {}).empty()); }

}  // namespace
}  // namespace attache
