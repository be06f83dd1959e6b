#include "text/utf8.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

// Code points by walking, as a slow twin of CodePointOffsets.
std::uint32_t slow_count(std::string_view text, std::size_t bytes) {
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < bytes; at += code_point_at(text, at).size) ++count;
  return count;
}

TEST(Utf8Walk, EndsWithSizeZero) {
  EXPECT_EQ(code_point_at("ab", 2).size, 0u);
  EXPECT_EQ(code_point_at("", 0).size, 0u);
  EXPECT_EQ(code_point_before("ab", 0).size, 0u);
  EXPECT_EQ(code_point_before("ab", 3).size, 0u);
}

TEST(Utf8Walk, SurrogatesAndValuesBeyondUnicodeAreNoCharacters) {
  EXPECT_EQ(code_point_at("\xED\xA0\x80", 0).value, U'\uFFFD');
  EXPECT_EQ(code_point_at("\xED\xA0\x80", 0).size, 1u);
  EXPECT_EQ(code_point_at("\xF4\x90\x80\x80", 0).size, 1u);
  EXPECT_EQ(code_point_at("\xF5\x80\x80\x80", 0).size, 1u);
  EXPECT_EQ(code_point_at("\xF4\x8F\xBF\xBF", 0).value, U'\U0010FFFF');
}

TEST(Utf8Walk, BackwardsOverABadByteGoesOneByte) {
  const CodePoint point = code_point_before("a\x80", 2);
  EXPECT_EQ(point.value, U'\uFFFD');
  EXPECT_EQ(point.size, 1u);
}

TEST(Utf8Walk, BackwardsFindsTheSameCharactersAsForwards) {
  const std::string text = "z\u00fc\u0161\U0001F30A\u4e2d.";
  std::vector<char32_t> forward, backward;
  for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).size) forward.push_back(code_point_at(text, at).value);
  for (std::size_t at = text.size(); at > 0; at -= code_point_before(text, at).size) backward.insert(backward.begin(), code_point_before(text, at).value);
  EXPECT_EQ(forward.size(), 6u);
  EXPECT_EQ(forward, backward);
}

TEST(Utf8Append, WritesEveryLength) {
  std::string out;
  for (char32_t c : {U'\x7F', U'\u0080', U'\u07FF', U'\u0800', U'\uFFFF', U'\U00010000', U'\U0010FFFF'}) append_utf8(out, c);
  EXPECT_EQ(out.size(), 1u + 2 + 2 + 3 + 3 + 4 + 4);
  EXPECT_TRUE(is_valid_utf8(out));
  EXPECT_EQ(slow_count(out, out.size()), 7u);
}

TEST(Utf8Valid, AgreesWithTheWalkOnEveryPairOfBytes) {
  for (int a = 0x00; a < 0x100; ++a) {
    for (int b = 0x00; b < 0x100; ++b) {
      const std::string text = {static_cast<char>(a), static_cast<char>(b)};
      bool good = true;
      for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        good &= !(point.value == U'\uFFFD' && point.size == 1);
        at += point.size;
      }
      ASSERT_EQ(is_valid_utf8(text), good) << a << ' ' << b;
    }
  }
}

TEST(Utf8Boundary, NeverCutsACharacter) {
  const std::string text = "a\u20acb";  // bytes: a, three of the euro sign, b
  EXPECT_EQ(floor_boundary(text, 0), 0u);
  EXPECT_EQ(floor_boundary(text, 1), 1u);
  EXPECT_EQ(floor_boundary(text, 2), 1u);
  EXPECT_EQ(floor_boundary(text, 3), 1u);
  EXPECT_EQ(floor_boundary(text, 4), 4u);
  EXPECT_EQ(floor_boundary(text, 99), 5u);
}

TEST(Utf8Offsets, AnEmptyTextHasOnlyZero) {
  const CodePointOffsets offsets("");
  EXPECT_EQ(offsets.of_byte(0), 0u);
  EXPECT_EQ(offsets.of_byte(7), 0u);
  EXPECT_EQ(offsets.to_byte(7), 0u);
}

TEST(Utf8Offsets, BeyondTheEndIsTheEnd) {
  const std::string text = "\u00e9\u00e9";
  const CodePointOffsets offsets(text);
  EXPECT_EQ(offsets.of_byte(100), 2u);
  EXPECT_EQ(offsets.to_byte(100), 4u);
  const CodePointOffsets ascii("abc");
  EXPECT_EQ(ascii.of_byte(100), 3u);
  EXPECT_EQ(ascii.to_byte(100), 3u);
}

TEST(Utf8Offsets, HoldAroundEveryLengthNearABlockOf64) {
  for (std::size_t ascii = 58; ascii <= 70; ++ascii) {
    for (const char* wide : {"\u00e9", "\u20ac", "\U0001F600"}) {
      const std::string text = std::string(ascii, 'x') + wide + "yz";
      const CodePointOffsets offsets(text);
      for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).size) {
        const std::uint32_t count = slow_count(text, at);
        ASSERT_EQ(offsets.of_byte(static_cast<std::uint32_t>(at)), count) << ascii << ' ' << wide;
        ASSERT_EQ(offsets.to_byte(count), at) << ascii << ' ' << wide;
      }
      ASSERT_EQ(offsets.of_byte(static_cast<std::uint32_t>(text.size())), ascii + 3);
    }
  }
}

TEST(Utf8Offsets, SpansAreTurnedAtBothEnds) {
  const std::string text = "\u201CNo\u201D, she said";
  const CodePointOffsets offsets(text);
  EXPECT_EQ(offsets.of_bytes({3, 5}), (Span{1, 3}));  // No
}

TEST(IsAscii, FindsOneOtherByteAtAnyPlace) {
  for (std::size_t size = 0; size < 140; ++size) {
    std::string text(size, 'a');
    EXPECT_TRUE(is_ascii(text)) << size;
    for (std::size_t at = 0; at < size; ++at) {
      text[at] = '\x80';
      EXPECT_FALSE(is_ascii(text)) << at << " of " << size;
      text[at] = '\x7F';
    }
    EXPECT_TRUE(is_ascii(text)) << size;
  }
}

}  // namespace
}  // namespace attache
