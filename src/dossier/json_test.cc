#include "dossier/json.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "base/strings.h"
#include "pipeline/run.h"
#include "support/texts.h"

namespace attache {
namespace {

using Json = nlohmann::json;
using testing::TextSource;

// Its own decoder, so that the offsets are not checked with the code that made them.
std::u32string code_points(const std::string& utf8) {
  std::u32string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t value = size == 1 ? lead : lead & (0x7Fu >> size);
    for (std::size_t k = 1; k < size; ++k) value = value << 6 | (static_cast<unsigned char>(utf8[i + k]) & 0x3Fu);
    out += value;
    i += size;
  }
  return out;
}

Json parsed(const Dossier& dossier) { return Json::parse(to_json(dossier)); }

const Json& samples() {
  static const Json made = [] {
    const RunOptions options;
    return parsed(assemble(analyse_inputs(testing::sample_inputs(), testing::resources(), options, {}), testing::resources(), options, {}));
  }();
  return made;
}

std::map<std::string, std::u32string> texts_of(const Json& dossier) {
  std::map<std::string, std::u32string> out;
  for (const Json& report : dossier["reports"]) out[report["id"]] = code_points(report["text"]);
  return out;
}

// Calls `check` on every object below `value` that holds start, end and exact.
void each_quote(const Json& value, const std::function<void(const Json&)>& check) {
  if (value.is_object() && value.contains("exact")) check(value);
  if (value.is_structured()) {
    for (const Json& inner : value) each_quote(inner, check);
  }
}

class Quotes {
 public:
  explicit Quotes(const Json& dossier) : texts_(texts_of(dossier)) {}
  void hold(const Json& quote, const std::string& report) {
    const std::u32string& text = texts_.at(report);
    const std::size_t start = quote["start"], end = quote["end"];
    ASSERT_LE(start, end);
    ASSERT_LE(end, text.size()) << quote;
    EXPECT_EQ(text.substr(start, end - start), code_points(quote["exact"])) << quote;
    ++checked;
  }
  void hold_all(const Json& value, const std::string& report) {
    each_quote(value, [&](const Json& quote) { hold(quote, report); });
  }
  int checked = 0;

 private:
  std::map<std::string, std::u32string> texts_;
};

TEST(DossierJson, FieldsTimesAndNumbersOfAReportQuoteItsOwnText) {
  Quotes quotes(samples());
  for (const Json& report : samples()["reports"]) quotes.hold_all(report, report["id"]);
  EXPECT_GT(quotes.checked, 100);
}

TEST(DossierJson, CitationsQuoteTheReportTheyName) {
  Quotes quotes(samples());
  for (const char* list : {"stories", "statements"}) {
    for (const Json& record : samples()[list]) {
      EXPECT_FALSE(record["citations"].empty()) << record["id"];
      for (const Json& citation : record["citations"]) quotes.hold(citation, citation["report"]);
    }
  }
  EXPECT_GT(quotes.checked, 100);
}

TEST(DossierJson, EditsQuoteBothVersions) {
  Quotes quotes(samples());
  for (const Json& family : samples()["families"]) {
    for (const Json& member : family["members"]) {
      for (const Json& edit : member.value("edits", Json::array())) {
        quotes.hold_all(edit["from"], member["parent"]);
        quotes.hold_all(edit["to"], member["report"]);
        for (const Json& word : edit.value("words", Json::array())) {
          quotes.hold_all(word["from"], member["parent"]);
          quotes.hold_all(word["to"], member["report"]);
        }
      }
    }
  }
  EXPECT_GT(quotes.checked, 50);
}

TEST(DossierJson, OffsetsCountCodePointsNotBytes) {
  // U+00E9 has two bytes, U+201C three, U+1F388 four; each is one code point
  const Json dossier = parsed(testing::dossier_of({TextSource{.text = "\u00C9t\u00E9 \U0001F388 had come.\n\nThe mayor, Ana Bell, said \u201Cwe won\u201D on Monday.\n", .published = "2024-03-05", .name = "a"}}));
  const Json& report = dossier["reports"][0];
  // "Été 🎈 had come." is 15 code points (22 bytes); two line ends follow
  ASSERT_EQ(report["blocks"].size(), 2u);
  EXPECT_EQ(report["blocks"][0]["start"], 0);
  EXPECT_EQ(report["blocks"][0]["end"], 15);
  EXPECT_EQ(report["blocks"][1]["start"], 17);
  EXPECT_EQ(report["blocks"][1]["end"], 17 + 45);
  const auto monday = std::find_if(report["times"].begin(), report["times"].end(), [](const Json& t) { return t["exact"].get<std::string>().ends_with("Monday"); });
  ASSERT_NE(monday, report["times"].end());
  EXPECT_EQ((*monday)["end"], 17 + 44);
}

TEST(DossierJson, IdsAreUnique) {
  std::set<std::string> ids;
  for (const char* list : {"reports", "families", "origins", "stories", "threads", "actors", "statements"}) {
    EXPECT_FALSE(samples()[list].empty()) << list;
    for (const Json& record : samples()[list]) EXPECT_TRUE(ids.insert(record["id"]).second) << list << " " << record["id"];
  }
}

TEST(DossierJson, LabelsAreUnique) {
  std::set<std::string> labels;
  for (const Json& report : samples()["reports"]) EXPECT_TRUE(labels.insert(report["label"]).second) << report["label"];
}

TEST(DossierJson, EveryReferencedIdExists) {
  std::map<std::string, std::set<std::string>> ids;
  for (const char* list : {"reports", "families", "origins", "stories", "threads", "actors"}) {
    for (const Json& record : samples()[list]) ids[list].insert(record["id"]);
  }
  int checked = 0;
  const auto refers = [&](const char* list, const Json& id) {
    ++checked;
    EXPECT_TRUE(ids[list].contains(id)) << list << " " << id;
  };
  const auto all = [&](const char* list, const Json& many) {
    for (const Json& id : many) refers(list, id);
  };
  refers("reports", samples()["title"]["report"]);
  for (const Json& r : samples()["reports"]) {
    refers("origins", r["origin"]);
    refers("stories", r["story"]);
    refers("threads", r["thread"]);
    if (!r["family"].is_null()) refers("families", r["family"]);
  }
  for (const Json& f : samples()["families"]) {
    for (const Json& m : f["members"]) {
      refers("reports", m["report"]);
      if (m.contains("parent")) refers("reports", m["parent"]);
    }
  }
  for (const char* list : {"origins", "stories", "threads", "actors", "statements"}) {
    for (const Json& record : samples()[list]) all("reports", record["reports"]);
  }
  for (const Json& t : samples()["threads"]) all("stories", t["stories"]);
  for (const Json& s : samples()["statements"]) {
    for (const char* who : {"speaker", "addressee"}) {
      if (!s[who].is_null() && !s[who]["actor"].is_null()) refers("actors", s[who]["actor"]);
    }
    for (const Json& m : s["mentions"]) refers("reports", m["report"]);
    for (const Json& v : s["variants"]) all("reports", v["reports"]);
  }
  EXPECT_GT(checked, 500);
}

TEST(DossierJson, EveryReportStandsInOneStoryOneOriginAndOneThread) {
  for (const char* list : {"origins", "stories", "threads"}) {
    std::multiset<std::string> members;
    for (const Json& record : samples()[list]) {
      for (const Json& id : record["reports"]) members.insert(id);
    }
    EXPECT_EQ(members.size(), samples()["reports"].size()) << list;
    for (const Json& report : samples()["reports"]) EXPECT_EQ(members.count(report["id"]), 1u) << list << " " << report["source"];
  }
}

TEST(DossierJson, ReportsPointBackToTheGroupsThatHoldThem) {
  const std::map<std::string, std::string> fields = {{"origins", "origin"}, {"stories", "story"}, {"threads", "thread"}};
  std::map<std::string, Json> reports;
  for (const Json& report : samples()["reports"]) reports[report["id"]] = report;
  for (const auto& [list, field] : fields) {
    for (const Json& record : samples()[list]) {
      for (const Json& id : record["reports"]) EXPECT_EQ(reports.at(id)[field], record["id"]);
    }
  }
}

TEST(DossierJson, BlocksFollowEachOtherAndCoverEverythingButBlanks) {
  for (const Json& report : samples()["reports"]) {
    const std::u32string text = code_points(report["text"]);
    std::size_t at = 0;
    const auto blank = [&](std::size_t from, std::size_t to) {
      for (std::size_t i = from; i < to; ++i) EXPECT_TRUE(text[i] == U' ' || text[i] == U'\n' || text[i] == U'\t' || text[i] == U'\r' || text[i] == U'\u00A0') << report["source"] << " at " << i;
    };
    for (const Json& block : report["blocks"]) {
      const std::size_t start = block["start"], end = block["end"];
      ASSERT_LE(at, start) << report["source"];
      ASSERT_LT(start, end) << report["source"];
      ASSERT_LE(end, text.size()) << report["source"];
      blank(at, start);
      at = end;
    }
    blank(at, text.size());
  }
}

TEST(DossierJson, OneRecordALine) {
  const std::string json = to_json(testing::dossier_of({TextSource{.text = "The ferry sank off Ostmere on Monday.\n", .name = "a"}, TextSource{.text = "Miners in Tarrow went on strike over pay.\n", .name = "b"}}));
  const std::size_t begin = json.find("\"reports\": [\n") + 13;
  const std::string_view records = std::string_view(json).substr(begin, json.find("\n]", begin) - begin);
  const std::size_t line_end = records.find(",\n");
  ASSERT_NE(line_end, std::string_view::npos);
  EXPECT_EQ(Json::parse(records.substr(0, line_end))["label"], "X1");
  EXPECT_EQ(Json::parse(records.substr(line_end + 2))["source"].get<std::string>().size(), 1u);
}

TEST(DossierJson, HostileTextComesBackAsItWas) {
  const std::string title = "Quote \" backslash \\ </script> \x7F \u2028 end";
  const Json dossier = parsed(testing::dossier_of({TextSource{.text = "The mayor spoke \x01 on \"Monday\" \\ and left.\n", .title = title, .name = "a\"b"}}));
  EXPECT_EQ(dossier["reports"][0]["title"]["value"], title);
  EXPECT_EQ(dossier["reports"][0]["name"], "a\"b");
  EXPECT_NE(dossier["reports"][0]["text"].get<std::string>().find("\x01 on \"Monday\" \\"), std::string::npos);
}

TEST(DossierJson, AFileNameThatIsNoUtf8StillGivesValidJson) {
  Dossier dossier = testing::dossier_of({TextSource{.text = "The ferry sank off Ostmere on Monday.\n", .name = "a"}});
  dossier.analyses[0].report.source = "caf\xE9.txt";
  dossier.refused.push_back({ErrorCode::empty, "the file is empty", "\xFF\xFE.txt"});
  const Json json = parsed(dossier);
  EXPECT_EQ(json["reports"][0]["source"], "caf\uFFFD.txt");
  EXPECT_EQ(json["refused"][0]["source"], "\uFFFD\uFFFD.txt");
}

TEST(DossierJson, NoReportGivesADossierOfTheSameForm) {
  Dossier dossier;
  dossier.refused.push_back({ErrorCode::invalid_json, "not JSON", "feed.jsonl", 7});
  dossier.refused.push_back({ErrorCode::empty, "the file is empty", "a.txt"});
  label_reports(dossier);
  const Json json = parsed(dossier);
  EXPECT_EQ(json["format"], "attache-dossier/1");
  EXPECT_EQ(json["counts"], Json({{"stored", 0}, {"duplicates", 0}, {"refused", 2}}));
  for (const auto& [key, value] : samples().items()) EXPECT_TRUE(json.contains(key)) << key;
  EXPECT_EQ(json["refused"][0], Json({{"source", "feed.jsonl"}, {"code", "invalid_json"}, {"message", "not JSON"}, {"line", 7}}));
  EXPECT_TRUE(json["refused"][1]["line"].is_null());
}

TEST(DossierJson, CountsAddUp) {
  const TextSource same{.text = "The ferry sank off Ostmere on Monday.\n", .name = "a"};
  const Json json = parsed(testing::dossier_of({same, same, TextSource{.text = "Miners in Tarrow went on strike over pay.\n", .name = "b"}}));
  EXPECT_EQ(json["counts"], Json({{"stored", 2}, {"duplicates", 1}, {"refused", 0}}));
  ASSERT_EQ(json["duplicates"].size(), 1u);
  EXPECT_EQ(json["duplicates"][0]["source"], "a");
  std::string id;
  for (const Json& report : json["reports"]) {
    if (report["name"] == "a") id = report["id"];
  }
  EXPECT_EQ(json["duplicates"][0]["of"], id);
}

TEST(DossierJson, UnknownFieldsAreNullNotGuessed) {
  const Json json = parsed(testing::dossier_of({TextSource{.text = "The ferry sank off Ostmere after a storm.\n", .name = "a"}}));
  const Json& report = json["reports"][0];
  for (const char* field : {"title", "outlet", "published", "modified", "not_before", "family"}) EXPECT_TRUE(report[field].is_null()) << field;
  EXPECT_TRUE(report["dateline_day"].is_null());
  for (const char* field : {"agencies", "bylines", "dateline_places", "photographers"}) EXPECT_TRUE(report[field].empty()) << field;
}

TEST(DossierJson, TheDatelinesDayHasItsYearWhereItIsKnown) {
  const std::string text = "PORT ALDER, March 12 (Northwire) - The ferry sank off Ostmere after a storm, the harbour master said on Tuesday.\n";
  const Json with = parsed(testing::dossier_of({TextSource{.text = text, .published = "2024-03-13", .name = "a"}}))["reports"][0]["dateline_day"];
  EXPECT_EQ(with["value"], "2024-03-12");
  EXPECT_EQ(with["exact"], "PORT ALDER, March 12 (Northwire) -");
  const Json without = parsed(testing::dossier_of({TextSource{.text = text, .name = "a"}}))["reports"][0]["dateline_day"];
  EXPECT_EQ(without["value"], "--03-12");
}

const std::vector<TextSource>& harbour() {
  static const std::vector<TextSource> sources = {
      {.text = "Velda closes its harbour\n\nThe council of Velda closed the harbour to all ships on 4 March 2024 after a storm. It opened the harbour of Velda again on 11 March 2024, clerks said.\n", .published = "2024-03-12", .outlet = "The Coast", .name = "a"},
      {.text = "Velda opens its harbour\n\nThe harbour of Velda, which the council closed to all ships on 4 March 2024, is open again. The council of Velda voted for it on 11 March 2024 after a long night.\n", .published = "2024-03-13", .outlet = "The Inland", .name = "b"}};
  return sources;
}

TEST(Json, AThreadHasItsDays) {
  const Json d = parsed(testing::dossier_of(harbour()));
  ASSERT_EQ(d["threads"].size(), 1U);
  const Json& days = d["threads"][0]["timeline"];
  ASSERT_EQ(days.size(), 2U);
  EXPECT_EQ(days[0]["day"], "2024-03-04");
  EXPECT_EQ(days[1]["day"], "2024-03-11");
  for (const Json& day : days) {
    EXPECT_EQ(day["reports"].size(), 2U);
    EXPECT_EQ(day["origins"], 2);
    const std::u32string text = texts_of(d)[day["citation"]["report"]];
    const std::size_t start = day["citation"]["start"], end = day["citation"]["end"];
    EXPECT_EQ(text.substr(start, end - start), code_points(day["citation"]["exact"]));
  }
}

TEST(Json, AThreadOfOneReportHasNoDays) {
  const Json d = parsed(testing::dossier_of({harbour().front()}));
  EXPECT_TRUE(d["threads"][0]["timeline"].empty());
}

}  // namespace
}  // namespace attache
