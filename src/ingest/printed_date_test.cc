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

std::string read(std::string_view text, const DateReading& reading = {}) {
  const auto date = find_printed_date(text, 0, reading);
  return date ? to_string(date->date) : "";
}

TEST(PrintedDate, MonthNamesOfManyLanguages) {
  EXPECT_EQ(read("7 \u0623\u0643\u062a\u0648\u0628\u0631 2020"), "2020-10-07");
  EXPECT_EQ(read("3 \u043c\u0430\u0440\u0442\u0430 2021 \u0433."), "2021-03-03");
  EXPECT_EQ(read("4. kes\u00e4kuuta 2020"), "2020-06-04");
  EXPECT_EQ(read("2020. j\u00fanius 4."), "2020-06-04");
  EXPECT_EQ(read("2020 m. bir\u017eelio 4 d."), "2020-06-04");
  EXPECT_EQ(read("17 d\u2019abril de 2021"), "2021-04-17");
  EXPECT_EQ(read("12 de mar\u00e7 de 2021"), "2021-03-12");
  EXPECT_EQ(read("10 \u0643\u0627\u0646\u0648\u0646 \u0627\u0644\u062b\u0627\u0646\u064a 2021"), "2021-01-10");
  EXPECT_EQ(read("ng\u00e0y 4 th\u00e1ng 10 n\u0103m 2020"), "2020-10-04");
  EXPECT_EQ(read("5. listopada 2020."), "2020-11-05");
  EXPECT_EQ(read("5. listopada 2020.", {.language = "hr"}), "2020-10-05");
}

TEST(PrintedDate, CharactersForYearMonthAndDay) {
  EXPECT_EQ(read("2020\u5e7407\u670803\u65e5 17:16"), "2020-07-03");
  EXPECT_EQ(read("2020\ub144 7\uc6d4 3\uc77c"), "2020-07-03");
  EXPECT_EQ(read("2020\u5e7413\u67083\u65e5"), "");
}

TEST(PrintedDate, DigitsOfOtherScripts) {
  EXPECT_EQ(read("\u0661\u0667/\u0660\u0663/\u0662\u0660\u0662\u0662"), "2022-03-17");
  EXPECT_EQ(read("\u096c \u092e\u093e\u0930\u094d\u091a \u0968\u0966\u0968\u0968"), "2022-03-06");
}

TEST(PrintedDate, TheOrderOfThePageDecidesBetweenTwoReadings) {
  EXPECT_EQ(read("04/05/2022"), "");
  EXPECT_EQ(read("04/05/2022", {.order = DateOrder::day_first}), "2022-05-04");
  EXPECT_EQ(read("04/05/2022", {.order = DateOrder::month_first}), "2022-04-05");
  EXPECT_EQ(read("17/05/2022", {.order = DateOrder::month_first}), "2022-05-17") << "one reading alone is possible";
  EXPECT_EQ(read("08/08/2017"), "2017-08-08") << "both readings agree";
  EXPECT_EQ(read("11.14.2019 09:00 AM"), "2019-11-14");
  EXPECT_EQ(read("12. 01. 2017"), "2017-01-12");
  EXPECT_EQ(read("3. 4 million of 2017"), "");
}

TEST(PrintedDate, AShortYearCountsOnlyWhereItIsAsked) {
  EXPECT_EQ(read("Party, 30.10.23"), "");
  EXPECT_EQ(read("Party, 30.10.23", {.short_year = true}), "2023-10-30");
  EXPECT_EQ(read("1.5.98", {.short_year = true}), "1998-05-01");
  EXPECT_EQ(read("30.10.2", {.short_year = true}), "");
}

TEST(PrintedDate, OrderShownByOtherDates) {
  EXPECT_EQ(order_shown_in("from 25/12/2021 to 01/02/2022"), DateOrder::day_first);
  EXPECT_EQ(order_shown_in("from 12/25/2021 to 01/02/2022"), DateOrder::month_first);
  EXPECT_EQ(order_shown_in("12/25/2021 and 25/12/2021"), DateOrder::unknown);
  EXPECT_EQ(order_shown_in("see /2021/12/25/ and 24/7 and 1/2/3"), DateOrder::unknown);
  EXPECT_EQ(order_shown_in("/"), DateOrder::unknown);
  EXPECT_EQ(order_shown_in("13/"), DateOrder::unknown);
  EXPECT_EQ(order_shown_in("13/12/20"), DateOrder::unknown);
}

TEST(PrintedDate, AnUpdateOfAnotherHourIsNoUpdateOfTheDate) {
  EXPECT_FALSE(is_update_stamp("January 19, 2020 / 12:25 PM / Updated 8 hours ago"));
  EXPECT_TRUE(is_update_stamp("Updated January 19, 2020"));
  EXPECT_TRUE(is_update_stamp("19 January 2020 (updated)"));
  EXPECT_TRUE(is_update_stamp("Akt.: 29. Juni 2025 - 21.18 Uhr"));
}

// Every cut of a text with dates in many scripts is read without harm.
TEST(PrintedDate, BrokenTextIsHarmless) {
  const std::string text = "2020\u5e7407\u670803\u65e5 \u0661\u0667/\u0660\u0663 17. M\u00e4rz 2022, 99999999999999999999.12.2022 th\u00e1ng";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    for (const DateReading& reading : {DateReading{}, DateReading{.yearless = true, .short_year = true, .order = DateOrder::day_first, .language = "hr"}}) {
      const auto date = find_printed_date(std::string_view(text).substr(0, size), 0, reading);
      if (date) {
        EXPECT_LE(date->span.end, size);
      }
    }
  }
}

}  // namespace
}  // namespace attache
