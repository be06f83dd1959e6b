#include "dossier/export_events.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/strings.h"
#include "support/texts.h"

namespace attache {
namespace {

using testing::TextSource;

Dossier raid() {
  return testing::dossier_of({TextSource{.text = "Turkish troops shelled a village in Syria on Monday. Kenya's president met the Ugandan president in Nairobi on Tuesday.\n", .published = "2024-05-09", .outlet = "Herald", .name = "a"}});
}

std::vector<std::vector<std::string>> rows_of(const std::string& table) {
  std::vector<std::vector<std::string>> out;
  for (const std::string_view line : split(table, '\n')) {
    if (line.empty()) continue;
    std::vector<std::string>& row = out.emplace_back();
    for (const std::string_view cell : split(line, '\t')) row.emplace_back(cell);
  }
  return out;
}

TEST(ExportEvents, GdeltHasItsColumns) {
  const auto rows = rows_of(events_gdelt(raid()));
  ASSERT_FALSE(rows.empty());
  bool shelled = false;
  for (const auto& row : rows) {
    ASSERT_EQ(row.size(), 61u);
    EXPECT_EQ(row[1].size(), 8u);
    EXPECT_TRUE(std::all_of(row[0].begin(), row[0].end(), [](char c) { return c >= '0' && c <= '9'; }));
    EXPECT_EQ(row[59], "20240509000000");
    if (row[28] != "19") continue;
    shelled = true;
    EXPECT_EQ(row[1], "20240506");
    EXPECT_EQ(row[5], "TURMIL");
    EXPECT_EQ(row[7], "TUR");
    EXPECT_EQ(row[12], "MIL");
    EXPECT_EQ(row[26], "190");
    EXPECT_EQ(row[29], "4");
    EXPECT_EQ(row[32], "1");
  }
  EXPECT_TRUE(shelled);
}

TEST(ExportEvents, ThoseWhoMeetStandInBothDirections) {
  const auto rows = rows_of(events_icews(raid()));
  ASSERT_GT(rows.size(), 1u);
  EXPECT_EQ(rows[0].front(), "Event ID");
  std::vector<std::pair<std::string, std::string>> meetings;
  for (const auto& row : rows) {
    ASSERT_EQ(row.size(), 20u);
    if (row[5] == "CONSULT") meetings.emplace_back(row[4], row[10]);
  }
  ASSERT_EQ(meetings.size(), 2u);
  EXPECT_EQ(meetings[0].first, meetings[1].second);
  EXPECT_EQ(meetings[0].second, meetings[1].first);
}

TEST(ExportEvents, JsonLinesCarryTheSentence) {
  for (const std::string& table : {events_jsonl(raid()), events_plover(raid())}) {
    std::size_t lines = 0;
    for (const std::string_view line : split(table, '\n')) {
      if (line.empty()) continue;
      const auto record = nlohmann::json::parse(line, nullptr, false);
      ASSERT_TRUE(record.is_object());
      const std::string text = record.contains("sentence") ? record["sentence"] : record["text"];
      EXPECT_TRUE(text.find("shelled") != std::string::npos || text.find("met") != std::string::npos);
      ++lines;
    }
    EXPECT_GE(lines, 2u);
  }
}

TEST(ExportEvents, TabsAndLineEndsOfATextMakeNoCells) {
  const auto rows = rows_of(events_icews(testing::dossier_of({TextSource{.text = "Turkish\ttroops shelled a village in Syria on Monday.\n", .published = "2024-05-09", .outlet = "He\trald", .name = "a"}})));
  for (const auto& row : rows) EXPECT_EQ(row.size(), 20u);
}

TEST(ExportEvents, AnEmptyDossierGivesNoRow) {
  const Dossier empty;
  EXPECT_EQ(events_gdelt(empty), "");
  EXPECT_EQ(events_jsonl(empty), "");
  EXPECT_EQ(rows_of(events_icews(empty)).size(), 1u);
}

}  // namespace
}  // namespace attache
