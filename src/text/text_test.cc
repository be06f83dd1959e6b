#include <gtest/gtest.h>

#include "text/decode.h"
#include "text/detect_language.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

TEST(Utf8, WalksBothWaysAndMarksBadBytes) {
  const std::string text = "a\u00e9\u20ac\U0001F600";
  EXPECT_EQ(code_point_at(text, 1).value, U'\u00e9');
  EXPECT_EQ(code_point_at(text, 3).size, 3u);
  EXPECT_EQ(code_point_before(text, text.size()).value, U'\U0001F600');
  EXPECT_EQ(code_point_at("\xff", 0).value, U'\uFFFD');
  EXPECT_EQ(code_point_at("\xc0\x80", 0).size, 1u) << "overlong forms are no characters";
  EXPECT_EQ(code_point_at("\xe2\x82", 0).size, 1u) << "cut off";
}

TEST(Utf8, OffsetsAgreeWithASlowCount) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += i % 7 == 0 ? "\u20ac" : i % 5 == 0 ? "\u00e9" : i % 11 == 0 ? "\U0001F600" : "x";
  const CodePointOffsets offsets(text);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    ASSERT_EQ(offsets.of_byte(static_cast<std::uint32_t>(at)), count);
    ASSERT_EQ(offsets.to_byte(count), at);
    at += code_point_at(text, at).size;
    ++count;
  }
  EXPECT_EQ(offsets.of_byte(static_cast<std::uint32_t>(text.size())), count);
  EXPECT_EQ(offsets.to_byte(count + 5), text.size());
  const CodePointOffsets ascii("plain");
  EXPECT_EQ(ascii.of_byte(3), 3u);
}

TEST(Fold, TakesCaseMarksAndQuotesAway) {
  EXPECT_EQ(fold("Erdo\u011Fan"), "erdogan");
  EXPECT_EQ(fold("VU\u010CI\u0106"), "vucic");
  EXPECT_EQ(fold("\u201CKosovo\u2019s\u201D \u2013 x"), "\"kosovo's\" - x");
  EXPECT_EQ(fold_marks("\u0141\u00F3d\u017A"), "Lodz");
  EXPECT_EQ(fold_words("NATO-bid,  Kosovo\u2019s!"), "nato bid kosovo's");
  EXPECT_TRUE(is_all_capitals("U.S."));
  EXPECT_FALSE(is_all_capitals("A"));
  EXPECT_TRUE(is_capitalised("\u00C9lys\u00E9e"));
}

TEST(Decode, ValidUtf8WinsOverAnyLabel) {
  const auto result = decode_text("caf\u00e9", "iso-8859-1");
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->text, "caf\u00e9");
  EXPECT_EQ(result->charset, "utf-8");
  EXPECT_NE(result->evidence.find("against the label"), std::string::npos);
}

TEST(Decode, Latin1MeansWindows1252) {
  const auto result = decode_text("\x93we will\x94 caf\xe9", "ISO-8859-1");
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->text, "\u201Cwe will\u201D caf\u00e9");
  EXPECT_EQ(result->charset, "windows-1252");
}

TEST(Decode, WindowsBytesUnderAUtf8Label) {
  const auto result = decode_text("The council\x92s vote was \x93unanimous\x94, he said. Na\xefve caf\xe9 owners agreed with the minister\x92s view.", "utf-8");
  ASSERT_TRUE(result.has_value());
  EXPECT_NE(result->text.find("council\u2019s"), std::string::npos) << result->charset;
}

TEST(Decode, AFewBadBytesInUtf8AreReplaced) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "d\u00e9j\u00e0 vu ";
  const auto result = decode_text(text + "\xff", "utf-8");
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->charset, "utf-8");
  EXPECT_EQ(result->replaced, 1u);
}

TEST(Decode, MarksAndUtf16) {
  EXPECT_EQ(decode_text("\xEF\xBB\xBFhi", "").value().text, "hi");
  EXPECT_EQ(decode_text(std::string("\xFF\xFEh\0i\0", 6), "").value().text, "hi");
}

TEST(Decode, RefusesWhatIsNoText) {
  EXPECT_EQ(decode_text("", "").error().code, ErrorCode::empty);
  EXPECT_EQ(decode_text(" \n\t ", "").error().code, ErrorCode::empty);
  EXPECT_EQ(decode_text(std::string("PK\x03\x04\0\0abc", 9), "").error().code, ErrorCode::binary);
  EXPECT_EQ(decode_text("\x01\x02\x03\x04\x05\x06 text", "").error().code, ErrorCode::binary);
}

TEST(Language, IsSeenFromTheLetters) {
  EXPECT_EQ(detect_language("The minister said on Thursday that the government would present its plan to parliament next week."), "en");
  EXPECT_EQ(detect_language("Der Minister sagte am Donnerstag, die Regierung werde ihren Plan n\u00e4chste Woche dem Parlament vorlegen."), "de");
  EXPECT_EQ(detect_language("ok"), "");
}

}  // namespace
}  // namespace attache
