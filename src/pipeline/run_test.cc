#include "pipeline/run.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "analysis/json.h"
#include "dossier/html/html.h"
#include "dossier/json.h"
#include "support/texts.h"

namespace attache {
namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

RunOptions with_threads(int threads) {
  RunOptions options;
  options.threads = threads;
  return options;
}

Dossier run(const Strings& inputs, int threads = 1) {
  const RunOptions options = with_threads(threads);
  return assemble(analyse_inputs(inputs, testing::resources(), options, {}), testing::resources(), options, {});
}

std::string html_of(const Dossier& d) { return to_html(d, testing::resources().knowledge, testing::resources().lexicon); }

// A fixed order that is neither sorted nor its reverse.
template <class T>
std::vector<T> shuffled(std::vector<T> list, std::uint32_t seed) {
  std::uint32_t state = seed;
  for (std::size_t i = list.size(); i > 1; --i) {
    state = state * 1664525u + 1013904223u;
    std::swap(list[i - 1], list[(state >> 8) % i]);
  }
  return list;
}

class RunTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "attache-run-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& content) const {
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return (folder_ / name).string();
  }

  fs::path folder_;
};

// Enough reports for several batches, with copies, several newsrooms, undated ones and unreadable lines.
std::string large_feed() {
  std::string out;
  for (int i = 0; i < 600; ++i) {
    const std::string n = std::to_string(i), wire = std::to_string(i / 3);
    if (i % 97 == 5) {
      out += "{\"text\": broken " + n + "\n";
      continue;
    }
    out += "{\"id\":\"" + n + "\",\"outlet\":\"Outlet " + std::to_string(i % 40) + "\",\"agency\":\"" + (i % 3 ? "Northwire" : "Meridian") + "\"," + (i % 7 ? "\"published\":\"2024-0" + std::to_string(1 + i / 3 % 9) + "-1" + std::to_string(i % 9) + "\"," : "") +
           "\"title\":\"Quay " + wire + " shut\",\"text\":\"Harbour master Odo Marsh shut quay " + wire + " of Ostmere on Monday after crack number " + wire + " was found in its wall. \\\"Nobody will land at quay " + wire + " this year,\\\" said Marsh.\\n\\nThe city owns " + wire + " quays and " + std::to_string(i % 3 ? 12 : 14) + " cranes there, the mayor said.\"}\n";
  }
  return out;
}

TEST_F(RunTest, TheOrderOfInputsLeavesNoTrace) {
  const Strings inputs = testing::sample_inputs();
  const Dossier reference = run(inputs);
  const std::string json = to_json(reference), html = html_of(reference);
  Strings reversed = inputs;
  std::reverse(reversed.begin(), reversed.end());
  for (const Strings& order : {reversed, shuffled(inputs, 1), shuffled(inputs, 2), shuffled(inputs, 3)}) {
    const Dossier d = run(order);
    EXPECT_TRUE(to_json(d) == json);
    EXPECT_TRUE(html_of(d) == html);
  }
}

TEST_F(RunTest, TheNumberOfThreadsLeavesNoTrace) {
  const Strings inputs = testing::sample_inputs();
  const Dossier reference = run(inputs, 1);
  for (int threads : {2, 4}) {
    const Dossier d = run(inputs, threads);
    EXPECT_TRUE(to_json(d) == to_json(reference)) << threads;
    EXPECT_TRUE(html_of(d) == html_of(reference)) << threads;
  }
}

TEST_F(RunTest, ALargeFeedGivesTheSameBytesInAnyOrderOnAnyNumberOfThreads) {
  const std::string feed = write("feed.jsonl", large_feed());
  const RunOptions one = with_threads(1);
  const AnalysedInputs analysed = analyse_inputs({feed}, testing::resources(), one, {});
  ASSERT_EQ(analysed.analyses.size() + analysed.refused.size(), 600u);
  ASSERT_EQ(analysed.refused.size(), 7u);
  const std::string json = to_json(assemble(analysed, testing::resources(), one, {}));
  for (int threads : {1, 2, 4}) {
    AnalysedInputs other = analyse_inputs({feed}, testing::resources(), with_threads(threads), {});
    other.analyses = shuffled(std::move(other.analyses), static_cast<std::uint32_t>(threads));
    other.refused = shuffled(std::move(other.refused), static_cast<std::uint32_t>(threads));
    EXPECT_TRUE(to_json(assemble(std::move(other), testing::resources(), with_threads(threads), {})) == json) << threads;
  }
}

TEST_F(RunTest, AnalysesArriveInTheOrderOfTheInputsWhateverTheThreads) {
  const std::string feed = write("feed.jsonl", large_feed());
  const auto names = [&](int threads) {
    Strings out;
    analyse_each({feed}, testing::resources(), with_threads(threads), {}, [&](const Analysis& a) { out.push_back(a.report.name); });
    return out;
  };
  const Strings found = names(4);
  EXPECT_EQ(found, names(1));
  ASSERT_EQ(found.size(), 593u);
  EXPECT_EQ(found.front(), "0");
  EXPECT_EQ(found.back(), "599");
}

TEST_F(RunTest, AnalyseThenAssembleEqualsDossier) {
  std::string first, second;  // two machines
  int n = 0;
  analyse_each(testing::sample_inputs(), testing::resources(), with_threads(2), {}, [&](const Analysis& a) { (n++ % 2 ? first : second) += to_json_line(a) + "\n"; });
  const AnalysedInputs read = read_analyses({write("1.jsonl", first), write("2.jsonl", second)}, {});
  EXPECT_TRUE(read.refused.empty());
  const Dossier d = assemble(read, testing::resources(), with_threads(1), {});
  const Dossier whole = run(testing::sample_inputs());
  EXPECT_EQ(d.analyses.size(), 18u);
  EXPECT_TRUE(to_json(d) == to_json(whole));
  EXPECT_TRUE(html_of(d) == html_of(whole));
}

TEST_F(RunTest, LinesThatAreNoAnalysesAreRefusedByNumber) {
  std::string lines;
  analyse_each({testing::sample("evening-post.html")}, testing::resources(), with_threads(1), {}, [&](const Analysis& a) { lines += to_json_line(a) + "\n"; });
  const std::string file = write("a.jsonl", "not json\n\n" + lines + "{\"text\": \"a report, not an analysis\"}\n[]\n");
  const AnalysedInputs read = read_analyses({file}, {});
  EXPECT_EQ(read.analyses.size(), 1u);
  ASSERT_EQ(read.refused.size(), 3u);
  EXPECT_EQ(read.refused[0].line, 1u);
  EXPECT_EQ(read.refused[1].line, 4u);
  EXPECT_EQ(read.refused[2].line, 5u);
  for (const Error& e : read.refused) {
    EXPECT_EQ(e.source, file);
    EXPECT_FALSE(e.message.empty());
  }
}

TEST_F(RunTest, AFileOfAnalysesThatIsNotThereIsRefused) {
  const AnalysedInputs read = read_analyses({(folder_ / "none.jsonl").string()}, {});
  ASSERT_EQ(read.refused.size(), 1u);
  EXPECT_EQ(read.refused[0].code, ErrorCode::unreadable);
}

TEST_F(RunTest, EveryInputIsStoredADuplicateOrRefused) {
  const std::string ferry = "The ferry sank off Ostmere on Monday.\n";
  const Strings inputs = {write("a.txt", ferry), write("b.txt", ferry), write("c.txt", ""), write("d.txt", "Miners in Tarrow went on strike over pay.\n"), (folder_ / "none.txt").string()};
  const Dossier d = run(inputs);
  EXPECT_EQ(d.analyses.size(), 2u);
  ASSERT_EQ(d.duplicates.size(), 1u);
  EXPECT_EQ(d.duplicates[0].source, inputs[1]) << "the first in order of names is kept";
  ASSERT_EQ(d.refused.size(), 2u);
  EXPECT_EQ(d.refused[0].source, inputs[2]);
  EXPECT_EQ(d.refused[0].code, ErrorCode::empty);
  EXPECT_EQ(d.refused[1].source, inputs[4]);
  EXPECT_EQ(d.refused[1].code, ErrorCode::unreadable);
}

TEST_F(RunTest, TheSameInputTwiceIsOneReport) {
  const std::string file = write("a.txt", "The ferry sank off Ostmere on Monday.\n");
  const Dossier d = run({file, file, file});
  EXPECT_EQ(d.analyses.size(), 1u);
  EXPECT_EQ(d.duplicates.size(), 2u);
}

TEST_F(RunTest, ProgressTellsEveryRefusalAndTheStagesInTheirOrder) {
  const std::string feed = write("feed.jsonl", large_feed());
  std::size_t refused = 0;
  std::uint64_t stored = 0;
  Strings stages;
  Progress progress;
  progress.refused = [&](const Error&) { ++refused; };
  progress.reports = [&](std::uint64_t s, std::uint64_t) { stored = s; };
  progress.stage = [&](std::string_view name) { stages.emplace_back(name); };
  const RunOptions options = with_threads(2);
  const Dossier d = assemble(analyse_inputs({feed}, testing::resources(), options, progress), testing::resources(), options, progress);
  EXPECT_EQ(refused, 7u);
  EXPECT_EQ(d.refused.size(), 7u);
  EXPECT_EQ(stored, 593u);
  EXPECT_EQ(stages, (Strings{"lineage", "stories", "origins", "timelines", "actors", "statements", "events", "facts"}));
}

TEST_F(RunTest, NoInputsGiveAnEmptyDossier) {
  const Dossier d = run({});
  EXPECT_TRUE(d.analyses.empty());
  EXPECT_TRUE(d.stories.stories.empty());
  EXPECT_TRUE(d.statements.empty());
}

TEST_F(RunTest, AReportKeepsItsIdWhenOthersJoin) {
  const Dossier alone = run({testing::sample("sorn-gazette.txt")});
  const Dossier all = run(testing::sample_inputs());
  ASSERT_EQ(alone.analyses.size(), 1u);
  EXPECT_TRUE(std::any_of(all.analyses.begin(), all.analyses.end(), [&](const Analysis& a) { return a.report.id == alone.analyses[0].report.id && a.report.source == alone.analyses[0].report.source; }));
}

}  // namespace
}  // namespace attache
