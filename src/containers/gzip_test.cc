#include "containers/gzip.h"

#include <gtest/gtest.h>

#include "support/packed.h"

namespace attache {
namespace {

using testing::gzip;

struct Unpack {
  std::string bytes;
  std::optional<Error> error;
  std::uint64_t trailing = 0;
  bool operator==(const Unpack& other) const { return bytes == other.bytes && error.has_value() == other.error.has_value() && (!error || error->code == other.error->code) && trailing == other.trailing; }
};

Unpack unpack(std::string_view packed, const ContainerLimits& limits = {}, std::size_t room = 1u << 20, GzipSource::Inflater inflater = GzipSource::Inflater::fast, std::size_t step = static_cast<std::size_t>(-1)) {
  BufferPool pool;
  Unpacked unpacked;
  MemorySource source(packed, step);
  Window input(source, pool);
  GzipSource gzip(input, limits, unpacked, inflater);
  gzip.end_at_garbage();
  Unpack out;
  std::string to(room, '\0');
  for (;;) {
    const Result<std::size_t> n = gzip.read(to.data(), room);
    if (!n) out.error = n.error();
    if (!n || *n == 0) break;
    EXPECT_LE(*n, room);
    out.bytes.append(to, 0, *n);
  }
  out.trailing = gzip.trailing_bytes();
  EXPECT_EQ(unpacked.bytes >= out.bytes.size(), true);
  return out;
}

std::string varied(std::size_t size) {
  std::string out;
  for (std::size_t i = 0; out.size() < size; ++i) out += "line " + std::to_string(i * i % 9973) + " of the report\n";
  out.resize(size);
  return out;
}

TEST(Gzip, KnowsTheTwoBytes) {
  EXPECT_TRUE(is_gzip(gzip("x")));
  EXPECT_FALSE(is_gzip("\x1f"));
  EXPECT_FALSE(is_gzip(""));
  EXPECT_FALSE(is_gzip("PK\x03\x04"));
}

TEST(Gzip, AllMembersAreOneStream) {
  EXPECT_EQ(unpack(gzip("hello ") + gzip("") + gzip("world")).bytes, "hello world");
  EXPECT_EQ(unpack(gzip("")).bytes, "");
  EXPECT_FALSE(unpack(gzip("")).error);
}

TEST(Gzip, LargeMembersComeThroughSmallReads) {
  const std::string text = varied(3u << 20);
  for (const std::size_t room : {std::size_t{1000}, std::size_t{300000}, std::size_t{8} << 20}) {
    const Unpack out = unpack(gzip(text) + gzip("tail"), {}, room);
    EXPECT_FALSE(out.error) << room;
    EXPECT_EQ(out.bytes == text + "tail", true) << room;
  }
}

// The slow obvious twin: zlib's stream alone.
TEST(Gzip, BothInflatersSayTheSame) {
  std::vector<std::string> cases = {gzip("short"), gzip(varied(200000)), gzip(varied(2000000)) + gzip("x"), gzip("a") + "rubbish", gzip("a") + std::string(300, '\0'), "", "\x1f", "\x1f\x8b rubbish"};
  const std::string whole = gzip("The council met in Sant Oriel.") + gzip("Then it met again.");
  for (std::size_t size = 0; size < whole.size(); ++size) cases.push_back(whole.substr(0, size));
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const int bit : {0, 3, 7}) {
      cases.push_back(whole);
      cases.back()[at] = static_cast<char>(cases.back()[at] ^ 1 << bit);
    }
  }
  for (const std::string& packed : cases) {
    const Unpack fast = unpack(packed), slow = unpack(packed, {}, 1u << 20, GzipSource::Inflater::stream_only), dripping = unpack(packed, {}, 64, GzipSource::Inflater::stream_only, 5);
    EXPECT_TRUE(fast == slow) << packed.size() << ": " << fast.bytes << " / " << slow.bytes << " " << (fast.error ? describe(*fast.error) : "") << " / " << (slow.error ? describe(*slow.error) : "");
    EXPECT_EQ(slow.error.has_value(), dripping.error.has_value());
    if (!slow.error) {
      EXPECT_EQ(slow.bytes == dripping.bytes, true);
    }
  }
}

TEST(Gzip, EveryPrefixOfAMemberIsTruncated) {
  const std::string whole = gzip("The council met in Sant Oriel. The council met in Sant Oriel.");
  for (std::size_t size = 1; size < whole.size(); ++size) {
    const Unpack out = unpack(whole.substr(0, size));
    ASSERT_TRUE(out.error) << size;
    ASSERT_EQ(out.error->code, ErrorCode::truncated) << size;
  }
}

TEST(Gzip, DamageIsSeen) {
  std::string sum = gzip("The council met.");
  sum[sum.size() - 6] = static_cast<char>(sum[sum.size() - 6] ^ 1);
  EXPECT_EQ(unpack(sum).error.value().code, ErrorCode::binary);
  EXPECT_EQ(unpack("\x1f\x8b and then words").error.value().code, ErrorCode::binary);
  EXPECT_EQ(unpack("no compressed data").error.value().code, ErrorCode::binary);
}

TEST(Gzip, ZerosBehindTheLastMemberArePaddingAndOtherBytesAreCounted) {
  EXPECT_EQ(unpack(gzip("text") + std::string(512, '\0')).bytes, "text");
  EXPECT_EQ(unpack(gzip("text") + std::string(512, '\0')).trailing, 0u);
  const Unpack out = unpack(gzip("text") + "seven b");
  EXPECT_EQ(out.bytes, "text");
  EXPECT_FALSE(out.error);
  EXPECT_EQ(out.trailing, 7u);
}

TEST(Gzip, ABombIsStoppedSoonAfterItsFirstMegabyte) {
  const Unpack out = unpack(gzip(std::string(64u << 20, 'x')));
  ASSERT_TRUE(out.error);
  EXPECT_EQ(out.error->code, ErrorCode::too_large);
  EXPECT_NE(out.error->message.find("200 times"), std::string::npos);
  EXPECT_LT(out.bytes.size(), 8u << 20);
}

TEST(Gzip, ABombOfManySmallMembersIsStopped) {
  std::string packed;
  for (int i = 0; i < 40; ++i) packed += gzip(std::string(900u << 10, 'x'));
  const Unpack out = unpack(packed);
  ASSERT_TRUE(out.error) << "each member alone is below the first megabyte";
  EXPECT_EQ(out.error->code, ErrorCode::too_large);
}

TEST(Gzip, WhatIsBelowTheFirstMegabyteMayBeAsSmallAsItLikes) { EXPECT_EQ(unpack(gzip(std::string(1u << 20, ' '))).bytes.size(), 1u << 20); }

TEST(Gzip, TheLimitOfAllBytesHolds) {
  ContainerLimits limits;
  limits.unpacked_bytes = 1000;
  EXPECT_FALSE(unpack(gzip(varied(1000)), limits).error);
  EXPECT_EQ(unpack(gzip(varied(1001)), limits).error.value().code, ErrorCode::too_large);
}

TEST(GzipResync, FindsTheNextMemberThatBeginsAsWanted) {
  const std::string cut = gzip(varied(5000)), other = gzip("other words"), wanted = gzip("WARC/1.0 and so on");
  for (const std::size_t size : {std::size_t{3}, std::size_t{20}, cut.size() / 2, cut.size() - 1}) {
    BufferPool pool;
    Unpacked unpacked;
    const std::string packed = cut.substr(0, size) + other + wanted;
    MemorySource source(packed);
    Window input(source, pool);
    const ContainerLimits limits;
    GzipSource gzip(input, limits, unpacked);
    std::string to(1u << 20, '\0');
    Result<std::size_t> n = gzip.read(to.data(), to.size());
    while (n && *n) n = gzip.read(to.data(), to.size());
    ASSERT_FALSE(n) << size;
    const ByteSource::Resync found = gzip.resync("WARC/");
    ASSERT_TRUE(found.found) << size;
    EXPECT_EQ(found.lost, size + other.size());
    n = gzip.read(to.data(), to.size());
    ASSERT_TRUE(n);
    EXPECT_EQ(to.substr(0, *n), "WARC/1.0 and so on");
    EXPECT_EQ(gzip.piece().member, size + other.size());
    EXPECT_TRUE(gzip.piece().complete);
  }
}

TEST(GzipResync, AFileMadeOfCandidatesEnds) {
  std::string packed = gzip("x");
  packed.resize(packed.size() - 1);
  while (packed.size() < (2u << 20)) packed += std::string("\x1f\x8b\x08\x00", 4);
  BufferPool pool;
  Unpacked unpacked;
  MemorySource source(packed);
  Window input(source, pool);
  const ContainerLimits limits;
  GzipSource gzip(input, limits, unpacked);
  char to[100];
  Result<std::size_t> n = gzip.read(to, sizeof to);
  while (n && *n) n = gzip.read(to, sizeof to);
  EXPECT_FALSE(n);
  EXPECT_FALSE(gzip.resync("WARC/").found);
  EXPECT_FALSE(gzip.resync("WARC/").found) << "again is the same";
}

}  // namespace
}  // namespace attache
