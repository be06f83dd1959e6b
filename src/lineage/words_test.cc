#include "lineage/words.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

std::string words_in(std::string_view text) {
  std::string out;
  for_each_word(text, [&](std::string_view word, bool number) { out += (out.empty() ? "" : " ") + std::string(word) + (number ? "#" : ""); });
  return out;
}

TEST(ForEachWord, FoldsCaseMarksAndDiacritics) {
  EXPECT_EQ(words_in("Šorn’s NATO-bid: “Erdoğan” said…"), "sorn's nato bid erdogan said");
}

TEST(ForEachWord, NumbersLoseThousandsCommas) {
  EXPECT_EQ(words_in("3,770 men, 3770 men"), "3770# men 3770# men");
  EXPECT_EQ(words_in("1,234,567.5"), "1234567.5#");
}

TEST(ForEachWord, MarksAtTheEndOfANumberStayOut) {
  EXPECT_EQ(words_in("In 2022, 31. Then 4.5."), "in 2022# 31# then 4.5#");
}

TEST(ForEachWord, AWordThatBeginsWithADigitCountsAsANumber) { EXPECT_EQ(words_in("the 10th day"), "the 10th# day"); }

TEST(ForEachWord, ApostrophesAtTheEdgesStayOut) { EXPECT_EQ(words_in("'states' rights' don't"), "states rights don't"); }

TEST(ForEachWord, NothingInMarksAndBlanks) {
  EXPECT_EQ(words_in(""), "");
  EXPECT_EQ(words_in(" --- ... \n !? “” "), "");
}

TEST(ForEachWord, SurvivesBrokenUtf8) {
  std::size_t bytes = 0;
  for_each_word(std::string("ok \xff\xc3 \x80 ok"), [&](std::string_view word, bool) { bytes += word.size(); });
  EXPECT_GE(bytes, 4u);
}

TEST(ForEachWord, MarksAtTheVeryEndAndZerosInside) {
  EXPECT_EQ(words_in("rose 4,"), "rose 4#");
  EXPECT_EQ(words_in("rose 4."), "rose 4#");
  EXPECT_EQ(words_in("the envoys'"), "the envoys");
  EXPECT_EQ(words_in(std::string_view("two\0three 5\0,6", 15)), "two three 5# 6#");
  EXPECT_EQ(words_in("1,,2 3..4 a''b"), "1# 2# 3# 4# a b");
}

TEST(GramWindow, DependsOnTheLastFourWordsAlone) {
  GramWindow first, second;
  for (std::uint64_t word : {1u, 2u, 3u}) EXPECT_FALSE(first.add(word));
  EXPECT_TRUE(first.add(4));
  for (std::uint64_t word : {9u, 9u, 1u, 2u, 3u}) second.add(word);
  EXPECT_NE(first.gram(), second.gram());
  EXPECT_TRUE(second.add(4));
  EXPECT_EQ(first.gram(), second.gram());
  first.add(5);
  EXPECT_NE(first.gram(), second.gram());
}

}  // namespace
}  // namespace attache
