#include "ingest/authors.h"

#include <gtest/gtest.h>

#include "ingest/ingest.h"
#include "support/texts.h"

namespace attache {
namespace {

const std::string kBody =
    "<p>The harbour council of Sorn put off its vote on the new breakwater for the third time, saying that the engineers, the fishermen and the insurers had each brought a different map.</p>"
    "<p>The mayor told the meeting that she would rather be late than wet, and that the old wall would have to hold for one more winter, whatever the fishermen said about it.</p>"
    "<p>Fishermen from the upper quay left early and said they had heard the same words in the spring and expected to hear them again.</p>";
const std::string kTitle = "<h1>Harbour vote put off</h1>";
const std::string kSite = "<meta property=og:site_name content=\"Sorn Gazette\"><meta property=og:title content=\"Harbour vote put off\"><link rel=canonical href=https://sorngazette.example/a/1>";

Report report_of(const std::string& head, const std::string& body) {
  Record record;
  record.source = "test";
  record.decoded = true;
  record.format = Format::html;
  record.content = "<html><head>" + kSite + head + "</head><body>" + body + "</body></html>";
  Result<Report> report = read_report(std::move(record), testing::resources().knowledge);
  if (!report) {
    ADD_FAILURE() << describe(report.error());
    return {};
  }
  return std::move(*report);
}

std::string json_ld(const std::string& author) { return "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":" + author + "}</script>"; }

std::vector<std::string> values_of(const std::vector<Evident<std::string>>& list) {
  std::vector<std::string> out;
  for (const auto& one : list) out.push_back(one.value);
  return out;
}

using Names = std::vector<std::string>;

void expect_signed(const Report& report, const Names& persons, const Names& agencies, const Names& signatures) {
  EXPECT_EQ(values_of(report.bylines), persons);
  EXPECT_EQ(values_of(report.agencies), agencies);
  EXPECT_EQ(values_of(report.signatures), signatures);
}

TEST(Authors, PersonsOfJsonLdBeforeThoseOfMeta) {
  expect_signed(report_of(json_ld("[{\"name\":\"Ada Roe\"},{\"name\":\"Jon Ling\"}]") + "<meta name=author content=\"Piet Alvang\">", kTitle + kBody), {"Ada Roe", "Jon Ling"}, {}, {"Ada Roe", "Jon Ling"});
}

TEST(Authors, AgenciesSignAsThePageWritesThem) {
  expect_signed(report_of(json_ld("{\"@type\":\"Organization\",\"name\":\"The Associated Press\"}"), kTitle + kBody), {}, {"AP"}, {"The Associated Press"});
  expect_signed(report_of(json_ld("\"Ada Roe and AFP\""), kTitle + kBody), {"Ada Roe"}, {"AFP"}, {"Ada Roe", "AFP"});
}

TEST(Authors, TheSiteSignsOnlyWhereNobodyElseDoes) {
  expect_signed(report_of(json_ld("{\"@type\":\"Person\",\"name\":\"Sorn Gazette\"}"), kTitle + kBody), {}, {}, {"Sorn Gazette"});
  expect_signed(report_of(json_ld("{\"@type\":\"Organization\",\"name\":\"Sorn Gazette\"}") + "<meta name=author content=\"Ada Roe\">", kTitle + kBody), {"Ada Roe"}, {}, {"Ada Roe"});
  expect_signed(report_of("<meta name=author content=sorngazette.example>", kTitle + "<p class=byline>By Ada Roe</p>" + kBody), {"Ada Roe"}, {}, {"Ada Roe"});
  expect_signed(report_of("<meta name=author content=\"Sorn Gazette (www.sorngazette.example)\">", kTitle + kBody), {}, {}, {"Sorn Gazette"});
}

TEST(Authors, ADeskIsNoPerson) {
  for (const char* desk : {"Harbour-Redaktion", "Sorn Gazette Online", "News Desk", "Redacci\u00f3n", "\u7de8\u96c6\u90e8"}) {
    expect_signed(report_of("<meta name=author content=\"" + std::string(desk) + "\">", kTitle + kBody), {}, {}, {desk});
  }
}

TEST(Authors, TheNewsroomBehindAPersonIsWhereSheWorks) {
  expect_signed(report_of("<meta name=author content=\"Ada Roe, Sorn Gazette\">", kTitle + kBody), {"Ada Roe"}, {}, {"Ada Roe"});
}

TEST(Authors, AForeignOrganisationIsTakenForItsAgency) {
  expect_signed(report_of(json_ld("{\"@type\":\"Organization\",\"name\":\"Northwire\"}"), kTitle + kBody), {}, {"Northwire"}, {"Northwire"});
}

TEST(Authors, AddressesAndAccountsAreNoNames) {
  for (const char* author : {"a.roe@sorngazette.example", "https://sorngazette.example/ada", "@adaroe", "admin", "ada-roe", "Editor", "12345"}) {
    expect_signed(report_of("<meta name=author content=\"" + std::string(author) + "\">", kTitle + kBody), {}, {}, {});
  }
}

TEST(Authors, APenNameSignsButIsNoPerson) { expect_signed(report_of("<meta name=author content=Harbourwatch>", kTitle + kBody), {}, {}, {"Harbourwatch"}); }

TEST(Authors, MarkedElementsHaveTheirPlaceInTheText) {
  const Report report = report_of("", kTitle + "<p>By <a rel=author>Ada Roe</a></p>" + kBody);
  expect_signed(report, {"Ada Roe"}, {}, {"Ada Roe"});
  ASSERT_EQ(report.signatures.size(), 1u);
  EXPECT_EQ(slice(report.text, report.signatures[0].span), "Ada Roe");
  EXPECT_EQ(report.signatures[0].evidence, "rel=author");
}

TEST(Authors, ThinWordsAroundAnInnerElementAreNotPartOfTheName) {
  expect_signed(report_of("", kTitle + "<div class=author><a rel=author>Ada Roe</a> Harbour Reporter</div>" + kBody), {"Ada Roe"}, {}, {"Ada Roe"});
  expect_signed(report_of("", kTitle + "<div class=authors><a rel=author>Ada Roe</a> and Jon Ling</div>" + kBody), {"Ada Roe", "Jon Ling"}, {}, {"Ada Roe", "Jon Ling"});
}

TEST(Authors, BylinesInOtherLanguages) {
  for (const auto& [line, name] : {std::pair("Von Karl Muster", "Karl Muster"), std::pair("Par Jeanne Roux", "Jeanne Roux"), std::pair("Por Ana P\u00e9rez", "Ana P\u00e9rez"), std::pair("\u0410\u0432\u0442\u043e\u0440: \u0418\u0432\u0430\u043d \u041c\u043e\u0440\u043e\u0437", "\u0418\u0432\u0430\u043d \u041c\u043e\u0440\u043e\u0437")}) {
    expect_signed(report_of("", kTitle + "<div>" + line + "</div>" + kBody), {name}, {}, {name});
  }
}

TEST(Authors, AByWordBeforeOtherThingsIsNoByline) {
  for (const char* line : {"Von der Leyen", "Par avion", "Por fin", "By the harbour", "De nada", "Di nuovo"}) {
    expect_signed(report_of("", kTitle + "<div>" + std::string(line) + "</div>" + kBody), {}, {}, {});
  }
}

TEST(Authors, ANameAloneOverTheText) {
  expect_signed(report_of("<meta name=author content=\"Sorn Gazette\">", kTitle + "<article><p><strong>Ada Roe</strong></p>" + kBody + "</article>"), {"Ada Roe"}, {}, {"Ada Roe"});
  expect_signed(report_of("", kTitle + "<article><p><strong>Ada Roe/Jon Ling</strong></p>" + kBody + "</article>"), {"Ada Roe", "Jon Ling"}, {}, {"Ada Roe", "Jon Ling"});
  expect_signed(report_of("<meta name=author content=\"Piet Alvang\">", kTitle + "<article><p>Ada Roe</p>" + kBody + "</article>"), {"Piet Alvang"}, {}, {"Piet Alvang"});
  expect_signed(report_of("", kTitle + "<article><p>New York</p>" + kBody + "</article>"), {}, {}, {});
}

TEST(Authors, ANameBeforeADate) { expect_signed(report_of("", "<article>" + kTitle + "<div>Ada Roe | 5 April 2024</div>" + kBody + "</article>"), {"Ada Roe"}, {}, {"Ada Roe"}); }

TEST(Authors, OthersOnThePageDoNotSign) {
  for (const char* other : {"<div class=related-stories><p>By Piet Alvang</p></div>", "<div class=comments><b class=author>Piet Alvang</b></div>", "<figure><img src=x><figcaption>The quay. Photo: Piet Alvang</figcaption></figure>",
                            "<div class=author-bio>Piet Alvang writes on harbours.</div>", "<aside><a rel=author>Piet Alvang</a></aside>"}) {
    expect_signed(report_of("", kTitle + "<article>" + kBody + other + "</article>"), {}, {}, {});
    expect_signed(report_of("<meta name=author content=\"Ada Roe\">", kTitle + "<article>" + kBody + other + "</article>"), {"Ada Roe"}, {}, {"Ada Roe"});
  }
}

TEST(Authors, ABylineFurtherDownIsOfAnotherStory) {
  const std::string body = "<article>" + kTitle + kBody + "<p>By Piet Alvang</p><p>In other news the lighthouse of Sorn will be painted in the colours of the town, as it was before the war, and it will be open on Sundays.</p></article>";
  expect_signed(report_of("<meta name=author content=\"Ada Roe\">", body), {"Ada Roe"}, {}, {"Ada Roe"});
  expect_signed(report_of("<meta name=author content=AFP>", body), {}, {"AFP"}, {"AFP"});
}

TEST(Authors, APrintedBylineCompletesADeclaredAuthor) {
  expect_signed(report_of(json_ld("\"Ada Roe\""), "<article>" + kTitle + "<p>By Ada Roe and Jon Ling, AFP</p>" + kBody + "</article>"), {"Ada Roe", "Jon Ling"}, {"AFP"}, {"Ada Roe"});
}

TEST(Authors, TheDeskOfAnAgencyIsTheAgency) { expect_signed(report_of("<meta name=author content=\"Redazione AFP\">", kTitle + kBody), {}, {"AFP"}, {"Redazione AFP"}); }

TEST(Authors, APositionIsNoName) { expect_signed(report_of("", "<article>" + kTitle + "<p>By Ada Roe, CEO of Merrow on Channel Nine</p>" + kBody + "</article>"), {"Ada Roe"}, {}, {"Ada Roe"}); }

TEST(Authors, AThousandNestedElementsAreReadInNoTime) {
  std::string open, close;
  for (int i = 0; i < 1500; ++i) open += "<span class=author>", close += "</span>";
  expect_signed(report_of("", kTitle + open + "Ada Roe" + close + kBody), {"Ada Roe"}, {}, {"Ada Roe"});
  expect_signed(report_of("", kTitle + open + "Ada Roe" + kBody), {}, {}, {});
}

TEST(Authors, TheSamePersonInCapitalsIsOne) {
  const Report report = report_of("<meta name=author content=\"Ada Roe\">", "<article>" + kTitle + "<p>By ADA ROE</p>" + kBody + "</article>");
  EXPECT_EQ(values_of(report.bylines), Names{"Ada Roe"});
}

}  // namespace
}  // namespace attache
