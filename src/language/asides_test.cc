#include "language/asides.h"

#include <gtest/gtest.h>

#include "analysis/analysis.h"
#include "ingest/ingest.h"
#include "support/texts.h"

namespace attache {
namespace {

// Paragraphs and captions in turn; fields of the report may be set before it is analysed.
Report report_of(const std::vector<std::pair<std::string, BlockKind>>& blocks) {
  std::string text;
  std::vector<Block> spans;
  for (const auto& [words, kind] : blocks) {
    if (!text.empty()) text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += words;
    spans.push_back({{begin, static_cast<std::uint32_t>(text.size())}, kind});
  }
  Report report = testing::plain_report(text, {2024, 3, 12});
  report.blocks = std::move(spans);
  return report;
}

Analysis analysed(Report report) { return analyse_report(std::move(report), testing::resources()); }

std::string words(const Analysis& a, const Aside& aside) { return std::string(slice(a.report.text, aside.span)) + " = " + a.entities[aside.entity].name + " (" + std::string(name_of(aside.kind)) + ")"; }

std::vector<std::string> asides(const Analysis& a) {
  std::vector<std::string> out;
  for (const Aside& aside : a.asides) out.push_back(words(a, aside));
  return out;
}

using Words = std::vector<std::string>;

TEST(Asides, ACaptionNamesPersonsAndStatesAndJoinsThoseOfTheText) {
  const Analysis a = analysed(report_of({{"Prime Minister Ilka Doran met envoys of Turkey on Monday. Doran said little.", BlockKind::paragraph}, {"President Odo Marsh of Turkey and Ilka Doran in the garden", BlockKind::caption}}));
  EXPECT_EQ(asides(a), (Words{"Odo Marsh = Odo Marsh (caption)", "Turkey = Turkey (caption)", "Ilka Doran = Ilka Doran (caption)"}));
  for (const NameMention& name : a.names) EXPECT_LT(name.span.end, 80u) << "a name of the caption is no name of the text";
}

TEST(Asides, NoSentenceNoNumberAndNoSpeakerComesFromACaption) {
  const Analysis a = analysed(report_of({{"The council met on Monday.", BlockKind::paragraph}, {"President Odo Marsh said he counted 40 boats. \"We will sail,\" he said.", BlockKind::caption}}));
  EXPECT_EQ(a.sentences.size(), 1u);
  EXPECT_TRUE(a.quantities.empty());
  EXPECT_TRUE(a.statements.empty());
  ASSERT_EQ(a.asides.size(), 1u);
  EXPECT_EQ(words(a, a.asides[0]), "Odo Marsh = Odo Marsh (caption)");
}

TEST(Asides, PhotoAgenciesAndUnknownWordsAreLeftOut) {
  const Analysis a = analysed(report_of({{"The council met on Monday.", BlockKind::paragraph}, {"Blue Harbour Lights at dusk. REUTERS/Handout", BlockKind::caption}}));
  EXPECT_TRUE(a.asides.empty());
}

TEST(Asides, ASurnameThatFitsTwoIsNobody) {
  const Analysis a = analysed(report_of({{"Prime Minister Ilka Doran met Finance Minister Jon Doran on Monday.", BlockKind::paragraph}, {"Mr Doran at the gate", BlockKind::caption}}));
  EXPECT_TRUE(a.asides.empty());
}

TEST(Asides, AgencyAndOutletWhereTheirFieldsFoundThem) {
  Report report = report_of({{"OSLO (AFP / Velmara Post) -", BlockKind::dateline}, {"The council met on Monday.", BlockKind::paragraph}});
  report.agencies.push_back({"Agence France-Presse", "dateline", {0, 27}});
  report.outlet = {"Velmara Post", "dateline", {0, 27}};
  const Analysis a = analysed(std::move(report));
  ASSERT_EQ(a.asides.size(), 2u);
  EXPECT_EQ(slice(a.report.text, a.asides[0].span), "AFP");
  EXPECT_EQ(a.entities[a.asides[0].entity].type, EntityType::agency);
  EXPECT_EQ(words(a, a.asides[1]), "Velmara Post = Velmara Post (credit)");
}

TEST(Asides, AnAgencyTheTextNamesIsNoCredit) {
  Report report = report_of({{"The minister told AFP on Monday that talks had failed.", BlockKind::paragraph}});
  report.agencies.push_back({"Agence France-Presse", "told the agency", {13, 21}});
  EXPECT_TRUE(analysed(std::move(report)).asides.empty());
}

TEST(Asides, FieldsWithoutAPlaceInTheTextGiveNothing) {
  Report report = report_of({{"The council met on Monday.", BlockKind::paragraph}});
  report.agencies.push_back({"Agence France-Presse", "structured field", {}});
  report.outlet = {"Velmara Post", "structured field", {}};
  EXPECT_TRUE(analysed(std::move(report)).asides.empty());
}

TEST(Asides, KindsHaveNames) {
  EXPECT_EQ(aside_kind_of(name_of(AsideKind::credit)), AsideKind::credit);
  EXPECT_EQ(aside_kind_of(name_of(AsideKind::caption)), AsideKind::caption);
}

}  // namespace
}  // namespace attache
