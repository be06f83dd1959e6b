// The commands of the store, as their users call them.
#include <nlohmann/json.hpp>

#include "support/program.h"
#include "support/texts.h"

namespace attache {
namespace {

using testing::CliTest;
using testing::holds;
using testing::Outcome;
using Json = nlohmann::json;

class CliStoreTest : public CliTest {
 protected:
  static std::string sample(const std::string& name) { return "'" + testing::sample(name) + "'"; }
  static std::string samples() { return "'" + testing::sample("") + "'"; }
  static std::string question() { return "'" + std::string(ATTACHE_SOURCE_DIR) + "/samples/questions/tamsel-observers.toml'"; }
};

TEST_F(CliStoreTest, AddTellsTheThreeCounts) {
  write("empty.txt", "");
  const Outcome first = attache("add news.db empty.txt " + samples());
  EXPECT_EQ(first.status, 1) << first.err;
  EXPECT_TRUE(holds(first.out, "18 stored, 0 duplicates, 1 refused; 18 reports in the store")) << first.out;
  EXPECT_TRUE(holds(first.err, "empty.txt")) << "what was refused is named";
  const Outcome again = attache("add news.db " + samples());
  EXPECT_EQ(again.status, 0);
  EXPECT_TRUE(holds(again.out, "0 stored, 18 duplicates, 0 refused; 18 reports in the store")) << again.out;
  EXPECT_EQ(files(), (std::vector<std::string>{"empty.txt", "news.db"})) << "one file";
}

TEST_F(CliStoreTest, CheckTellsWhetherAStoreIsWhole) {
  attache("add news.db " + samples());
  const Outcome whole = attache("check news.db --deep");
  EXPECT_EQ(whole.status, 0) << whole.err;
  EXPECT_TRUE(holds(whole.out, "whole; version 3; 18 reports; store-")) << whole.out;
  EXPECT_TRUE(holds(whole.out, "made anew from its reports: the same"));
  std::string bytes = testing::content_of(path("news.db"));
  for (std::size_t at = bytes.size() / 2; at < bytes.size() / 2 + 20000 && at < bytes.size(); ++at) bytes[at] = '\x55';
  write("news.db", bytes);
  const Outcome damaged = attache("check news.db");
  EXPECT_NE(damaged.status, 0);
  EXPECT_FALSE(damaged.out.empty() && damaged.err.empty());
  const Outcome none = attache("check none.db");
  EXPECT_EQ(none.status, 3);
  EXPECT_TRUE(holds(none.err, "none.db"));
  EXPECT_EQ(attache("check '" + path("") + "'").status, 3);
}

TEST_F(CliStoreTest, SearchFindsWordsAndContradictions) {
  attache("add news.db " + samples());
  const Outcome words = attache("search news.db wagons --kind statement");
  EXPECT_EQ(words.status, 0);
  EXPECT_TRUE(holds(words.out, "[wagons]")) << words.out;
  EXPECT_TRUE(holds(words.out, "1 origin"));
  const Outcome json = attache("search news.db '\"the river\"' --json");
  const Json hits = Json::parse(json.out);
  ASSERT_FALSE(hits.empty());
  for (const Json& hit : hits) EXPECT_TRUE(hit.contains("citation"));
  EXPECT_TRUE(holds(attache("search news.db --kind fact --label superseded").out, "superseded"));
  EXPECT_EQ(attache("search news.db xyzzyx").out, "nothing found\n");
  EXPECT_EQ(attache("search news.db '\"; DROP TABLE reports; --'").status, 0);
  EXPECT_EQ(attache("search news.db x --kind rumour").status, 2);
  EXPECT_EQ(attache("search news.db x --from yesterday").status, 2);
  EXPECT_EQ(attache("search none.db x").status, 3);
}

TEST_F(CliStoreTest, WhoContradictsWhomIsToldWithBothValues) {
  write("press.jsonl",
        R"({"id": "a", "outlet": "The Ledger", "published": "2024-03-05", "title": "Ferry sinks off Ostmere, 41 dead", "text": "OSTMERE, March 5 - The ferry Aurelia sank off Ostmere on Monday, killing 41 people, the coast guard said. The ship had left Tarrow at dawn with a cargo of timber. “We saw the lights go out,” said the harbour master, Ana Tull."})"
        "\n"
        R"({"id": "b", "outlet": "Harbour Tribune", "published": "2024-03-05", "title": "Ferry disaster off Ostmere kills 23", "text": "OSTMERE, March 5 - The ferry Aurelia sank off Ostmere on Monday, killing 23 people, the interior ministry said. The ship had come from Tarrow with timber. The harbour master, Ana Tull, said nobody had answered the radio."})"
        "\n"
        R"({"id": "c", "outlet": "Coast News", "published": "2024-03-06", "title": "Funerals begin after ferry disaster", "text": "OSTMERE, March 6 - Funerals began on Wednesday for the victims of the ferry Aurelia, which sank off Ostmere on Monday, killing 41 people."})"
        "\n");
  attache("add news.db press.jsonl");
  const Outcome o = attache("search news.db --kind fact --label differ");
  EXPECT_TRUE(holds(o.out, "people were killed (others: ")) << o.out;
  EXPECT_TRUE(holds(o.out, "41") && holds(o.out, "23")) << o.out;
}

TEST_F(CliStoreTest, AStoreIsAnInputLikeItsReports) {
  attache("add news.db " + samples());
  ASSERT_EQ(attache("dossier news.db --json a.json -o a.html").status, 0);
  ASSERT_EQ(attache("dossier " + samples() + " --json b.json -o b.html").status, 0);
  EXPECT_EQ(testing::content_of(path("a.json")), testing::content_of(path("b.json")));
  EXPECT_EQ(testing::content_of(path("a.html")), testing::content_of(path("b.html")));
  for (const char* what : {"--statements", "--events", "--facts"}) {
    const Outcome store = attache(std::string("export ") + what + " news.db"), reports = attache(std::string("export ") + what + " " + samples());
    EXPECT_EQ(store.status, 0);
    EXPECT_EQ(store.out, reports.out) << what;
    EXPECT_FALSE(store.out.empty());
  }
}

TEST_F(CliStoreTest, WatchTellsWhatIsNew) {
  std::filesystem::create_directory(path("press"));
  std::filesystem::copy_file(testing::sample("lakeland-courier.txt"), path("press/a.txt"));
  const Outcome first = attache("watch news.db press --once --question " + question());
  EXPECT_EQ(first.status, 0) << first.err;
  const Json one = Json::parse(first.out);
  EXPECT_EQ(one["stored"], 1);
  EXPECT_EQ(one["stories"].size(), 1u);
  EXPECT_TRUE(one["stories"][0]["new"]);
  EXPECT_EQ(attache("watch news.db press --once").out, "") << "nothing came";
  for (const char* name : {"ostmere-standard.html", "evening-post.html", "pellia-today.html", "sabrin-mercury.txt", "aldrian-observer.html"}) std::filesystem::copy_file(testing::sample(name), path("press/") + name);
  const Outcome second = attache("watch news.db press --once --question " + question());
  const Json two = Json::parse(second.out);
  EXPECT_EQ(two["stored"], 5);
  EXPECT_EQ(two["addition"], 2);
  bool grown = false;
  for (const Json& s : two["stories"]) grown |= s["new"] == false && s["came"] > 0;
  EXPECT_TRUE(grown) << "the first story got another report";
  EXPECT_FALSE(two["facts"].empty()) << "the answer that replaces \"did not respond\"";
  for (const Json& f : two["facts"]) EXPECT_FALSE(f["citation"]["exact"].get<std::string>().empty());
  for (const Json& p : two["positions"]) EXPECT_NE(p["before"], p["now"]);
  EXPECT_EQ(attache("watch news.db none --once").status, 2);
}

TEST_F(CliStoreTest, ServeAndMcpRefuseWhatIsNoStore) {
  write("notes.txt", std::string(5000, 'x'));
  for (const char* command : {"serve notes.txt --port 0", "serve none.db --port 0", "mcp notes.txt"}) {
    const Outcome o = attache(command);
    EXPECT_EQ(o.status, 3) << command;
    EXPECT_FALSE(o.err.empty());
  }
  attache("add news.db " + sample("sorn-gazette.txt"));
  EXPECT_EQ(attache("serve news.db --port 0 --host 0.0.0.0").status, 2) << "this machine alone";
  const Outcome mcp = attache("mcp news.db", write("in.jsonl", "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}\n\nrubbish\n"));
  EXPECT_EQ(mcp.status, 0);
  EXPECT_TRUE(holds(mcp.out, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n")) << mcp.out;
  EXPECT_TRUE(holds(mcp.out, "-32700"));
}

TEST_F(CliStoreTest, HelpTeachesByExample) {
  for (const char* command : {"add", "search", "serve", "mcp", "watch"}) EXPECT_TRUE(holds(attache(std::string(command) + " --help").out, "attache")) << command;
}

}  // namespace
}  // namespace attache
