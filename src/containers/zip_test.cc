#include "containers/zip.h"

#include <gtest/gtest.h>

#include "support/packed.h"

namespace attache {
namespace {

using testing::walk;
using testing::zip_end;
using testing::zip_member;
using testing::ZipOptions;
using Calls = std::vector<std::string>;

const std::string kText = "The council met in Sant Oriel. The council met in Sant Oriel.";

TEST(Zip, EveryWayOfTellingSizes) {
  for (const bool deflate : {false, true}) {
    for (const bool descriptor : {false, true}) {
      for (const bool zip64 : {false, true}) {
        const ZipOptions options{deflate, descriptor, zip64};
        const std::string archive = zip_member("folder/", "") + zip_member("folder/a.txt", kText, options) + zip_member("b.txt", "Two.", options) + zip_end(3);
        for (const std::size_t step : {std::size_t{1}, std::size_t{11}, std::size_t{10000}}) {
          EXPECT_EQ(walk(archive, {}, step).calls, (Calls{"leaf box/folder/a.txt " + kText, "leaf box/b.txt Two."})) << deflate << descriptor << zip64 << " " << step;
        }
      }
    }
  }
}

TEST(Zip, StoredBytesMayHoldSignatures) {
  const std::string nasty = "PK\x07\x08 and PK\x03\x04 and PK\x01\x02 PK";
  EXPECT_EQ(walk(zip_member("a", nasty, {false, true}) + zip_end()).calls, Calls{"leaf box/a " + nasty});
  EXPECT_EQ(walk(zip_member("a", nasty) + zip_end()).calls, Calls{"leaf box/a " + nasty});
}

TEST(Zip, AnEmptyArchiveIsRefused) { EXPECT_EQ(walk(zip_end()).calls, Calls{"refused box empty"}); }

TEST(Zip, EncryptedMembersAreRefusedByNameAndTheNextIsRead) {
  for (const bool descriptor : {false, true}) {
    ZipOptions options{true, descriptor};
    options.flags = 1;
    EXPECT_EQ(walk(zip_member("secret.txt", kText, options) + zip_member("b", "Two.") + zip_end()).calls, (Calls{"refused box/secret.txt unsupported", "leaf box/b Two."})) << descriptor;
  }
}

TEST(Zip, OtherMethodsAreRefusedByName) {
  ZipOptions options;
  options.method = 14;
  const testing::Walked walked = walk(zip_member("a", kText, options) + zip_member("b", "Two.") + zip_end());
  EXPECT_EQ(walked.calls, (Calls{"refused box/a unsupported", "leaf box/b Two."}));
  EXPECT_NE(walked.errors.at(0).message.find("method 14"), std::string::npos);
}

TEST(Zip, LyingSizesAndSumsCostTheirMemberOnly) {
  for (const bool deflate : {false, true}) {
    for (const bool descriptor : {false, true}) {
      for (int lie = 0; lie < 5; ++lie) {
        ZipOptions options{deflate, descriptor};
        if (lie == 0) options.packed_off = 3;
        if (lie == 1) options.packed_off = -3;
        if (lie == 2) options.plain_off = 5;
        if (lie == 3) options.plain_off = -5;
        if (lie == 4) options.crc_off = 1;
        const testing::Walked walked = walk(zip_member("a", kText, options) + zip_member("b", "Two.") + zip_member("c", "Three.") + zip_end());
        const std::string which = std::to_string(deflate) + std::to_string(descriptor) + " lie " + std::to_string(lie);
        EXPECT_EQ(walked.calls.back(), "leaf box/c Three.") << which;
        for (const std::string& call : walked.calls) EXPECT_FALSE(call.starts_with("leaf box/a")) << which << ": " << call;
        EXPECT_FALSE(walked.errors.empty()) << which;
      }
    }
  }
}

TEST(Zip, ABombCostsItselfOnly) {
  EXPECT_EQ(walk(zip_member("a", std::string(40u << 20, 'x'), {true, false}) + zip_member("b", "Two.") + zip_end()).calls, (Calls{"failed box/a too_large", "leaf box/b Two."}));
  EXPECT_EQ(walk(zip_member("a", std::string(40u << 20, 'x'), {true, true}) + zip_member("b", "Two.") + zip_end()).calls, (Calls{"failed box/a too_large", "leaf box/b Two."}));
}

TEST(Zip, BytesBetweenMembersAreCountedAndPassed) {
  const testing::Walked walked = walk(zip_member("a", "One.") + std::string(100, '?') + zip_member("b", "Two.") + zip_end());
  EXPECT_EQ(walked.calls, (Calls{"leaf box/a One.", "refused box binary", "leaf box/b Two."}));
  EXPECT_NE(walked.errors.at(0).message.find("100 bytes"), std::string::npos);
}

TEST(Zip, OfficeFilesAndProgramsAreNoArchivesOfReports) {
  for (const char* name : {"mimetype", "[Content_Types].xml", "META-INF/MANIFEST.MF"}) {
    EXPECT_EQ(walk(zip_member(name, "x") + zip_member("word/document.xml", "<w>x</w>") + zip_end()).calls, Calls{"refused box unsupported"}) << name;
  }
}

TEST(Zip, PicturesArePassedOver) {
  const testing::Walked walked = walk(zip_member("p.txt", std::string("\x89PNG\r\n\x1A\n\0\0", 10)) + zip_member("b", "Two.", {true, true}) + zip_end());
  EXPECT_EQ(walked.calls, Calls{"leaf box/b Two."});
  EXPECT_EQ(walked.passed_over, (PassedOver{{"image", 1}}));
}

TEST(Zip, ALongNameIsRefused) { EXPECT_EQ(walk(zip_member(std::string(5000, 'n'), "One.") + zip_member("b", "Two.") + zip_end()).calls, (Calls{"refused box/" + std::string(80, 'n') + "... too_large", "leaf box/b Two."})); }

TEST(Zip, WithoutAnEndTheArchiveIsTruncated) { EXPECT_EQ(walk(zip_member("a", "One.")).calls, (Calls{"leaf box/a One.", "refused box truncated"})); }

TEST(Zip, EveryPrefixSaysThatItIsCut) {
  testing::expect_clean_prefixes(zip_member("a", kText, {true, false}) + zip_member("b", "Two.", {true, true}) + zip_member("c", "Three.", {false, true}) + zip_member("d", "Four.", {false, false, true}) + zip_end(), 4, 0);
}

}  // namespace
}  // namespace attache
