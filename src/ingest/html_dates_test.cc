#include "ingest/html_dates.h"

#include <gtest/gtest.h>

#include "ingest/html_page.h"

namespace attache {
namespace {

const std::string kBody =
    "<p>The harbour council of Sorn put off its vote on the new breakwater for the third time, saying that the engineers, the fishermen and the insurers had each brought a different map.</p>"
    "<p>The mayor, Ada Roe, told the meeting that she would rather be late than wet, and that the old wall would have to hold for one more winter.</p>"
    "<p>Nobody at the meeting could say who had ordered the stones that have been lying on the quay since the spring, or who is to pay for them.</p>";
const std::string kHead = "<title>Harbour vote put off</title>";
const std::string kTop = "<h1>Harbour vote put off</h1>";

Page page_of(const std::string& head, const std::string& body, const std::string& attributes = "lang=en") {
  Result<Page> page = read_html_page("<html " + attributes + "><head>" + head + "</head><body>" + body + "</body></html>");
  if (!page) {
    ADD_FAILURE() << describe(page.error());
    return {};
  }
  return std::move(*page);
}

// The day that would be believed, with its field; faint ones in brackets.
std::string first(const Page& page) {
  if (!page.declared.published.empty()) return page.declared.published.front().value + " " + page.declared.published.front().field;
  if (!page.declared.faint_published.empty()) return "(" + page.declared.faint_published.front().value + " " + page.declared.faint_published.front().field + ")";
  return "";
}

std::string json_ld(const std::string& date) { return "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Harbour vote put off\",\"datePublished\":\"" + date + "\"}</script>"; }
std::string canonical(const std::string& path) { return "<link rel=canonical href=\"https://e.example" + path + "\">"; }

TEST(HtmlDates, MarkedInManyWays) {
  EXPECT_EQ(first(page_of(kHead, kTop + "<abbr class=published title=2024-03-17T05:11:00-05:00>5:11 AM</abbr>" + kBody)), "2024-03-17T05:11:00-05:00 marked as a date at the headline");
  EXPECT_EQ(first(page_of(kHead, kTop + "<span itemprop=datePublished content=2024-03-17>today</span>" + kBody)), "2024-03-17 datePublished property at the headline");
  EXPECT_EQ(first(page_of(kHead, kTop + "<span property=\"schema:datePublished\" content=2024-03-17>today</span>" + kBody)), "2024-03-17 datePublished property at the headline");
  EXPECT_EQ(first(page_of(kHead, kTop + "<span class=stamp data-timestamp=1710662400>this morning</span>" + kBody)), "2024-03-17T08:00:00Z date attribute at the headline");
  EXPECT_EQ(first(page_of(kHead, kTop + "<span class=stamp data-published-time=1710662400000>this morning</span>" + kBody)), "2024-03-17T08:00:00Z date attribute at the headline");
  EXPECT_EQ(first(page_of(kHead, "<div class=artikel__datum>Hafen, 17.03.24</div>" + kTop + kBody, "lang=de")), "2024-03-17 marked as a date at the headline");
  EXPECT_EQ(first(page_of(kHead, kTop + "<time>17 March 2024</time>" + kBody)), "2024-03-17 time element at the headline");
}

TEST(HtmlDates, ALinksAttributesSpeakOfAnotherPage) {
  EXPECT_EQ(first(page_of(kHead, kTop + "<a href=/x data-publish-date=1710662400>Storm</a>" + kBody)), "");
}

TEST(HtmlDates, WordsThatOnlyLookLikeADateClass) {
  for (const char* name : {"candidate", "validated", "updatebox", "datepicker"}) {
    const Page page = page_of(kHead, kTop + "<p>Sorn</p>" + kBody + kBody + kBody + "<div class=" + std::string(name) + "><span>The wall of 3.3.21</span></div>");
    EXPECT_TRUE(page.declared.published.empty()) << name;
  }
}

TEST(HtmlDates, PrintedAtTheHeadlineWithItsPlaceInTheText) {
  const Page page = page_of(kHead, kTop + "<div>Sorn, 17 March 2024</div>" + kBody);
  ASSERT_FALSE(page.declared.published.empty());
  EXPECT_EQ(page.declared.published.front().field, "printed at the headline");
  EXPECT_EQ(slice(page.text, page.declared.published.front().span), "17 March 2024");
}

TEST(HtmlDates, DayBesideTheTitle) {
  EXPECT_EQ(first(page_of("<title>Harbour vote put off | Sorn Gazette | 17.03.2024</title>", kTop + kBody)), "2024-03-17 title element (day beside the title)");
  EXPECT_EQ(first(page_of("<title>The storm of 17.03.2024 - Sorn Gazette</title>", kTop + kBody)), "");
}

TEST(HtmlDates, DayBeforeTheFirstWords) {
  EXPECT_EQ(first(page_of(kHead, kTop + "<article><p>17.03.2024 10:16 Uhr - The council met in the hall by the harbour for the third time this year.</p>" + kBody + "</article>")), "2024-03-17 day before the first words");
  EXPECT_EQ(first(page_of(kHead, kTop + "<article><p>17 March 2024. The council met in the hall by the harbour for the third time this year.</p>" + kBody + "</article>")), "2024-03-17 day before the first words");
  EXPECT_EQ(first(page_of(kHead, kTop + "<article><p>17 March 2024 was the coldest day that anybody in the hall by the harbour could remember.</p>" + kBody + "</article>")), "");
}

TEST(HtmlDates, OrderOfAllDigitDates) {
  const std::string date = "<div class=post-date>04/05/2024</div>";
  EXPECT_EQ(first(page_of(kHead, kTop + date + kBody, "lang=de")), "2024-05-04 marked as a date at the headline");
  EXPECT_EQ(first(page_of(kHead, kTop + date + kBody, "lang=en-GB")), "2024-05-04 marked as a date at the headline");
  EXPECT_EQ(first(page_of(kHead, kTop + date + kBody, "lang=en-US")), "2024-04-05 marked as a date at the headline");
  EXPECT_EQ(first(page_of(kHead, kTop + date + kBody, "lang=en")), "") << "nothing decides";
  EXPECT_EQ(first(page_of(kHead + "<link rel=canonical href=https://e.example.ke/x>", kTop + date + kBody, "lang=en-US")), "2024-05-04 marked as a date at the headline");
  EXPECT_EQ(first(page_of(kHead, kTop + date + kBody + "<p>Last seen 25/12/2023</p>", "lang=en-US")), "2024-05-04 marked as a date at the headline");
}

TEST(HtmlDates, UtcGivesWayToTheDayOfTheAddress) {
  const Page page = page_of(kHead + canonical("/2024/03/16/vote") + json_ld("2024-03-17T02:18:11Z"), kTop + kBody);
  ASSERT_FALSE(page.declared.published.empty());
  EXPECT_EQ(page.declared.published.front().field, "JSON-LD datePublished (UTC), day of the address");
  EXPECT_EQ(parse_iso_date(page.declared.published.front().value), (Date{2024, 3, 16}));
  EXPECT_EQ(parse_iso_minute(page.declared.published.front().value), 1440 + 138) << "the moment stays";
  EXPECT_EQ(first(page_of(kHead + canonical("/2024/03/16/vote") + json_ld("2024-03-17T12:18:11Z"), kTop + kBody)), "2024-03-17T12:18:11Z JSON-LD datePublished") << "no zone people live in is twelve hours behind";
  EXPECT_EQ(first(page_of(kHead + canonical("/2024/03/16/vote") + json_ld("2024-03-17T02:18:11+03:00"), kTop + kBody)), "2024-03-17T02:18:11+03:00 JSON-LD datePublished") << "local already";
}

TEST(HtmlDates, UtcGivesWayToTheLocalTimeOfTheSameMoment) {
  EXPECT_EQ(first(page_of(kHead + json_ld("2024-03-17T02:11:03+00:00"), kTop + "<time datetime=2024-03-16T21:11:03-05:00>16 March</time>" + kBody)), "2024-03-16T21:11:03-05:00 time element at the headline");
}

TEST(HtmlDates, UtcGivesWayToTheDayAtTheHeadline) {
  EXPECT_EQ(first(page_of(kHead + json_ld("2024-03-17T02:11:03Z"), kTop + "<div>Published 16 March 2024</div>" + kBody)), "2024-03-16T23:11-03:00 JSON-LD datePublished (UTC), day printed at the headline");
  EXPECT_EQ(first(page_of(kHead + json_ld("2024-03-17T02:11:03Z"), kTop + "<div>Published 17 March 2024</div><div>16 March 2024</div>" + kBody)), "2024-03-17T02:11:03Z JSON-LD datePublished") << "the page shows the told day too";
}

TEST(HtmlDates, AnOlderAddressKeepsItsDay) {
  EXPECT_EQ(first(page_of(kHead + canonical("/2017/7/12/vote") + json_ld("2019-06-17T18:28:00+02:00"), kTop + kBody)), "2017-07-12 URL path");
  EXPECT_EQ(first(page_of(kHead + canonical("/2019/07/12/vote") + json_ld("2017-06-17T18:28:00+02:00"), kTop + kBody)), "2017-06-17T18:28:00+02:00 JSON-LD datePublished");
}

TEST(HtmlDates, VagueFieldsComeAfterWhatThePageShows) {
  EXPECT_EQ(first(page_of(kHead + "<meta name=date content=2024-03-20>", kTop + "<div class=post-date>17 March 2024</div>" + kBody)), "2024-03-17 marked as a date at the headline");
  EXPECT_EQ(first(page_of(kHead + "<meta name=date content=2024-03-20>", kTop + kBody)), "2024-03-20 meta date");
}

TEST(HtmlDates, FaintEvidence) {
  EXPECT_EQ(first(page_of(kHead + "<meta property=og:image content=https://e.example/media/2024/03/17/1.jpg>", kTop + kBody)), "(2024-03-17 address of the page's picture)");
  EXPECT_EQ(first(page_of(kHead, kTop + kBody + "<script>var page = {\"publishedAt\":\"2024-03-17\"};</script>")), "(2024-03-17 script, publishedAt)");
  EXPECT_EQ(first(page_of(kHead + "<meta property=article:modified_time content=2024-03-18>", kTop + kBody)), "(2024-03-18 meta article:modified_time)");
  EXPECT_EQ(first(page_of(kHead + "<meta http-equiv=last-modified content=\"Mon, 18 Mar 2024 10:00:00 GMT\">", kTop + kBody)), "") << "a server's clock";
}

TEST(HtmlDates, WhatIsNoDateOfThePage) {
  for (const char* other : {"<footer>Copyright \u00a9 2019-2024 Sorn Gazette</footer>", "<figure><figcaption>The wall, 3 March 2019</figcaption></figure>", "<nav><span class=date>3 March 2019</span></nav>", "<div class=comments><div class=comment-date>3 March 2019</div></div>",
                            "<ul><li>Storm warning <span class=date>3 March 2019</span></li></ul>", "<div class=related-posts><div class=date>3 March 2019</div></div>", "<div class=post-date>3 March 1974</div>"}) {
    EXPECT_EQ(first(page_of(kHead, kTop + kBody + other)), "") << other;
  }
}

TEST(HtmlDates, TodaysDateFarAboveTheHeadlineIsNone) {
  std::string menu;
  for (int i = 0; i < 120; ++i) menu += "<a href=/x>Harbour news</a> ";
  EXPECT_EQ(first(page_of(kHead, "<div class=date>20 March 2024</div><div>" + menu + "</div>" + kTop + kBody)), "");
}

TEST(HtmlDates, AWholePageOfClassSidebarOrInAFigureIsReadAllTheSame) {
  EXPECT_EQ(first(page_of(kHead, "<div class=sidebar-right>" + kTop + "<div class=date>17 March 2024</div>" + kBody + "</div>")), "2024-03-17 marked as a date at the headline");
  EXPECT_EQ(first(page_of(kHead, "<figure>" + kTop + "<div class=date>17 March 2024</div>" + kBody + "</figure>")), "2024-03-17 marked as a date at the headline");
}

TEST(HtmlDates, AnUpdateIsKeptApart) {
  const Page page = page_of(kHead, kTop + "<div>Published: 17 March 2024</div><div>Updated: 19 March 2024</div>" + kBody);
  EXPECT_EQ(first(page), "2024-03-17 printed at the headline");
  ASSERT_FALSE(page.declared.modified.empty());
  EXPECT_EQ(page.declared.modified.front().value, "2024-03-19");
  EXPECT_EQ(first(page_of(kHead, kTop + "<div>Updated: 19 March 2024</div>" + kBody)), "(2024-03-19 printed at the headline)");
}

// Many marked dates, deep and broken: no harm, and the time stays in bounds.
TEST(HtmlDates, HostilePages) {
  std::string many, deep;
  for (int i = 0; i < 5000; ++i) many += "<time datetime=2024-03-17>17</time><span class=date>17.03.2024</span>";
  for (int i = 0; i < 900; ++i) deep += "<div class=date>";
  EXPECT_EQ(page_of(kHead, kTop + kBody + many).declared.published.size(), 1u);
  EXPECT_FALSE(page_of(kHead, deep + kTop + "17 March 2024" + kBody).declared.titles.empty());
  EXPECT_EQ(first(page_of(kHead, kTop + "<time datetime=\"99999999999\">x</time><time datetime=\"\">y</time><span data-date=1999999999999999>z</span>" + kBody)), "");
}

}  // namespace
}  // namespace attache
