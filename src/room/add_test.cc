#include "room/add.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "analysis/json.h"
#include "dossier/json.h"
#include "room/check.h"
#include "room/thread.h"
#include "store/schema.h"
#include "support/texts.h"

namespace attache {
namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

class AddTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "attache-room-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string write(const std::string& name, const std::string& content) const {
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return path(name);
  }
  static Result<Added> add(const std::string& store, const Strings& inputs, int threads = 2) {
    AddOptions options;
    options.run.threads = threads;
    return add_reports(store, inputs, testing::resources(), options, {});
  }
  static std::string digest(const std::string& store) {
    Result<Database> db = open_for_reading(store);
    EXPECT_TRUE(db.has_value());
    const Result<Strings> wrong = check_store(*db);
    EXPECT_TRUE(wrong.has_value());
    EXPECT_EQ(*wrong, Strings{});
    return digest_of(*db).value_or("none");
  }
  [[nodiscard]] std::size_t files() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator())); }

  fs::path folder_;
};

constexpr const char* kFerry = "The ferry sank off Ostmere on Monday.\n";

TEST_F(AddTest, APortionAtATimeInAnyOrderGivesTheSameStore) {
  Strings inputs = testing::sample_inputs();
  ASSERT_TRUE(add(path("whole.db"), inputs).has_value());
  const std::string whole = digest(path("whole.db"));
  EXPECT_EQ(files(), 1u) << "one file";
  std::reverse(inputs.begin(), inputs.end());
  for (const std::string& input : inputs) ASSERT_TRUE(add(path("one.db"), {input}, 1).has_value());
  EXPECT_EQ(digest(path("one.db")), whole);
  const Strings front(inputs.begin() + 5, inputs.end()), back(inputs.begin(), inputs.begin() + 5);
  ASSERT_TRUE(add(path("two.db"), front).has_value());
  EXPECT_NE(digest(path("two.db")), whole);
  ASSERT_TRUE(add(path("two.db"), back, 3).has_value());
  EXPECT_EQ(digest(path("two.db")), whole);
  Result<Database> db = open_for_reading(path("two.db"));
  EXPECT_EQ(digest_made_anew(*db, testing::resources(), {}, {}).value_or(""), whole);
}

TEST_F(AddTest, AThreadOutOfTheStoreIsTheDossierOfItsReports) {
  Strings feed;
  std::string lines;
  for (int k = 0; k < 3; ++k) lines += "{\"id\": \"" + std::to_string(k) + "\", \"title\": \"Ferry sinks off Ostmere\", \"published\": \"2024-03-0" + std::to_string(k + 4) + "\", \"text\": \"OSTMERE - The ferry Aurelia sank off Ostmere on Monday with " + std::to_string(40 + k) + " people on board. \\\"We saw the lights go out,\\\" said the harbour master, Ana Tull, on Tuesday.\"}\n";
  const Strings inputs = {write("feed.jsonl", lines)};
  const RunOptions options;
  const Dossier whole = assemble(analyse_inputs(inputs, testing::resources(), options, {}), testing::resources(), options, {});
  ASSERT_EQ(whole.stories.threads.size(), 1u);
  ASSERT_TRUE(add(path("news.db"), inputs).has_value());
  Result<Database> db = open_for_reading(path("news.db"));
  ASSERT_TRUE(db.has_value());
  const Result<Dossier> thread = read_threads(*db, {1}, testing::resources(), options);
  ASSERT_TRUE(thread.has_value()) << thread.error().message;
  EXPECT_EQ(to_json(*thread), to_json(whole));
  EXPECT_FALSE(read_threads(*db, {99}, testing::resources(), options).has_value());
}

TEST_F(AddTest, AllThreadsOutOfTheStoreAreTheDossier) {
  const RunOptions options;
  const Dossier whole = assemble(analyse_inputs(testing::sample_inputs(), testing::resources(), options, {}), testing::resources(), options, {});
  ASSERT_GT(whole.stories.threads.size(), 1u);
  ASSERT_TRUE(add(path("news.db"), testing::sample_inputs()).has_value());
  Result<Database> db = open_for_reading(path("news.db"));
  std::vector<std::int64_t> all;
  Prepared rows(*db, "SELECT number FROM threads ORDER BY number DESC");
  while (rows.row()) all.push_back(rows.number_at(0));
  const Result<Dossier> dossier = read_threads(*db, all, testing::resources(), options);
  ASSERT_TRUE(dossier.has_value()) << dossier.error().message;
  EXPECT_EQ(to_json(*dossier), to_json(whole));
}

TEST_F(AddTest, WhatIsThereIsNotTakenAgain) {
  const Strings inputs = {write("a.txt", kFerry), write("b.txt", kFerry), write("c.txt", "")};
  const Result<Added> first = add(path("news.db"), inputs);
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(first->counts.stored, 1u);
  EXPECT_EQ(first->counts.duplicate, 1u);
  EXPECT_EQ(first->counts.refused, 1u);
  const std::string once = digest(path("news.db"));
  const Result<Added> again = add(path("news.db"), inputs);
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->counts.stored, 0u);
  EXPECT_EQ(again->counts.duplicate, 2u);
  EXPECT_EQ(again->counts.refused, 1u);
  EXPECT_EQ(again->reports, 1u);
  EXPECT_EQ(again->regrouped.threads, 0u) << "nothing is grouped where nothing came";
  EXPECT_EQ(digest(path("news.db")), once);
}

TEST_F(AddTest, OfEqualReportsTheFirstInOrderIsKeptWheneverItComes) {
  const std::string a = write("a.txt", kFerry), b = write("b.txt", kFerry);
  ASSERT_TRUE(add(path("ab.db"), {a, b}).has_value());
  ASSERT_TRUE(add(path("ba.db"), {b}).has_value());
  ASSERT_TRUE(add(path("ba.db"), {a}).has_value());
  EXPECT_EQ(digest(path("ba.db")), digest(path("ab.db")));
}

TEST_F(AddTest, ThreadsThatDoNotChangeAreLeftAlone) {
  ASSERT_TRUE(add(path("news.db"), testing::sample_inputs()).has_value());
  const Result<Added> added = add(path("news.db"), {write("x.txt", "Miners in Tarrow went on strike over pay. The pits at Tarrow and Gorm stood still.\n")});
  ASSERT_TRUE(added.has_value());
  EXPECT_EQ(added->counts.stored, 1u);
  EXPECT_EQ(added->regrouped.changed, 1u);
  EXPECT_GT(added->regrouped.threads, 1u);
}

TEST_F(AddTest, AnalysesOfAnotherMachineGiveTheSameStore) {
  const Strings inputs = testing::sample_inputs();
  std::string lines;
  analyse_each(inputs, testing::resources(), {}, {}, [&](const Analysis& a) { lines += to_json_line(a) + "\n"; });
  ASSERT_TRUE(add(path("a.db"), inputs).has_value());
  AddOptions options;
  options.analyses = true;
  const Result<Added> added = add_reports(path("b.db"), {write("lines.jsonl", lines + "no line\n")}, testing::resources(), options, {});
  ASSERT_TRUE(added.has_value());
  EXPECT_EQ(added->counts.refused, 1u);
  Result<Database> db = open_for_writing(path("b.db"));
  ASSERT_TRUE(db->run("DELETE FROM refused").has_value());
  EXPECT_EQ(digest(path("b.db")), digest(path("a.db")));
}

TEST_F(AddTest, AFileThatIsNoStoreIsRefusedAndLeftAsItWas) {
  const std::string text = write("notes.txt", "no store at all, but long enough to be looked at: " + std::string(200, 'x'));
  const Result<Added> added = add(text, testing::sample_inputs());
  ASSERT_FALSE(added.has_value());
  EXPECT_EQ(added.error().code, ErrorCode::invalid_store);
  EXPECT_EQ(added.error().source, text);
  EXPECT_EQ(fs::file_size(text), 250u);
  {
    Result<Database> other = Database::create(path("other.db"));
    ASSERT_TRUE(other->run("CREATE TABLE t (x)").has_value());
  }
  EXPECT_EQ(add(path("other.db"), testing::sample_inputs()).error().code, ErrorCode::invalid_store);
  EXPECT_EQ(open_for_reading(path("other.db")).error().code, ErrorCode::invalid_store);
  EXPECT_EQ(open_for_reading(path("none.db")).error().code, ErrorCode::unreadable);
  EXPECT_EQ(open_for_reading(write("empty.db", "")).error().code, ErrorCode::invalid_store);
  EXPECT_EQ(add(folder_.string(), testing::sample_inputs()).error().code, ErrorCode::write_failed);
}

TEST_F(AddTest, AStoreOfANewerAttacheIsRefused) {
  ASSERT_TRUE(add(path("news.db"), {write("a.txt", kFerry)}).has_value());
  {
    Result<Database> db = open_for_writing(path("news.db"));
    ASSERT_TRUE(db->run("PRAGMA user_version = 99").has_value());
  }
  const Result<Added> added = add(path("news.db"), {write("b.txt", "Miners in Tarrow went on strike.\n")});
  ASSERT_FALSE(added.has_value());
  EXPECT_EQ(added.error().code, ErrorCode::invalid_store);
  EXPECT_NE(added.error().message.find("version 99"), std::string::npos);
  EXPECT_EQ(open_for_reading(path("news.db")).error().code, ErrorCode::invalid_store);
}

TEST_F(AddTest, TwoThatWriteAtOnceOneIsRefused) {
  ASSERT_TRUE(add(path("news.db"), {write("a.txt", kFerry)}).has_value());
  Result<Database> other = open_for_writing(path("news.db"));
  ASSERT_TRUE(other->run("BEGIN IMMEDIATE").has_value());
  const Result<Added> added = add(path("news.db"), {write("b.txt", "Miners in Tarrow went on strike.\n")});
  ASSERT_FALSE(added.has_value());
  EXPECT_EQ(added.error().code, ErrorCode::busy);
  EXPECT_TRUE(open_for_reading(path("news.db")).has_value()) << "readers go on";
  ASSERT_TRUE(other->run("ROLLBACK").has_value());
  EXPECT_TRUE(add(path("news.db"), {path("b.txt")}).has_value());
}

TEST_F(AddTest, DamageIsFound) {
  ASSERT_TRUE(add(path("news.db"), testing::sample_inputs()).has_value());
  for (const char* damage : {"UPDATE analyses SET packed = x'00'", "UPDATE threads SET grouping = x'28b52ffd0000'", "UPDATE reports SET story = NULL WHERE number = 3", "DELETE FROM analyses", "UPDATE entries SET end = 10000000 WHERE number = 1",
                             "INSERT INTO entry_actors VALUES (1, 999999, 0)", "UPDATE numbers SET next_entry = 2", "UPDATE reports SET id = id + 1 WHERE number = 2"}) {
    fs::copy_file(path("news.db"), path("damaged.db"), fs::copy_options::overwrite_existing);
    {
      Result<Database> db = open_for_writing(path("damaged.db"));
      ASSERT_TRUE(db->run(damage).has_value()) << damage;
    }
    Result<Database> db = open_for_reading(path("damaged.db"));
    const Result<Strings> wrong = check_store(*db);
    EXPECT_TRUE(wrong.has_value() && !wrong->empty()) << damage;
  }
}

TEST_F(AddTest, NoInputMakesAnEmptyStore) {
  const Result<Added> added = add(path("news.db"), {write("a.txt", "")});
  ASSERT_TRUE(added.has_value());
  EXPECT_EQ(added->reports, 0u);
  EXPECT_NE(digest(path("news.db")), "none");
}

}  // namespace
}  // namespace attache
