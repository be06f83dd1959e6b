#include "text/fold.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace attache {
namespace {

TEST(FoldLetters, StrokesAndLigaturesBecomePlain) {
  EXPECT_EQ(fold("S\u00f8rn"), "sorn");
  EXPECT_EQ(fold("\u00d8rsted"), "orsted");
  EXPECT_EQ(fold("Stra\u00dfe"), "strasse");
  EXPECT_EQ(fold("\u0110okovi\u0107"), "dokovic");
  EXPECT_EQ(fold("\u00c6r\u00f8"), "aero");
  EXPECT_EQ(fold("\u0152uvre"), "oeuvre");
  EXPECT_EQ(fold("\u018Fliyev"), "eliyev");
}

TEST(FoldLetters, BothTurkishIsBecomeOne) {
  EXPECT_EQ(fold("\u0130zmir"), "izmir");
  EXPECT_EQ(fold("K\u0131r\u0131m"), "kirim");
}

TEST(FoldLetters, ComposedAndDecomposedAreTheSame) {
  EXPECT_EQ(fold("L\u00facia"), fold("Lu\u0301cia"));
  EXPECT_EQ(fold_marks("L\u00facia"), "Lucia");
}

TEST(FoldLetters, OtherScriptsKeepTheirLetters) {
  EXPECT_EQ(fold("\u041C\u043E\u0441\u043A\u0432\u0430"), "\u043C\u043E\u0441\u043A\u0432\u0430");
  EXPECT_EQ(fold("\u039B\u03AC\u03C1\u03B9\u03C3\u03B1"), "\u03BB\u03B1\u03C1\u03B9\u03C3\u03B1");
  EXPECT_EQ(fold("\u5317\u4EAC"), "\u5317\u4EAC");
}

TEST(FoldLetters, OnceIsEnough) {
  for (char32_t c = 0x20; c < 0x1E9E; ++c) {
    if ((c >= 0x01FC && c <= 0x01FF) || (c >= 0x01E2 && c <= 0x01E3)) continue;  // see the next test
    std::string text;
    append_utf8(text, c);
    const std::string once = fold(text);
    ASSERT_EQ(fold(once), once) << "U+" << std::hex << static_cast<unsigned>(c);
  }
}

TEST(FoldLetters, RareLigaturesAndTheCapitalSharpSBecomePlain) {
  EXPECT_EQ(fold("STRA\u1E9EE"), "strasse");
  EXPECT_EQ(fold("\u01FD"), "ae");
  EXPECT_EQ(fold("\u01FF"), "o");
  EXPECT_EQ(fold("\u01E3"), "ae");
}

TEST(FoldBytes, BrokenUtf8StaysReadable) {
  EXPECT_TRUE(is_valid_utf8(fold("caf\xe9 \xff")));
  EXPECT_EQ(fold("\xff").size(), 3u) << "U+FFFD";
}

TEST(FoldBytes, EmptyStaysEmpty) {
  EXPECT_EQ(fold(""), "");
  EXPECT_EQ(fold_marks(""), "");
  EXPECT_EQ(fold_words(""), "");
}

TEST(FoldMarks, KeepsCase) { EXPECT_EQ(fold_marks("Vedograd\u2019s \u2018Ch\u00e2teau\u2019"), "Vedograd's 'Chateau'"); }

TEST(FoldWords, MarksAloneLeaveNothing) {
  EXPECT_EQ(fold_words(" -- \u2026 \u201C\u201D !"), "");
  EXPECT_EQ(fold_words("'"), "");
}

TEST(FoldWords, ApostrophesStayInsideWordsOnly) {
  EXPECT_EQ(fold_words("'Tis the council\u2019s \u2018rule\u2019"), "tis the council's rule");
}

TEST(FoldWords, DigitsStay) { EXPECT_EQ(fold_words("1,860 observers (2024)"), "1 860 observers 2024"); }

TEST(FoldWords, NoBreakSpacesPartWords) { EXPECT_EQ(fold_words("Port\u00A0Alder\u202Fcouncil"), "port alder council"); }

TEST(LetterClass, KnowsOtherScripts) {
  EXPECT_TRUE(is_letter(U'\u0436'));
  EXPECT_TRUE(is_letter(U'\u4E2D'));
  EXPECT_FALSE(is_letter(U'7'));
  EXPECT_FALSE(is_letter(U'\u2014'));
  EXPECT_TRUE(is_upper_letter(U'\u0416'));
  EXPECT_TRUE(is_upper_letter(U'\u01C5')) << "title case counts";
  EXPECT_FALSE(is_upper_letter(U'\u4E2D')) << "no case at all";
  EXPECT_TRUE(is_lower_letter(U'\u00df'));
  EXPECT_EQ(lower_letter(U'\u017D'), "\u017E");
}

TEST(Capitals, NeedTwoLettersAndNoSmallOne) {
  EXPECT_TRUE(is_all_capitals("\u0415\u0421"));
  EXPECT_TRUE(is_all_capitals("G-20 EU"));
  EXPECT_FALSE(is_all_capitals("McKAY"));
  EXPECT_FALSE(is_all_capitals("2024"));
  EXPECT_FALSE(is_all_capitals(""));
}

TEST(Capitals, ACapitalisedWordBeginsWithACapital) {
  EXPECT_TRUE(is_capitalised("\u0160ibenik"));
  EXPECT_FALSE(is_capitalised("\u0161ibenik"));
  EXPECT_FALSE(is_capitalised("\u201CPort"));
  EXPECT_FALSE(is_capitalised(""));
}

}  // namespace
}  // namespace attache
