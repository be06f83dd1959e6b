#include "containers/tar.h"

#include <gtest/gtest.h>

#include "support/packed.h"

namespace attache {
namespace {

using testing::pax_record;
using testing::tar_end;
using testing::tar_header;
using testing::tar_member;
using testing::walk;
using Calls = std::vector<std::string>;

TEST(Tar, MembersComeAsTheyLie) {
  const std::string archive = tar_member("b.txt", "Words of b.") + tar_member("folder/", "", '5') + tar_member("folder/a.txt", std::string(1000, 'a')) + tar_end();
  EXPECT_EQ(walk(archive).calls, (Calls{"leaf box/b.txt Words of b.", "leaf box/folder/a.txt " + std::string(1000, 'a')}));
  EXPECT_EQ(walk(archive, {}, 100).calls, walk(archive).calls);
}

TEST(Tar, LongNamesByGnuAndByPax) {
  const std::string name = std::string(90, 'd') + "/" + std::string(200, 'f') + ".txt";
  EXPECT_EQ(walk(tar_member("././@LongLink", name + '\0', 'L') + tar_member("short", "One.") + tar_end()).calls, Calls{"leaf box/" + name + " One."});
  EXPECT_EQ(walk(tar_member("PaxHeader", pax_record("mtime", "1.5") + pax_record("path", name), 'x') + tar_member("short", "One.") + tar_member("next", "Two.") + tar_end()).calls,
            (Calls{"leaf box/" + name + " One.", "leaf box/next Two."}));
}

TEST(Tar, ThePrefixOfUstarIsPartOfTheName) {
  std::string member = tar_member("name.txt", "One.");
  member.replace(345, 4, "a/b/");
  member[348] = '\0';
  unsigned sum = 0;
  for (int i = 0; i < 512; ++i) sum += i >= 148 && i < 156 ? 32u : static_cast<unsigned char>(member[static_cast<std::size_t>(i)]);
  char digits[8];
  std::snprintf(digits, sizeof digits, "%06o", sum);
  member.replace(148, 7, digits, 7);
  EXPECT_EQ(walk(member + tar_end()).calls, Calls{"leaf box/a/b/name.txt One."});
}

TEST(Tar, SizesMayBeInBase256OrInPax) {
  const std::string size("\x80\0\0\0\0\0\0\0\0\0\0\4", 12);
  const std::string content = "One." + std::string(508, '\0');
  EXPECT_EQ(walk(tar_header("a", size, '0') + content + tar_end()).calls, Calls{"leaf box/a One."});
  EXPECT_EQ(walk(tar_member("PaxHeader", pax_record("size", "4"), 'x') + tar_header("a", "00000000000", '0') + content + tar_end()).calls, Calls{"leaf box/a One."});
}

TEST(Tar, NamesThatLeadElsewhereAreNamesOnly) {
  EXPECT_EQ(walk(tar_member("../../etc/x", "One.") + tar_member("/etc/y", "Two.") + tar_member("./z", "Three.") + tar_end()).calls, (Calls{"leaf box/../../etc/x One.", "leaf box//etc/y Two.", "leaf box/z Three."}));
}

TEST(Tar, NamesAreShownInUtf8WithoutControlCharacters) {
  EXPECT_EQ(walk(tar_member("b\xC3\xA9rg.txt", "One.") + tar_member("b\xE9rg\n.txt", "Two.") + tar_end()).calls, (Calls{"leaf box/b\xC3\xA9rg.txt One.", "leaf box/b%E9rg%0A.txt Two."}));
}

TEST(Tar, HiddenMembersAreLeftOut) {
  EXPECT_EQ(walk(tar_member(".git/config", "no") + tar_member("a/.hidden", "no") + tar_member("__MACOSX/a.txt", "no") + tar_member("__MACOSX/._a.txt", "no") + tar_member("./a.txt", "One.") + tar_end()).calls, Calls{"leaf box/a.txt One."});
  EXPECT_EQ(walk(tar_member(".a", "no") + tar_end()).calls, Calls{"refused box empty"});
}

TEST(Tar, LinksAndDevicesArePassedOver) {
  const testing::Walked walked = walk(tar_header("link", "00000000000", '2') + tar_header("hard", "00000000007", '1') + tar_header("tty", "00000000000", '3') + tar_member("a", "One.") + tar_end());
  EXPECT_EQ(walked.calls, Calls{"leaf box/a One."});
  EXPECT_EQ(walked.passed_over, (PassedOver{{"link", 2}, {"device or other entry", 1}}));
}

TEST(Tar, SparseFilesAndVolumesAreRefusedByName) {
  EXPECT_EQ(walk(tar_member("s", "One.", 'S') + tar_member("a", "Two.") + tar_end()).calls, (Calls{"refused box/s unsupported", "leaf box/a Two."}));
  EXPECT_EQ(walk(tar_member("PaxHeader", pax_record("GNU.sparse.major", "1"), 'x') + tar_member("s", "One.") + tar_member("a", "Two.") + tar_end()).calls, (Calls{"refused box/s unsupported", "leaf box/a Two."}));
  EXPECT_EQ(walk(tar_member("m", "One.", 'M') + tar_member("a", "Two.") + tar_end()).calls, (Calls{"refused box/m unsupported", "leaf box/a Two."}));
}

TEST(Tar, ADamagedHeaderCostsItsMemberOnly) {
  std::string archive = tar_member("a", "One.") + tar_member("b", "Two.") + tar_member("c", "Three.") + tar_end();
  archive[1024 + 3] = 'x';
  const testing::Walked walked = walk(archive);
  EXPECT_EQ(walked.calls, (Calls{"leaf box/a One.", "refused box binary", "leaf box/c Three."}));
  EXPECT_NE(walked.errors.at(0).message.find("1024 bytes"), std::string::npos) << walked.errors[0].message;
}

TEST(Tar, ASizeThatIsNoneCostsItsMemberOnly) {
  EXPECT_EQ(walk(tar_header("a", "rubbish", '0') + tar_member("b", "Two.") + tar_end()).calls, (Calls{"refused box/a binary", "leaf box/b Two."}));
  EXPECT_EQ(walk(tar_header("a", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", '0') + tar_member("b", "Two.") + tar_end()).calls, (Calls{"refused box/a binary", "leaf box/b Two."})) << "negative";
}

TEST(Tar, ASizeBeyondTheEndIsTruncated) { EXPECT_EQ(walk(tar_member("b", "Two.") + tar_header("a", "77777777777", '0') + "rest").calls, (Calls{"leaf box/b Two.", "failed box/a truncated"})); }

TEST(Tar, TwoArchivesOneBehindTheOtherAreRead) { EXPECT_EQ(walk(tar_member("a", "One.") + tar_end() + tar_member("b", "Two.") + tar_end()).calls, (Calls{"leaf box/a One.", "leaf box/b Two."})); }

TEST(Tar, BytesBehindTheEndAreCounted) {
  const testing::Walked walked = walk(tar_member("a", "One.") + tar_end() + std::string(700, 'x'));
  EXPECT_EQ(walked.calls, Calls{"leaf box/a One."});
  EXPECT_EQ(walked.passed_over.at("bytes behind the archive"), 700u);
}

TEST(Tar, LimitsOnNamesAndHeaders) {
  const std::string name(5000, 'n');
  const testing::Walked walked = walk(tar_member("././@LongLink", name, 'L') + tar_member("short", "One.") + tar_member("b", "Two.") + tar_end());
  EXPECT_EQ(walked.calls, (Calls{"refused box/" + std::string(80, 'n') + "... too_large", "leaf box/b Two."}));
  EXPECT_EQ(walk(tar_member("PaxHeader", std::string(70000, 'x'), 'x') + tar_member("a", "One.") + tar_member("b", "Two.") + tar_end()).calls, (Calls{"refused box/a too_large", "leaf box/b Two."}));
  EXPECT_EQ(walk(tar_member("PaxHeader", "99 path=short\n", 'x') + tar_member("a", "One.") + tar_end()).calls, Calls{"refused box/a binary"});
}

TEST(Tar, EveryPrefixIsClean) {
  const std::string archive = tar_member("a", "One.") + tar_member("././@LongLink", "long/name\0", 'L') + tar_member("b", "Two.") + tar_end();
  testing::expect_clean_prefixes(archive, 512, 1024);
}

}  // namespace
}  // namespace attache
