#include "ingest/printed_date.h"

#include <gtest/gtest.h>

#include "support/cases.h"

namespace attache {
namespace {

TEST(PrintedDate, StampCases) {
  testing::check_cases("date_stamps", [](const testing::Case& c) -> std::string {
    const std::string line = c.text("line");
    const auto stamp = date_stamp_of(line);
    if (c.has("none")) return stamp ? "  read as " + to_string(stamp->date) + "\n" : "";
    if (!stamp) return "  no stamp\n";
    std::string wrong;
    if (to_string(stamp->date) != c.value("date")) wrong += "  read as " + to_string(stamp->date) + "\n";
    if (is_update_stamp(line) != c.has("update")) wrong += std::string("  ") + (c.has("update") ? "not seen as an update" : "seen as an update") + "\n";
    return wrong;
  });
}

TEST(PrintedDate, FindsTheFirstInRunningText) {
  const std::string text = "An observer post near Brenna, August 19, 2022, and again on 3 May 2023.";
  const auto first = find_printed_date(text);
  ASSERT_TRUE(first);
  EXPECT_EQ(to_string(first->date), "2022-08-19");
  const auto second = find_printed_date(text, first->span.end);
  ASSERT_TRUE(second);
  EXPECT_EQ(to_string(second->date), "2023-05-03");
  EXPECT_FALSE(find_printed_date(text, second->span.end));
}

TEST(PrintedDate, ImpossibleDaysAreNoDates) {
  EXPECT_FALSE(find_printed_date("February 30, 2022"));
  EXPECT_FALSE(find_printed_date("2022-13-01"));
  EXPECT_FALSE(find_printed_date("04/05/2022"));  // two orders are possible
}

}  // namespace
}  // namespace attache
