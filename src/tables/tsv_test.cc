#include "tables/tsv.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include <gtest/gtest.h>

#include "base/date.h"
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
  std::vector<std::size_t> with = {};  // columns that together with the key may stand only once
};

const Table kTables[] = {{"countries.tsv", 8, 0, 190}, {"regions.tsv", 5, 0, 50},    {"cities.tsv", 4, 0, 300, {1}},
                         {"organisations.tsv", 7, 0, 300}, {"offices.tsv", 5, 0, 100}, {"agencies.tsv", 6, 0, 50},
                         {"outlets.tsv", 5, 0, 300},   {"given_names.tsv", 3, 0, 1000}, {"cues.tsv", 5, 0, 100},
                         {"office_holders.tsv", 8, 0, 1000, {3, 4, 5}}, {"memberships.tsv", 5, 0, 400, {1, 2}}, {"bare_nouns.tsv", 2, 0, 100}, {"attitude_words.tsv", 6, 0, 3000, {1}}, {"same_words.tsv", 2, 0, 1500}, {"relations.tsv", 9, 0, 60}, {"chambers.tsv", 4, 0, 30}};

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
    for (std::size_t column : table.with) key += '\t' + std::string(cells.at(column));
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

std::set<std::string, std::less<>> keys_of(std::string_view file, std::size_t columns) {
  std::set<std::string, std::less<>> keys;
  for_each_row(embedded_file(file), columns, [&](const auto& c) { keys.emplace(c[0]); });
  return keys;
}

// A day, a month or a year, as much as is known; empty for unknown.
bool is_known_date(std::string_view date) {
  int year = 0;
  if (date.empty()) return true;
  if (date.size() == 4) return parse_int(date, year);
  return (date.size() == 7 || date.size() == 10) && parse_iso_date(date);
}

// "2017" does not lie before "2017-05-31".
bool in_order(std::string_view from, std::string_view to) {
  const std::size_t size = std::min(from.size(), to.size());
  return to.empty() || from.substr(0, size) <= to.substr(0, size);
}

TEST(OwnTables, EveryMemberIsACountryAndEveryBodyAnOrganisation) {
  const auto countries = keys_of("countries.tsv", 8);
  const auto organisations = keys_of("organisations.tsv", 7);
  for_each_row(embedded_file("memberships.tsv"), 5, [&](const auto& c) {
    EXPECT_TRUE(organisations.contains(c[0])) << c[0] << ": " << c[1];
    EXPECT_TRUE(countries.contains(c[1])) << c[0] << ": " << c[1];
    EXPECT_FALSE(c[2].empty()) << "since when: " << c[0] << ": " << c[1];
    EXPECT_TRUE(is_known_date(c[2]) && is_known_date(c[3]) && in_order(c[2], c[3])) << c[0] << ": " << c[1] << ": " << c[2] << ".." << c[3];
  });
}

TEST(OwnTables, TheGreatBodiesHaveAsManyMembersAsTheySay) {
  std::map<std::string, int, std::less<>> now;
  for_each_row(embedded_file("memberships.tsv"), 5, [&](const auto& c) { now[std::string(c[0])] += c[3].empty(); });
  EXPECT_EQ(now["un"], 193);
  EXPECT_EQ(now["nato"], 32);
  EXPECT_EQ(now["eu"], 27);
  EXPECT_EQ(now["council-of-europe"], 46);
  EXPECT_EQ(now["osce"], 57);
  EXPECT_EQ(now["african-union"], 55);
}

TEST(OwnTables, EveryHolderHasAKnownOfficeOfACountryOrAnOrganisation) {
  const auto countries = keys_of("countries.tsv", 8);
  const auto organisations = keys_of("organisations.tsv", 7);
  const auto offices = keys_of("offices.tsv", 5);
  std::map<std::string, std::string, std::less<>> genders;
  for_each_row(embedded_file("office_holders.tsv"), 8, [&](const auto& c) {
    EXPECT_TRUE(offices.contains(c[3])) << c[0] << ": " << c[3];
    EXPECT_TRUE(countries.contains(c[4]) || organisations.contains(c[4])) << c[0] << ": " << c[4];
    EXPECT_TRUE(is_known_date(c[5]) && is_known_date(c[6]) && in_order(c[5], c[6])) << c[0] << ": " << c[5] << ".." << c[6];
    EXPECT_TRUE(c[2] == "m" || c[2] == "f") << c[0] << ": " << c[2];
    EXPECT_EQ(genders.emplace(c[0], c[2]).first->second, c[2]) << c[0];
  });
}

TEST(OwnTables, NearlyEveryStateHasItsHeadsSince2015) {
  std::set<std::string, std::less<>> heads, states;
  for_each_row(embedded_file("offices.tsv"), 5, [&](const auto& c) {
    if (c[2] == "head_of_state" || c[2] == "head_of_government" || c[2] == "royal") heads.emplace(c[0]);
  });
  for_each_row(embedded_file("office_holders.tsv"), 8, [&](const auto& c) {
    if (heads.contains(c[3]) && (c[6].empty() || c[6] >= "2015")) states.emplace(c[4]);
  });
  EXPECT_GE(states.size(), 190u);
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
