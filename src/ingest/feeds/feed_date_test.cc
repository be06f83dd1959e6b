#include "ingest/feeds/feed_date.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

TEST(FeedDate, Rfc822And2822) {
  EXPECT_EQ(feed_date("Thu, 17 Mar 2022 15:42:10 +0100"), "2022-03-17T15:42:10+01:00");
  EXPECT_EQ(feed_date("17 Mar 2022 15:42 GMT"), "2022-03-17T15:42:00Z");
  EXPECT_EQ(feed_date("Thu, 17 Mar 22 15:42:10 EST"), "2022-03-17T15:42:10-05:00");
  EXPECT_EQ(feed_date("17 Mar 99 00:00:00 Z"), "1999-03-17T00:00:00Z");
  EXPECT_EQ(feed_date("Thu, 7 March 2022 5:42:10 +0100"), "2022-03-07T05:42:10+01:00");
  EXPECT_EQ(feed_date("Thu, 17 Mar 2022 25:00:00 GMT"), "2022-03-17") << "no such clock; the day stands";
  EXPECT_EQ(feed_date("  thursday, 17 MAR 2022\t15:42:10   -0330 "), "2022-03-17T15:42:10-03:30");
  EXPECT_EQ(feed_date("Thu, 17 Mar 2022"), "2022-03-17");
}

TEST(FeedDate, Rfc3339) {
  EXPECT_EQ(feed_date("2022-03-17T15:42:10+01:00"), "2022-03-17T15:42:10+01:00");
  EXPECT_EQ(feed_date("2022-03-17T15:42:10.123456Z"), "2022-03-17T15:42:10Z");
  EXPECT_EQ(feed_date("2022-03-17t15:42:10z"), "2022-03-17T15:42:10Z");
  EXPECT_EQ(feed_date("2022-03-17 15:42"), "2022-03-17T15:42:00");
  EXPECT_EQ(feed_date("2022-03-17T15:42+01"), "2022-03-17T15:42:00+01:00");
  EXPECT_EQ(feed_date("2016-12-31T23:59:60Z"), "2016-12-31T23:59:59Z") << "a leap second";
}

TEST(FeedDate, NitfAndDaysAlone) {
  EXPECT_EQ(feed_date("20220317T154200Z"), "2022-03-17T15:42:00Z");
  EXPECT_EQ(feed_date("20220317T154210+0100"), "2022-03-17T15:42:10+01:00");
  EXPECT_EQ(feed_date("20220317T1542"), "2022-03-17T15:42:00");
  EXPECT_EQ(feed_date("20220317"), "2022-03-17");
  EXPECT_EQ(feed_date("2022-03-17"), "2022-03-17");
  EXPECT_EQ(feed_date("2022-03-17Z"), "2022-03-17");
}

TEST(FeedDate, ZonesThatAreNoneLeaveTheLocalTime) {
  EXPECT_EQ(feed_date("Thu, 17 Mar 2022 15:42:10 CEST"), "2022-03-17T15:42:10");
  EXPECT_EQ(feed_date("Thu, 17 Mar 2022 15:42:10 +9900"), "2022-03-17T15:42:10");
  EXPECT_EQ(feed_date("Thu, 17 Mar 2022 15:42:10 A"), "2022-03-17T15:42:10");
}

TEST(FeedDate, WhatIsNoDate) {
  for (const char* text : {"", " ", "yesterday", "31 Feb 2022 10:00 GMT", "32 Mar 2022", "2022-13-01", "2022-02-30T10:00:00Z", "20221301", "Thu, 17 Foo 2022", "17/03/2022", "17 Mar 222", "1234567890", "2022", "2022-03",
                           "99999999T999999Z", "Thu,", "-5 Mar 2022"}) {
    EXPECT_EQ(feed_date(text), "") << text;
  }
}

}  // namespace
}  // namespace attache
