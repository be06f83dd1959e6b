#include "ingest/plain_page.h"

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

std::vector<std::string> lines_of(const Page& page) {
  std::vector<std::string> out;
  for (const PageBlock& block : page.blocks) out.emplace_back(slice(page.text, block.span));
  return out;
}

std::vector<std::string> of_kind(const Report& report, BlockKind kind) {
  std::vector<std::string> out;
  for (const Block& block : report.blocks) {
    if (block.kind == kind) out.emplace_back(slice(report.text, block.span));
  }
  return out;
}

std::vector<std::string> values_of(const std::vector<Evident<std::string>>& list) {
  std::vector<std::string> out;
  for (const auto& one : list) out.push_back(one.value);
  return out;
}

using Lines = std::vector<std::string>;

TEST(PlainPage, EachLineIsABlock) { EXPECT_EQ(lines_of(read_plain_page("One\nTwo\n\nThree")), (Lines{"One", "Two", "Three"})); }

TEST(PlainPage, GapsAreCounted) {
  const Page page = read_plain_page("One\nTwo\n\n\nThree");
  EXPECT_EQ(page.blocks.at(1).gap_before, 1u);
  EXPECT_EQ(page.blocks.at(2).gap_before, 3u);
}

TEST(PlainPage, BlanksAtBothEndsAreNoText) {
  EXPECT_EQ(lines_of(read_plain_page("  One \r\n\t\u00A0Two\u3000\u200B\n\uFEFF\n")), (Lines{"One", "Two"}));
}

TEST(PlainPage, AnEmptyTextHasNoBlock) {
  EXPECT_TRUE(read_plain_page("").blocks.empty());
  EXPECT_TRUE(read_plain_page("\n \n\u00A0\n").blocks.empty());
}

TEST(PlainPage, TheTextStaysAsItIs) {
  const std::string text = " One \r\n\n  Two";
  EXPECT_EQ(read_plain_page(text).text, text);
}

TEST(PlainPage, HardWrappedLinesAreJoinedToParagraphs) {
  const Page page = read_plain_page(
      "The harbour council of Sorn put off its vote on the new breakwater for\n"
      "the third time on Tuesday, and the engineers, the fishermen and those\n"
      "who insure them had each brought a map of their own, none of which was\n"
      "like the others in more than the colour of the water, as the clerk put\n"
      "it.\n"
      "\n"
      "The mayor told the meeting that she would rather be late than wet, and\n"
      "that the old wall, which was built after the flood of the year in which\n"
      "her grandfather was born, would have to hold for one more long winter,\n"
      "as it had held before.\n");
  ASSERT_EQ(page.blocks.size(), 2u);
  EXPECT_TRUE(slice(page.text, page.blocks[0].span).ends_with("as the clerk put\nit."));
  EXPECT_TRUE(slice(page.text, page.blocks[1].span).starts_with("The mayor told"));
}

TEST(PlainPage, ShortLinesAreNotTakenForWrappedOnes) {
  EXPECT_EQ(read_plain_page("Agenda\nOpening\nReport of the clerk\nThe wall\nFishing rights\nSoup\nThe ice\nClosing").blocks.size(), 8u);
}

TEST(PlainPage, OneHugeLineIsOneBlock) {
  const Page page = read_plain_page(std::string(20u << 20, 'x'));
  ASSERT_EQ(page.blocks.size(), 1u);
  EXPECT_EQ(page.blocks[0].span.size(), 20u << 20);
}

TEST(PlainPage, AMillionLinesAreAMillionBlocks) {
  std::string text;
  for (int i = 0; i < 1000000; ++i) text += "x\n";
  EXPECT_EQ(read_plain_page(text).blocks.size(), 1000000u);
}

// The fields of a text as a newspaper prints it.
const std::string kPrinted =
    "Harbour council of Sorn puts off its vote again\n\n"
    "By Ada Roe\n\n"
    "17 March 2024\n\n"
    "SORN, 17 March (Northwire) -- The harbour council of Sorn put off its vote on the new breakwater for the third time on Sunday, the clerk said.\n\n"
    "The mayor told the meeting that she would rather be late than wet, and that the old wall would have to hold for one more winter.\n\n"
    "(Reporting by Jon Ling in Sorn; Editing by Mia Aas)\n";

TEST(PlainFields, TheTitleIsTheFirstLine) {
  const Report report = testing::report_of({.text = kPrinted});
  EXPECT_EQ(report.title.value, "Harbour council of Sorn puts off its vote again");
  EXPECT_EQ(report.title.evidence, "first line of the text");
  EXPECT_EQ(slice(report.text, report.title.span), report.title.value);
}

TEST(PlainFields, BylineAndSignOffNameTheWriters) {
  const Report report = testing::report_of({.text = kPrinted});
  EXPECT_EQ(of_kind(report, BlockKind::byline), Lines{"By Ada Roe"});
  EXPECT_EQ(of_kind(report, BlockKind::sign_off), Lines{"(Reporting by Jon Ling in Sorn; Editing by Mia Aas)"});
  EXPECT_EQ(values_of(report.bylines), (Lines{"Ada Roe", "Jon Ling"})) << "editors are no writers";
}

TEST(PlainFields, TheDatelineGivesPlaceAndAgency) {
  const Report report = testing::report_of({.text = kPrinted});
  EXPECT_EQ(of_kind(report, BlockKind::dateline), Lines{"SORN, 17 March (Northwire) --"});
  EXPECT_EQ(values_of(report.dateline_places), Lines{"Sorn"});
  EXPECT_EQ(values_of(report.agencies), Lines{"Northwire"});
  EXPECT_EQ(report.agencies.at(0).evidence, "dateline");
}

TEST(PlainFields, TheStampGivesTheDate) {
  const Report report = testing::report_of({.text = kPrinted});
  EXPECT_EQ(of_kind(report, BlockKind::date_stamp), Lines{"17 March 2024"});
  EXPECT_EQ(to_string(report.published.value), "2024-03-17");
  EXPECT_EQ(report.published.evidence, "date stamp");
  EXPECT_EQ(slice(report.text, report.published.span), "17 March 2024");
}

TEST(PlainFields, TheBodyIsTheRest) {
  const Report report = testing::report_of({.text = kPrinted});
  const Lines body = of_kind(report, BlockKind::paragraph);
  ASSERT_EQ(body.size(), 2u);
  EXPECT_TRUE(body[0].starts_with("The harbour council"));
  EXPECT_TRUE(body[1].ends_with("one more winter."));
}

TEST(PlainFields, AStampOfAnUpdateIsTheChange) {
  const Report report = testing::report_of({.text = "Harbour council of Sorn puts off its vote\n\nUpdated 19 March 2024\n\nPublished 17 March 2024\n\nThe harbour council of Sorn put off its vote on the new breakwater for the third time, the clerk said.\n"});
  EXPECT_EQ(to_string(report.published.value), "2024-03-17");
  EXPECT_EQ(to_string(report.modified.value), "2024-03-19");
}

TEST(PlainFields, ATextThatSaysNothingOfItselfHasNoFields) {
  const Report report = testing::report_of({.text = "The harbour council of Sorn put off its vote on the new breakwater for the third time, the clerk said.\n\nThe mayor said that the wall, which was built on 3 May 1921, would have to hold for one more winter.\n"});
  EXPECT_EQ(report.published.value.year, 0);
  EXPECT_EQ(report.published.evidence, "");
  EXPECT_TRUE(report.agencies.empty());
  EXPECT_TRUE(report.bylines.empty());
  EXPECT_EQ(report.outlet.value, "");
  EXPECT_TRUE(report.dateline_places.empty());
}

}  // namespace
}  // namespace attache
