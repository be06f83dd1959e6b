// The program as its users call it: exit status, standard output, standard error, files.
#include <gtest/gtest.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

#include "support/program.h"
#include "support/texts.h"

namespace attache {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

using testing::CliTest;
using testing::content_of;
using testing::holds;
using testing::Outcome;
using Names = std::vector<std::string>;

const std::string kReport = "Ferry sinks off Ostmere\n\nThe ferry went down on Monday, the harbour master, Odo Marsh, said. \"Nobody was hurt,\" Marsh told reporters.\n";

// ---- usage ----

TEST_F(CliTest, MapSaysWhereOtherPeoplesJsonHasItsFields) {
  const std::string feed = write("feed.jsonl", "{\"body\":\"The ferry sank off Ostmere on Monday, the harbour master said.\",\"head\":{\"line\":\"Ferry sinks\"},\"meta\":{\"date\":\"2024-04-09\"}}\n");
  const Outcome o = attache("dossier --map text=body,title=head.line --map published=meta.date feed.jsonl --json -");
  EXPECT_EQ(o.status, 0) << o.err;
  const Json report = Json::parse(o.out)["reports"][0];
  EXPECT_EQ(report["title"]["value"], "Ferry sinks");
  EXPECT_EQ(report["published"]["value"], "2024-04-09");
  EXPECT_EQ(attache("analyse --map text=body feed.jsonl").status, 0);
  EXPECT_EQ(attache("analyse feed.jsonl").status, 1) << "without it, the record has no text";
}

TEST_F(CliTest, MapNamesTheFieldsWhenOneIsUnknown) {
  write("feed.jsonl", "{\"body\":\"The ferry sank off Ostmere.\"}\n");
  for (const char* map : {"body=text", "headline=x", "text", "text="}) {
    const Outcome o = attache(std::string("dossier --map ") + map + " feed.jsonl --json -");
    EXPECT_EQ(o.status, 2) << map;
    EXPECT_TRUE(o.out.empty());
  }
  EXPECT_TRUE(holds(attache("dossier --map headline=x feed.jsonl").err, "text, html, id, url, title, outlet, agency"));
}

TEST_F(CliTest, ItemsOfAFeedAreNamedByNumber) {
  write("feed.xml", "<rss><channel><title>Tarrow Daily</title><item><title>Ferry sinks</title><description>The ferry sank off Ostmere on Monday, the harbour master said.</description></item><item><title>No text</title></item></channel></rss>");
  const Outcome o = attache("dossier feed.xml --json -");
  EXPECT_EQ(o.status, 1);
  EXPECT_EQ(Json::parse(o.out)["reports"][0]["source"], "feed.xml#1");
  EXPECT_TRUE(holds(o.err, "feed.xml#2: the item has a headline and no text (missing_text)")) << o.err;
}

TEST_F(CliTest, ACanceledItemIsShownAsSuch) {
  write("wire.json", "[\n{\"uri\":\"u\",\"pubstatus\":\"canceled\",\"version\":\"3\",\"ednote\":\"KILL: <no> ferry sank\",\"headline\":\"Ferry sinks\",\"infosource\":[{\"name\":\"Northwire\"}],\"body_text\":\"The ferry sank off Ostmere on Monday, the harbour master said.\"}]");
  const Outcome o = attache("dossier wire.json --json d.json -o d.html");
  EXPECT_EQ(o.status, 0) << o.err;
  const Json report = Json::parse(content_of(path("d.json")))["reports"][0];
  EXPECT_EQ(report["status"]["value"], "canceled");
  EXPECT_EQ(report["version"], 3);
  EXPECT_EQ(report["wire_id"]["value"], "u");
  EXPECT_EQ(report["editor_note"]["value"], "KILL: <no> ferry sank");
  const std::string page = content_of(path("d.html"));
  EXPECT_TRUE(holds(page, "canceled by the agency"));
  EXPECT_TRUE(holds(page, "version 3"));
  EXPECT_TRUE(holds(page, "KILL: &lt;no&gt; ferry sank"));
}

TEST_F(CliTest, NoSummaryRestsOnACanceledItem) {
  write("old.json", "{\"uri\":\"v\",\"pubstatus\":\"usable\",\"versioncreated\":\"2024-04-02T10:00:00Z\",\"headline\":\"Quay opens\",\"body_text\":\"The new quay at Ostmere opened on Tuesday, Mayor Ada Roe said.\"}");
  write("wire.json", "{\"uri\":\"u\",\"pubstatus\":\"canceled\",\"versioncreated\":\"2024-04-09T10:00:00Z\",\"headline\":\"Ferry sinks\",\"body_text\":\"The ferry sank off Ostmere on Monday. \\\"All are safe,\\\" Harbour Master Jon Ling said.\"}");
  ASSERT_EQ(attache("dossier old.json wire.json -o d.html").status, 0);
  const std::string page = content_of(path("d.html"));
  const std::size_t account = page.find("class=acc");
  ASSERT_NE(account, std::string::npos);
  const std::string affair = page.substr(account, page.find("</dd>", account) - account);
  EXPECT_TRUE(holds(affair, "The new quay")) << affair;
  EXPECT_FALSE(holds(affair, "ferry sank")) << affair;
  EXPECT_TRUE(holds(page, "class=rc title=\"canceled by the agency\""));  // its statement is kept, and every citation of it says so
}

TEST_F(CliTest, HelpNamesTheCommands) {
  const Outcome o = attache("--help");
  EXPECT_EQ(o.status, 0);
  for (const char* command : {"dossier", "analyse", "assemble", "diff", "timeline", "export", "parse", "answers", "attitude", "bodies", "power", "question", "train"}) EXPECT_TRUE(holds(o.out, command)) << command;
  EXPECT_EQ(o.err, "");
}

TEST_F(CliTest, ParseWritesWordsOfEnglishReports) {
  write("a.txt", "Ada Roe opened the new quay at Vienna on Tuesday, the harbour board said. It had been closed for two years.");
  write("b.txt", "Die neue Anlegestelle wurde am Dienstag von der B\u00FCrgermeisterin er\u00F6ffnet, teilte die Hafenbeh\u00F6rde am Abend mit. Sie war zwei Jahre lang geschlossen gewesen.");
  const Outcome o = attache("parse --quiet a.txt b.txt");
  EXPECT_EQ(o.status, 0) << o.err;
  EXPECT_TRUE(holds(o.out, "# text = Ada Roe opened the new quay"));
  EXPECT_TRUE(holds(o.out, "\topened\topen\tVERB\t")) << o.out;
  EXPECT_TRUE(holds(o.out, "|Name=B-PER"));
  EXPECT_TRUE(holds(o.out, "# language = de (left out: the model is English)"));
  EXPECT_FALSE(holds(o.out, "Hafenbeh\u00F6rde"));
}

TEST_F(CliTest, ParseRefusesWhatIsNoModel) {
  write("a.txt", kReport);
  write("m.bin", "this is no model of anything at all");
  EXPECT_EQ(attache("parse --model m.bin a.txt").status, 2);
  EXPECT_EQ(attache("parse --model gone.bin a.txt").status, 2);
}

TEST_F(CliTest, TrainMakesAModelThatParseReads) {
  write("trees.conllu", "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n2\tboat\tboat\tNOUN\tNN\t_\t3\tnsubj\t_\t_\n3\tsank\tsink\tVERB\tVBD\t_\t0\troot\t_\t_\n\n");
  write("names.txt", "[PER Ada Roe] left [LOC Ostmere].\n");
  write("recipe", "trees.conllu\tud\t-\t1\t1\t1\topen\nown/names.txt\tbrackets\t-\t1\t1\t1\topen\n");
  const Outcome o = attache("train language --data . --own . --recipe recipe --epochs 1 -o m.bin");
  ASSERT_EQ(o.status, 0) << o.err;
  write("a.txt", kReport);
  const Outcome parsed = attache("parse --quiet --model m.bin a.txt");
  EXPECT_EQ(parsed.status, 0) << parsed.err;
  EXPECT_TRUE(holds(parsed.out, "# sent_id"));
}

TEST_F(CliTest, TrainNamesTheFileAndLineItCannotRead) {
  write("trees.conllu", "1\tThe\tthe\n");
  write("recipe", "trees.conllu\tud\t-\t1\t1\t1\topen\n");
  const Outcome o = attache("train language --data . --own . --recipe recipe -o m.bin");
  EXPECT_EQ(o.status, 2);
  EXPECT_TRUE(holds(o.err, "trees.conllu:1:")) << o.err;
  EXPECT_FALSE(fs::exists(path("m.bin")));
  EXPECT_EQ(attache("train language --data . --own . --recipe gone -o m.bin").status, 2);
}

TEST_F(CliTest, HelpOfACommandNamesItsOptions) {
  const Outcome o = attache("dossier --help");
  EXPECT_EQ(o.status, 0);
  for (const char* option : {"--output", "--json", "--tables", "--threads", "--window", "--quiet"}) EXPECT_TRUE(holds(o.out, option)) << option;
}

TEST_F(CliTest, WrongUsageIsStatusTwoAndSaysWhatIsWrong) {
  const std::string a = write("a.txt", kReport);
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "subcommand"},
      {"dossier", "INPUT"},
      {"dossier --nope a.txt", "--nope"},
      {"dossier a.txt -o", "--output"},
      {"dossier a.txt --threads 0", "--threads"},
      {"dossier a.txt --threads many", "--threads"},
      {"dossier a.txt --threads -3", "--threads"},
      {"dossier a.txt --window -1", "--window"},
      {"dossier a.txt --window week", "--window"},
      {"analyse", "INPUT"},
      {"assemble", "ANALYSES"},
      {"diff a.txt", "B"},
      {"diff a.txt a.txt a.txt", "a.txt"},
      {"timeline", "INPUT"},
      {"timeline a.txt --days 0", "--days"},
      {"export a.txt", "--statements"},
      {"export a.txt --statements --format xls", "--format"},
      {"export a.txt --statements --format gdelt", "--format"},
      {"export a.txt --events --format csv", "--format"},
      {"export a.txt --events --statements", "--events"},
      {"timeline a.txt --days many", "--days"},
      {"timeline a.txt --from March", "--from"},
      {"timeline a.txt --to 2024-02-30", "--to"},
  };
  for (const auto& [arguments, word] : cases) {
    const Outcome o = attache(arguments);
    EXPECT_EQ(o.status, 2) << arguments;
    EXPECT_TRUE(holds(o.err, word)) << arguments << ": " << o.err;
    EXPECT_EQ(o.out, "") << arguments;
  }
  EXPECT_EQ(files(), Names{"a.txt"});
}

TEST_F(CliTest, AnUnknownCommandIsStatusTwo) { EXPECT_EQ(attache("summarise a.txt").status, 2); }

TEST_F(CliTest, TwoOutputsOnStandardOutputAreWrongUsage) {
  write("a.txt", kReport);
  const Outcome o = attache("dossier a.txt -o - --json -");
  EXPECT_EQ(o.status, 2);
  EXPECT_TRUE(o.out.empty());
}

// ---- dossier ----

TEST_F(CliTest, WithoutAnOutputASummaryIsPrinted) {
  write("a.txt", kReport);
  const Outcome o = attache("dossier a.txt");
  EXPECT_EQ(o.status, 0);
  EXPECT_TRUE(o.out.starts_with("Ferry sinks off Ostmere\n1 report, 0 duplicates, 0 refused;")) << o.out;
  EXPECT_EQ(o.err, "");
}

TEST_F(CliTest, WritesAllThreeOutputsAndNothingElse) {
  write("a.txt", kReport);
  const Outcome o = attache("dossier a.txt -o d.html --json d.json --tables d.db");
  EXPECT_EQ(o.status, 0);
  EXPECT_EQ(o.out, "");
  EXPECT_EQ(o.err, "");
  EXPECT_EQ(files(), (Names{"a.txt", "d.db", "d.html", "d.json"}));
  EXPECT_TRUE(content_of(path("d.html")).starts_with("<!DOCTYPE html>"));
  EXPECT_TRUE(content_of(path("d.db")).starts_with("SQLite format 3"));
  EXPECT_EQ(Json::parse(content_of(path("d.json")))["reports"].size(), 1u);
}

TEST_F(CliTest, JsonOnStandardOutputIsOnlyJson) {
  write("a.txt", kReport);
  write("b.txt", "");
  const Outcome o = attache("dossier a.txt b.txt --json -");
  EXPECT_EQ(o.status, 1);
  const Json json = Json::parse(o.out);
  EXPECT_EQ(json["counts"], Json({{"stored", 1}, {"duplicates", 0}, {"refused", 1}}));
  EXPECT_TRUE(holds(o.err, "b.txt"));
}

TEST_F(CliTest, ReadsAFolderAGlobAndAFile) {
  fs::create_directories(folder_ / "work" / "news" / "old");
  write("news/a.txt", kReport);
  write("news/old/b.txt", "Miners in Tarrow went on strike over pay on Tuesday.\n");
  write("c1.txt", "A bridge in Sabrin was closed to lorries.\n");
  write("c2.txt", "The theatre of Pellia opens its season in May.\n");
  const Outcome o = attache("dossier news 'c?.txt' --json -");
  EXPECT_EQ(o.status, 0) << o.err;
  const Json json = Json::parse(o.out);
  Names sources;
  for (const Json& r : json["reports"]) sources.push_back(r["source"]);
  std::sort(sources.begin(), sources.end());
  EXPECT_EQ(sources, (Names{"c1.txt", "c2.txt", "news/a.txt", "news/old/b.txt"}));
}

TEST_F(CliTest, ReadsAReportFromStandardInput) {
  const std::string a = write("a.txt", kReport);
  const Outcome o = attache("dossier - --json -", a);
  EXPECT_EQ(o.status, 0);
  EXPECT_EQ(Json::parse(o.out)["reports"][0]["title"]["value"], "Ferry sinks off Ostmere");
}

TEST_F(CliTest, ReadsJsonLinesFromStandardInputAndNumbersThem) {
  const std::string feed = write("feed.jsonl", "{\"text\":\"The ferry sank off Ostmere.\"}\n{\"text\":\n{\"text\":\"Miners in Tarrow went on strike.\"}\n");
  const Outcome o = attache("dossier - --json -", feed);
  EXPECT_EQ(o.status, 1);
  const Json json = Json::parse(o.out);
  EXPECT_EQ(json["reports"].size(), 2u);
  ASSERT_EQ(json["refused"].size(), 1u);
  EXPECT_EQ(json["refused"][0]["line"], 2);
  EXPECT_TRUE(holds(o.err, "-:2: ")) << o.err;
}

TEST_F(CliTest, EmptyStandardInputIsRefused) {
  const Outcome o = attache("dossier -");
  EXPECT_EQ(o.status, 1);
  EXPECT_TRUE(holds(o.err, "-: the file is empty (empty)")) << o.err;
}

TEST_F(CliTest, AMissingInputIsNamedAndTheOthersAreRead) {
  write("a.txt", kReport);
  const Outcome o = attache("dossier none.txt a.txt 'no*.html' --json d.json");
  EXPECT_EQ(o.status, 1);
  EXPECT_TRUE(holds(o.err, "none.txt: cannot open")) << o.err;
  EXPECT_TRUE(holds(o.err, "no*.html: no file matches")) << o.err;
  EXPECT_EQ(Json::parse(content_of(path("d.json")))["counts"], Json({{"stored", 1}, {"duplicates", 0}, {"refused", 2}}));
}

TEST_F(CliTest, NoReportAtAllStillWritesADossier) {
  const Outcome o = attache("dossier none.txt -o d.html --json d.json");
  EXPECT_EQ(o.status, 1);
  EXPECT_TRUE(holds(content_of(path("d.html")), "none.txt"));
  EXPECT_EQ(Json::parse(content_of(path("d.json")))["reports"].size(), 0u);
}

TEST_F(CliTest, QuietSaysNothingOnStandardError) {
  write("a.txt", kReport);
  const Outcome o = attache("dossier --quiet none.txt a.txt --json d.json");
  EXPECT_EQ(o.status, 1);
  EXPECT_EQ(o.err, "");
  EXPECT_EQ(Json::parse(content_of(path("d.json")))["refused"].size(), 1u);
}

TEST_F(CliTest, ThreadsDoNotChangeTheOutput) {
  std::string inputs;
  for (const std::string& input : testing::sample_inputs()) inputs += " '" + input + "'";
  const Outcome one = attache("dossier --threads 1 --json -" + inputs), four = attache("dossier --threads 4 --json -" + inputs);
  EXPECT_EQ(one.status, 0);
  EXPECT_GT(one.out.size(), 100000u);
  EXPECT_TRUE(one.out == four.out);
}

TEST_F(CliTest, AFileNameWithOddLettersIsReadAndNamed) {
  write("a b;$(touch x)'é\".txt", "");
  fs::create_directory(folder_ / "work" / "news");
  fs::rename(path("a b;$(touch x)'é\".txt"), path("news/a b;$(touch x)'é\".txt"));
  const Outcome o = attache("dossier news");
  EXPECT_EQ(o.status, 1);
  EXPECT_TRUE(holds(o.err, "news/a b;$(touch x)'é\".txt: the file is empty (empty)")) << o.err;
}

// ---- outputs that cannot be written ----

TEST_F(CliTest, AMissingOutputFolderIsStatusThree) {
  write("a.txt", kReport);
  for (const char* option : {"-o", "--json", "--tables"}) {
    const Outcome o = attache(std::string("dossier a.txt ") + option + " no/d.out");
    EXPECT_EQ(o.status, 3) << option;
    EXPECT_TRUE(holds(o.err, "no/d.out: ")) << o.err;
    EXPECT_TRUE(holds(o.err, "(write_failed)")) << o.err;
  }
  EXPECT_EQ(files(), Names{"a.txt"});
}

TEST_F(CliTest, AFolderInThePlaceOfTheOutputIsStatusThreeAndLeavesNothing) {
  write("a.txt", kReport);
  fs::create_directory(folder_ / "work" / "d");
  for (const char* option : {"-o", "--json", "--tables"}) {
    EXPECT_EQ(attache(std::string("dossier a.txt ") + option + " d").status, 3) << option;
    EXPECT_EQ(files(), (Names{"a.txt", "d"})) << option;
  }
}

TEST_F(CliTest, AnOutputThatDoesNotFitLeavesTheOldFile) {
  std::string inputs;
  for (const std::string& input : testing::sample_inputs()) inputs += " '" + input + "'";
  write("d.out", "old");
  for (const char* option : {"-o", "--json", "--tables"}) {
    // files of at most 16 blocks: the write fails half-way, as on a full disk
    const Outcome o = attache("dossier" + inputs + " " + option + " d.out", "/dev/null", "trap '' XFSZ && ulimit -f 16");
    EXPECT_EQ(o.status, 3) << option;
    EXPECT_TRUE(holds(o.err, "d.out: ")) << o.err;
    EXPECT_EQ(content_of(path("d.out")), "old") << option;
    EXPECT_EQ(files(), Names{"d.out"}) << option;
  }
}

TEST_F(CliTest, AFolderWithoutWritePermissionIsStatusThree) {
  if (::geteuid() == 0) GTEST_SKIP() << "root writes everywhere";
  write("a.txt", kReport);
  fs::create_directory(folder_ / "work" / "closed");
  fs::permissions(folder_ / "work" / "closed", fs::perms::owner_read | fs::perms::owner_exec);
  for (const char* option : {"-o", "--json", "--tables"}) {
    const Outcome o = attache(std::string("dossier a.txt ") + option + " closed/d.out");
    EXPECT_EQ(o.status, 3) << option;
    EXPECT_TRUE(holds(o.err, "closed/d.out: ")) << o.err;
  }
  EXPECT_TRUE(fs::is_empty(folder_ / "work" / "closed"));
}

TEST_F(CliTest, OneOutputThatFailsDoesNotStopTheOthers) {
  write("a.txt", kReport);
  EXPECT_EQ(attache("dossier a.txt -o no/d.html --json d.json").status, 3);
  EXPECT_EQ(files(), (Names{"a.txt", "d.json"}));
  EXPECT_EQ(Json::parse(content_of(path("d.json")))["reports"].size(), 1u);
}

TEST_F(CliTest, AFullStandardOutputIsStatusThree) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  write("a.txt", kReport);
  write("a.jsonl", "{\"text\":\"The council of Velda closed the harbour on 4 March 2024 after a storm.\"}\n");
  for (const char* arguments : {"dossier a.txt", "dossier a.txt --json -", "dossier a.txt -o -", "analyse a.txt", "diff a.txt a.txt", "timeline --json a.jsonl", "export --statements a.txt"}) {
    const std::string command = "cd '" + (folder_ / "work").string() + "' && '" + ATTACHE_BINARY + "' " + arguments + " >/dev/full 2>message";
    const int status = std::system(command.c_str());
    EXPECT_EQ(WEXITSTATUS(status), 3) << arguments;
    EXPECT_TRUE(holds(content_of(path("message")), "cannot write to standard output")) << arguments;
  }
}

TEST_F(CliTest, AnOutputThatIsNoRegularFileIsNotReplacedByOne) {
  // as /dev/null is: a rename over it would take it away from every other program
  write("a.txt", kReport);
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  const int reader = ::open(path("pipe").c_str(), O_RDONLY | O_NONBLOCK);  // so that a writer does not wait
  ASSERT_GE(reader, 0);
  for (const char* option : {"-o", "--json", "--tables"}) {
    attache(std::string("dossier a.txt ") + option + " pipe");
    EXPECT_EQ(fs::status(path("pipe")).type(), fs::file_type::fifo) << option;
  }
  ::close(reader);
}

// ---- analyse and assemble ----

TEST_F(CliTest, AnalyseWritesALineAReportAndAssembleMakesTheSameDossier) {
  std::string inputs;
  for (const std::string& input : testing::sample_inputs()) inputs += " '" + input + "'";
  const Outcome analysed = attache("analyse" + inputs);
  EXPECT_EQ(analysed.status, 0);
  EXPECT_EQ(std::count(analysed.out.begin(), analysed.out.end(), '\n'), 18);
  const std::string file = write("analyses.jsonl", analysed.out);
  const Outcome whole = attache("dossier --json -" + inputs);
  const Outcome assembled = attache("assemble analyses.jsonl --json -"), piped = attache("assemble - --json -", file);
  EXPECT_EQ(assembled.status, 0);
  EXPECT_TRUE(assembled.out == whole.out);
  EXPECT_TRUE(piped.out == whole.out);
}

TEST_F(CliTest, AnalyseGoesOnAfterARefusal) {
  write("a.txt", kReport);
  const Outcome o = attache("analyse none.txt a.txt");
  EXPECT_EQ(o.status, 1);
  EXPECT_EQ(std::count(o.out.begin(), o.out.end(), '\n'), 1);
  EXPECT_TRUE(holds(o.err, "none.txt"));
}

TEST_F(CliTest, AssembleRefusesLinesThatAreNoAnalyses) {
  write("analyses.jsonl", "{}\nnonsense\n");
  const Outcome o = attache("assemble analyses.jsonl --json d.json");
  EXPECT_EQ(o.status, 1);
  EXPECT_TRUE(holds(o.err, "analyses.jsonl:1: ")) << o.err;
  EXPECT_TRUE(holds(o.err, "analyses.jsonl:2: ")) << o.err;
  EXPECT_EQ(Json::parse(content_of(path("d.json")))["refused"].size(), 2u);
}

// ---- diff ----

const std::string kEarlier = "Ferry sinks off Ostmere\n\nThe ferry carried 31 people. The company did not answer questions on Monday evening. The hull was gray and it was organized by the port.\n";
const std::string kLater = "Ferry sinks off Ostmere\n\nThe ferry carried 34 people. The hull was grey and it was organised by the port. Divers found the bell of the ship at noon.\n";

TEST_F(CliTest, DiffShowsWhatTheSecondCopyChanged) {
  write("a.txt", kEarlier);
  write("b.txt", kLater);
  const Outcome o = attache("diff a.txt b.txt");
  EXPECT_EQ(o.status, 0);
  EXPECT_TRUE(o.out.starts_with("a.txt -> b.txt: ")) << o.out;
  EXPECT_TRUE(holds(o.out, "reworded, number\n- The ferry carried 31 people.\n+ The ferry carried 34 people.\n")) << o.out;
  EXPECT_TRUE(holds(o.out, "spelling\n- The hull was gray and it was organized by the port.\n+ The hull was grey and it was organised by the port.\n")) << o.out;
  EXPECT_TRUE(holds(o.out, "dropped\n- The company did not answer questions on Monday evening.\n")) << o.out;
  EXPECT_TRUE(holds(o.out, "added\n+ Divers found the bell of the ship at noon.\n")) << o.out;
}

TEST_F(CliTest, DiffOfAReportWithItselfHasNoChange) {
  write("a.txt", kEarlier);
  const Outcome o = attache("diff a.txt a.txt");
  EXPECT_EQ(o.status, 0);
  EXPECT_TRUE(o.out.starts_with("a.txt -> a.txt: same text (confidence ")) << o.out;
  EXPECT_TRUE(holds(o.out, "100 % of the shorter text's word sequences stand in the other")) << o.out;
  EXPECT_TRUE(o.out.ends_with("\n\n3 sentences unchanged\n")) << o.out;
}

TEST_F(CliTest, DiffAsJsonQuotesCodePoints) {
  write("a.txt", "Caf\u00E9 closes\n\nThe caf\u00E9 in Ostmere closed on Monday. It had 31 seats.\n");
  write("b.txt", "Caf\u00E9 closes\n\nThe caf\u00E9 in Ostmere closed on Monday. It had 34 seats.\n");
  const Outcome o = attache("diff --json a.txt b.txt");
  EXPECT_EQ(o.status, 0);
  const Json json = Json::parse(o.out);
  bool found = false;
  for (const Json& edit : json["edits"]) {
    if (!edit["number_changed"].get<bool>()) continue;
    found = true;
    // "Café closes" and two line ends are 13 code points, the sentence after it 37, the blank 1
    EXPECT_EQ(edit["from"][0], Json({{"start", 51}, {"end", 67}, {"exact", "It had 31 seats."}}));
    EXPECT_EQ(edit["to"][0], Json({{"start", 51}, {"end", 67}, {"exact", "It had 34 seats."}}));
  }
  EXPECT_TRUE(found) << o.out;
}

TEST_F(CliTest, DiffOfAFileThatIsNotThereIsStatusOne) {
  write("a.txt", kEarlier);
  const Outcome o = attache("diff a.txt none.txt");
  EXPECT_EQ(o.status, 1);
  EXPECT_TRUE(holds(o.err, "none.txt"));
  EXPECT_EQ(o.out, "");
}

TEST_F(CliTest, DiffOfMoreThanTwoReportsIsWrongUsage) {
  write("a.txt", kEarlier);
  write("feed.jsonl", "{\"text\":\"The ferry sank off Ostmere.\"}\n{\"text\":\"Miners in Tarrow went on strike.\"}\n");
  const Outcome o = attache("diff a.txt feed.jsonl");
  EXPECT_EQ(o.status, 2);
  EXPECT_TRUE(holds(o.err, "one report each"));
}

// ---- timeline ----

const char* kDays = R"({"id":"a","outlet":"The Coast","published":"2024-03-12","text":"The council of Velda closed the harbour on 4 March 2024 after a storm. On Monday it opened the harbour of Velda again, clerks said."}
{"id":"b","outlet":"Correo","language":"es","published":"2024-03-13","text":"El puerto de Velda, cerrado el 4 de marzo por el consejo, vuelve a recibir barcos y viajeros."}
)";

TEST_F(CliTest, TimelineNamesDaysWithTheirSentences) {
  write("a.jsonl", kDays);
  const Outcome o = attache("timeline --quiet a.jsonl");
  EXPECT_EQ(o.status, 0) << o.err;
  EXPECT_TRUE(o.out.starts_with("4 March 2024\n  ")) << o.out;
  EXPECT_TRUE(holds(o.out, "2 reports, 2 origins")) << o.out;
  EXPECT_TRUE(holds(o.out, "11 March 2024\n  On Monday it opened the harbour of Velda again, clerks said.\n  The Coast, 2024-03-12, a.jsonl:1; 1 report, 1 origin\n")) << o.out;
}

TEST_F(CliTest, TimelineAsJsonQuotesCodePoints) {
  write("a.txt", "Caf\u00E9 closes in Velda\n\nThe caf\u00E9 in the harbour of Velda closed for good on 4 March 2024. It had 31 seats.\n");
  const Outcome o = attache("timeline --quiet --json a.txt");
  EXPECT_EQ(o.status, 0) << o.err;
  const Json day = Json::parse(o.out.substr(0, o.out.find('\n')));
  EXPECT_EQ(day["day"], "2024-03-04");
  EXPECT_EQ(day["exact"], "The caf\u00E9 in the harbour of Velda closed for good on 4 March 2024.");
  EXPECT_EQ(day["start"], 22);
  EXPECT_EQ(day["end"].get<int>() - day["start"].get<int>(), 65);
  EXPECT_TRUE(day["named"].get<bool>());
  EXPECT_GT(day["weight"].get<double>(), 0);
  EXPECT_EQ(day["reports"].size(), 1U);
  EXPECT_EQ(day["origins"], 1);
}

TEST_F(CliTest, TimelineKeepsToItsRangeAndCount) {
  write("a.jsonl", kDays);
  EXPECT_EQ(attache("timeline --quiet --from 2024-03-05 --to 2024-03-10 a.jsonl").out, "");
  const Outcome one = attache("timeline --quiet --json --days 1 a.jsonl");
  EXPECT_EQ(std::count(one.out.begin(), one.out.end(), '\n'), 1);
  EXPECT_TRUE(holds(one.out, "\"day\":\"2024-03-04\""));
}

TEST_F(CliTest, TimelineGivesUnnamedDaysOnlyWhenAsked) {
  write("a.jsonl", R"({"published":"2024-03-12","text":"The council of Velda closed the harbour to all the ships of the coast."})" "\n");
  EXPECT_EQ(attache("timeline --quiet a.jsonl").out, "");
  const Outcome o = attache("timeline --quiet --unnamed a.jsonl");
  EXPECT_TRUE(holds(o.out, "12 March 2024 (not named; a report of that time)\n")) << o.out;
}

TEST_F(CliTest, TimelineDoesNotDependOnTheOrderOfInput) {
  write("a.txt", "The council of Velda closed the harbour on 4 March 2024 after a storm.");
  write("b.txt", "The council of Velda opened the harbour on 11 March 2024 after much talk.");
  EXPECT_EQ(attache("timeline --quiet --json a.txt b.txt").out, attache("timeline --quiet --json b.txt a.txt").out);
}

TEST_F(CliTest, TimelineOfARefusedInputIsStatusOne) {
  const Outcome o = attache("timeline none.txt");
  EXPECT_EQ(o.status, 1);
  EXPECT_EQ(o.out, "");
  EXPECT_TRUE(holds(o.err, "none.txt"));
}

}  // namespace
}  // namespace attache
