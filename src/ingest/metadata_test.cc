#include "ingest/metadata.h"

#include <gtest/gtest.h>

#include "ingest/ingest.h"
#include "support/texts.h"

namespace attache {
namespace {

const std::string kBody =
    "<p>The harbour council of Sorn put off its vote on the new breakwater for the third time, saying that the engineers, the fishermen and the insurers had each brought a different map.</p>"
    "<p>The mayor, Ada Holm, told the meeting that she would rather be late than wet, and that the old wall would have to hold for one more winter.</p>"
    "<p>Fishermen from the upper quay left early and said they had heard the same words in the spring and expected to hear them again.</p>";

Report read(Record record) {
  record.source = "test";
  record.decoded = true;
  Result<Report> report = read_report(std::move(record), testing::resources().knowledge);
  if (!report) {
    ADD_FAILURE() << describe(report.error());
    return {};
  }
  return std::move(*report);
}

Report html_report(const std::string& head, const std::string& body) {
  Record record;
  record.format = Format::html;
  record.content = "<html><head>" + head + "</head><body>" + body + "</body></html>";
  return read(std::move(record));
}

Report text_report(const std::string& text) { return testing::report_of({.text = text}); }

std::string json_ld(const std::string& fields) { return "<script type=application/ld+json>{\"@type\":\"NewsArticle\"," + fields + "}</script>"; }

std::vector<std::string> values_of(const std::vector<Evident<std::string>>& list) {
  std::vector<std::string> out;
  for (const auto& one : list) out.push_back(one.value);
  return out;
}

std::string day(const Evident<Date>& date) { return date.value.year ? to_string(date.value) : ""; }

using Values = std::vector<std::string>;

// What a page without any date must give.
void expect_undated(const Report& report) {
  EXPECT_EQ(day(report.published), "") << report.published.evidence;
  EXPECT_EQ(report.published.evidence, "");
  EXPECT_EQ(report.published_minute, kNoTime);
}

TEST(ReportTitle, TheSiteIsNoTitle) {
  const Report report = html_report("<meta property=og:title content=\"Sorn Gazette\"><meta property=og:site_name content=\"Sorn Gazette\"><title>Harbour vote put off | Sorn Gazette</title>", kBody);
  EXPECT_EQ(report.title.value, "Harbour vote put off");
  EXPECT_EQ(report.title.evidence, "title element");
}

TEST(ReportTitle, PointsToItsPlaceInTheText) {
  const Report report = html_report("<title>Harbour vote put off</title>", "<h1>Harbour  vote put off</h1>" + kBody);
  EXPECT_EQ(slice(report.text, report.title.span), "Harbour vote put off");
}

TEST(ReportTitle, MarkupInATitleIsText) {
  EXPECT_EQ(html_report("<meta property=og:title content=\"&lt;script&gt;alert(1)&lt;/script&gt;\">", kBody).title.value, "<script>alert(1)</script>");
}

TEST(OutletName, FromAFieldWithItsEvidence) {
  const Report report = html_report("<meta property=og:site_name content=\"Sorn Gazette\">", kBody);
  EXPECT_EQ(report.outlet.value, "Sorn Gazette");
  EXPECT_EQ(report.outlet.evidence, "meta og:site_name");
}

TEST(OutletName, TheNameReadersKnowBeforeACompanyOrAHost) {
  const auto outlet_of = [](const std::string& publisher) {
    return html_report(json_ld("\"publisher\":{\"name\":\"" + publisher + "\"}") + "<meta property=og:site_name content=\"Sorn Gazette\">", kBody).outlet.value;
  };
  for (const char* company : {"Sorn Media GmbH", "Gazette Hus A/S", "Sorn Papers Ltd.", "sorngazette.net"}) EXPECT_EQ(outlet_of(company), "Sorn Gazette") << company;
  EXPECT_EQ(outlet_of("Sorn Daily"), "Sorn Daily");
  EXPECT_EQ(html_report(json_ld("\"publisher\":{\"name\":\"Sorn Media GmbH\"}"), kBody).outlet.value, "Sorn Media GmbH") << "nothing better is declared";
}

TEST(OutletName, AnAddressIsNoName) {
  const Report report = html_report("<meta name=publisher content=\"https://social.example/sorngazette\">", kBody);
  EXPECT_EQ(report.outlet.value, "");
}

TEST(OutletName, FromAHostOfTheTable) {
  const Report report = html_report("<link rel=canonical href=\"https://www.abidjan.net/a/1\">", kBody);
  EXPECT_EQ(report.outlet.value, "Abidjan.net");
  EXPECT_EQ(report.outlet.evidence, "host abidjan.net");
}

TEST(OutletName, FromTheMastheadAsPrinted) {
  const Report report = text_report("SORN GAZETTE\n\nHarbour council puts off its vote again\n\nThe harbour council of Sorn put off its vote on the new breakwater for the third time, the clerk said.\n\nThe mayor said the old wall would hold.\n");
  EXPECT_EQ(report.outlet.value, "Sorn Gazette");
  EXPECT_EQ(slice(report.text, report.outlet.span), "SORN GAZETTE");
  EXPECT_EQ(report.title.value, "Harbour council puts off its vote again");
}

TEST(OutletName, FromTheCopyrightLine) {
  const Report report = html_report("", "<h1>Harbour vote put off</h1><article>" + kBody + "</article><footer>\u00a9 2024 The Sorn Gazette. All rights reserved.</footer>");
  EXPECT_EQ(report.outlet.value, "The Sorn Gazette");
  EXPECT_EQ(report.outlet.evidence, "copyright line");
}

TEST(AgencyName, AnAuthorThatIsAnAgencyIsNoPerson) {
  for (const char* author : {"Reuters", "By Reuters", "Meridian News Agency", "AFP"}) {
    const Report report = html_report(std::string("<meta name=author content=\"") + author + "\">", kBody);
    EXPECT_EQ(report.agencies.size(), 1u) << author;
    EXPECT_TRUE(report.bylines.empty()) << author;
  }
}

TEST(AgencyName, AnAuthorFieldMayNameBoth) {
  const Report report = html_report("<meta name=author content=\"Ada Roe and AP\">", kBody);
  EXPECT_EQ(values_of(report.agencies), Values{"AP"});
  EXPECT_EQ(values_of(report.bylines), Values{"Ada Roe"});
  EXPECT_EQ(report.agencies.at(0).evidence, "meta author");
}

TEST(AgencyName, AnOrganisationOfAnotherNameIsTheAgency) {
  const Report report = html_report(json_ld("\"publisher\":\"Sorn Gazette\",\"author\":{\"@type\":\"Organization\",\"name\":\"Northwire\"}"), kBody);
  EXPECT_EQ(values_of(report.agencies), Values{"Northwire"});
  EXPECT_EQ(report.agencies.at(0).evidence, "JSON-LD author (organisation)");
}

TEST(AgencyName, TheOutletAndItsDesksAreNone) {
  for (const char* author : {"Sorn Gazette", "Sorn Gazette Staff", "The Sorn Gazette", "News Desk", "Web Team"}) {
    const Report report = html_report(json_ld(std::string("\"publisher\":\"Sorn Gazette\",\"author\":{\"@type\":\"Organization\",\"name\":\"") + author + "\"}"), kBody);
    EXPECT_TRUE(report.agencies.empty()) << author;
  }
}

Report tailed(const std::string& last_paragraph) {
  return text_report("Harbour council puts off its vote again\n\nThe harbour council of Sorn put off its vote on the new breakwater for the third time, the clerk said.\n\n" + last_paragraph + "\n");
}

TEST(AgencyName, ACreditBehindTheLastSentence) {
  const Report report = tailed("The mayor told the meeting that the old wall would have to hold for one more winter at least, and that nobody could vote on the ice. (Reuters)");
  ASSERT_EQ(values_of(report.agencies), Values{"Reuters"});
  EXPECT_EQ(report.agencies[0].evidence, "credit line");
  EXPECT_EQ(slice(report.text, report.agencies[0].span), "(Reuters)");
}

// The credit must not make a short last paragraph look like a line of furniture.
TEST(AgencyName, ACreditBehindAShortLastSentence) {
  for (const char* credit : {"(Reuters)", "/Reuters/", "Reuters", "\u2014 Reuters"}) {
    const Report report = tailed(std::string("The mayor told the meeting that the old wall would have to hold. ") + credit);
    EXPECT_EQ(values_of(report.agencies), Values{"Reuters"}) << credit;
    EXPECT_EQ(report.blocks.at(2).kind, BlockKind::paragraph) << credit;
  }
}

TEST(AgencyName, APictureIsNoEvidenceForTheText) {
  const Report report = html_report("", "<article><figure><figcaption>The old wall. (Photo by Jon Ling/AFP)</figcaption></figure>" + kBody + "</article>");
  EXPECT_TRUE(report.agencies.empty());
  EXPECT_TRUE(report.bylines.empty());
  EXPECT_EQ(values_of(report.caption_credits), (Values{"Jon Ling", "AFP"}));
}

TEST(AgencyName, WhatTheTextSaysOfItselfCountsLast) {
  const std::string told = "<p>The clerk told Reuters that no date had been named and that none would be named before the ice had gone from the harbour.</p>";
  const Report weak = html_report("", "<article>" + told + kBody + "</article>");
  EXPECT_EQ(values_of(weak.agencies), Values{"Reuters"});
  EXPECT_EQ(weak.agencies.at(0).evidence, "the text: \"told Reuters\"");
  const Report strong = html_report("<meta name=author content=AFP>", "<article>" + told + kBody + "</article>");
  EXPECT_EQ(values_of(strong.agencies), Values{"AFP"});
}

TEST(AgencyName, TwoThatSpeakOfThemselvesAreNone) {
  const Report report = html_report("", "<article><p>The clerk told Reuters that no date had been named and that none would be named before the ice had gone.</p><p>The mayor told AFP that she would rather be late than wet, whatever the engineers might say.</p>" + kBody + "</article>");
  EXPECT_TRUE(report.agencies.empty());
}

TEST(AgencyName, ShortAndLongFormAreOne) {
  const Report report = html_report("<meta name=author content=\"Continental Press Agency\">", "<article><p>SORN, 17 March (CPA) \u2014 The harbour council of Sorn put off its vote on the new breakwater for the third time.</p>" + kBody + "</article>");
  EXPECT_EQ(report.agencies.size(), 1u);
}

TEST(PublishedDate, FieldsGoBeforeTheAddressAndThePage) {
  const std::string url = "<link rel=canonical href=\"https://e.example/2024/03/16/vote\">";
  const std::string stamp = "<h1>Harbour vote put off</h1><div>Published: 15 March 2024</div>";
  const Report all = html_report(url + json_ld("\"datePublished\":\"2024-03-17T10:30:00+02:00\""), stamp + kBody);
  EXPECT_EQ(day(all.published), "2024-03-17");
  EXPECT_EQ(all.published.evidence, "JSON-LD datePublished");
  EXPECT_EQ(all.published_minute, 8 * 60 + 30);
  const Report two = html_report(url, stamp + kBody);
  EXPECT_EQ(day(two.published), "2024-03-16");
  EXPECT_EQ(two.published.evidence, "URL path");
  const Report one = html_report("", stamp + kBody);
  EXPECT_EQ(day(one.published), "2024-03-15");
  EXPECT_EQ(slice(one.text, one.published.span), "15 March 2024");
}

TEST(PublishedDate, ValuesThatAreNoDateArePassedOver) {
  for (const char* bad : {"0000-00-00", "2024-02-30", "2024-03", "yesterday", "-", "0710662400"}) {
    const Report report = html_report(json_ld(std::string("\"datePublished\":\"") + bad + "\"") + "<meta property=article:published_time content=2024-03-17>", kBody);
    EXPECT_EQ(day(report.published), "2024-03-17") << bad;
    EXPECT_EQ(report.published.evidence, "meta article:published_time") << bad;
  }
}

TEST(PublishedDate, WordsInAFieldAreRead) {
  const Report report = html_report("<meta name=date content=\"Sunday, 17 March 2024 10:30\">", kBody);
  EXPECT_EQ(day(report.published), "2024-03-17");
  EXPECT_EQ(report.published_minute, kNoTime);
}

TEST(PublishedDate, ADatelineWithYearIsEvidence) {
  const Report report = text_report("Harbour council puts off its vote\n\nSORN, 17 March 2024 (Northwire) -- The harbour council of Sorn put off its vote on the new breakwater for the third time.\n\nThe mayor said the old wall would hold.\n");
  EXPECT_EQ(day(report.published), "2024-03-17");
  EXPECT_EQ(report.published.evidence, "dateline");
}

TEST(PublishedDate, ADatelineWithoutYearIsNone) {
  expect_undated(text_report("Harbour council puts off its vote\n\nSORN, 17 March (Northwire) -- The harbour council of Sorn put off its vote on the new breakwater for the third time.\n\nThe mayor said the old wall would hold.\n"));
}

TEST(PublishedDate, ACaptionIsNone) {
  expect_undated(html_report("", "<h1>Harbour vote put off</h1><article><figure><img src=a><figcaption>The old wall on 3 March 2019.</figcaption></figure>" + kBody + "</article>"));
  expect_undated(html_report("", "<h1>Harbour vote put off</h1><article><figure><img src=a><figcaption>3 March 2019</figcaption></figure>" + kBody + "</article>"));
  expect_undated(text_report("Harbour council puts off its vote\n\nFishermen walk past the old wall in Sorn, March 3, 2019. (Photo by Jon Ling/AFP)\n\nThe harbour council of Sorn put off its vote on the new breakwater for the third time, the clerk said.\n"));
}

TEST(PublishedDate, ACaptionBetweenHeadlineAndTextIsNone) {
  for (const char* picture : {"<figure><img src=a><figcaption>The old wall on 3 March 2019.</figcaption></figure>", "<figure><img src=a><figcaption>Sorn, 3 March 2019</figcaption></figure>", "<div class=\"photo-caption\">The old wall on 3 March 2019. Jon Ling</div>"}) {
    expect_undated(html_report("<title>Harbour vote put off</title>", std::string("<h1>Harbour vote put off</h1>") + picture + "<div class=\"article-body\">" + kBody + "</div>"));
  }
}

TEST(PublishedDate, ACommentIsNone) {
  expect_undated(html_report("<title>Harbour vote put off</title>", "<h1>Harbour vote put off</h1><div class=\"article-body\">" + kBody + "</div><div id=\"comments\"><div>gull77, 4 May 2021</div><p>Same as every year.</p></div>"));
}

TEST(PublishedDate, AnotherStoryIsNone) {
  for (const char* other : {"<div class=\"latest\"><a href=/x>Storm warning for the south coast</a> <time datetime=\"2020-01-05\">5 Jan</time></div>", "<div class=\"sidebar\"><div><a href=/x>Storm warning</a></div><div>5 January 2020</div></div>"}) {
    expect_undated(html_report("<title>Harbour vote put off</title>", std::string(other) + "<h1>Harbour vote put off</h1><div class=\"article-body\">" + kBody + "</div>"));
  }
}

TEST(PublishedDate, ADateInTheTextIsNone) {
  expect_undated(html_report("<title>Harbour vote put off</title>", "<h1>Harbour vote put off</h1><article>" + kBody + "<p>The wall was finished on 3 May 1921, after a flood that had taken the lower quay and the fish market with it.</p></article>"));
}

TEST(PublishedDate, ACopyrightYearIsNone) {
  expect_undated(html_report("<title>Harbour vote put off</title>", "<h1>Harbour vote put off</h1><article>" + kBody + "</article><footer>\u00a9 2024 Sorn Gazette</footer>"));
}

TEST(PublishedDate, ALineNearTheTitleIsTheLastResort) {
  const Report report = html_report("<title>Harbour vote put off</title>", "<h1>Harbour vote put off</h1><div class=\"meta\">From our own writer in Sorn, 17 March 2024</div><div class=\"article-body\">" + kBody + "</div>");
  EXPECT_EQ(day(report.published), "2024-03-17");
  EXPECT_EQ(report.published.evidence, "printed at the headline");
  EXPECT_EQ(slice(report.text, report.published.span), "17 March 2024");
}

TEST(PublishedDate, TheChangeCountsWhenNothingElseIsGiven) {
  const Report report = text_report("Harbour council puts off its vote\n\nLast updated: 19 March 2024\n\nThe harbour council of Sorn put off its vote on the new breakwater for the third time, the clerk said.\n");
  EXPECT_EQ(day(report.published), "2024-03-19");
  EXPECT_EQ(day(report.modified), "2024-03-19");
}

TEST(ModifiedDate, IsKeptApart) {
  const Report report = html_report(json_ld("\"datePublished\":\"2024-03-17\",\"dateModified\":\"2024-03-18T08:00Z\""), kBody);
  EXPECT_EQ(day(report.published), "2024-03-17");
  EXPECT_EQ(day(report.modified), "2024-03-18");
  EXPECT_EQ(report.modified.evidence, "JSON-LD dateModified");
}

TEST(DatelineDay, TakesItsYearFromThePublication) {
  const std::string body = "<article><p>SORN, 17 March (Northwire) \u2014 The harbour council of Sorn put off its vote on the new breakwater for the third time.</p>" + kBody + "</article>";
  const Report dated = html_report(json_ld("\"datePublished\":\"2024-03-18\""), body);
  EXPECT_EQ(day(dated.dateline_day), "2024-03-17");
  EXPECT_EQ(dated.dateline_day.evidence, "dateline");
  EXPECT_EQ(slice(dated.text, dated.dateline_day.span), "SORN, 17 March (Northwire) \u2014");
  const Report undated = html_report("", body);
  EXPECT_EQ(undated.dateline_day.value, (Date{0, 3, 17}));
  EXPECT_EQ(undated.published.value.year, 0);
  EXPECT_EQ(html_report("", "<article>" + kBody + "</article>").dateline_day.value, Date{});
}

TEST(AgencyName, AFewLinesThatQuoteAnAgencyAreNotItsReport) {
  const Report report = text_report("Harbour council puts off its vote\n\nIn a letter seen by Reuters on Thursday the mayor asked for one more winter.\n\nThe council will meet again after the ice has gone from the harbour.\n");
  EXPECT_TRUE(report.agencies.empty());
}

TEST(ShortLastSentence, IsText) {
  const Report report = text_report("Harbour council puts off its vote\n\nThe harbour council of Sorn put off its vote on the new breakwater for the third time, the clerk said.\n\nShe works for AP.\n");
  EXPECT_EQ(report.blocks.back().kind, BlockKind::paragraph);
  EXPECT_TRUE(report.agencies.empty());
}

TEST(Photographers, ArePersonsAmongTheCaptionCredits) {
  const Report report = html_report("", "<article><figure><figcaption>The old wall. (Photo by Jon Ling/AFP)</figcaption></figure>" + kBody + "</article>");
  EXPECT_EQ(values_of(report.photographers), Values{"Jon Ling"});
}

TEST(DatelinePlace, FromTheTextBeforeTheField) {
  const Report text = html_report(json_ld("\"dateline\":\"Oslo\""), "<article><p>SORN, 17 March (Northwire) \u2014 The harbour council of Sorn put off its vote on the new breakwater for the third time.</p>" + kBody + "</article>");
  EXPECT_EQ(values_of(text.dateline_places), Values{"Sorn"});
  const Report field = html_report(json_ld("\"dateline\":\"SORN, March 17\""), kBody);
  EXPECT_EQ(values_of(field.dateline_places), Values{"Sorn"});
  EXPECT_EQ(field.dateline_places.at(0).evidence, "JSON-LD dateline");
}

TEST(LanguageOfReport, IsSeenFromTheTextNotTheField) {
  const Report report = html_report("<meta http-equiv=content-language content=de>", kBody);
  EXPECT_EQ(report.language.value, "en");
  EXPECT_EQ(report.language.evidence, "letters of the text");
}

TEST(LanguageOfReport, TheFieldCountsForAShortText) {
  Record record;
  record.content = "Ormlig tveskaft sover.";
  record.declared.languages.push_back({"DE-at", "language field"});
  const Report report = read(std::move(record));
  EXPECT_EQ(report.language.value, "de");
  EXPECT_EQ(report.language.evidence, "language field");
}

TEST(ReportId, HangsOnTextAndAddress) {
  const auto id = [](const std::string& url, const std::string& body) { return html_report("<link rel=canonical href=\"" + url + "\">", body).id; };
  EXPECT_EQ(id("https://e.example/a", kBody), id("https://e.example/a/?utm_source=x#top", kBody));
  EXPECT_NE(id("https://e.example/a", kBody), id("https://e.example/b", kBody));
  EXPECT_NE(id("https://e.example/a", kBody), id("https://e.example/a", kBody + "<p>One more sentence of the clerk, who had the last word.</p>"));
  EXPECT_TRUE(id("https://e.example/a", kBody).starts_with("r-"));
}

TEST(ReportId, WithoutAddressHangsOnOutletAndTime) {
  const auto id = [](const char* outlet, const char* published) { return testing::report_of({.text = "The harbour council of Sorn put off its vote.", .published = published, .outlet = outlet}).id; };
  EXPECT_EQ(id("Sorn Gazette", "2024-03-17"), id("Sorn Gazette", "2024-03-17"));
  EXPECT_NE(id("Sorn Gazette", "2024-03-17"), id("Tarrow Daily", "2024-03-17"));
  EXPECT_NE(id("Sorn Gazette", "2024-03-17"), id("Sorn Gazette", "2024-03-18"));
  EXPECT_NE(id("Sorn Gazette", "2024-03-17T08:00Z"), id("Sorn Gazette", "2024-03-17T09:00Z"));
}

}  // namespace
}  // namespace attache
