#include "ingest/feeds/newsml_g2.h"

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
const std::string kSpace = " xmlns='http://iptc.org/std/nar/2006-10-01/'";
const std::string kXhtml = "<inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'><head><title>No text</title></head><body><p>" + kText + "</p></body></html></inlineXML>";

std::string news_item(const std::string& item_meta, const std::string& content_meta, const std::string& content = kXhtml, const std::string& attributes = kSpace) {
  return "<newsItem guid='urn:newsml:meridian.example:1' version='3'" + attributes + "><itemMeta>" + item_meta + "</itemMeta><contentMeta>" + content_meta + "</contentMeta><contentSet>" + content + "</contentSet></newsItem>";
}

TEST(NewsmlG2, AnItemWithAllItsFields) {
  const Report r = item_of(news_item("<itemClass qcode='ninat:text'/><provider qcode='nprov:MNA'><name>Meridian News Agency</name></provider><versionCreated>2024-04-09T11:20:00+02:00</versionCreated><firstCreated>2024-04-08T11:20:00+02:00</firstCreated>"
                                     "<pubStatus qcode='stat:withheld'/><edNote>ADDS number</edNote><edNote>of pits</edNote>",
                                     "<contentModified>2024-04-09T11:00:00+02:00</contentModified><located qcode='geo:T'><name>Tarrow</name></located><language tag='en-GB'/><headline>Miners strike in Tarrow</headline><by>By Ada Lund</by>"
                                     "<dateline>TARROW, April 9 (MNA)</dateline><creditline>Meridian News Agency</creditline>"));
  EXPECT_EQ(r.source, "feed#1");
  EXPECT_EQ(r.title.value, "Miners strike in Tarrow");
  EXPECT_EQ(r.title.evidence, "NewsML-G2 headline");
  EXPECT_EQ(values_of(r.agencies), (Values{"Meridian News Agency"}));
  EXPECT_EQ(evidence_of(r.agencies), "NewsML-G2 creditline");
  EXPECT_EQ(values_of(r.bylines), (Values{"Ada Lund"}));
  EXPECT_EQ(values_of(r.dateline_places), (Values{"Tarrow"}));
  EXPECT_EQ(to_string(r.published.value), "2024-04-09");
  EXPECT_EQ(r.published.evidence, "NewsML-G2 versionCreated");
  EXPECT_EQ(r.published_minute, 560);
  EXPECT_EQ(to_string(r.modified.value), "2024-04-09");
  EXPECT_EQ(r.version, 3);
  EXPECT_EQ(r.status.value, "withheld");
  EXPECT_EQ(r.editor_note.value, "ADDS number of pits");
  EXPECT_EQ(r.wire_id.value, "urn:newsml:meridian.example:1");
  EXPECT_EQ(r.outlet.value, "");
  EXPECT_EQ(r.url, "");
  EXPECT_EQ(body_of(r), kText);
  EXPECT_EQ(r.text.find("No text"), std::string::npos);
}

TEST(NewsmlG2, ContentOfEveryForm) {
  for (const std::string& content : {kXhtml, "<inlineXML><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><body><body.content><p>" + kText + "</p></body.content></body></nitf></inlineXML>",
                                    "<inlineXML><nitf><body><body.content><p>" + kText + "</p></body.content></body></nitf></inlineXML>", "<inlineData contenttype='text/plain'>" + kText + "</inlineData>",
                                    "<inlineData contenttype='text/html'>&lt;p&gt;" + kText + "&lt;/p&gt;</inlineData>", "<inlineXML><p xmlns='http://www.w3.org/1999/xhtml'>" + kText + "</p></inlineXML>",
                                    "<remoteContent href='a.jpg'/>" + kXhtml, "<inlineXML/>" + kXhtml, "<inlineData encoding='base64'>TWluZXJz</inlineData>" + kXhtml}) {
    EXPECT_EQ(body_of(item_of(news_item("", "<headline>Miners strike</headline>", content))), kText) << content.substr(0, 60);
  }
}

TEST(NewsmlG2, NitfInsideFillsWhatTheItemDoesNotSay) {
  const Report r = item_of(news_item("", "<headline>Miners strike</headline>", "<inlineXML><nitf><body><body.head><hedline><hl1>Another headline</hl1></hedline><byline><person>Ada Lund</person></byline></body.head><body.content><p>" + kText +
                                                                                   "</p></body.content><body.end><tagline>al/om</tagline></body.end></body></nitf></inlineXML>"));
  EXPECT_EQ(r.title.value, "Miners strike");
  EXPECT_EQ(values_of(r.bylines), (Values{"Ada Lund"}));
  EXPECT_EQ(blocks_of(r, BlockKind::sign_off), "al/om");
}

TEST(NewsmlG2, TheAgencyIsCreditThenProviderThenSource) {
  const auto agencies = [](const std::string& item_meta, const std::string& meta) {
    const Report r = item_of(news_item(item_meta, "<headline>Miners strike</headline>" + meta));
    return r.agencies.empty() ? std::string() : r.agencies.front().value + ", " + r.agencies.front().evidence;
  };
  EXPECT_EQ(agencies("<provider><name>Northwire News Agency</name></provider>", "<creditline>CPA</creditline><infoSource><name>Sorn Council</name></infoSource>"), "CPA, NewsML-G2 creditline");
  EXPECT_EQ(agencies("<provider><name>Northwire News Agency</name></provider>", "<infoSource><name>Meridian News Agency</name></infoSource>"), "Northwire News Agency, NewsML-G2 provider");
  EXPECT_EQ(agencies("<provider qcode='nprov:CPA'/>", ""), "CPA, NewsML-G2 provider");
  EXPECT_EQ(agencies("<provider literal='CPA'/>", ""), "CPA, NewsML-G2 provider");
  EXPECT_EQ(agencies("", "<infoSource role='isrol:originfo'><name>Sorn Council</name></infoSource><infoSource role='isrol:origcont'><name>Meridian News Agency</name></infoSource>"), "Meridian News Agency, NewsML-G2 infoSource");
  EXPECT_EQ(agencies("", ""), "");
}

TEST(NewsmlG2, HeadlinesAndWriters) {
  const Report r = item_of(news_item("<title>Slug</title>", "<headline role='hlrole:short'>Strike</headline><headline role='hlrole:main'>Miners strike in Tarrow</headline><creator><name>Ada Lund</name></creator><creator type='cpnat:organisation'><name>Meridian Desk</name></creator>"));
  EXPECT_EQ(r.title.value, "Miners strike in Tarrow");
  EXPECT_EQ(values_of(r.bylines), (Values{"Ada Lund"}));
  EXPECT_EQ(item_of(news_item("<title>Miners strike</title>", "")).title.value, "Miners strike");
}

TEST(NewsmlG2, DatesInTheirOrder) {
  const auto evidence = [](const std::string& item_meta, const std::string& meta) { return item_of(news_item(item_meta, "<headline>Miners strike</headline>" + meta)).published.evidence; };
  EXPECT_EQ(evidence("<firstCreated>2024-04-08</firstCreated>", "<contentCreated>2024-04-07</contentCreated>"), "NewsML-G2 contentCreated");
  EXPECT_EQ(evidence("<firstCreated>2024-04-08</firstCreated>", ""), "NewsML-G2 firstCreated");
  EXPECT_EQ(evidence("<embargoed>2024-05-01</embargoed>", ""), "") << "an embargo is no publication";
}

TEST(NewsmlG2, AMessageOfSeveralSets) {
  const std::string picture = news_item("<itemClass qcode='ninat:picture'/>", "<headline>A pit</headline><description>A pit near Sorn.</description>", "<remoteContent href='a.jpg'/>", "");
  const auto items = items_of("<newsMessage" + kSpace + "><header/><itemSet><packageItem guid='p'/>" + news_item("", "<headline>One</headline>", kXhtml, "") + picture + "</itemSet><itemSet>" + news_item("<pubStatus qcode='stat:canceled'/>", "<headline>Ferry lost</headline>", "", "") +
                              "</itemSet></newsMessage>");
  ASSERT_EQ(items.reports.size(), 2u);
  EXPECT_EQ(items.reports[0].source, "feed#1");
  EXPECT_EQ(items.reports[1].source, "feed#3");
  EXPECT_EQ(items.reports[1].status.value, "canceled");
  EXPECT_EQ(items.reports[1].title.value, "Ferry lost");
  EXPECT_EQ(items.refusals(), (Values{"#2 unsupported"}));
}

TEST(NewsmlG2, VersionsAreReportsOfTheirOwn) {
  const std::string first = news_item("", "<headline>One</headline>");
  std::string second = first;
  second.replace(second.find("version='3'"), 11, "version='4'");
  EXPECT_NE(item_of(first).id, item_of(second).id);
  EXPECT_EQ(item_of(first).id, item_of(first).id);
}

TEST(NewsmlG2, WhatIsNoItem) {
  EXPECT_EQ(items_of("<newsMessage" + kSpace + "/>").refusals(), (Values{"empty"}));
  EXPECT_EQ(items_of("<packageItem" + kSpace + "/>").refusals(), (Values{"unsupported"}));
  EXPECT_EQ(items_of("<newsItem" + kSpace + "/>").refusals(), (Values{"#1 missing_text"}));
  EXPECT_EQ(items_of("<NewsML Version='1.2'><NewsItem/></NewsML>").refusals(), (Values{"unsupported"}));
  const std::string whole = news_item("", "");
  EXPECT_EQ(items_of(whole.substr(0, whole.size() - 3)).refusals(), (Values{"#1 truncated"}));
}

}  // namespace
}  // namespace attache
