#include "store/tables.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <stdlib.h>

#include <fstream>
#include <map>
#include <memory>

#include <nlohmann/json.hpp>

#include "dossier/json.h"
#include "pipeline/run.h"
#include "support/texts.h"

namespace attache {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using testing::TextSource;
using Row = std::vector<std::string>;  // NULL reads as "NULL"
using Rows = std::vector<Row>;

class TablesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "attache-store-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] fs::path file() const { return folder_ / "news.db"; }
  [[nodiscard]] std::size_t files() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator())); }

  fs::path folder_;
};

Rows query(const fs::path& path, const std::string& sql) {
  sqlite3* handle = nullptr;
  EXPECT_EQ(sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
  const std::unique_ptr<sqlite3, int (*)(sqlite3*)> db(handle, sqlite3_close);
  sqlite3_stmt* prepared = nullptr;
  EXPECT_EQ(sqlite3_prepare_v2(db.get(), sql.c_str(), -1, &prepared, nullptr), SQLITE_OK) << sql << ": " << sqlite3_errmsg(db.get());
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(prepared, sqlite3_finalize);
  Rows out;
  while (statement && sqlite3_step(statement.get()) == SQLITE_ROW) {
    Row row;
    for (int c = 0; c < sqlite3_column_count(statement.get()); ++c) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), c));
      row.push_back(text ? std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement.get(), c))) : "NULL");
    }
    out.push_back(std::move(row));
  }
  return out;
}

std::string one(const fs::path& path, const std::string& sql) {
  const Rows rows = query(path, sql);
  return rows.size() == 1 && rows[0].size() == 1 ? rows[0][0] : "not one value";
}

const Dossier& samples() {
  static const Dossier made = [] {
    const RunOptions options;
    return assemble(analyse_inputs(testing::sample_inputs(), testing::resources(), options, {}), testing::resources(), options, {});
  }();
  return made;
}

Dossier small(const std::string& text) { return testing::dossier_of({TextSource{.text = text, .published = "2024-03-04", .outlet = "The Ledger", .name = "a"}}); }

const std::string kFerry = "The ferry sank off Ostmere on Monday.\n";

TEST_F(TablesTest, HasAsManyRowsAsTheDossierHasRecords) {
  ASSERT_TRUE(write_tables(samples(), file()).has_value());
  std::size_t sentences = 0, blocks = 0, times = 0, quantities = 0, mentions = 0;
  for (const Analysis& a : samples().analyses) {
    for (const SentenceSpan& s : a.sentences) sentences += s.title ? 0 : 1;
    blocks += a.report.blocks.size();
    times += a.times.size();
    quantities += a.quantities.size();
  }
  for (const Statement& s : samples().statements) mentions += s.mentions.size();
  const std::map<std::string, std::size_t> wanted = {{"reports", samples().analyses.size()},   {"families", samples().lineage.families.size()}, {"stories", samples().stories.stories.size()}, {"threads", samples().stories.threads.size()}, {"origins", samples().origins.origins.size()}, {"actors", samples().actors.actors.size()},
                                                     {"statements", samples().statements.size()}, {"mentions", mentions}, {"sentences", sentences}, {"blocks", blocks}, {"times", times}, {"quantities", quantities}, {"refused", 0}, {"duplicates", 0}, {"search", samples().analyses.size()}};
  for (const auto& [table, count] : wanted) EXPECT_EQ(one(file(), "SELECT count(*) FROM " + table), std::to_string(count)) << table;
}

TEST_F(TablesTest, AgreesWithTheJson) {
  ASSERT_TRUE(write_tables(samples(), file()).has_value());
  const Json json = Json::parse(to_json(samples()));
  const auto text = [](const Json& value) { return value.is_null() ? std::string("NULL") : value.get<std::string>(); };
  const auto value = [&](const Json& evident) { return evident.is_null() ? std::string("NULL") : evident["value"].get<std::string>(); };
  for (const Json& r : json["reports"]) {
    const Rows rows = query(file(), "SELECT label, source, published, not_before, text, story, origin, family FROM reports WHERE id = '" + r["id"].get<std::string>() + "'");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0], (Row{r["label"], r["source"], value(r["published"]), value(r["not_before"]), r["text"], r["story"], r["origin"], text(r["family"])}));
  }
  for (const Json& s : json["stories"]) EXPECT_EQ(query(file(), "SELECT thread, title, origins FROM stories WHERE id = '" + s["id"].get<std::string>() + "'"), (Rows{{s["thread"], s["title"], s["origins"].dump()}}));
  for (const Json& s : json["statements"]) EXPECT_EQ(query(file(), "SELECT origins, act FROM statements WHERE id = '" + s["id"].get<std::string>() + "'"), (Rows{{s["origins"].dump(), s["act"]}}));
}

TEST_F(TablesTest, OffsetsAreCodePoints) {
  // é and ’ are one code point each, two and three bytes
  ASSERT_TRUE(write_tables(small("Caf\u00E9 owners\u2019 anger grew on Monday, the mayor said.\n"), file()).has_value());
  EXPECT_EQ(query(file(), "SELECT number, start, end, exact FROM sentences"), (Rows{{"1", "0", "50", "Caf\u00E9 owners\u2019 anger grew on Monday, the mayor said."}}));
  EXPECT_EQ(query(file(), "SELECT r.text = s.exact || char(10) OR r.text = s.exact FROM reports r JOIN sentences s ON s.report = r.id"), (Rows{{"1"}}));
}

TEST_F(TablesTest, EverySentenceIsThePieceItPointsTo) {
  ASSERT_TRUE(write_tables(samples(), file()).has_value());
  EXPECT_EQ(one(file(), "SELECT count(*) FROM sentences s JOIN reports r ON r.id = s.report WHERE substr(r.text, s.start + 1, s.end - s.start) <> s.exact"), "0");
  EXPECT_EQ(one(file(), "SELECT count(*) FROM times t JOIN reports r ON r.id = t.report WHERE substr(r.text, t.start + 1, t.end - t.start) <> t.exact"), "0");
  EXPECT_EQ(one(file(), "SELECT count(*) FROM quantities q JOIN reports r ON r.id = q.report WHERE substr(r.text, q.start + 1, q.end - q.start) <> q.exact"), "0");
}

TEST_F(TablesTest, EveryReferenceHasItsRow) {
  ASSERT_TRUE(write_tables(samples(), file()).has_value());
  EXPECT_TRUE(query(file(), "PRAGMA foreign_key_check").empty());
  EXPECT_EQ(one(file(), "PRAGMA integrity_check"), "ok");
}

TEST_F(TablesTest, FullTextSearchFindsBodyAndTitleWithoutMarks) {
  ASSERT_TRUE(write_tables(samples(), file()).has_value());
  EXPECT_EQ(one(file(), "SELECT count(*) > 0 FROM search WHERE search MATCH 'krusova'"), "1");
  EXPECT_EQ(one(file(), "SELECT title FROM search WHERE search MATCH 'title: pier'"), "Fire guts old fish hall on Pier 4");
  EXPECT_EQ(one(file(), "SELECT count(*) FROM search WHERE search MATCH 'newsletters OR cookies'"), "0") << "page furniture is not searched";
}

TEST_F(TablesTest, HostileTextComesBackAsItWas) {
  Dossier d = small(kFerry);
  const std::string hostile = "'); DROP TABLE reports; -- \" \\ \x01 end";
  d.analyses[0].report.source = hostile;
  d.refused.push_back({ErrorCode::invalid_json, hostile, hostile, 7});
  d.refused.push_back({ErrorCode::empty, "the file is empty", "a.txt"});
  d.duplicates.push_back({hostile, d.analyses[0].report.id});
  ASSERT_TRUE(write_tables(d, file()).has_value());
  EXPECT_EQ(one(file(), "SELECT source FROM reports"), hostile);
  EXPECT_EQ(query(file(), "SELECT source, line, code, message FROM refused"), (Rows{{hostile, "7", "invalid_json", hostile}, {"a.txt", "NULL", "empty", "the file is empty"}}));
  EXPECT_EQ(query(file(), "SELECT source, report FROM duplicates"), (Rows{{hostile, d.analyses[0].report.id}}));
}

TEST_F(TablesTest, UnknownIsNull) {
  ASSERT_TRUE(write_tables(testing::dossier_of({TextSource{.text = "The ferry sank off Ostmere after a storm.\n", .name = "a"}}), file()).has_value());
  EXPECT_EQ(query(file(), "SELECT published, not_before, family, parent, descent, status, version, editor_note, wire_id FROM reports"), (Rows{{"NULL", "NULL", "NULL", "NULL", "NULL", "NULL", "NULL", "NULL", "NULL"}}));
}

TEST_F(TablesTest, WireItemsSayWhatTheirAgencySaidOfThem) {
  Dossier d = testing::dossier_of({TextSource{.text = "The ferry sank off Ostmere after a storm.\n", .name = "a"}});
  Report& report = d.analyses[0].report;
  report.status.value = "canceled";
  report.version = 3;
  report.editor_note.value = "Kill: no ferry sank";
  report.wire_id.value = "urn:x";
  ASSERT_TRUE(write_tables(d, file()).has_value());
  EXPECT_EQ(query(file(), "SELECT status, version, editor_note, wire_id FROM reports"), (Rows{{"canceled", "3", "Kill: no ferry sank", "urn:x"}}));
}

TEST_F(TablesTest, AnEmptyDossierIsAnEmptyStore) {
  Dossier d;
  label_reports(d);
  ASSERT_TRUE(write_tables(d, file()).has_value());
  EXPECT_EQ(one(file(), "SELECT count(*) FROM reports"), "0");
  EXPECT_EQ(one(file(), "PRAGMA user_version"), "2");
}

TEST_F(TablesTest, ReplacesAnOlderStore) {
  ASSERT_TRUE(write_tables(samples(), file()).has_value());
  ASSERT_TRUE(write_tables(small(kFerry), file()).has_value());
  EXPECT_EQ(one(file(), "SELECT count(*) FROM reports"), "1");
  EXPECT_EQ(files(), 1u) << "a temporary file was left";
}

TEST_F(TablesTest, ReplacesAFileThatIsNoStore) {
  std::ofstream(file()) << "notes";
  ASSERT_TRUE(write_tables(small(kFerry), file()).has_value());
  EXPECT_EQ(one(file(), "SELECT outlet FROM reports"), "The Ledger");
}

TEST_F(TablesTest, AFailureLeavesTheOlderStoreAndNothingElse) {
  ASSERT_TRUE(write_tables(small(kFerry), file()).has_value());
  Dossier d = samples();
  d.analyses[1].report.id = d.analyses[0].report.id;  // a second row with one key
  const Result<void> written = write_tables(d, file());
  ASSERT_FALSE(written.has_value());
  EXPECT_EQ(written.error().code, ErrorCode::write_failed);
  EXPECT_EQ(written.error().source, file().string());
  EXPECT_EQ(one(file(), "SELECT count(*) FROM reports"), "1");
  EXPECT_EQ(files(), 1u);
}

TEST_F(TablesTest, AFolderThatIsNotThereIsAnError) {
  const Result<void> written = write_tables(small(kFerry), folder_ / "no" / "news.db");
  ASSERT_FALSE(written.has_value());
  EXPECT_EQ(written.error().code, ErrorCode::write_failed);
  EXPECT_EQ(files(), 0u);
}

TEST_F(TablesTest, AFolderInThePlaceOfTheFileIsAnError) {
  fs::create_directory(file());
  ASSERT_FALSE(write_tables(small(kFerry), file()).has_value());
  EXPECT_TRUE(fs::is_directory(file()));
  EXPECT_EQ(files(), 1u) << "the temporary file was left";
}

TEST_F(TablesTest, TheSameDossierGivesTheSameBytes) {
  ASSERT_TRUE(write_tables(samples(), file()).has_value());
  ASSERT_TRUE(write_tables(samples(), folder_ / "again.db").has_value());
  std::ifstream a(file(), std::ios::binary), b(folder_ / "again.db", std::ios::binary);
  const std::string first((std::istreambuf_iterator<char>(a)), {}), second((std::istreambuf_iterator<char>(b)), {});
  EXPECT_GT(first.size(), 4096u);
  EXPECT_TRUE(first == second);
}

}  // namespace
}  // namespace attache
