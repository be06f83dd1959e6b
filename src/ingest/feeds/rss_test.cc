#include "ingest/feeds/rss.h"

#include <gtest/gtest.h>

#include "support/items.h"

namespace attache {
namespace {

using testing::blocks_of;
using testing::body_of;
using testing::evidence_of;
using testing::item_of;
using testing::items_of;
using testing::values_of;
using Values = std::vector<std::string>;

const std::string kText = "Miners in Tarrow went on strike over pay on Tuesday, the union said. The pits will stay shut until Friday.";

// A channel of the Tarrow Daily with these items.
std::string feed(const std::string& items, const std::string& head = "") {
  return "<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/' "
         "xmlns:media='http://search.yahoo.com/mrss/' xmlns:atom='http://www.w3.org/2005/Atom' xmlns:feedburner='http://rssnamespace.example/feedburner'>"
         "<channel><title>Tarrow Daily</title><link>https://tarrowdaily.example/</link><description>News</description><language>en-gb</language>" + head + items + "</channel></rss>";
}

std::string item(const std::string& fields) { return "<item><title>Miners strike in Tarrow</title><description>" + kText + "</description>" + fields + "</item>"; }

TEST(Rss, AnItemWithAllItsFields) {
  const Report r = item_of(feed(item("<link>https://tarrowdaily.example/pits?utm_source=rss</link><guid isPermaLink='false'>td-1</guid><pubDate>Tue, 09 Apr 2024 11:20:00 +0200</pubDate><dc:creator>Ada Lund</dc:creator>"
                                     "<dcterms:modified>2024-04-10T08:00:00Z</dcterms:modified>")));
  EXPECT_EQ(r.source, "feed#1");
  EXPECT_EQ(r.title.value, "Miners strike in Tarrow");
  EXPECT_EQ(r.title.evidence, "RSS title");
  EXPECT_EQ(r.outlet.value, "Tarrow Daily");
  EXPECT_EQ(r.outlet.evidence, "RSS channel title");
  EXPECT_EQ(values_of(r.bylines), (Values{"Ada Lund"}));
  EXPECT_EQ(evidence_of(r.bylines), "RSS dc:creator");
  EXPECT_EQ(to_string(r.published.value), "2024-04-09");
  EXPECT_EQ(r.published.evidence, "RSS pubDate");
  EXPECT_EQ(r.published_minute, 560);
  EXPECT_EQ(to_string(r.modified.value), "2024-04-10");
  EXPECT_EQ(r.url, "https://tarrowdaily.example/pits");
  EXPECT_EQ(r.wire_id.value, "td-1");
  EXPECT_EQ(r.language.value, "en");
  EXPECT_EQ(body_of(r), kText);
  EXPECT_TRUE(r.agencies.empty());
}

TEST(Rss, TheWholeTextIsTakenBeforeTheDescription) {
  const Report r = item_of(feed("<item><title>Miners strike</title><description>Miners in Tarrow &#8230;</description><content:encoded><![CDATA[<figure><img src='a.jpg'><figcaption>A pit.</figcaption></figure><p>" + kText +
                                "</p><p>Talks go on.</p>]]></content:encoded><media:content><media:description>A pit, seen from afar.</media:description></media:content></item>"));
  EXPECT_EQ(body_of(r), kText + "\nTalks go on.");
  EXPECT_EQ(blocks_of(r, BlockKind::caption), "A pit.");
  EXPECT_EQ(r.text.find("afar"), std::string::npos) << "what Media RSS says of a picture";
  EXPECT_EQ(r.text.find("…"), std::string::npos) << "the description";
}

TEST(Rss, TheFullTextOfANewsService) {
  EXPECT_EQ(body_of(item_of(feed("<item><title>Miners strike</title><description>Miners in Tarrow strike over pay.</description><y:full-text xmlns:y='http://news.service.example'>" + kText + "\n\nTalks will go on this week, both sides say.</y:full-text></item>"))),
            kText + "\nTalks will go on this week, both sides say.");
}

TEST(Rss, TheLineBehindAWordPressItemIsNoText) {
  const Report r = item_of(feed("<item><title>Miners strike</title><description><![CDATA[<p>" + kText + "</p><p>The post <a href='https://tarrowdaily.example/a'>Miners strike</a> appeared first on <a href='https://tarrowdaily.example'>Tarrow Daily</a>.</p>]]></description></item>"));
  EXPECT_EQ(body_of(r), kText);
}

TEST(Rss, AnEmptyTextLeavesTheDescription) {
  EXPECT_EQ(body_of(item_of(feed(item("<content:encoded><![CDATA[ <p>&nbsp;</p><img src='a.gif'> ]]></content:encoded>")))), kText);
}

TEST(Rss, DescriptionsOfEveryKindOfEscaping) {
  for (const std::string& description : {kText, "&lt;p&gt;" + kText + "&lt;/p&gt;", "<![CDATA[<p>" + kText + "</p>]]>", "<p>" + kText + "</p>", "&amp;lt;p&amp;gt;" + kText + "&amp;lt;/p&amp;gt;"}) {
    EXPECT_EQ(body_of(item_of(feed("<item><title>Miners strike</title><description>" + description + "</description></item>"))), kText) << description.substr(0, 20);
  }
}

TEST(Rss, TitlesWithMarkupAndEntities) {
  const auto title = [](const std::string& inside) { return item_of(feed("<item><title>" + inside + "</title><description>" + kText + "</description></item>")).title.value; };
  EXPECT_EQ(title("Pits &amp;amp; pay: &amp;#8216;no deal&amp;#8217;"), "Pits & pay: ‘no deal’") << "escaped twice";
  EXPECT_EQ(title("<![CDATA[Pits & <b>pay</b>]]>"), "Pits & pay");
  EXPECT_EQ(title("Pits &lt;i&gt;and&lt;/i&gt; pay"), "Pits and pay");
  EXPECT_EQ(title("Pay & pits"), "Pay & pits") << "not well-formed, and common";
  EXPECT_EQ(title("3 &lt; 4, miners say"), "3 < 4, miners say");
  EXPECT_EQ(title("Gr&eacute;ve"), "Gréve") << "an entity of HTML that nobody declared";
}

TEST(Rss, TheAddress) {
  EXPECT_EQ(item_of(feed(item("<guid>https://tarrowdaily.example/g</guid>"))).url, "https://tarrowdaily.example/g") << "a guid is an address unless it says no";
  EXPECT_EQ(item_of(feed(item("<guid isPermaLink='false'>https://tarrowdaily.example/g</guid>"))).url, "");
  EXPECT_EQ(item_of(feed(item("<guid>urn:x:1</guid>"))).url, "");
  EXPECT_EQ(item_of(feed(item("<link>/pits/1</link>"))).url, "https://tarrowdaily.example/pits/1");
  EXPECT_EQ(item_of(feed(item("<atom:link rel='alternate' href='https://tarrowdaily.example/b'/><atom:link rel='replies' href='https://tarrowdaily.example/c'/>"))).url, "https://tarrowdaily.example/b");
  EXPECT_EQ(item_of(feed(item("<link>https://counter.example/~r/1</link><feedburner:origLink>https://tarrowdaily.example/o</feedburner:origLink>"))).url, "https://tarrowdaily.example/o");
}

TEST(Rss, Authors) {
  const auto names = [](const std::string& fields) { return values_of(item_of(feed(item(fields))).bylines); };
  EXPECT_EQ(names("<author>ada@tarrowdaily.example (Ada Lund)</author>"), (Values{"Ada Lund"}));
  EXPECT_EQ(names("<author>desk@tarrowdaily.example</author>"), (Values{})) << "an address alone names nobody";
  EXPECT_EQ(names("<dc:creator>By Ada Lund and Odo Marsh</dc:creator>"), (Values{"Ada Lund", "Odo Marsh"}));
  EXPECT_EQ(names("<dc:creator>Ada Lund</dc:creator><dc:creator>Odo Marsh</dc:creator>"), (Values{"Ada Lund", "Odo Marsh"}));
  EXPECT_EQ(names("<media:credit>Odo Marsh</media:credit>"), (Values{})) << "of a picture";
}

TEST(Rss, ASourceIsTheOutletUnlessItIsAnAgency) {
  const Report outlet = item_of(feed(item("<source url='https://lakeland.example/rss'>The Lakeland Courier</source>")));
  EXPECT_EQ(outlet.outlet.value, "The Lakeland Courier");
  EXPECT_EQ(outlet.outlet.evidence, "RSS source");
  EXPECT_TRUE(outlet.agencies.empty());
  const Report agency = item_of(feed(item("<source url='https://meridian.example/rss'>Meridian News Agency</source>")));
  EXPECT_EQ(agency.outlet.value, "Tarrow Daily");
  EXPECT_EQ(values_of(agency.agencies), (Values{"Meridian News Agency"}));
}

TEST(Rss, ItemsWithoutADateHaveNone) {
  const Report r = item_of(feed(item(""), "<pubDate>Tue, 09 Apr 2024 11:20:00 +0200</pubDate><lastBuildDate>Tue, 09 Apr 2024 11:20:00 +0200</lastBuildDate>"));
  EXPECT_EQ(r.published.value.year, 0) << "the channel's day is not the item's";
  EXPECT_EQ(r.published_minute, kNoTime);
  EXPECT_EQ(item_of(feed(item("<pubDate>soon</pubDate>"))).published.value.year, 0);
  EXPECT_EQ(item_of(feed(item("<pubDate>Fri, 31 Feb 2024 10:00:00 GMT</pubDate>"))).published.value.year, 0);
}

TEST(Rss, Rss1KeepsItemsBesideTheChannel) {
  const Report r = item_of("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='https://tarrowdaily.example/rdf'>"
                           "<title>Tarrow Daily</title><link>https://tarrowdaily.example/</link></channel><item rdf:about='https://tarrowdaily.example/pits'><title>Miners strike</title><description>" + kText +
                           "</description><dc:date>2024-04-09T11:20+02:00</dc:date><dc:creator>Ada Lund</dc:creator></item></rdf:RDF>");
  EXPECT_EQ(r.url, "https://tarrowdaily.example/pits");
  EXPECT_EQ(r.outlet.value, "Tarrow Daily");
  EXPECT_EQ(r.published.evidence, "RSS dc:date");
  EXPECT_EQ(r.published_minute, 560);
  EXPECT_EQ(body_of(r), kText);
}

TEST(Rss, ABadItemIsRefusedByItsNumberAndTheOthersGoOn) {
  const auto items = items_of(feed(item("") + "<item><title>Only a headline</title></item><item/>" + item("<dc:creator>Ada Lund</dc:creator>")));
  EXPECT_EQ(items.refusals(), (Values{"#2 missing_text", "#3 missing_text"}));
  ASSERT_EQ(items.reports.size(), 2u);
  EXPECT_EQ(items.reports[0].source, "feed#1");
  EXPECT_EQ(items.reports[1].source, "feed#4");
}

TEST(Rss, FeedsWithoutItemsAreEmpty) {
  EXPECT_EQ(items_of(feed("")).refusals(), (Values{"empty"}));
  EXPECT_EQ(items_of("<rss version='2.0'/>").refusals(), (Values{"empty"}));
  EXPECT_EQ(items_of("<rss>").refusals(), (Values{"empty"}));
}

TEST(Rss, EqualGuidsAreReadEach) {
  const auto items = items_of(feed(item("<guid>td-1</guid>") + item("<guid>td-1</guid>") + "<item><guid>td-1</guid><title>Other</title><description>The pits were shut on Monday, too, the owners said.</description></item>"));
  ASSERT_EQ(items.reports.size(), 3u);
  EXPECT_EQ(items.reports[0].id, items.reports[1].id) << "one report, given twice";
  EXPECT_NE(items.reports[0].id, items.reports[2].id);
}

TEST(Rss, ACutOffFeedGivesWhatIsWhole) {
  const std::string whole = feed(item("") + item("<dc:creator>Ada Lund</dc:creator>"));
  const auto inside = items_of(whole.substr(0, whole.find("Ada Lund")));
  EXPECT_EQ(inside.reports.size(), 1u);
  EXPECT_EQ(inside.refusals(), (Values{"#2 truncated"}));
  const auto between = items_of(whole.substr(0, whole.find("</channel>")));
  EXPECT_EQ(between.reports.size(), 2u);
  EXPECT_EQ(between.refusals(), (Values{"truncated"})) << "the document, for what may have stood there";
}

TEST(Rss, ItemsThatNobodyCloses) {
  const auto items = items_of("<rss><channel><title>Tarrow Daily</title><item><title>One</title><description>" + kText + "</description><item><title>Two</title><description>The pits were shut on Monday, the owners said.</description></channel></rss>");
  ASSERT_EQ(items.reports.size(), 2u);
  EXPECT_EQ(items.reports[0].title.value, "One");
  EXPECT_EQ(items.reports[1].title.value, "Two");
}

TEST(Rss, AnUnclosedTagInOneItemLeavesTheNextAlone) {
  const auto items = items_of(feed("<item><title>One</title><description><p>" + kText + "<br></description></item>" + item("<dc:creator>Ada Lund</dc:creator>")));
  ASSERT_EQ(items.reports.size(), 2u);
  EXPECT_EQ(body_of(items.reports[0]), kText);
  EXPECT_EQ(values_of(items.reports[1].bylines), (Values{"Ada Lund"}));
}

TEST(Rss, TenThousandItems) {
  std::string all;
  for (int i = 0; i < 10000; ++i) all += "<item><title>Item " + std::to_string(i) + "</title><description>The council of place " + std::to_string(i) + " met on Monday.</description></item>";
  std::size_t records = 0;
  std::string last;
  InputSink sink;
  sink.record = [&](Record record) {
    ++records;
    last = record.source;
  };
  sink.refused = [](Error error) { ADD_FAILURE() << describe(error); };
  const ContentLimits limits;
  ContentReader reader("feed", limits, sink);
  reader.feed(feed(all));
  reader.end();
  EXPECT_EQ(records, 10000u);
  EXPECT_EQ(last, "feed#10000");
}

}  // namespace
}  // namespace attache
