#include "dossier/export_statements.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/strings.h"
#include "support/texts.h"

namespace attache {
namespace {

using Json = nlohmann::json;

const Dossier& dossier() {
  static const Dossier d = testing::dossier_of({testing::TextSource{.text = "Été had come to Sarn.\n\nThe mayor, Ana Bell, said on Monday: “=we won, \"all\" of us”. Bell said that the road would stay open.\n", .published = "2024-03-05", .name = "a"}});
  return d;
}

TEST(ExportStatements, ARowForEachMentionThatQuotesItsReport) {
  std::size_t rows = 0;
  const std::string lines = statements_jsonl(dossier());
  for (const std::string_view line : split(lines, '\n')) {
    if (line.empty()) continue;
    const Json row = Json::parse(line);
    ++rows;
    EXPECT_EQ(row["report"], dossier().analyses.front().report.id);
    EXPECT_EQ(row["published"], "2024-03-05");
    EXPECT_GT(row["end"], row["start"]);
    EXPECT_NE(dossier().analyses.front().report.text.find(row["words"].get<std::string>()), std::string::npos) << row;
    EXPECT_EQ(row["origins"], 1);
  }
  EXPECT_EQ(rows, dossier().analyses.front().statements.size());
  EXPECT_GE(rows, 2u);
}

TEST(ExportStatements, CsvIsNoFormulaAndKeepsMarks) {
  const std::string csv = statements_csv(dossier());
  EXPECT_TRUE(csv.starts_with("statement,act,speaker,"));
  EXPECT_TRUE(csv.ends_with("\r\n"));
  EXPECT_NE(csv.find("\"\"all\"\""), std::string::npos);
  Dossier other = dossier();
  other.statements.front().speaker = "=HYPERLINK(1)";
  EXPECT_NE(statements_csv(other).find(",'=HYPERLINK(1),"), std::string::npos);
}

TEST(ExportStatements, LinkedDataNamesSpeakersAndArticles) {
  const Json all = Json::parse(statements_jsonld(dossier()));
  EXPECT_EQ(all["@context"], "https://schema.org");
  bool quotation = false, claim = false;
  for (const Json& item : all["@graph"]) {
    if (item["@type"] == "Quotation") {
      quotation = true;
      EXPECT_EQ(item["spokenByCharacter"]["@type"], "Person");
      EXPECT_EQ(item["spokenByCharacter"]["name"], "Ana Bell");
      EXPECT_EQ(item["isPartOf"]["@type"], "NewsArticle");
      EXPECT_EQ(item["isPartOf"]["datePublished"], "2024-03-05");
    } else {
      claim = true;
      EXPECT_EQ(item["@type"], "Claim");
      EXPECT_EQ(item["author"]["name"], "Ana Bell");
      EXPECT_EQ(item["appearance"]["@type"], "NewsArticle");
    }
  }
  EXPECT_TRUE(quotation);
  EXPECT_TRUE(claim);
}

TEST(ExportStatements, NothingSaidIsAnEmptyTable) {
  const Dossier none = testing::dossier_of({testing::TextSource{.text = "Rain fell on Sarn.\n\nIt stopped at noon, and the road dried.\n", .published = "2024-03-05", .name = "a"}});
  EXPECT_EQ(statements_jsonl(none), "");
  const std::string csv = statements_csv(dossier());
  EXPECT_EQ(statements_csv(none), csv.substr(0, csv.find('\n') + 1));
  EXPECT_EQ(Json::parse(statements_jsonld(none))["@graph"].size(), 0u);
}

}  // namespace
}  // namespace attache
