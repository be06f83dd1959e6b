#include "containers/zstd.h"

#include <gtest/gtest.h>

#include "support/packed.h"

namespace attache {
namespace {

using testing::walk;
using testing::zstd;
using testing::zstd_skippable;
using Calls = std::vector<std::string>;

TEST(Zstd, KnowsFramesAndSkippableFrames) {
  EXPECT_TRUE(is_zstd(zstd("x")));
  EXPECT_TRUE(is_zstd(zstd_skippable(0x184D2A50, "x")));
  EXPECT_FALSE(is_zstd("\x28\xB5\x2F"));
  EXPECT_FALSE(is_zstd("The council met."));
}

TEST(Zstd, AllFramesAreOneStreamAndSkippableOnesArePassedOver) {
  EXPECT_EQ(walk(zstd("The council ") + zstd_skippable(0x184D2A55, "not this") + zstd("met.")).calls, Calls{"leaf box The council met."});
  EXPECT_EQ(walk(zstd_skippable(0x184D2A50, "") + zstd("met.")).calls, Calls{"leaf box met."});
}

TEST(Zstd, LargeFramesComeThrough) {
  std::string text;
  for (unsigned i = 0; text.size() < (5u << 20); ++i) text += "line " + std::to_string(i * 7919 % 104729) + "\n";
  const testing::Walked walked = walk(zstd(text));
  ASSERT_EQ(walked.calls.size(), 1u);
  EXPECT_EQ(walked.calls[0] == "leaf box " + text, true);
}

TEST(Zstd, EmptyAndDamagedDataIsRefused) {
  EXPECT_EQ(walk(zstd("")).calls, Calls{"refused box empty"});
  EXPECT_EQ(walk(zstd_skippable(0x184D2A50, "only this")).calls, Calls{"refused box empty"});
  std::string sum = zstd("The council met, and met, and met, and met.");
  sum.back() = static_cast<char>(sum.back() ^ 1);
  EXPECT_EQ(walk(sum).calls.at(0).substr(0, 4) == "leaf", false) << "the checksum is held to";
  EXPECT_EQ(walk(std::string_view("\x28\xB5\x2F\xFD rubbish")).calls, Calls{"refused box binary"});
}

TEST(Zstd, EveryPrefixSaysThatItIsCut) { testing::expect_clean_prefixes(zstd_skippable(0x184D2A53, "note") + zstd("The council met in Sant Oriel. Then it rested."), 4, 0); }

TEST(Zstd, ABombIsStopped) {
  const testing::Walked walked = walk(zstd(std::string(300u << 20, 'x')));
  EXPECT_EQ(walked.calls, Calls{"failed box too_large"});
}

TEST(Zstd, BytesBehindTheLastFrameAreCounted) {
  const testing::Walked walked = walk(zstd("The council met.") + "rest");
  EXPECT_EQ(walked.calls, Calls{"leaf box The council met."});
  EXPECT_EQ(walked.passed_over.at("bytes behind the compressed data"), 4u);
}

std::string dictionary() {
  std::string out;
  for (int i = 0; i < 40; ++i) out += "WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\nHTTP/1.1 200 OK\r\n" + std::to_string(i);
  return out;
}

TEST(Zstd, AWebArchiveMayBeginWithItsDictionary) {
  const std::string words = dictionary(), record = testing::warc_page("https://a.example/1", "<p>One</p>"), second = testing::warc_page("https://a.example/2", "<p>Two</p>");
  for (const std::string& packed : {words, zstd(words)}) {
    const std::string head = zstd_skippable(0x184D2A5D, packed);
    const std::string first = zstd(record, words);
    const testing::Walked walked = walk(head + first + zstd(second, words));
    EXPECT_EQ(walked.calls, (Calls{"leaf box@" + std::to_string(head.size()) + " <p>One</p>", "leaf box@" + std::to_string(head.size() + first.size()) + " <p>Two</p>"}));
  }
}

TEST(Zstd, ADictionaryBeyondTheLimitIsRefused) {
  ContainerLimits limits;
  limits.dictionary_bytes = 100;
  EXPECT_EQ(walk(zstd_skippable(0x184D2A5D, std::string(101, 'x')) + zstd("x"), limits).calls, Calls{"refused box too_large"});
}

TEST(Zstd, ADamagedDictionaryIsRefused) { EXPECT_EQ(walk(zstd_skippable(0x184D2A5D, "\x28\xB5\x2F\xFD rubbish") + zstd("x")).calls, Calls{"refused box binary"}); }

TEST(Zstd, ACutFrameInAWebArchiveCostsItsRecordOnly) {
  const std::string one = zstd(testing::warc_page("https://a.example/1", "<p>One</p>")), two = zstd(testing::warc_page("https://a.example/2", "<p>Two</p>")), three = zstd(testing::warc_page("https://a.example/3", "<p>Three</p>"));
  for (std::size_t size = 5; size < two.size(); size += 9) {
    const testing::Walked walked = walk(one + two.substr(0, size) + three);
    ASSERT_EQ(walked.calls.size(), 3u) << size << ::testing::PrintToString(walked.calls);
    EXPECT_EQ(walked.calls[0], "leaf box@0 <p>One</p>");
    EXPECT_TRUE(walked.calls[1].starts_with("refused box@")) << walked.calls[1];
    EXPECT_EQ(walked.calls[2], "leaf box@" + std::to_string(one.size() + size) + " <p>Three</p>");
  }
}

}  // namespace
}  // namespace attache
