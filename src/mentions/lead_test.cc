#include "mentions/lead.h"

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

struct Read {
  std::vector<std::string> sentences;
  std::string dateline;
};

Read lead_of(const std::string& text) {
  const Report report = testing::plain_report(text, {2024, 3, 13});
  const Language language = analyse_language(report, testing::resources().lexicon, testing::resources().knowledge, testing::resources().reader);
  const Lead lead = read_lead(report, language);
  Read out;
  for (const Sentence& s : lead.sentences) {
    EXPECT_LT(s.first, s.last);
    out.sentences.emplace_back(slice(report.text, s.span));
  }
  if (lead.dateline) out.dateline = slice(report.text, *lead.dateline);
  return out;
}

using Sentences = std::vector<std::string>;

TEST(Lead, ControlsAndLabelsPartSentences) {
  EXPECT_EQ(lead_of("Click to share on Fernpost (Opens in new window) The dam broke.").sentences, (Sentences{"The dam broke."}));
  EXPECT_EQ(lead_of("Image caption Divers at the wreck The dam broke.").sentences, (Sentences{"Divers at the wreck", "The dam broke."}));
  EXPECT_EQ(lead_of("Skip Ad Full Screen The dam broke.").sentences, (Sentences{"The dam broke."}));
  EXPECT_EQ(lead_of("3 of 12 Divers search the lake.").sentences, (Sentences{"Divers search the lake."}));
  EXPECT_EQ(lead_of("Divers at the lake (Photo: Ada Lund) The dam broke.").sentences, (Sentences{"Divers at the lake", "The dam broke."}));
}

TEST(Lead, WordsThatOnlyLookLikeControlsStay) {
  EXPECT_EQ(lead_of("They share a boat.").sentences, (Sentences{"They share a boat."}));
  EXPECT_EQ(lead_of("Two of 12 divers came.").sentences, (Sentences{"Two of 12 divers came."}));
  EXPECT_EQ(lead_of("The mayor (left) opened the dam.").sentences, (Sentences{"The mayor (left) opened the dam."}));
  EXPECT_EQ(lead_of("Lund met The Hague council.").sentences, (Sentences{"Lund met The Hague council."}));
}

TEST(Lead, Datelines) {
  EXPECT_EQ(lead_of("PORT ALDER (Northwire) - The dam broke.").dateline, "PORT ALDER");
  EXPECT_EQ(lead_of("A photo shows the dam. (Photo: A. Lund) ALDER, March 3 (Northwire) -- The dam broke.").dateline, "ALDER");
  EXPECT_EQ(lead_of("The dam - an old one - broke.").dateline, "");
  EXPECT_EQ(lead_of("The NATO - EU talks failed.").dateline, "");
  EXPECT_EQ(lead_of("").dateline, "");
}

TEST(Lead, ATextWithoutFullStopsIsReadInItsBeginning) {
  std::string text;
  for (int i = 0; i < 300'000; ++i) text += "and so on ";
  const Read read = lead_of(text);
  ASSERT_EQ(read.sentences.size(), 1u);
  EXPECT_LT(read.sentences[0].size(), 7'000u);
}

TEST(Lead, TheFieldsOfTheReportGiveTheDateline) {
  const Analysis a = testing::analysis_of({"PORT ALDER, March 12 (Northwire) - The dam broke on Tuesday, the mayor said.\n\nNobody was hurt, he told reporters at the hall.", "2024-03-12", "Lakeland Courier", "Northwire", "Dam breaks"});
  ASSERT_FALSE(a.report.dateline_places.empty());
  ASSERT_TRUE(a.main_event.where.has_value());
  EXPECT_EQ(slice(a.report.text, a.main_event.where->span), "PORT ALDER");
  ASSERT_TRUE(a.main_event.when.has_value());
  EXPECT_EQ(slice(a.report.text, a.main_event.when->span), "Tuesday");
}

}  // namespace
}  // namespace attache
