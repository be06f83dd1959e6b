#include "tables/calendar.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

TEST(Months, AllTwelveInEnglish) {
  const char* names[] = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
  for (unsigned m = 0; m < 12; ++m) EXPECT_EQ(month_of_word(names[m]), m + 1) << names[m];
}

TEST(Months, AbbreviationsWithAndWithoutFullStop) {
  EXPECT_EQ(month_of_word("Sept."), 9u);
  EXPECT_EQ(month_of_word("Sep"), 9u);
  EXPECT_EQ(month_of_word("DEC."), 12u);
}

TEST(Months, OtherLanguagesWithTheirMarks) {
  EXPECT_EQ(month_of_word("März"), 3u);
  EXPECT_EQ(month_of_word("février"), 2u);
  EXPECT_EQ(month_of_word("août"), 8u);
  EXPECT_EQ(month_of_word("diciembre"), 12u);
  EXPECT_EQ(month_of_word("Ağustos"), 8u);
  EXPECT_EQ(month_of_word("października"), 10u);
}

TEST(Months, EnglishOnlyKeepsTheOthersOut) {
  EXPECT_EQ(month_of_word("mars", true), 0u);
  EXPECT_EQ(month_of_word("set", true), 0u) << "Italian for September";
  EXPECT_EQ(month_of_word("out", true), 0u) << "Portuguese for October";
  EXPECT_EQ(month_of_word("March", true), 3u);
}

TEST(Months, AnyLanguageOfCldr) {
  EXPECT_EQ(month_of_any_language("січня"), 1u);              // Ukrainian
  EXPECT_EQ(month_of_any_language("февраля"), 2u);  // Russian
  EXPECT_EQ(month_of_any_language("أكتوبر"), 10u);        // Arabic
  EXPECT_EQ(month_of_any_language("كانون الثاني"), 1u) << "of two words, in the Levant";
  EXPECT_EQ(month_of_any_language("kesäkuuta"), 6u);                               // Finnish
  EXPECT_EQ(month_of_any_language("března"), 3u);                                  // Czech
  EXPECT_EQ(month_of_any_language("ஜனவரி"), 1u);              // Tamil
  EXPECT_EQ(month_of_any_language("March"), 3u);
  EXPECT_EQ(month_of_any_language("harbour"), 0u);
  EXPECT_EQ(month_of_any_language(""), 0u);
}

TEST(Months, AWordOfTwoMonthsNeedsItsLanguage) {
  EXPECT_EQ(month_of_any_language("listopada", "hr"), 10u);
  EXPECT_EQ(month_of_any_language("listopada", "pl"), 11u);
  EXPECT_EQ(month_of_any_language("srp", "hr"), 7u);
  EXPECT_EQ(month_of_any_language("srp", "cs"), 8u);
  EXPECT_EQ(month_of_any_language("srp"), 0u);
}

TEST(Weekdays, OfAnyLanguage) {
  for (const char* word : {"Monday", "Montag", "lundi", "sábado", "poniedziałek", "среда", "Mo."}) EXPECT_TRUE(is_weekday_of_any_language(word)) << word;
  for (const char* word : {"Paris", "March", ""}) EXPECT_FALSE(is_weekday_of_any_language(word)) << word;
}

TEST(Months, OtherWordsAreNone) {
  EXPECT_EQ(month_of_word("marching"), 0u);
  EXPECT_EQ(month_of_word(""), 0u);
  EXPECT_EQ(month_of_word("..."), 0u);
  EXPECT_EQ(month_of_word("3"), 0u);
}

TEST(Weekdays, CountFromMonday) {
  const char* names[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  for (int d = 0; d < 7; ++d) EXPECT_EQ(weekday_of_word(names[d]), d) << names[d];
}

TEST(Weekdays, AbbreviationsAreKnown) {
  EXPECT_EQ(weekday_of_word("Thurs."), 3);
  EXPECT_EQ(weekday_of_word("TUES"), 1);
  EXPECT_EQ(weekday_of_word("sun"), 6);
}

TEST(Weekdays, OtherWordsAreNone) {
  EXPECT_EQ(weekday_of_word("Mondays"), -1);
  EXPECT_EQ(weekday_of_word("Montag"), -1);
  EXPECT_EQ(weekday_of_word(""), -1);
}

TEST(Seasons, BeginWithTheirFirstMonth) {
  EXPECT_EQ(first_month_of_season("spring"), 3u);
  EXPECT_EQ(first_month_of_season("fall"), first_month_of_season("autumn"));
  EXPECT_EQ(first_month_of_season("winter"), 12u);
  EXPECT_EQ(first_month_of_season("monsoon"), 0u);
}

TEST(Calendar, NamesOfOneLanguage) {
  const CalendarNames german = calendar_names_of("de");
  EXPECT_EQ(german.months.at("marz"), 3U);
  EXPECT_EQ(german.months.at("janner"), 1U);  // as in Austria
  EXPECT_EQ(german.weekdays.at("montag"), 0U);
  EXPECT_EQ(german.weekdays.at("sonntag"), 6U);
  EXPECT_FALSE(german.months.contains("marzo"));
  const CalendarNames french = calendar_names_of("fr");
  EXPECT_EQ(french.months.at("aout"), 8U);
  EXPECT_EQ(french.short_months.at("juil"), 7U);
  EXPECT_FALSE(french.short_months.contains("mai"));  // a full name
  EXPECT_EQ(calendar_names_of("pt").weekdays.at("terca-feira"), 1U);
}

TEST(Calendar, NoNamesOfALanguageThatIsNone) {
  const CalendarNames none = calendar_names_of("xx");
  EXPECT_TRUE(none.months.empty());
  EXPECT_TRUE(none.short_months.empty());
  EXPECT_TRUE(none.weekdays.empty());
}

}  // namespace
}  // namespace attache
