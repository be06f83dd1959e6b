#include "tables/tsv.h"

#include <set>
#include <string>
#include <unordered_set>

#include <gtest/gtest.h>

#include "base/strings.h"
#include "tables/embedded.h"
#include "text/utf8.h"

namespace attache {
namespace {

std::vector<std::vector<std::string>> rows_of(std::string_view table, std::size_t columns) {
  std::vector<std::vector<std::string>> rows;
  for_each_row(table, columns, [&](const std::vector<std::string_view>& cells) { rows.emplace_back(cells.begin(), cells.end()); });
  return rows;
}

using Row = std::vector<std::string>;

TEST(Tsv, SkipsCommentsAndEmptyLines) {
  const auto rows = rows_of("#name\tcode\n\na\tb\n# note\n\nc\td\n", 2);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0], (Row{"a", "b"}));
  EXPECT_EQ(rows[1], (Row{"c", "d"}));
}

TEST(Tsv, TheLastLineNeedsNoLineBreak) { EXPECT_EQ(rows_of("a\tb", 2).size(), 1u); }

TEST(Tsv, AnEmptyTableHasNoRow) {
  EXPECT_TRUE(rows_of("", 3).empty());
  EXPECT_TRUE(rows_of("\n\n#\n", 3).empty());
}

TEST(Tsv, MissingCellsAtTheEndAreEmpty) { EXPECT_EQ(rows_of("a", 3).at(0), (Row{"a", "", ""})); }

TEST(Tsv, EmptyCellsInTheMiddleStay) { EXPECT_EQ(rows_of("a\t\tc", 3).at(0), (Row{"a", "", "c"})); }

TEST(Tsv, CellsBeyondTheColumnsStay) { EXPECT_EQ(rows_of("a\tb\tc", 2).at(0), (Row{"a", "b", "c"})); }

TEST(Tsv, AHashInsideARowIsNoComment) { EXPECT_EQ(rows_of("No. #1\tx", 2).at(0), (Row{"No. #1", "x"})); }

TEST(Tsv, ACellHoldsSeveralTrimmedValues) {
  const auto values = values_of(" Sant Oriel | the Oriel ||\u00c9lys\u00e9e|");
  ASSERT_EQ(values.size(), 3u);
  EXPECT_EQ(values[0], "Sant Oriel");
  EXPECT_EQ(values[1], "the Oriel");
  EXPECT_EQ(values[2], "\u00c9lys\u00e9e");
}

TEST(Tsv, AnEmptyCellHoldsNoValue) {
  EXPECT_TRUE(values_of("").empty());
  EXPECT_TRUE(values_of(" | | ").empty());
}

// The project's own tables. A bad row is named by file and line.
struct Table {
  const char* file;
  std::size_t columns;
  std::size_t key;          // column that names the row
  std::size_t least_rows;
};

const Table kTables[] = {{"countries.tsv", 8, 0, 190}, {"regions.tsv", 4, 0, 50},    {"cities.tsv", 4, 0, 300},
                         {"organisations.tsv", 7, 0, 300}, {"offices.tsv", 5, 0, 100}, {"agencies.tsv", 6, 0, 50},
                         {"outlets.tsv", 5, 0, 300},   {"given_names.tsv", 3, 0, 1000}, {"cues.tsv", 5, 0, 100}};

class OwnTable : public ::testing::TestWithParam<Table> {};

std::string place(const Table& table, int line, std::string_view text) {
  return std::string(table.file) + ":" + std::to_string(line) + ": " + std::string(text);
}

TEST_P(OwnTable, EveryRowHasAllItsCells) {
  const Table table = GetParam();
  int number = 0;
  std::size_t rows = 0;
  for (std::string_view line : split(embedded_file(table.file), '\n')) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    ++rows;
    EXPECT_EQ(split(line, '\t').size(), table.columns) << place(table, number, line);
  }
  EXPECT_GE(rows, table.least_rows) << table.file;
}

TEST_P(OwnTable, EveryRowHasANameAndASource) {
  const Table table = GetParam();
  int number = 0;
  for (std::string_view line : split(embedded_file(table.file), '\n')) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto cells = split(line, '\t');
    EXPECT_FALSE(trim(cells.at(table.key)).empty()) << place(table, number, line);
    EXPECT_FALSE(trim(cells.back()).empty()) << "no source: " << place(table, number, line);
  }
}

TEST_P(OwnTable, NoCellHasStrayBlanksAndAllIsUtf8) {
  const Table table = GetParam();
  int number = 0;
  for (std::string_view line : split(embedded_file(table.file), '\n')) {
    ++number;
    EXPECT_TRUE(is_valid_utf8(line)) << place(table, number, line);
    if (line.empty() || line.front() == '#') continue;
    for (std::string_view cell : split(line, '\t')) {
      EXPECT_EQ(cell, trim(cell)) << place(table, number, line);
      EXPECT_EQ(cell.find("  "), std::string_view::npos) << place(table, number, line);
    }
  }
}

TEST_P(OwnTable, NoRowStandsTwice) {
  const Table table = GetParam();
  std::unordered_set<std::string> seen;
  int number = 0;
  for (std::string_view line : split(embedded_file(table.file), '\n')) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto cells = split(line, '\t');
    std::string key(cells.at(table.key));
    if (table.file == std::string_view("cities.tsv")) key += '\t' + std::string(cells.at(1));  // a name, once a country
    EXPECT_TRUE(seen.insert(key).second) << "twice: " << place(table, number, line);
  }
}

INSTANTIATE_TEST_SUITE_P(Data, OwnTable, ::testing::ValuesIn(kTables), [](const auto& test) {
  const std::string file = test.param.file;
  return file.substr(0, file.find('.'));
});

TEST(OwnTables, CitiesAndOrganisationsStandInCountriesOfTheTable) {
  std::set<std::string, std::less<>> codes;
  for_each_row(embedded_file("countries.tsv"), 8, [&](const auto& c) { codes.emplace(c[0]); });
  for_each_row(embedded_file("cities.tsv"), 4, [&](const auto& c) { EXPECT_TRUE(codes.contains(c[1])) << c[0] << ": " << c[1]; });
  for_each_row(embedded_file("organisations.tsv"), 7, [&](const auto& c) { EXPECT_TRUE(c[4].empty() || codes.contains(c[4])) << c[0] << ": " << c[4]; });
}

TEST(OwnTables, EveryParentOfAnOrganisationIsOne) {
  std::set<std::string, std::less<>> ids;
  for_each_row(embedded_file("organisations.tsv"), 7, [&](const auto& c) { ids.emplace(c[0]); });
  for_each_row(embedded_file("organisations.tsv"), 7, [&](const auto& c) {
    EXPECT_TRUE(c[5].empty() || ids.contains(c[5])) << c[0] << ": parent " << c[5];
    EXPECT_NE(c[0], c[5]);
  });
}

TEST(OwnTables, GendersAreOfTheThreeKinds) {
  for_each_row(embedded_file("given_names.tsv"), 3, [](const auto& c) { EXPECT_TRUE(c[1] == "m" || c[1] == "f" || c[1] == "u") << c[0] << ": " << c[1]; });
  for_each_row(embedded_file("offices.tsv"), 5, [](const auto& c) { EXPECT_TRUE(c[3].empty() || c[3] == "m" || c[3] == "f") << c[0] << ": " << c[3]; });
}

TEST(OwnTables, DomainsAreBareHostNames) {
  const auto check = [](std::string_view name, std::string_view cell) {
    for (std::string_view domain : values_of(cell)) {
      EXPECT_NE(domain.find('.'), std::string_view::npos) << name << ": " << domain;
      EXPECT_EQ(domain.find_first_of("/: "), std::string_view::npos) << name << ": " << domain;
      EXPECT_EQ(lower_ascii(domain), domain) << name;
    }
  };
  for_each_row(embedded_file("agencies.tsv"), 6, [&](const auto& c) { check(c[1], c[4]); });
  for_each_row(embedded_file("outlets.tsv"), 5, [&](const auto& c) { check(c[0], c[2]); });
}

TEST(OwnTables, AFileThatIsNotThereIsEmpty) {
  EXPECT_TRUE(embedded_file("no_such_table.tsv").empty());
  EXPECT_TRUE(embedded_file("").empty());
}

}  // namespace
}  // namespace attache
