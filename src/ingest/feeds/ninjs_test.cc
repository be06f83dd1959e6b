#include "ingest/feeds/ninjs.h"

#include <gtest/gtest.h>

#include "support/items.h"

namespace attache {
namespace {

using testing::body_of;
using testing::evidence_of;
using testing::item_of;
using testing::items_of;
using testing::values_of;
using Values = std::vector<std::string>;

const std::string kText = "Miners in Tarrow went on strike over pay on Tuesday, the union said. The pits will stay shut until Friday.";

// One item a line, so that it is read as JSON Lines.
std::string ninjs(const std::string& members) { return "{\"uri\":\"urn:ninjs:1\",\"pubstatus\":\"usable\"," + members + "}\n"; }
std::string with_body(const std::string& members) { return ninjs("\"body_text\":\"" + kText + "\"," + members); }

TEST(Ninjs, Version1) {
  const Report r = item_of(R"({"uri":"urn:ninjs:1","type":"text","version":"3","versioncreated":"2024-04-09T11:20:00+02:00","pubstatus":"withheld","ednote":"ADDS number","language":"en","byline":"Ada Lund","located":"Tarrow",
"headline":"Miners strike","infosource":[{"name":"Meridian News Agency"}],"body_text":")" + kText + "\"}");
  EXPECT_EQ(r.source, "feed#1");
  EXPECT_EQ(r.title.value, "Miners strike");
  EXPECT_EQ(r.title.evidence, "ninjs headline");
  EXPECT_EQ(values_of(r.agencies), (Values{"Meridian News Agency"}));
  EXPECT_EQ(evidence_of(r.agencies), "ninjs infosource");
  EXPECT_EQ(values_of(r.bylines), (Values{"Ada Lund"}));
  EXPECT_EQ(values_of(r.dateline_places), (Values{"Tarrow"}));
  EXPECT_EQ(to_string(r.published.value), "2024-04-09");
  EXPECT_EQ(r.published_minute, 560);
  EXPECT_EQ(r.version, 3);
  EXPECT_EQ(r.status.value, "withheld");
  EXPECT_EQ(r.editor_note.value, "ADDS number");
  EXPECT_EQ(r.wire_id.value, "urn:ninjs:1");
  EXPECT_EQ(r.url, "") << "a uri is a name, no address";
  EXPECT_EQ(body_of(r), kText);
}

TEST(Ninjs, Versions2And3) {
  const std::string v2 = R"({"uri":"u","version":2,"versioncreated":"2024-04-09T11:20:00+02:00","pubstatus":"usable","by":"By Ada Lund","infosources":[{"name":"Meridian News Agency"}],"headlines":[{"role":"short","value":"Strike"},{"role":"main","value":"Miners strike"}],)"
                         R"("bodies":[{"role":"main","contenttype":"text/plain","value":")" + kText + "\"}]}\n";
  const std::string v3 = R"({"uri":"u","standard":{"name":"ninjs","version":"3.0"},"version":"2","versionCreated":"2024-04-09T11:20:00+02:00","pubStatus":"usable","by":"Ada Lund","infoSources":[{"name":"Meridian News Agency"}],"headlines":[{"value":"Miners strike"}],)"
                         R"("bodies":[{"contentType":"text/html","value":"<p>)" + kText + "</p>\"}]}\n";
  for (const std::string& line : {v2, v3}) {
    const Report r = item_of(line);
    EXPECT_EQ(r.source, "feed:1");
    EXPECT_EQ(r.title.value, "Miners strike");
    EXPECT_EQ(values_of(r.bylines), (Values{"Ada Lund"}));
    EXPECT_EQ(values_of(r.agencies), (Values{"Meridian News Agency"}));
    EXPECT_EQ(r.published_minute, 560);
    EXPECT_EQ(r.version, 2);
    EXPECT_EQ(r.status.value, "usable");
    EXPECT_EQ(body_of(r), kText);
  }
}

TEST(Ninjs, BodiesOfEveryKind) {
  const std::string html = "<p>" + kText + "</p>";
  for (const std::string& body : {"\"body_xhtml\":\"" + html + "\"", "\"body_html\":\"" + html + "\"", "\"body_text\":\"" + kText + "\"", "\"body_own\":\"" + kText + "\"", "\"body_text\":\"" + html + "\"",
                                 "\"bodies\":[{\"value\":\"" + kText + "\"}]", "\"bodies\":[{\"contenttype\":\"application/xml\",\"value\":\"<x>no</x>\"},{\"contenttype\":\"text/plain\",\"value\":\"" + kText + "\"}]",
                                 "\"bodies\":[{\"role\":\"text\",\"contenttype\":\"text/plain\",\"value\":\"The short form of it.\"},{\"role\":\"html\",\"contenttype\":\"text/html\",\"value\":\"" + html + "\"}]",
                                 "\"bodies\":[{\"role\":\"caption\",\"contenttype\":\"text/html\",\"value\":\"<p>No.</p>\"},{\"role\":\"main\",\"contenttype\":\"text/plain\",\"value\":\"" + kText + "\"}]",
                                 "\"description_text\":\"" + kText + "\"", "\"descriptions\":[{\"value\":\"" + kText + "\"}]"}) {
    EXPECT_EQ(body_of(item_of(ninjs("\"headline\":\"Miners strike\"," + body))), kText) << body.substr(0, 60);
  }
}

TEST(Ninjs, CaptionsOfAssociationsStayOut) {
  const Report one = item_of(with_body(R"("associations":{"photo":{"uri":"p","type":"picture","byline":"Odo Marsh","description_text":"A pit near Sorn."}})"));
  const Report list = item_of(with_body(R"("associations":[{"uri":"p","type":"picture","by":"Odo Marsh","descriptions":[{"value":"A pit near Sorn."}]}])"));
  EXPECT_EQ(one.text, kText);
  EXPECT_EQ(list.text, kText);
  EXPECT_TRUE(one.bylines.empty() && list.bylines.empty());
}

TEST(Ninjs, Bylines) {
  EXPECT_EQ(values_of(item_of(with_body(R"("bylines":["Ada Lund","Odo Marsh"])")).bylines), (Values{"Ada Lund", "Odo Marsh"}));
  EXPECT_EQ(values_of(item_of(with_body(R"("bylines":[{"value":"By Ada Lund"},{"name":"Odo Marsh"}])")).bylines), (Values{"Ada Lund", "Odo Marsh"}));
  EXPECT_EQ(values_of(item_of(with_body(R"("by":"Ada Lund","byline":"Ada Lund")")).bylines), (Values{"Ada Lund"}));
}

TEST(Ninjs, WhoWroteIt) {
  const auto agencies = [](const std::string& members) { return values_of(item_of(with_body(members)).agencies); };
  EXPECT_EQ(agencies(R"("infosources":[{"name":"Sorn Council","role":"isrol:originfo"},{"name":"CPA"}])"), (Values{"CPA"})) << "who gave information wrote nothing";
  EXPECT_EQ(agencies(R"("copyrightholder":"Meridian News Agency")"), (Values{"Meridian News Agency"}));
  EXPECT_EQ(agencies(R"("copyrightholder":"The Lakeland Courier")"), (Values{})) << "an owner is no agency";
  EXPECT_EQ(agencies(R"("copyrightHolder":"Northwire News Agency","infoSources":[{"name":"Meridian News Agency"}])"), (Values{"Meridian News Agency"}));
}

TEST(Ninjs, AsNewsroomSystemsWriteIt) {
  const Report r = item_of("{\"guid\":\"tag:cms.example:1\",\"pubstatus\":\"usable\",\"versioncreated\":\"2024-04-09T11:20:00+0000\",\"source\":\"Meridian News Agency\",\"authors\":[{\"name\":\"Ada Lund\",\"role\":\"writer\"}],\"headline\":\"Miners <b>strike</b>\",\"body_html\":\"<p>" +
                           kText + "</p>\"}\n");
  EXPECT_EQ(r.wire_id.value, "tag:cms.example:1");
  EXPECT_EQ(r.wire_id.evidence, "ninjs guid");
  EXPECT_EQ(values_of(r.agencies), (Values{"Meridian News Agency"}));
  EXPECT_EQ(values_of(r.bylines), (Values{"Ada Lund"}));
  EXPECT_EQ(r.title.value, "Miners strike");
  EXPECT_EQ(r.published_minute, 680);
  EXPECT_EQ(values_of(item_of(with_body(R"("source":"The Lakeland Courier")")).agencies), (Values{}));
}

TEST(Ninjs, CanceledItemsAreKept) {
  const Report r = item_of(R"({"uri":"u","pubStatus":"canceled","version":"4","edNote":"KILL","headlines":[{"value":"Ferry lost off Sabrin"}]})"
                           "\n");
  EXPECT_EQ(r.status.value, "canceled");
  EXPECT_EQ(r.text, "Ferry lost off Sabrin");
  EXPECT_EQ(r.version, 4);
}

TEST(Ninjs, WhatIsNoText) {
  const auto code = [](const std::string& members) { return items_of(ninjs(members)).refusals(); };
  EXPECT_EQ(code(R"("type":"picture","description_text":"A pit.")"), (Values{"unsupported"}));
  EXPECT_EQ(code(R"("type":"text","headline":"Miners strike")"), (Values{"missing_text"}));
  EXPECT_EQ(code(R"("type":"text")"), (Values{"missing_text"}));
  EXPECT_EQ(code(R"("body_text":"zero \u0000 byte")"), (Values{"binary"}));
}

TEST(Ninjs, WrongTypesAreAsIfAbsent) {
  const Report r = item_of(with_body(R"("headline":7.5,"headlines":"x","bodies":{"value":3},"by":{"a":1},"infosources":"y","version":{},"located":[null],"standard":[],"language":[],"bylines":{"value":[]},"type":null)"));
  EXPECT_EQ(body_of(r), kText);
  EXPECT_TRUE(r.bylines.empty() && r.agencies.empty() && r.dateline_places.empty());
  EXPECT_EQ(r.version, 0);
}

TEST(Ninjs, RecordsOfOurLayoutAreNotNinjs) {
  simdjson::dom::parser parser;
  const auto is = [&](std::string_view json) {
    simdjson::dom::object object;
    EXPECT_FALSE(parser.parse(json.data(), json.size()).get(object));
    return is_ninjs(object);
  };
  EXPECT_TRUE(is(R"({"uri":"u","body_text":"x"})"));
  EXPECT_TRUE(is(R"({"uri":"u","versionCreated":"x"})"));
  EXPECT_TRUE(is(R"({"standard":{"name":"TTNINJS"},"text":"x"})"));
  EXPECT_FALSE(is(R"({"text":"x","uri":"u","headlines":[]})"));
  EXPECT_FALSE(is(R"({"uri":"u","title":"x"})"));
  EXPECT_FALSE(is(R"({"body_text":"x"})"));
  EXPECT_FALSE(is("{}"));
}

}  // namespace
}  // namespace attache
