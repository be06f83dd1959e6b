#include "base/date.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

TEST(Date, ReadsIsoDatesAndKeepsTheLocalDay) {
  EXPECT_EQ(parse_iso_date("2022-03-17"), (Date{2022, 3, 17}));
  EXPECT_EQ(parse_iso_date("2022-03-17T23:42:10-05:00"), (Date{2022, 3, 17}));
  EXPECT_EQ(parse_iso_date(" 20220317T1542 "), (Date{2022, 3, 17}));
  EXPECT_EQ(parse_iso_date("2022/03/17"), (Date{2022, 3, 17}));
  EXPECT_EQ(parse_iso_date("2022-03"), (Date{2022, 3, 0}));
  for (const char* wrong : {"", "17.03.2022", "2022-13-01", "2022-02-30", "202203171", "2022-3-17", "0022-03-17"}) {
    EXPECT_FALSE(parse_iso_date(wrong).has_value()) << wrong;
  }
}

TEST(Date, CountsDaysAndWeekdays) {
  EXPECT_EQ(days_of({1970, 1, 1}), 0);
  EXPECT_EQ(days_of({2022, 3, 17}) - days_of({2022, 2, 28}), 17);
  EXPECT_EQ(date_of(days_of({2024, 2, 29})), (Date{2024, 2, 29}));
  EXPECT_EQ(weekday_of({2022, 3, 17}), 3);  // a Thursday
  EXPECT_FALSE(is_valid({2023, 2, 29}));
}

TEST(Date, WritesWhatIsKnown) {
  EXPECT_EQ(to_string({2022, 3, 17}), "2022-03-17");
  EXPECT_EQ(to_string({2022, 3, 0}), "2022-03");
  EXPECT_EQ(to_words({2022, 3, 17}), "17 March 2022");
  EXPECT_EQ(to_words({2022, 0, 0}), "2022");
}

TEST(Date, MovesTimesToUtc) {
  EXPECT_EQ(parse_iso_minute("2022-03-17T15:42:10+01:00"), 14 * 60 + 42);
  EXPECT_EQ(parse_iso_minute("2022-03-17 00:30:00+0200"), -90);
  EXPECT_EQ(parse_iso_minute("2022-03-17T08:05Z"), 485);
  EXPECT_FALSE(parse_iso_minute("2022-03-17").has_value());
  EXPECT_FALSE(parse_iso_minute("2022-03-17T25:00").has_value());
}

TEST(Date, IsoWeeksAtTheTurnOfTheYear) {
  EXPECT_EQ(iso_week_of({2024, 3, 11}).week, 11);
  EXPECT_EQ(iso_week_of({2020, 12, 31}).week, 53);
  EXPECT_EQ(iso_week_of({2021, 1, 3}).year, 2020);
  EXPECT_EQ(iso_week_of({2021, 1, 4}).week, 1);
  EXPECT_EQ(iso_week_of({2018, 12, 31}).year, 2019);
}

}  // namespace
}  // namespace attache
