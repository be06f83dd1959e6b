#include "containers/walk.h"

#include <gtest/gtest.h>

#include "containers/zstd.h"
#include "support/packed.h"

namespace attache {
namespace {

using testing::gzip;
using testing::tar_end;
using testing::tar_member;
using testing::walk;
using testing::warc_page;
using testing::zip_end;
using testing::zip_member;
using testing::zstd;
using Calls = std::vector<std::string>;

std::string tar(std::string_view name, std::string_view content) { return tar_member(name, content) + tar_end(); }
std::string zip(std::string_view name, std::string_view content) { return zip_member(name, content, {true, true}) + zip_end(1); }

TEST(Walk, WhatIsNoContainerIsALeaf) {
  EXPECT_EQ(walk("The council met.").calls, Calls{"leaf box The council met."});
  EXPECT_EQ(walk("").calls, Calls{"leaf box "});
  EXPECT_EQ(walk("WARC").calls, Calls{"leaf box WARC"});
  EXPECT_EQ(walk("\x1f").calls, Calls{"leaf box \x1f"});
}

TEST(Walk, BoxesInBoxes) {
  EXPECT_EQ(walk(gzip(tar("a.txt", "One."))).calls, Calls{"leaf box/a.txt One."});
  EXPECT_EQ(walk(zstd(tar("a.txt.gz", gzip("One.")))).calls, Calls{"leaf box/a.txt.gz One."});
  EXPECT_EQ(walk(tar("in.zip", zip("a.txt", "One."))).calls, Calls{"leaf box/in.zip/a.txt One."});
  EXPECT_EQ(walk(zip("in.tar.gz", gzip(tar("a.txt", "One.")))).calls, Calls{"leaf box/in.tar.gz/a.txt One."});
  EXPECT_EQ(walk(gzip(tar("c.warc.gz", gzip(warc_page("https://a.example/1", "<p>x</p>"))))).calls, Calls{"leaf box/c.warc.gz@0 <p>x</p>"});
  EXPECT_EQ(walk(gzip(gzip("One."))).calls, Calls{"leaf box One."});
}

TEST(Walk, ThePlaceOfARecordIsThatInItsOwnFile) {
  const std::string one = gzip(warc_page("https://a.example/1", "<p>x</p>")), two = gzip(warc_page("https://a.example/2", "<p>y</p>"));
  EXPECT_EQ(walk(tar_member("first", "One.") + tar("c.warc.gz", one + two)).calls, (Calls{"leaf box/first One.", "leaf box/c.warc.gz@0 <p>x</p>", "leaf box/c.warc.gz@" + std::to_string(one.size()) + " <p>y</p>"}));
}

TEST(Walk, TooManyBoxesAreRefusedByNameAndTheRestIsRead) {
  std::string deep = "One.";
  for (int i = 0; i < 3; ++i) deep = gzip(deep);
  EXPECT_EQ(walk(tar_member("deep", deep) + tar("b", "Two.")).calls, (Calls{"leaf box/deep One.", "leaf box/b Two."}));
  EXPECT_EQ(walk(tar_member("deep", gzip(deep)) + tar("b", "Two.")).calls, (Calls{"refused box/deep too_deep", "leaf box/b Two."}));
  ContainerLimits limits;
  limits.nesting = 1;
  EXPECT_EQ(walk(gzip(warc_page("https://a.example/1", "x")), limits).calls, Calls{"refused box too_deep"});
}

TEST(Walk, ABoxThatHoldsItselfEndsAtTheLimit) {
  std::string box = "x";
  for (int i = 0; i < 50; ++i) box = gzip(box);
  EXPECT_EQ(walk(box).calls, Calls{"refused box too_deep"});
}

// Each level keeps the ratio, together they do not.
TEST(Walk, ANestedBombIsStopped) {
  std::string inner;
  for (int i = 0; inner.size() < (48u << 20); ++i) inner += std::string(100, static_cast<char>('a' + i % 17)) + std::to_string(i % 10);
  const std::string once = gzip(inner), twice = gzip(once);
  ASSERT_GT(inner.size() / twice.size(), 250u);
  const testing::Walked walked = walk(tar_member("bomb", twice) + tar("b", "Two."));
  EXPECT_EQ(walked.calls, (Calls{"failed box/bomb too_large", "leaf box/b Two."}));
}

TEST(Walk, TheNumberOfMembersHasALimit) {
  ContainerLimits limits;
  limits.members = 2;
  EXPECT_EQ(walk(tar_member("a", "1") + tar_member("b", "2") + tar_member("c", "3") + tar("d", "4"), limits).calls, (Calls{"leaf box/a 1", "leaf box/b 2", "refused box/c too_large"}));
}

TEST(Walk, BoxesWeDoNotOpenAreNamed) {
  for (const std::string& bytes : {std::string("BZh91AY&SY and so on"), std::string("\xFD\x37zXZ\0\0\4", 8), std::string("7z\xBC\xAF\x27\x1C\0\4", 8), std::string("Rar!\x1A\x07\1\0", 8)}) {
    EXPECT_EQ(walk(bytes).calls, Calls{"refused box unsupported"});
    EXPECT_EQ(walk(tar("in", bytes)).calls, Calls{"refused box/in unsupported"});
  }
  EXPECT_EQ(walk("BZh is how the report began.").calls, Calls{"leaf box BZh is how the report began."});
}

TEST(Walk, EmptyBoxesAreRefused) {
  for (const std::string& bytes : {gzip(""), zstd(""), zip_end(), gzip(tar_member("folder/", "", '5') + tar_end())}) EXPECT_EQ(walk(bytes).calls, Calls{"refused box empty"});
}

TEST(Walk, APictureAloneIsALeafAndInABoxIsPassedOver) {
  const std::string png("\x89PNG\r\n\x1A\n\0\0", 10);
  EXPECT_EQ(walk(png).calls, Calls{"leaf box " + png}) << "a file of its own is refused by name when it is decoded";
  EXPECT_EQ(walk(tar_member("p", png) + tar("a", "One.")).passed_over, (PassedOver{{"image", 1}}));
}

TEST(Walk, DamageInsideAMemberIsThatMembers) {
  const std::string packed = gzip("The council met in Sant Oriel, and met, and met.");
  EXPECT_EQ(walk(tar_member("a.gz", packed.substr(0, packed.size() - 9)) + tar("b", "Two.")).calls, (Calls{"failed box/a.gz truncated", "leaf box/b Two."}));
}

TEST(Walk, EveryPrefixOfNestedBoxesSaysThatItIsCut) {
  const std::string bytes = gzip(tar_member("c.warc.gz", gzip(warc_page("https://a.example/1", "<p>x</p>"))) + tar_member("in.zip", zip("a.txt", "One.")) + tar("b", "Two."));
  testing::expect_clean_prefixes(bytes, 2, 0);
}

// What a damaged box still gives may not hang on how its bytes came in.
TEST(Walk, DamageGivesTheSameInReadsOfAnySize) {
  std::string first, second;
  for (int i = 0; i < 40; ++i) (i % 2 ? first : second) += "The council met " + std::to_string(i * i) + " times. ";
  const std::string inner = tar_member("a.txt", first) + tar("b.txt", second);
  for (const std::string& box : {gzip(inner), zstd(inner), zip("in.tar", inner), zip_member("in.tar", inner, {.descriptor = true}) + zip_end(1)}) {
    std::size_t begun = 0;
    for (std::size_t at = 0; at < box.size(); ++at) {
      std::string damaged = box;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
      const Calls whole = walk(damaged).calls;
      begun += whole.size() > 1;
      for (const std::size_t step : {1u, 61u}) ASSERT_EQ(walk(damaged, {}, step).calls, whole) << "byte " << at << " of " << box.size() << ", reads of " << step;
    }
    const bool in_blocks = is_zstd(box);  // a block is given whole or not at all
    EXPECT_TRUE(in_blocks || begun > box.size() / 8) << begun << ": what came before the damage is given";
  }
}

// A run of one letter between words: within the ratio as a whole, beyond it at some places.
TEST(Walk, TheRatioIsJudgedAtTheSamePlacesInReadsOfAnySize) {
  ContainerLimits limits;
  limits.free_bytes = 4096;
  std::size_t refused = 0;
  for (std::size_t run = 20'000; run < 250'000; run += 9000) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += std::to_string(i * i * 7919);
    text += std::string(run, 'x') + text;
    for (const std::string& box : {gzip(text), zip("a.txt", text)}) {
      const Calls whole = walk(box, limits).calls;
      refused += whole.front().starts_with("failed") || whole.front().starts_with("refused");
      for (const std::size_t step : {1u, 61u}) ASSERT_EQ(walk(box, limits, step).calls, whole) << "a run of " << run << ", reads of " << step;
    }
  }
  EXPECT_GT(refused, 0u);
  EXPECT_LT(refused, 50u);
}

}  // namespace
}  // namespace attache
