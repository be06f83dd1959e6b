#include "server/api.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <set>

#include <nlohmann/json.hpp>

#include "cli/question_files.h"
#include "room/add.h"
#include "server/http.h"
#include "server/mcp.h"
#include "support/texts.h"
#include "text/utf8.h"

namespace attache {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// A store of the samples, made once, and a reading room over it.
class ApiTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::string name = (fs::temp_directory_path() / "attache-api-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder() = name;
    ASSERT_TRUE(add_reports(store(), testing::sample_inputs(), testing::resources(), {}, {}).has_value());
    Result<PendingQuestion> question = load_question(std::string(ATTACHE_SOURCE_DIR) + "/samples/questions/tamsel-observers.toml");
    ASSERT_TRUE(question.has_value());
    context().reset(new ApiContext(store(), testing::resources(), {*question}));
  }
  static void TearDownTestSuite() {
    context().reset();
    fs::remove_all(folder());
  }
  static fs::path& folder() {
    static fs::path path;
    return path;
  }
  static std::string store() { return (folder() / "news.db").string(); }
  static std::unique_ptr<ApiContext>& context() {
    static std::unique_ptr<ApiContext> made;
    return made;
  }

  static ApiAnswer ask(const std::string& path, std::map<std::string, std::string> query = {}) { return answer(*context(), {"GET", path, std::move(query), ""}); }
  static Json get(const std::string& path, std::map<std::string, std::string> query = {}) {
    const ApiAnswer a = ask(path, std::move(query));
    EXPECT_EQ(a.status, 200) << path << " " << a.body;
    return Json::parse(a.body);
  }
  // By value: a loop over a part of a temporary would outlive it.
  static Json list_of(const Json& json, const std::string& name) { return json[name]; }
  static std::string text_of(const std::string& report) { return get("/api/reports/" + report)["reports"][0]["text"]; }
  // The words of a citation are those that stand there.
  static void expect_cited(const Json& citation) {
    const std::string text = text_of(citation["report"]);
    const CodePointOffsets offsets(text);
    const std::uint32_t begin = offsets.to_byte(citation["start"]), end = offsets.to_byte(citation["end"]);
    EXPECT_EQ(text.substr(begin, end - begin), citation["exact"]);
    EXPECT_GT(end, begin);
  }
};

TEST_F(ApiTest, TellsWhatIsThere) {
  const Json s = get("/api");
  EXPECT_EQ(s["reports"], 18);
  EXPECT_EQ(s["first"], "2024-03-04");
  EXPECT_GT(s["statements"], 100);
  EXPECT_EQ(s["additions"].size(), 1u);
  EXPECT_EQ(s["questions"], Json::array({"The council keeps its observers on the Tamsel"}));
  const Json threads = get("/api/threads");
  EXPECT_EQ(threads["threads"].size(), s["threads"]);
  EXPECT_TRUE(threads["next"].is_null());
  EXPECT_GE(threads["threads"][0]["last"], threads["threads"][1]["last"]) << "the latest first";
}

TEST_F(ApiTest, EveryCitationHoldsItsWords) {
  std::size_t seen = 0;
  for (const char* kind : {"report", "statement", "event", "fact"}) {
    for (const Json& hit : list_of(get("/api/search", {{"q", "the"}, {"kind", kind}}), "hits")) {
      expect_cited(hit["citation"]);
      EXPECT_EQ(hit["kind"], kind);
      EXPECT_EQ(hit["citation"]["report"], hit["report"]["id"]);
      ++seen;
    }
  }
  for (const Json& thread : list_of(get("/api/threads"), "threads")) {
    for (const Json& day : list_of(get("/api/threads/" + std::string(thread["id"])), "timeline")) {
      expect_cited(day["citation"]);
      ++seen;
    }
  }
  EXPECT_GT(seen, 30u);
}

TEST_F(ApiTest, MarksAreTheWordsLookedFor) {
  for (const Json& hit : list_of(get("/api/search", {{"q", "RIVER"}, {"kind", "statement"}}), "hits")) {
    const std::string exact = hit["citation"]["exact"];
    const CodePointOffsets offsets(exact);
    for (const Json& m : hit["marks"]) {
      const std::uint32_t begin = offsets.to_byte(m[0]), end = offsets.to_byte(m[1]);
      EXPECT_TRUE(exact.substr(begin, end - begin) == "river" || exact.substr(begin, end - begin) == "River") << exact;
    }
  }
}

TEST_F(ApiTest, FiltersHold) {
  const auto hits = [&](std::map<std::string, std::string> query) { return get("/api/search", std::move(query))["hits"]; };
  const Json by_outlet = hits({{"outlet", "Evening Post"}, {"kind", "report"}});
  for (const Json& h : by_outlet) EXPECT_EQ(h["report"]["outlet"], "Evening Post");
  const Json by_agency = hits({{"agency", "northwire"}, {"kind", "report"}});
  EXPECT_FALSE(by_agency.empty());
  for (const Json& h : by_agency) EXPECT_EQ(h["report"]["agency"], "Northwire");
  const Json days = hits({{"from", "2024-09-01"}, {"to", "2024-09-30"}, {"kind", "report"}});
  EXPECT_FALSE(days.empty());
  for (const Json& h : days) EXPECT_EQ(h["day"].get<std::string>().substr(0, 7), "2024-09");
  const Json said = hits({{"actor", "Vauclair"}, {"q", "river"}, {"kind", "statement"}});
  EXPECT_FALSE(said.empty());
  EXPECT_TRUE(hits({{"actor", "Nobody Whatever"}, {"q", "river"}, {"kind", "statement"}}).empty());
  const Json all = hits({{"q", "river"}, {"kind", "report"}}), other = hits({{"q", "river -council"}, {"kind", "report"}});
  EXPECT_GT(all.size(), other.size());
  const std::string story = all[0]["story"]["id"];
  for (const Json& h : hits({{"story", story}, {"kind", "statement"}})) EXPECT_EQ(h["story"]["id"], story);
  for (const Json& h : hits({{"label", "agree"}, {"kind", "fact"}})) EXPECT_EQ(h["label"], "agree");
}

TEST_F(ApiTest, CursorsLeadThroughEverythingOnce) {
  for (const auto& [path, list] : {std::pair{"/api/facts", "facts"}, std::pair{"/api/speakers", "speakers"}}) {
    std::set<std::string> ids;
    std::size_t count = 0;
    for (Json page = get(path);; page = get(path, {{"cursor", page["next"]}})) {
      for (const Json& one : page[list]) {
        ids.insert(one["id"]);
        ++count;
      }
      if (page["next"].is_null()) break;
    }
    EXPECT_EQ(ids.size(), count) << path;
    EXPECT_GT(count, 10u);
  }
  EXPECT_EQ(get("/api/facts")["facts"][0]["label"], "superseded") << "open ones first";
}

TEST_F(ApiTest, ViewsHoldWhatTouchesTheirReports) {
  for (const Json& thread : list_of(get("/api/threads"), "threads")) {
    for (const Json& row : list_of(get("/api/threads/" + std::string(thread["id"])), "stories")) {
      const Json view = get("/api/stories/" + std::string(row["id"]));
      EXPECT_EQ(view["format"], "attache-view/1");
      EXPECT_EQ(view["reports"].size(), row["reports"]);
      std::set<std::string> inside, named;
      for (const Json& r : view["reports"]) inside.insert(r["id"]);
      for (const Json& r : view["others"]) named.insert(r["id"]);
      for (const char* list : {"statements", "events", "facts"}) {
        for (const Json& record : view[list]) {
          bool touches = false;
          for (const Json& r : record["reports"]) {
            touches |= inside.contains(r);
            EXPECT_TRUE(inside.contains(r) || named.contains(r)) << r;
          }
          EXPECT_TRUE(touches);
        }
      }
    }
  }
}

TEST_F(ApiTest, SpeakersHaveTheirStatements) {
  const Json first = get("/api/speakers", {{"q", "vauclair"}})["speakers"][0];
  EXPECT_EQ(first["name"], "Honorine Vauclair");
  const Json page = get("/api/speakers/" + std::string(first["id"]));
  EXPECT_EQ(page["statements"].size(), first["statements"]);
  for (const Json& hit : page["statements"]) EXPECT_EQ(hit["title"], "Honorine Vauclair");
}

TEST_F(ApiTest, ADecisionIsToldWithItsCitations) {
  EXPECT_EQ(get("/api/decisions")["decisions"].size(), 1u);
  const Json d = get("/api/decisions/0")["decision"];
  EXPECT_EQ(d["members"].size(), 7u);
  std::size_t cited = 0;
  for (const Json& m : d["members"]) {
    for (const Json& h : m["history"]) {
      for (const Json& c : h["citations"]) {
        expect_cited(c);
        ++cited;
      }
    }
  }
  EXPECT_GT(cited, 3u);
}

TEST_F(ApiTest, WhatCannotBeIsRefusedWithAReason) {
  const auto refused = [&](const std::string& path, std::map<std::string, std::string> query, int status, const std::string& code) {
    const ApiAnswer a = ask(path, std::move(query));
    EXPECT_EQ(a.status, status) << path;
    const Json error = Json::parse(a.body)["error"];
    EXPECT_EQ(error["code"], code) << path;
    EXPECT_FALSE(error["message"].get<std::string>().empty());
  };
  refused("/api/nothing", {}, 404, "unknown_path");
  refused("/api/threads/a/b", {}, 404, "unknown_path");
  for (const char* id : {"t-0", "y-0000000000000000", "t-0000000000000000", "t-zzzzzzzzzzzzzzzz", "t-00000000000000000", "", "%00", "' OR 1 --"}) {
    if (*id) refused(std::string("/api/threads/") + id, {}, 404, "unknown_id");
  }
  refused("/api/stories/" + std::string(get("/api/threads")["threads"][0]["id"]), {}, 404, "unknown_id");
  refused("/api/speakers/p-0000000000000000", {}, 404, "unknown_id");
  refused("/api/decisions/1", {}, 404, "unknown_id");
  refused("/api/decisions/-1", {}, 404, "unknown_id");
  refused("/api/search", {{"q", "x"}, {"kind", "rumour"}}, 400, "wrong_kind");
  refused("/api/search", {{"q", "x"}, {"from", "yesterday"}}, 400, "wrong_day");
  for (const char* cursor : {"x", "c", "c-1", "c99999999999999999999", "c1x"}) refused("/api/threads", {{"cursor", cursor}}, 400, "wrong_cursor");
  refused("/api/news", {}, 400, "wrong_number");
  EXPECT_EQ(answer(*context(), {"POST", "/api", {}, ""}).status, 405);
  EXPECT_EQ(answer(*context(), {"DELETE", "/api/threads", {}, ""}).status, 405);
}

TEST_F(ApiTest, AnAnswerThatIsKnownIsNotGivenAgain) {
  const ApiAnswer first = ask("/api/threads");
  ASSERT_FALSE(first.etag.empty());
  const ApiAnswer again = answer(*context(), {"GET", "/api/threads", {}, first.etag});
  EXPECT_EQ(again.status, 304);
  EXPECT_TRUE(again.body.empty());
  EXPECT_NE(ask("/api/threads", {{"cursor", "c1"}}).etag, first.etag);
}

TEST_F(ApiTest, AStoreThatGrowsIsSeen) {
  const std::string path = (folder() / "grows.db").string();
  ASSERT_TRUE(add_reports(path, {testing::sample("sorn-gazette.txt")}, testing::resources(), {}, {}).has_value());
  ApiContext room(path, testing::resources(), {});
  const ApiAnswer before = answer(room, {"GET", "/api", {}, ""});
  EXPECT_EQ(Json::parse(before.body)["reports"], 1);
  ASSERT_TRUE(add_reports(path, {testing::sample("evening-post.html")}, testing::resources(), {}, {}).has_value());
  const ApiAnswer after = answer(room, {"GET", "/api", {}, before.etag});
  EXPECT_EQ(after.status, 200);
  EXPECT_EQ(Json::parse(after.body)["reports"], 2);
  const Json news = Json::parse(answer(room, {"GET", "/api/news", {{"since", "1"}}, ""}).body);
  EXPECT_EQ(news["reports"].size(), 1u);
  fs::remove(path);
  EXPECT_EQ(answer(room, {"GET", "/api", {}, ""}).status, 500);
}

TEST(Http, OnlyItsOwnHostIsAnswered) {
  for (const char* host : {"127.0.0.1:8642", "localhost:8642", "[::1]:8642", "127.1.2.3:8642"}) EXPECT_TRUE(is_own_host(host, 8642)) << host;
  for (const char* host : {"", "localhost", "127.0.0.1", "127.0.0.1:80", "evil.example:8642", "localhost.evil.example:8642", "evil.example", "[::2]:8642", "0.0.0.0:8642", ":8642", "192.168.0.1:8642"}) EXPECT_FALSE(is_own_host(host, 8642)) << host;
}

TEST_F(ApiTest, ALanguageModelIsAnsweredWithCitations) {
  const auto call = [&](const Json& message) { return Json::parse(mcp_answer(*context(), message.dump()).value_or("null")); };
  const Json begun = call({{"jsonrpc", "2.0"}, {"id", 1}, {"method", "initialize"}, {"params", {{"protocolVersion", "2025-03-26"}}}});
  EXPECT_EQ(begun["result"]["protocolVersion"], "2025-03-26");
  EXPECT_EQ(call({{"jsonrpc", "2.0"}, {"id", 1}, {"method", "initialize"}, {"params", {{"protocolVersion", "1999-01-01"}}}})["result"]["protocolVersion"], "2025-06-18");
  EXPECT_FALSE(mcp_answer(*context(), R"({"jsonrpc":"2.0","method":"notifications/initialized"})").has_value());
  const Json tools = call({{"jsonrpc", "2.0"}, {"id", 2}, {"method", "tools/list"}})["result"]["tools"];
  EXPECT_EQ(tools.size(), 5u);
  const auto use = [&](const std::string& name, const Json& arguments) { return call({{"jsonrpc", "2.0"}, {"id", "x"}, {"method", "tools/call"}, {"params", {{"name", name}, {"arguments", arguments}}}}); };
  const Json said = use("statements", {{"speaker", "Vauclair"}, {"query", "river"}})["result"];
  EXPECT_FALSE(said["isError"]);
  EXPECT_FALSE(said["structuredContent"]["hits"].empty());
  EXPECT_EQ(Json::parse(said["content"][0]["text"].get<std::string>()), said["structuredContent"]);
  for (const Json& hit : said["structuredContent"]["hits"]) expect_cited(hit["citation"]);
  const std::string story = said["structuredContent"]["hits"][0]["story"]["id"];
  const Json told = use("story", {{"id", story}})["result"]["structuredContent"];
  EXPECT_FALSE(told["reports"].empty());
  for (const char* list : {"reports", "statements", "events", "facts"}) {
    for (const Json& hit : told[list]) expect_cited(hit["citation"]);
  }
  EXPECT_FALSE(use("facts", {{"status", "agree"}})["result"]["structuredContent"]["hits"].empty());
  EXPECT_EQ(use("decision", {{"number", 0}})["result"]["structuredContent"]["decision"]["members"].size(), 7u);
  EXPECT_TRUE(use("story", {{"id", "y-0"}})["result"]["isError"]);
}

TEST_F(ApiTest, MessagesThatAreNoneAreAnsweredWithAnError) {
  const auto code = [&](const std::string& message) { return Json::parse(mcp_answer(*context(), message).value_or("{\"error\": {\"code\": 0}}"))["error"]["code"].get<int>(); };
  EXPECT_EQ(code("rubbish"), -32700);
  EXPECT_EQ(code("[]"), -32600);
  EXPECT_EQ(code("{}"), -32600);
  EXPECT_EQ(code(R"({"jsonrpc":"2.0","id":{},"method":"ping"})"), -32600);
  EXPECT_EQ(code(R"({"jsonrpc":"2.0","id":1,"method":"nothing"})"), -32601);
  EXPECT_EQ(code(R"({"jsonrpc":"2.0","id":1,"method":"ping","params":[]})"), -32602);
  EXPECT_EQ(code(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":7}})"), -32602);
  for (const char* params : {R"({})", R"({"name":"nothing"})", R"({"name":"search"})", R"({"name":"search","arguments":{"query":7}})", R"({"name":"search","arguments":{"query":"x","kind":"rumour"}})", R"({"name":"search","arguments":{"query":"x","drop":"y"}})", R"({"name":"search","arguments":7})",
                             R"({"name":"decision","arguments":{"number":-1}})"})
    EXPECT_EQ(code(R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":)" + std::string(params) + "}"), -32602) << params;
  EXPECT_EQ(code(std::string(kMostMessageBytes + 1, 'x')), -32600);
}

}  // namespace
}  // namespace attache
