#include "language/printed_times.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/texts.h"

namespace attache {
namespace {

Report report_of(const std::vector<std::pair<BlockKind, std::string>>& lines) {
  Report report;
  for (const auto& [kind, line] : lines) {
    const auto begin = static_cast<std::uint32_t>(report.text.size());
    report.text += line;
    report.blocks.push_back({{begin, static_cast<std::uint32_t>(report.text.size())}, kind});
    report.text += "\n";
  }
  report.published.value = {2024, 4, 25};
  return report;
}

std::vector<std::string> found(const Report& report) {
  std::vector<std::string> out;
  for (const TimeExpression& t : find_printed_times(report, testing::resources().lexicon)) {
    EXPECT_EQ(t.sentence, kNoSentence);
    out.push_back(std::string(slice(report.text, t.span)) + " | " + timex_value(t));
  }
  return out;
}

TEST(PrintedTimes, CaptionsAndDateStamps) {
  const Report report = report_of({{BlockKind::title, "Two wells ran dry in 2011"}, {BlockKind::date_stamp, "Thursday, April 25, 2024"}, {BlockKind::caption, "The mill of Lodran on 3 May 1998. Photo: A. Lund"}, {BlockKind::paragraph, "The well of 1650 is dry."}});
  EXPECT_EQ(found(report), (std::vector<std::string>{"Thursday, April 25, 2024 | 2024-04-25", "3 May 1998 | 1998-05-03"}));
}

TEST(PrintedTimes, WhatCountsFromADayThatNobodyGivesIsLeftOut) {
  EXPECT_EQ(found(report_of({{BlockKind::caption, "Two men at the gate on Tuesday, and last week on May 3."}})), std::vector<std::string>{});
}

TEST(PrintedTimes, NothingOfOtherLines) {
  EXPECT_TRUE(found(report_of({{BlockKind::chrome, "Copyright 2019"}, {BlockKind::related_link, "READ ALSO: The flood of 2011"}, {BlockKind::byline, "By A. Lund, May 3, 2020"}})).empty());
  EXPECT_TRUE(found(report_of({})).empty());
}

TEST(PrintedTimes, TextOrder) {
  std::vector<TimeExpression> text(2), printed(1);
  text[0].span = {5, 6};
  text[1].span = {20, 24};
  printed[0].span = {8, 9};
  const std::vector<TimeExpression> all = in_text_order(text, printed);
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].span.begin, 5u);
  EXPECT_EQ(all[1].span.begin, 8u);
  EXPECT_EQ(all[2].span.begin, 20u);
}

}  // namespace
}  // namespace attache
