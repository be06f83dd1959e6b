#include "ingest/feeds/atom.h"

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

std::string feed(const std::string& entries, const std::string& head = "") {
  return "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en' xml:base='https://tarrowdaily.example/feeds/'><title>Tarrow Daily</title><id>https://tarrowdaily.example/</id>" + head + entries + "</feed>";
}
std::string entry(const std::string& fields) { return "<entry><title>Miners strike</title><content>" + kText + "</content>" + fields + "</entry>"; }

TEST(Atom, AnEntryWithAllItsFields) {
  const Report r = item_of(feed(entry("<id>tag:td:1</id><link href='../pits'/><published>2024-04-09T11:20:00+02:00</published><updated>2024-04-10T08:00:00Z</updated><author><name>Ada Lund</name><email>a@b.example</email></author>")));
  EXPECT_EQ(r.source, "feed#1");
  EXPECT_EQ(r.title.evidence, "Atom title");
  EXPECT_EQ(r.outlet.value, "Tarrow Daily");
  EXPECT_EQ(values_of(r.bylines), (Values{"Ada Lund"}));
  EXPECT_EQ(evidence_of(r.bylines), "Atom author");
  EXPECT_EQ(to_string(r.published.value), "2024-04-09");
  EXPECT_EQ(r.published_minute, 560);
  EXPECT_EQ(to_string(r.modified.value), "2024-04-10");
  EXPECT_EQ(r.wire_id.value, "tag:td:1");
  EXPECT_EQ(body_of(r), kText);
}

TEST(Atom, ContentOfEveryType) {
  for (const std::string& content : {"<content>" + kText + "</content>", "<content type='text'>" + kText + "</content>", "<content type='html'>&lt;p&gt;" + kText + "&lt;/p&gt;</content>", "<content type='html'><![CDATA[<div>" + kText + "</div>]]></content>",
                                    "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>" + kText + "</p></div></content>", "<content type='xhtml'><x:div xmlns:x='http://www.w3.org/1999/xhtml'><x:p>" + kText + "</x:p></x:div></content>",
                                    "<content type='text/html'>&lt;p&gt;" + kText + "&lt;/p&gt;</content>", "<content>&lt;p&gt;" + kText + "&lt;/p&gt;</content>", "<summary>" + kText + "</summary>",
                                    "<content src='https://tarrowdaily.example/x' type='video/mp4'/><summary>" + kText + "</summary>", "<content type='image/png'>iVBORw0KGgo</content><summary>" + kText + "</summary>"}) {
    EXPECT_EQ(body_of(item_of(feed("<entry><title>Miners strike</title>" + content + "</entry>"))), kText) << content.substr(0, 50);
  }
}

TEST(Atom, TitlesOfEveryType) {
  const auto title = [](const std::string& element) { return item_of(feed("<entry>" + element + "<content>" + kText + "</content></entry>")).title.value; };
  EXPECT_EQ(title("<title>Pits &amp; pay</title>"), "Pits & pay");
  EXPECT_EQ(title("<title type='html'>Pits &amp;amp; &lt;b&gt;pay&lt;/b&gt;</title>"), "Pits & pay");
  EXPECT_EQ(title("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Pits <i>and</i> pay</div></title>"), "Pits and pay");
  EXPECT_EQ(title("<title>Pits &amp;#8217; pay</title>"), "Pits ’ pay") << "escaped twice";
  EXPECT_EQ(title("<title>The tag &lt;b&gt;</title>"), "The tag <b>") << "text is text";
}

TEST(Atom, LinksAndBases) {
  const auto url = [](const std::string& fields) { return item_of(feed(entry(fields))).url; };
  EXPECT_EQ(url("<link rel='enclosure' href='a.mp3'/><link rel='alternate' type='application/json' href='b.json'/><link rel='alternate' type='text/html' href='c.html'/>"), "https://tarrowdaily.example/feeds/c.html");
  EXPECT_EQ(url("<link xml:base='https://other.example/x/' href='d'/>"), "https://other.example/x/d");
  EXPECT_EQ(url("<link xml:base='sub/' href='d'/>"), "https://tarrowdaily.example/feeds/sub/d");
  EXPECT_EQ(url("<link rel='self' href='d'/>"), "");
  EXPECT_EQ(url("<link href='mailto:a@b.example'/>"), "");
}

TEST(Atom, UpdatedIsTheDayWhereNothingElseIs) {
  const Report r = item_of(feed(entry("<updated>2024-04-09T08:00:00Z</updated>")));
  EXPECT_EQ(to_string(r.published.value), "2024-04-09");
  EXPECT_EQ(r.published.evidence, "Atom updated");
  EXPECT_EQ(item_of(feed(entry(""), "<updated>2024-04-09T08:00:00Z</updated>")).published.value.year, 0) << "the feed's day is not the entry's";
}

TEST(Atom, AuthorsOfTheEntryItsSourceOrTheFeed) {
  EXPECT_EQ(values_of(item_of(feed(entry(""), "<author><name>Ada Lund</name></author>")).bylines), (Values{"Ada Lund"}));
  EXPECT_EQ(values_of(item_of(feed(entry("<author><name>Odo Marsh</name></author>"), "<author><name>Ada Lund</name></author>")).bylines), (Values{"Odo Marsh"}));
  EXPECT_EQ(values_of(item_of(feed(entry("<source><author><name>Odo Marsh</name></author></source>"), "<author><name>Ada Lund</name></author>")).bylines), (Values{"Odo Marsh"}));
  EXPECT_EQ(values_of(item_of(feed(entry(""), "<author><name>Tarrow Daily</name></author>")).bylines), (Values{})) << "the feed is no person";
}

TEST(Atom, ASourceIsTheOutletUnlessItIsAnAgency) {
  EXPECT_EQ(item_of(feed(entry("<source><title>The Lakeland Courier</title></source>"))).outlet.value, "The Lakeland Courier");
  const Report agency = item_of(feed(entry("<source><title>Meridian News Agency</title></source>")));
  EXPECT_EQ(agency.outlet.value, "Tarrow Daily");
  EXPECT_EQ(values_of(agency.agencies), (Values{"Meridian News Agency"}));
}

TEST(Atom, OneEntryAloneAndAtom03) {
  EXPECT_EQ(body_of(item_of("<entry xmlns='http://www.w3.org/2005/Atom'><title>Miners strike</title><summary>" + kText + "</summary></entry>")), kText);
  const Report old = item_of("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Tarrow Daily</title><entry><title>Miners strike</title><issued>2024-04-09T11:20:00+02:00</issued><content type='text/html' mode='escaped'>&lt;p&gt;" + kText +
                             "&lt;/p&gt;</content></entry></feed>");
  EXPECT_EQ(body_of(old), kText);
  EXPECT_EQ(old.published.evidence, "Atom issued");
}

TEST(Atom, RefusalsByNumber) {
  EXPECT_EQ(items_of(feed("")).refusals(), (Values{"empty"}));
  const auto items = items_of(feed(entry("") + "<entry/>" + entry("")));
  EXPECT_EQ(items.reports.size(), 2u);
  EXPECT_EQ(items.refusals(), (Values{"#2 missing_text"}));
  const std::string whole = feed(entry("") + entry(""));
  EXPECT_EQ(items_of(whole.substr(0, whole.size() - 20)).refusals(), (Values{"#2 truncated"}));
}

}  // namespace
}  // namespace attache
