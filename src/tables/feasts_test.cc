#include "tables/feasts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace attache {
namespace {

std::string days(const std::string& words, int year) {
  std::string out;
  for (const Feast& feast : feasts_of(words.substr(0, words.find(' ')))) {
    if (feast.words != words) continue;
    for (const FeastDays& d : days_of_feast(feast, year)) out += (out.empty() ? "" : " ") + to_string(d.begin) + (d.begin == d.end ? "" : "/" + to_string(d.end));
  }
  return out;
}

TEST(Feasts, EasterOfBothCalendars) {
  EXPECT_EQ(to_string(easter_sunday(1818)), "1818-03-22");  // the earliest there is
  EXPECT_EQ(to_string(easter_sunday(1943)), "1943-04-25");  // the latest
  EXPECT_EQ(to_string(easter_sunday(2024)), "2024-03-31");
  EXPECT_EQ(to_string(orthodox_easter_sunday(2024)), "2024-05-05");
  EXPECT_EQ(to_string(orthodox_easter_sunday(2017)), "2017-04-16");  // both on one day
  EXPECT_EQ(to_string(easter_sunday(2017)), "2017-04-16");
}

TEST(Feasts, DaysCountedFromEaster) {
  EXPECT_EQ(days("ash wednesday", 2024), "2024-02-14");
  EXPECT_EQ(days("good friday", 2022), "2022-04-15");
  EXPECT_EQ(days("pentecost", 2023), "2023-05-28");
  EXPECT_EQ(days("lent", 2024), "2024-02-14/2024-03-31");
}

TEST(Feasts, WeekdaysOfAMonth) {
  EXPECT_EQ(days("thanksgiving", 2023), "2023-11-23");
  EXPECT_EQ(days("black friday", 2019), "2019-11-29");
  EXPECT_EQ(days("labor day", 2024), "2024-09-02");
  EXPECT_EQ(days("memorial day", 2021), "2021-05-31");
  EXPECT_EQ(days("election day", 2016), "2016-11-08");
  EXPECT_EQ(days("election day", 2022), "2022-11-08");
}

TEST(Feasts, HebrewAndIslamicCalendars) {
  EXPECT_EQ(days("rosh hashanah", 2023), "2023-09-16/2023-09-17");
  EXPECT_EQ(days("yom kippur", 1973), "1973-10-06");
  EXPECT_EQ(days("passover", 2024), "2024-04-23/2024-04-29");
  EXPECT_EQ(days("purim", 2022), "2022-03-17");
  EXPECT_EQ(days("hanukkah", 2021), "2021-11-29/2021-12-06");
  EXPECT_EQ(days("hanukkah", 2022), "2022-12-19/2022-12-26");
  EXPECT_EQ(days("sukkot", 2023), "2023-09-30/2023-10-06");
  for (int year = 1900; year < 2100; ++year) EXPECT_FALSE(days("ramadan", year).empty()) << year;
  EXPECT_NE(days("ramadan", 2030).find(' '), std::string::npos);  // twice in one year
  const std::string ramadan = days("ramadan", 2024);  // seen on 11 March
  EXPECT_TRUE(ramadan.starts_with("2024-03-10") || ramadan.starts_with("2024-03-11") || ramadan.starts_with("2024-03-12")) << ramadan;
}

TEST(Feasts, NewYearsOfTheMoonOnlyWhereTheTableReaches) {
  EXPECT_EQ(days("lunar new year", 2024), "2024-02-10");
  EXPECT_EQ(days("lunar new year", 1950), "");
  EXPECT_EQ(days("lunar new year", 2031), "");
}

TEST(Feasts, NoYearIsTooFar) {
  EXPECT_EQ(days("easter", 0), "");
  EXPECT_EQ(days("ramadan", -400), "");
  EXPECT_EQ(days("christmas", 9999), "");
}

TEST(Feasts, UnknownWords) {
  EXPECT_TRUE(feasts_of("").empty());
  EXPECT_TRUE(feasts_of("harvest").empty());
}

}  // namespace
}  // namespace attache
