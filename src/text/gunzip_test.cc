#include "text/gunzip.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace attache {
namespace {

std::string packed(std::string_view bytes) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

constexpr std::uint64_t kPlenty = 1u << 20;

TEST(GunzipSniff, KnowsTheTwoBytes) {
  EXPECT_TRUE(is_gzip(packed("x")));
  EXPECT_FALSE(is_gzip("\x1f"));
  EXPECT_FALSE(is_gzip(""));
  EXPECT_FALSE(is_gzip("PK\x03\x04"));
}

TEST(GunzipCut, EveryPrefixIsTruncated) {
  const std::string whole = packed("The council met in Sant Oriel. The council met in Sant Oriel.");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto result = gunzip(whole.substr(0, size), kPlenty);
    ASSERT_FALSE(result.has_value()) << size << " of " << whole.size() << " bytes were enough";
    ASSERT_EQ(result.error().code, ErrorCode::truncated) << size;
  }
}

TEST(GunzipCut, ASecondMemberThatEndsEarlyIsTruncated) {
  const std::string second = packed("second");
  const auto result = gunzip(packed("first") + second.substr(0, second.size() - 3), kPlenty);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, ErrorCode::truncated);
}

TEST(GunzipBomb, StopsAtTheLimit) {
  const std::string bomb = packed(std::string(50u << 20, '\0'));
  ASSERT_LT(bomb.size(), 100u << 10) << "this is no bomb";
  const auto result = gunzip(bomb, 1u << 20);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, ErrorCode::too_large);
  EXPECT_NE(result.error().message.find("1048576"), std::string::npos) << "the limit is named";
}

TEST(GunzipBomb, ManySmallMembersCountTogether) {
  std::string members;
  for (int i = 0; i < 20; ++i) members += packed(std::string(100, 'a'));
  EXPECT_EQ(gunzip(members, 2000).value().size(), 2000u);
  const auto result = gunzip(members, 1999);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, ErrorCode::too_large);
}

TEST(GunzipLimit, ExactlyTheLimitIsAllowed) {
  EXPECT_EQ(gunzip(packed("12345"), 5).value(), "12345");
  EXPECT_FALSE(gunzip(packed("123456"), 5).has_value());
}

TEST(GunzipDamage, AWrongSumIsNoText) {
  std::string damaged = packed("The council met.");
  damaged[damaged.size() - 8] = static_cast<char>(damaged[damaged.size() - 8] ^ 1);  // CRC-32 of the trailer
  const auto result = gunzip(damaged, kPlenty);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, ErrorCode::binary);
}

TEST(GunzipDamage, AWrongLengthIsNoText) {
  std::string damaged = packed("The council met.");
  damaged[damaged.size() - 4] = static_cast<char>(damaged[damaged.size() - 4] ^ 1);  // ISIZE of the trailer
  EXPECT_EQ(gunzip(damaged, kPlenty).error().code, ErrorCode::binary);
}

TEST(GunzipDamage, OtherBytesAreNotGzip) {
  EXPECT_EQ(gunzip("plain words, no compressed data at all", kPlenty).error().code, ErrorCode::binary);
}

TEST(GunzipPadding, ZerosBehindTheLastMemberAreIgnored) {
  EXPECT_EQ(gunzip(packed("text") + std::string(512, '\0'), kPlenty).value(), "text");
}

TEST(GunzipEmpty, AnEmptyMemberGivesNoBytes) {
  EXPECT_EQ(gunzip(packed(""), kPlenty).value(), "");
  EXPECT_EQ(gunzip(packed("") + packed("then words"), kPlenty).value(), "then words");
}

TEST(GunzipLarge, MoreThanOneBufferComesOutWhole) {
  std::string text;
  for (int i = 0; i < 40000; ++i) text += std::to_string(i) + ' ';
  EXPECT_EQ(gunzip(packed(text), kPlenty).value(), text);
}

}  // namespace
}  // namespace attache
