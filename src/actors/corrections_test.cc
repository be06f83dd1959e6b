#include "actors/corrections.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

std::vector<Correction> read(std::string_view text) {
  auto corrections = parse_corrections(text, "who.txt");
  EXPECT_TRUE(corrections) << describe(corrections.error());
  return corrections ? *corrections : std::vector<Correction>{};
}

std::string refusal(std::string_view text) {
  const auto corrections = parse_corrections(text, "who.txt");
  return corrections ? "none" : describe(corrections.error());
}

TEST(Corrections, EachKind) {
  const auto list = read("# by hand\n\nmerge | Ilka Dorann |  Ilka   Doran \r\nrename|organisation:kfor|KFOR\nsplit | Marsh | Odo Marsh (banker) | report tarrow.txt\nsplit | Marsh | Odo Marsh (banker) | form O. Marsh");
  ASSERT_EQ(list.size(), 4u);
  EXPECT_EQ(list[0].kind, Correction::Kind::merge);
  EXPECT_EQ(list[0].actor, "Ilka Dorann");
  EXPECT_EQ(list[0].other, "Ilka Doran");
  EXPECT_EQ(list[0].line, 3u);
  EXPECT_EQ(list[1].kind, Correction::Kind::rename);
  EXPECT_EQ(list[1].actor, "organisation:kfor");
  EXPECT_EQ(list[2].report, "tarrow.txt");
  EXPECT_TRUE(list[2].form.empty());
  EXPECT_EQ(list[3].form, "O. Marsh");
  EXPECT_EQ(describe(list[3]), "split from Marsh (who.txt:6)");
}

TEST(Corrections, NothingAndOnlyComments) {
  EXPECT_TRUE(read("").empty());
  EXPECT_TRUE(read("\n\n  # nothing yet\n").empty());
  EXPECT_TRUE(read("\xEF\xBB\xBF# begins with a byte order mark").empty());
}

TEST(Corrections, RefusalsNameTheLine) {
  EXPECT_EQ(refusal("\njoin | A | B"), "who.txt:2: \"join\" is none of merge, rename, split (invalid_corrections)");
  EXPECT_EQ(refusal("merge | A"), "who.txt:1: merge takes 2 fields behind it, here are 1 (invalid_corrections)");
  EXPECT_EQ(refusal("split | A | B"), "who.txt:1: split takes 3 fields behind it, here are 2 (invalid_corrections)");
  EXPECT_EQ(refusal("split | A | B | in x.txt"), "who.txt:1: the last field of split is \"report FILE\" or \"form WORDS\" (invalid_corrections)");
  EXPECT_NE(refusal("merge | A | "), "none");
  EXPECT_NE(refusal("merge || B"), "none");
  EXPECT_NE(refusal(std::string("rename | A | ") + std::string(600, 'x')), "none");
  EXPECT_NE(refusal(std::string(10'001, '\n')), "none");
}

TEST(Corrections, EveryPrefixIsReadOrRefused) {
  const std::string text = "# a\nmerge | A | B\nsplit | C | D | report e.txt\nrename | F | G\n";
  for (std::size_t n = 0; n <= text.size(); ++n) {
    const auto corrections = parse_corrections(std::string_view(text).substr(0, n), "who.txt");
    if (corrections) EXPECT_LE(corrections->size(), 3u);
    else EXPECT_TRUE(corrections.error().line.has_value());
  }
}

}  // namespace
}  // namespace attache
