#include "text/decode.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace attache {
namespace {

// "Совет заседал в столице весь день, и решения не было." in windows-1251.
const std::string kCyrillic1251 =
    "\xD1\xEE\xE2\xE5\xF2 \xE7\xE0\xF1\xE5\xE4\xE0\xEB \xE2 \xF1\xF2\xEE\xEB\xE8\xF6\xE5 \xE2\xE5\xF1\xFC \xE4\xE5\xED\xFC, "
    "\xE8 \xF0\xE5\xF8\xE5\xED\xE8\xFF \xED\xE5 \xE1\xFB\xEB\xEE.";
const std::string kCyrillicUtf8 = "Совет заседал в столице весь день, и решения не было.";

TEST(DecodeLabel, IsFollowedWhenTheBytesAreNotUtf8) {
  const auto result = decode_text(kCyrillic1251, "windows-1251");
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->text, kCyrillicUtf8);
  EXPECT_EQ(result->charset, "windows-1251");
  EXPECT_EQ(result->evidence, "label");
  EXPECT_EQ(result->replaced, 0u);
}

TEST(DecodeLabel, MayBeWrittenInAnyCaseWithBlanks) {
  EXPECT_EQ(decode_text(kCyrillic1251, " Windows-1251 ").value().text, kCyrillicUtf8);
}

TEST(DecodeLabel, OtherCharsetsAreKnown) {
  EXPECT_EQ(decode_text("\xA3\xF3" "d\xBC", "iso-8859-2").value().text, "\u0141\u00f3d\u017a");
  EXPECT_EQ(decode_text("\x93\x8C\x8B\x9E", "Shift_JIS").value().text, "\u6771\u4EAC");
  EXPECT_EQ(decode_text("\xB1\xB1\xBE\xA9", "gb2312").value().text, "\u5317\u4EAC");
  EXPECT_EQ(decode_text("\xBC\xAD\xBF\xEF", "euc-kr").value().text, "\uC11C\uC6B8");
}

TEST(DecodeLabel, TheFormerTurkishLatinMeansWindows1254) {
  const auto result = decode_text("\x93\xDEi\xFEli\x94", "iso-8859-9");
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->text, "\u201C\u015Ei\u015Fli\u201D");
  EXPECT_EQ(result->charset, "windows-1254");
}

TEST(DecodeLabel, IsNotNamedAsWrongOverPlainAscii) {
  const auto result = decode_text("plain words", "windows-1251");
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->charset, "utf-8");
  EXPECT_EQ(result->evidence, "valid UTF-8");
}

TEST(DecodeWrongLabel, Utf8OverWindows1252IsReadAsWindows1252) {
  const auto result = decode_text(
      "The minister\x92s letter was \x93short\x94 \x96 two lines. He met Andr\xe9 in a caf\xe9, and the two talked about the fa\xe7" "ade of the embassy.", "utf-8");
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->text,
            "The minister\u2019s letter was \u201Cshort\u201D \u2013 two lines. He met Andr\u00e9 in a caf\u00e9, and the two talked about the fa\u00e7" "ade of the embassy.");
  EXPECT_EQ(result->replaced, 0u);
  EXPECT_NE(result->evidence.find("label utf-8 does not fit"), std::string::npos) << result->evidence;
}

TEST(DecodeWrongLabel, AnUnknownNameIsPassedOver) {
  const auto result = decode_text("The caf\xe9 near the embassy was closed, the minister\x92s aide said.", "x-no-such-charset");
  ASSERT_TRUE(result.has_value());
  EXPECT_NE(result->text.find("caf\u00e9"), std::string::npos) << result->charset << ": " << result->text;
}

TEST(DecodeWrongLabel, Utf8OverCyrillicBytesIsGuessed) {
  std::string bytes;
  for (int i = 0; i < 5; ++i) bytes += kCyrillic1251 + "\n";
  const auto result = decode_text(bytes, "utf-8");
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->charset, "windows-1251");
  EXPECT_EQ(result->text.substr(0, kCyrillicUtf8.size()), kCyrillicUtf8);
}

// Browsers read a page that calls itself UTF-16 in bytes that a meta tag can be read in as something else.
TEST(DecodeWrongLabel, Utf16OverSingleBytesIsNotBelieved) {
  const auto result = decode_text("The council met in a caf\xe9 near the harbour and agreed on the terms of the mandate.", "utf-16");
  ASSERT_TRUE(result.has_value());
  EXPECT_NE(result->text.find("The council met"), std::string::npos) << result->charset << ": " << result->text;
}

TEST(DecodeDamage, BadBytesAreCountedAndMarked) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "S\u00f8rn ";
  const auto result = decode_text(text + "a\xC3 b\xFE", "");
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->charset, "utf-8");
  EXPECT_EQ(result->replaced, 2u);
  EXPECT_TRUE(result->text.ends_with("a\uFFFD b\uFFFD"));
}

TEST(DecodeDamage, WhateverComesOutIsValidUtf8) {
  std::uint32_t state = 12345;
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (int i = 0; i < 60; ++i) {
      state = state * 1664525u + 1013904223u;
      bytes += static_cast<char>((state >> 24) | 0x20);
    }
    for (const char* label : {"", "utf-8", "windows-1252", "shift_jis", "gb18030"}) {
      const auto result = decode_text(bytes, label);
      if (result) {
        ASSERT_TRUE(is_valid_utf8(result->text)) << label;
      } else {
        ASSERT_TRUE(result.error().code == ErrorCode::bad_encoding || result.error().code == ErrorCode::binary) << label;
      }
    }
  }
}

TEST(DecodeMark, IsTakenOffAndBeatsTheLabel) {
  const auto result = decode_text("\xEF\xBB\xBF" "caf\u00e9", "windows-1252");
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->text, "caf\u00e9");
  EXPECT_EQ(result->evidence, "byte order mark");
}

TEST(DecodeMark, BothOrdersOfUtf16AreRead) {
  EXPECT_EQ(decode_text(std::string("\xFE\xFF\0h\0\xE9", 6), "").value().text, "h\u00e9");
  EXPECT_EQ(decode_text(std::string("\xFF\xFE\x3D\xD8\x00\xDE", 6), "").value().text, "\U0001F600") << "a pair of surrogates";
}

TEST(DecodeMark, AloneIsEmpty) {
  EXPECT_EQ(decode_text("\xEF\xBB\xBF", "").error().code, ErrorCode::empty);
  EXPECT_EQ(decode_text("\xFF\xFE", "").error().code, ErrorCode::empty);
}

TEST(DecodeBinary, APictureIsNoText) {
  const std::string png("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x10", 20);
  EXPECT_EQ(decode_text(png, "").error().code, ErrorCode::binary);
  EXPECT_EQ(decode_text(png, "utf-8").error().code, ErrorCode::binary);
}

TEST(DecodeBinary, AFewStrayControlsAreStillText) {
  EXPECT_TRUE(decode_text(std::string("Page one\f of a print-out\x07 and \x1B words."), "").has_value());
}

}  // namespace
}  // namespace attache
