#include "ingest/feeds/feeds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/items.h"
#include "support/texts.h"

namespace attache {
namespace {

using testing::body_of;
using testing::item_of;
using testing::items_of;
using Values = std::vector<std::string>;

const std::string kText = "Miners in Tarrow went on strike over pay on Tuesday, the union said. The pits will stay shut until Friday.";

TEST(SniffFeed, ByTheRootElement) {
  EXPECT_EQ(sniff_feed("<rss version=\"2.0\">"), FeedKind::rss);
  EXPECT_EQ(sniff_feed("\xEF\xBB\xBF \n<?xml version='1.0'?><!-- a --><?xml-stylesheet href='x'?>\n<rss>"), FeedKind::rss);
  EXPECT_EQ(sniff_feed("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"), FeedKind::rss);
  EXPECT_EQ(sniff_feed("<feed xmlns='http://www.w3.org/2005/Atom'>"), FeedKind::atom);
  EXPECT_EQ(sniff_feed("<a:feed xmlns:a='http://www.w3.org/2005/Atom'>"), FeedKind::atom);
  EXPECT_EQ(sniff_feed("<newsItem guid='x'>"), FeedKind::newsml_g2);
  EXPECT_EQ(sniff_feed("<newsMessage/>"), FeedKind::newsml_g2);
  EXPECT_EQ(sniff_feed("<!DOCTYPE nitf SYSTEM 'nitf.dtd' [<!ENTITY a 'b'>]><nitf>"), FeedKind::nitf);
  EXPECT_EQ(sniff_feed("<NewsML>"), FeedKind::newsml_1);
}

TEST(SniffFeed, WhatIsNone) {
  for (const char* head : {"", " ", "<", "<!", "<?xml", "<!--", "<html><body><rss>", "<?xml version='1.0'?><!DOCTYPE html><html>", "Words <rss>", "<svg/>", "<feed>", "<rdf:RDF xmlns='http://a.example/'>", "<rsss>", "<rss", "<p>one</p>"})
    EXPECT_EQ(sniff_feed(head), FeedKind::none) << head;
}

TEST(SniffFeed, JsonThatIsNotOneRecordALine) {
  for (const char* head : {"[{\"text\":\"x\"}]", "{\n \"text\": \"x\"\n}", "[]", "{\"text\": \"x\",\n\"title\": \"y\"}"}) {
    EXPECT_EQ(sniff_feed(head), FeedKind::json) << head;
  }
  for (const char* head : {"{\"text\":\"x\"}\n{\"text\":\"y\"}\n", "{}", "[Reuters] A ship sank.", "{ words }", "[\"one\", \"two\"]", "{\"words\" in braces}", "[1, 2]", "{"}) EXPECT_EQ(sniff_feed(head), FeedKind::none) << head;
}

TEST(Feeds, CharsetsByMarkDeclarationAndGuess) {
  const auto feed = [](const std::string& declaration, const std::string& words) { return declaration + "<rss><channel><title>T</title><item><title>Caf\xC3\xA9</title><description>" + words + "</description></item></channel></rss>"; };
  const std::string latin = "<?xml version=\"1.0\" encoding=\"iso-8859-2\"?><rss><channel><item><title>One</title><description>The mayor of \xA3""ow\xEDn spoke on Monday, the council said.</description></item></channel></rss>";
  EXPECT_EQ(body_of(item_of(latin)), "The mayor of Łowín spoke on Monday, the council said.");
  EXPECT_EQ(item_of(latin).charset, "iso-8859-2");
  // labelled wrongly: what is valid UTF-8 is UTF-8
  const Report wrong = item_of(feed("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>", "The caf\xC3\xA9 on the quay was shut on Monday."));
  EXPECT_EQ(body_of(wrong), "The café on the quay was shut on Monday.");
  EXPECT_EQ(wrong.charset, "utf-8");
  EXPECT_EQ(body_of(item_of("\xEF\xBB\xBF" + feed("<?xml version=\"1.0\"?>", kText))), kText);
  EXPECT_EQ(body_of(item_of("<?xml version=\"1.0\" encoding=\"utf-8\"?><rss><channel><item><title>One</title><description>The caf\xE9 on the quay was shut on Monday.</description></item></channel></rss>")), "The café on the quay was shut on Monday.")
      << "says UTF-8 and is not";
}

TEST(Feeds, Utf16) {
  const std::string ascii = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><rss><channel><item><title>One</title><description>" + kText + "</description></item></channel></rss>";
  std::string little = "\xFF\xFE", big = "\xFE\xFF", bare;
  for (char c : ascii) {
    little += {c, '\0'};
    big += {'\0', c};
    bare += {c, '\0'};
  }
  EXPECT_EQ(body_of(item_of(little)), kText);
  EXPECT_EQ(body_of(item_of(big)), kText);
  EXPECT_EQ(item_of(big).charset, "utf-16be");
  EXPECT_EQ(body_of(item_of(bare)), kText) << "without a mark: told by the zero bytes of \"<?\"";
}

TEST(Feeds, JsonInUtf16) {
  const auto utf16 = [](const std::string& ascii) {
    std::string out = "\xFF\xFE";
    for (char c : ascii) out += {c, '\0'};
    return out;
  };
  EXPECT_EQ(item_of(utf16("{\"text\":\"" + kText + "\"}\n")).source, "feed:1");
  EXPECT_EQ(item_of(utf16("[{\"text\":\"" + kText + "\"}]\n")).source, "feed#1");
}

TEST(Feeds, HostileEntities) {
  std::string laughs = "<!DOCTYPE rss [<!ENTITY l0 \"ha\">";
  for (int i = 1; i < 30; ++i) laughs += "<!ENTITY l" + std::to_string(i) + " \"&l" + std::to_string(i - 1) + ";&l" + std::to_string(i - 1) + ";\">";
  const Report laughed = item_of(laughs + "]><rss><channel><item><title>One</title><description>" + kText + " &l29;</description></item></channel></rss>");
  EXPECT_LT(laughed.text.size(), 200u);
  const std::string secret = (std::filesystem::temp_directory_path() / "attache-feeds-secret").string();
  std::ofstream(secret) << "secret words of the machine";
  for (const std::string& doctype : {"<!DOCTYPE rss [<!ENTITY x SYSTEM \"file://" + secret + "\">]>", "<!DOCTYPE rss [<!ENTITY % p SYSTEM \"file://" + secret + "\"> %p;]>", "<!DOCTYPE rss SYSTEM \"file://" + secret + "\">"}) {
    const Report r = item_of(doctype + "<rss><channel><item><title>One</title><description>" + kText + " &x;</description></item></channel></rss>");
    EXPECT_EQ(r.text.find("secret"), std::string::npos);
  }
  const Report included = item_of("<rss xmlns:xi='http://www.w3.org/2001/XInclude'><channel><item><title>One</title><description>" + kText + "<xi:include parse='text' href='" + secret + "'/></description></item></channel></rss>");
  EXPECT_EQ(included.text.find("secret words"), std::string::npos);
  std::filesystem::remove(secret);
}

TEST(Feeds, LimitsAreRefusalsOfTheDocument) {
  std::string deep = "<rss>";
  for (int i = 0; i < 5000; ++i) deep += "<a>";
  EXPECT_EQ(items_of(deep).refusals(), (Values{"too_deep"}));
  std::string wide = "<rss ";
  for (int i = 0; i < 300; ++i) wide += "a" + std::to_string(i) + "='' ";
  EXPECT_EQ(items_of(wide + ">").refusals(), (Values{"too_many_attributes"}));
  ContentLimits limits;
  limits.file_bytes = 100000;
  EXPECT_EQ(items_of("<rss>" + std::string(200000, 'x'), limits).refusals(), (Values{"too_large"}));
}

TEST(Feeds, DeepMarkupInsideAnItemIsRefusedByItsName) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<div>";
  const auto items = items_of("<rss><channel><item><title>One</title><description><![CDATA[" + deep + kText + "]]></description></item><item><title>Two</title><description>" + kText + "</description></item></channel></rss>");
  EXPECT_EQ(items.refusals(), (Values{"#1 too_deep"}));
  EXPECT_EQ(items.reports.size(), 1u);
}

TEST(Feeds, TheAddressOfTheFeedIsTheBaseOfItsLinks) {
  const auto items = items_of("<rss><channel><item><title>One</title><link>/a</link><description>" + kText + "</description></item></channel></rss>", {}, {"https://daily.example/rss", ""});
  ASSERT_EQ(items.reports.size(), 1u);
  EXPECT_EQ(items.reports.front().url, "https://daily.example/a");
}

TEST(JsonDocuments, OneRecordAListAndWhatIsNeither) {
  const std::string record = "{\n \"id\": \"a\",\n \"title\": \"Miners strike\",\n \"text\": \"" + kText + "\"\n}";
  EXPECT_EQ(item_of(record).name, "a");
  EXPECT_EQ(item_of(record).source, "feed#1");
  EXPECT_EQ(item_of("[" + record + "]").name, "a");
  const auto mixed = items_of("[" + record + ", 7, {\"a\": 1}, {\"uri\":\"u\",\"headline\":\"One\",\"body_text\":\"" + kText + "\"}]");
  EXPECT_EQ(mixed.reports.size(), 2u);
  EXPECT_EQ(mixed.reports.back().source, "feed#4");
  EXPECT_EQ(mixed.refusals(), (Values{"#2 invalid_json", "#3 missing_text"}));
  EXPECT_EQ(items_of("[]").refusals(), (Values{"empty"}));
  EXPECT_EQ(items_of("[{\"text\": \"x\"").refusals(), (Values{"invalid_json"}));
  EXPECT_EQ(items_of("{\n\"text\": \"x\"\n").refusals(), (Values{"invalid_json"}));
  EXPECT_EQ(items_of("[{\"a\":" + std::string(100000, '[')).refusals(), (Values{"invalid_json"}));
}

// ---- the sample files ----

std::vector<std::string> sample_files() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(testing::sample("../formats"))) names.push_back(entry.path().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(SampleFormats, TellTheSameStory) {
  std::size_t told = 0;
  for (const std::string& path : sample_files()) {
    if (path.ends_with("mapped.jsonl") || path.ends_with("README.md")) continue;
    const auto items = items_of(content_of(path));
    ASSERT_FALSE(items.reports.empty()) << path;
    const Report& r = items.reports.front();
    ++told;
    EXPECT_EQ(r.title.value, "Sabrin to open salt harbour again") << path;
    EXPECT_EQ(testing::values_of(r.bylines), (Values{"Ada Lund"})) << path;
    // an item of one sentence is too little to tell whether "told the agency" is the report's own voice
    EXPECT_EQ(testing::values_of(r.agencies), path.ends_with("rdf.xml") ? Values{} : Values{"Meridian News Agency"}) << path;
    EXPECT_EQ(to_string(r.published.value), "2024-04-09") << path;
    EXPECT_EQ(r.published_minute, 560) << path;
    const bool wire = r.outlet.value.empty();
    EXPECT_EQ(r.outlet.value, wire ? "" : "The Pellia Mariner") << path;
    EXPECT_EQ(testing::values_of(r.dateline_places), wire ? Values{"Sabrin"} : Values{}) << path;
    EXPECT_EQ(r.version, wire ? 2 : 0) << path;
    EXPECT_EQ(r.status.value, wire ? "usable" : "") << path;
    EXPECT_EQ(r.editor_note.value, wire ? "ADDS number of ships" : "") << path;
    EXPECT_TRUE(body_of(r).starts_with("Sabrin will open its salt harbour to foreign ships in May, Harbour Minister Lena Orvik told the Meridian News Agency on Tuesday.")) << path;
    if (path.ends_with("rdf.xml")) continue;  // has a description and no more
    EXPECT_TRUE(body_of(r).ends_with("said.\nThe harbour was closed in 2019 after a dredger sank across its mouth. About 140 ships used it in its last full year.")) << path;
  }
  EXPECT_EQ(told, 9u);
}

// Whatever is cut off where: reports, refusals, or both; never nothing, never a crash.
TEST(SampleFormats, EveryPrefixIsReadOrRefused) {
  for (const std::string& path : sample_files()) {
    const std::string content = content_of(path);
    for (std::size_t size = 0; size < content.size(); ++size) {
      std::size_t calls = 0;
      InputSink sink;
      sink.record = [&](Record record) {
        ++calls;
        ASSERT_FALSE(record.source.empty());
        ASSERT_FALSE(record.content.empty());
      };
      sink.refused = [&](Error error) {
        ++calls;
        ASSERT_FALSE(error.message.empty());
      };
      const ContentLimits limits;
      ContentReader reader("feed", limits, sink);
      reader.feed(std::string_view(content).substr(0, size));
      reader.end();
      ASSERT_GT(calls, 0u) << path << " " << size;
    }
  }
}

}  // namespace
}  // namespace attache
