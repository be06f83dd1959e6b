#include "ingest/feeds/nitf.h"

#include <gtest/gtest.h>

#include "support/items.h"

namespace attache {
namespace {

using testing::blocks_of;
using testing::body_of;
using testing::item_of;
using testing::items_of;
using testing::values_of;
using Values = std::vector<std::string>;

const std::string kText = "Miners in Tarrow went on strike over pay on Tuesday, the union said. The pits will stay shut until Friday.";

std::string nitf(const std::string& docdata, const std::string& body_head, const std::string& content, const std::string& body_end = "", const std::string& head = "") {
  return "<?xml version='1.0'?><!DOCTYPE nitf SYSTEM 'nitf-3-4.dtd'><nitf><head><title>Miners strike</title>" + docdata + head + "</head><body><body.head><hedline><hl1>Miners strike in Tarrow</hl1></hedline>" + body_head + "</body.head><body.content>" + content +
         "</body.content><body.end>" + body_end + "</body.end></body></nitf>";
}

TEST(Nitf, AnItemWithAllItsFields) {
  const Report r = item_of(nitf("<docdata management-status='canceled'><doc-id id-string='mna-1'/><date.issue norm='20240409T112000+0200'/><ed-msg info='KILLS the story'/><du-key version='5'/></docdata>",
                                "<byline>By <person>Ada Lund</person> and <person>Odo Marsh</person><byttl>Correspondents</byttl></byline><distributor><org>Meridian News Agency</org></distributor><dateline><location>TARROW</location>"
                                "<story.date norm='20240409'>April 9</story.date></dateline>",
                                "<p>" + kText + "</p>"));
  EXPECT_EQ(r.title.value, "Miners strike in Tarrow");
  EXPECT_EQ(r.title.evidence, "NITF hl1");
  EXPECT_EQ(values_of(r.agencies), (Values{"Meridian News Agency"}));
  EXPECT_EQ(values_of(r.bylines), (Values{"Ada Lund", "Odo Marsh"}));
  EXPECT_EQ(values_of(r.dateline_places), (Values{"Tarrow"}));
  EXPECT_EQ(to_string(r.published.value), "2024-04-09");
  EXPECT_EQ(r.published_minute, 560);
  EXPECT_EQ(r.status.value, "canceled");
  EXPECT_EQ(r.editor_note.value, "KILLS the story");
  EXPECT_EQ(r.wire_id.value, "mna-1");
  EXPECT_EQ(r.version, 5);
  EXPECT_EQ(r.outlet.value, "");
  EXPECT_EQ(body_of(r), kText);
}

TEST(Nitf, BodyContentOfEveryKind) {
  const Report r = item_of(nitf("", "", "<block><p>" + kText + "</p><hl2>What comes next</hl2><ul><li>A ballot on Monday</li><li>Talks on Tuesday, if the <org>union</org> agrees</li></ul><bq><block><p>We wait for an offer.</p></block></bq>"
                                        "<media media-type='image'><media-reference source='a.jpg'>a.jpg</media-reference><media-caption>A pit near <location>Sorn</location>.</media-caption><media-producer>Odo Marsh</media-producer></media></block>",
                                "<tagline>al/om</tagline><bibliography>Old papers</bibliography>"));
  EXPECT_EQ(body_of(r), kText + "\nWhat comes next\nA ballot on Monday\nTalks on Tuesday, if the union agrees\nWe wait for an offer.");
  EXPECT_EQ(blocks_of(r, BlockKind::heading), "What comes next");
  EXPECT_EQ(blocks_of(r, BlockKind::caption), "A pit near Sorn.\nOdo Marsh");
  EXPECT_EQ(blocks_of(r, BlockKind::sign_off), "al/om");
  EXPECT_EQ(r.text.find("a.jpg"), std::string::npos);
}

TEST(Nitf, DatesInTheirOrder) {
  const auto published = [](const std::string& docdata, const std::string& head = "", const std::string& body_head = "") {
    const Report r = item_of(nitf("<docdata>" + docdata + "</docdata>", body_head, "<p>" + kText + "</p>", "", head));
    return to_string(r.published.value) + " " + r.published.evidence;
  };
  EXPECT_EQ(published("<date.release norm='20240411'/><date.issue norm='20240410T060000Z'/>"), "2024-04-10 NITF date.issue");
  EXPECT_EQ(published("<date.release norm='20240411'/>"), "2024-04-11 NITF date.release");
  EXPECT_EQ(published("", "<pubdata date.publication='20240412T154210+0100'/>"), "2024-04-12 NITF date.publication");
  EXPECT_EQ(published("", "", "<dateline><story.date norm='20240409'>Tuesday</story.date></dateline>"), "2024-04-09 NITF story.date");
  EXPECT_EQ(published("<date.expire norm='20250101'/>"), "0000 ");
}

TEST(Nitf, ThePublicationIsTheOutletAndAnAgencyIsNot) {
  EXPECT_EQ(item_of(nitf("", "", "<p>" + kText + "</p>", "", "<pubdata type='print' name='Tarrow Daily'/>")).outlet.value, "Tarrow Daily");
  EXPECT_EQ(item_of(nitf("", "", "<p>" + kText + "</p>", "", "<pubdata type='web' name='Meridian News Agency'/>")).outlet.value, "");
  EXPECT_EQ(values_of(item_of(nitf("<docdata><doc.copyright holder='Meridian News Agency'/></docdata>", "", "<p>" + kText + "</p>")).agencies), (Values{"Meridian News Agency"}));
  EXPECT_EQ(values_of(item_of(nitf("<docdata><doc.copyright holder='Tarrow Daily'/></docdata>", "", "<p>" + kText + "</p>")).agencies), (Values{})) << "an owner is no agency";
}

TEST(Nitf, TheCityOfAPlaceInParts) {
  EXPECT_EQ(values_of(item_of(nitf("", "<dateline><location><country>Velmara</country><city>Port Alder</city></location></dateline>", "<p>" + kText + "</p>")).dateline_places), (Values{"Port Alder"}));
}

TEST(Nitf, OfTheNamespaceOf2006Too) {
  EXPECT_EQ(body_of(item_of("<nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><head/><body><body.content><p>" + kText + "</p></body.content></body></nitf>")), kText);
}

TEST(Nitf, OfNothingButItsContent) { EXPECT_EQ(body_of(item_of("<nitf><body.content><block><p>" + kText + "</p></block></body.content></nitf>")), kText); }

TEST(Nitf, WithoutTextOrCutOff) {
  EXPECT_EQ(items_of(nitf("", "", "", "<tagline>al/om</tagline>")).refusals(), (Values{"#1 missing_text"}));
  EXPECT_EQ(items_of("<nitf/>").refusals(), (Values{"#1 missing_text"}));
  const std::string whole = nitf("", "", "<p>" + kText + "</p>");
  EXPECT_EQ(items_of(whole.substr(0, whole.size() - 3)).refusals(), (Values{"#1 truncated"}));
}

}  // namespace
}  // namespace attache
