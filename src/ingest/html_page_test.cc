#include "ingest/html_page.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

const std::string kBody =
    "<p>The harbour council of Sorn put off its vote on the new breakwater for the third time, saying that the engineers, the fishermen and the insurers had each brought a different map.</p>"
    "<p>The mayor, Ada Roe, told the meeting that she would rather be late than wet, and that the old wall would have to hold for one more winter.</p>";

Page page_of(const std::string& head, const std::string& body) {
  Result<Page> page = read_html_page("<html><head>" + head + "</head><body>" + body + "</body></html>");
  if (!page) {
    ADD_FAILURE() << describe(page.error());
    return {};
  }
  return std::move(*page);
}

std::vector<std::string> lines_of(const std::vector<Declared>& list) {
  std::vector<std::string> out;
  for (const Declared& d : list) out.push_back(d.field + ": " + d.value);
  return out;
}

const PageBlock* block_with(const Page& page, std::string_view part) {
  for (const PageBlock& block : page.blocks) {
    if (slice(page.text, block.span).find(part) != std::string_view::npos) return &block;
  }
  ADD_FAILURE() << "no block holds: " << part;
  return nullptr;
}

using Lines = std::vector<std::string>;

TEST(HtmlPage, WithoutTextIsRefused) {
  const auto result = read_html_page("<html><head><title>Only a title</title></head><body><script>var a;</script></body></html>");
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, ErrorCode::missing_text);
}

TEST(HtmlPage, LimitsOfTheParserAreHandedOn) {
  HtmlLimits limits;
  limits.depth = 5;
  EXPECT_EQ(read_html_page("<div><div><div><div><div><div><div>x", false, limits).error().code, ErrorCode::too_deep);
}

TEST(HtmlPage, TitlesInOrderOfTrust) {
  const Page page = page_of("<title>Vote put off | Sorn Gazette</title><meta property=og:title content=\"Vote put off again\"><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Council puts off vote\"}</script>",
                            "<h1>Harbour vote put off</h1>" + kBody);
  EXPECT_EQ(lines_of(page.declared.titles), (Lines{"JSON-LD headline: Council puts off vote", "meta og:title: Vote put off again", "h1: Harbour vote put off", "title element: Vote put off | Sorn Gazette"}));
}

TEST(HtmlPage, EqualValuesStandOnce) {
  const Page page = page_of("<title>Vote put off</title><meta property=og:title content=\"Vote put off\">", "<h1>Vote put off</h1>" + kBody);
  EXPECT_EQ(lines_of(page.declared.titles), Lines{"meta og:title: Vote put off"});
}

TEST(HtmlPage, OutletFromJsonLdBeforeMeta) {
  const Page page = page_of("<meta property=og:site_name content=\"sorngazette.example\"><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"publisher\":{\"name\":\"Sorn Gazette\"}}</script>", kBody);
  EXPECT_EQ(lines_of(page.declared.outlets), (Lines{"JSON-LD publisher: Sorn Gazette", "meta og:site_name: sorngazette.example"}));
}

TEST(HtmlPage, AnOrganisationThatSignsIsNoPerson) {
  const Page page = page_of("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[{\"@type\":\"Organization\",\"name\":\"Northwire\"},{\"@type\":\"Person\",\"name\":\"Ada Roe\"}]}</script>", kBody);
  EXPECT_EQ(lines_of(page.declared.authors), (Lines{"JSON-LD author (organisation): Northwire", "JSON-LD author: Ada Roe"}));
}

TEST(HtmlPage, AuthorsOfJsonLdStandBeforeThoseOfMeta) {
  EXPECT_EQ(lines_of(page_of("<meta name=author content=\"Ada Roe\">", kBody).declared.authors), Lines{"meta author: Ada Roe"});
  EXPECT_EQ(lines_of(page_of("<meta name=author content=\"Sorn Gazette\"><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":\"Ada Roe\"}</script>", kBody).declared.authors), (Lines{"JSON-LD author: Ada Roe", "meta author: Sorn Gazette"}));
}

TEST(HtmlPage, LabelsOfSharedLinksNameTheAuthor) {
  EXPECT_EQ(lines_of(page_of("<meta name=twitter:label1 content=\"Written by\"><meta name=twitter:data1 content=\"Ada Roe\"><meta name=twitter:label2 content=\"Est. reading time\"><meta name=twitter:data2 content=\"4 minutes\">", kBody).declared.authors), Lines{"meta twitter:data1: Ada Roe"});
  EXPECT_EQ(lines_of(page_of("<meta name=twitter:label2 content=\"Verfasst von\"><meta name=twitter:data2 content=\"Ada Roe\">", kBody).declared.authors), Lines{"meta twitter:data2: Ada Roe"});
  EXPECT_TRUE(page_of("<meta name=twitter:label1 content=\"Written by\">", kBody).declared.authors.empty());
}

TEST(HtmlPage, TitlesAndNamesEscapedTwiceAreRead) {
  const Page page = page_of("<meta property=og:title content=\"H&amp;auml;fen &amp;amp; Wehre\"><meta name=author content=\"J&amp;ouml;rn M&amp;#252;nk\">", kBody);
  EXPECT_EQ(lines_of(page.declared.titles), Lines{"meta og:title: H\u00e4fen & Wehre"});
  EXPECT_EQ(lines_of(page.declared.authors), Lines{"meta author: J\u00f6rn M\u00fcnk"});
}

Lines headings_of(const std::string& body) {
  Lines out;
  for (const Heading& heading : page_of("", body).declared.headings) out.push_back(std::to_string(heading.level) + " " + heading.text);
  return out;
}

TEST(HtmlPage, HeadingsOverTheText) {
  EXPECT_EQ(headings_of("<h1>Vote put off</h1><article><h2>Third time</h2>" + kBody + "<h2>What comes next</h2><p>Nothing.</p></article>"), (Lines{"1 Vote put off", "2 Third time"}));
  EXPECT_EQ(headings_of("<h1><div>Harbour</div><div>Vote put off</div></h1>" + kBody), Lines{"1 Harbour Vote put off"});
  EXPECT_TRUE(headings_of(kBody).empty());
}

TEST(HtmlPage, HeadingsOfBreadcrumbsMenusAndBoxesAreNone) {
  for (const char* other : {"<ul><li><h1>Vote again put off by council</h1></li></ul>", "<nav><h1>Vote again put off by council</h1></nav>", "<div class=breadcrumbs><h1>Vote again put off by council</h1></div>", "<h1 class=c-breadcrumb__title>Vote again put off by council</h1>",
                            "<aside><h2>Other things</h2></aside>", "<footer><h3>Imprint</h3></footer>", "<h1 hidden>Vote again put off by council</h1>"}) {
    EXPECT_EQ(headings_of(std::string(other) + "<article><h2>Vote put off</h2>" + kBody + "</article>"), Lines{"2 Vote put off"}) << other;
  }
}

Lines marked_authors_of(const std::string& body) { return lines_of(page_of("", body).declared.printed_authors); }

TEST(HtmlPage, ElementsThatNameTheAuthor) {
  const std::string title = "<h1>Vote put off</h1>";
  EXPECT_EQ(marked_authors_of(title + "<p>By <a rel=author href=/ada>Ada Roe</a></p>" + kBody), Lines{"rel=author: Ada Roe"});
  EXPECT_EQ(marked_authors_of(title + "<div itemprop=author itemscope><span itemprop=name>Ada Roe</span></div>" + kBody), Lines{"itemprop author: Ada Roe"});
  EXPECT_EQ(marked_authors_of(title + "<span class=\"c-byline__names article-author\">By Ada Roe</span>" + kBody), Lines{"class of an author: By Ada Roe"});
  EXPECT_EQ(marked_authors_of(title + kBody + "<p class=author>Ada Roe</p>"), Lines{"class of an author: Ada Roe"});
  EXPECT_EQ(marked_authors_of(title + kBody + "<div itemprop=author itemscope><meta itemprop=name content=\"Ada Roe\"></div>"), Lines{"itemprop author: Ada Roe"});
  EXPECT_EQ(marked_authors_of(title + "<div class=author><a rel=author>Ada Roe</a> and Jon Ling</div>" + kBody), (Lines{"class of an author: Ada Roe and Jon Ling", "rel=author: Ada Roe"}));
}

TEST(HtmlPage, ElementsThatNameOthers) {
  const std::string title = "<h1>Vote put off</h1>";
  for (const char* other : {"<div class=author-bio>Ada Roe writes on harbours.</div>", "<div class=\"about-the-author\">Ada Roe</div>", "<figure><span class=author>Ada Roe</span></figure>", "<div class=related-stories><span class=author>Ada Roe</span></div>",
                            "<div class=comments><b class=comment-author>Ada Roe</b></div>", "<div class=comment-list><b class=author>Ada Roe</b></div>", "<aside><a rel=author>Ada Roe</a></aside>", "<footer><a rel=author>Ada Roe</a></footer>", "<span class=author hidden>Ada Roe</span>",
                            "<span class=authority>Ada Roe</span>", "<span class=author></span>", "<blockquote><span class=author>Ada Roe</span></blockquote>"}) {
    EXPECT_TRUE(marked_authors_of(title + other + kBody).empty()) << other;
    EXPECT_TRUE(marked_authors_of(title + kBody + other).empty()) << other;
  }
}

TEST(HtmlPage, AnElementOfAnAuthorThatHoldsTheTextIsNone) {
  EXPECT_TRUE(marked_authors_of("<div class=author><h1>Vote put off</h1>" + kBody + "</div>").empty());
  EXPECT_TRUE(page_of("", "<div class=author><span rel=author>" + kBody).declared.printed_authors.empty()) << "never closed";
}

TEST(HtmlPage, DatesOfPublicationAndChangeAreApart) {
  const Page page = page_of("<meta property=article:published_time content=2024-03-17T08:00Z><meta property=article:modified_time content=2024-03-18T09:00Z>", kBody);
  EXPECT_EQ(lines_of(page.declared.published), Lines{"meta article:published_time: 2024-03-17T08:00Z"});
  EXPECT_EQ(lines_of(page.declared.modified), Lines{"meta article:modified_time: 2024-03-18T09:00Z"});
}

TEST(HtmlPage, ATimeTagOfTheArticleIsADate) {
  const Page page = page_of("", "<article><time datetime=\"2024-03-17\">17 March</time><time class=\"updated\" datetime=\"2024-03-18\">18 March</time>" + kBody + "</article>");
  EXPECT_EQ(lines_of(page.declared.published), Lines{"time element at the headline: 2024-03-17"});
  EXPECT_EQ(lines_of(page.declared.modified), Lines{"time element at the headline: 2024-03-18"});
}

TEST(HtmlPage, ATimeTagOfSomethingElseIsNoDate) {
  for (const char* other : {"<aside><time datetime=2020-01-01>1 Jan</time></aside>", "<footer><time datetime=2020-01-01>1 Jan</time></footer>", "<ul><li><a href=/x>Storm</a> <time datetime=2020-01-01>1 Jan</time></li></ul>",
                            "<div class=related><time datetime=2020-01-01>1 Jan</time></div>", "<div id=comments><time datetime=2020-01-01>1 Jan</time></div>", "<figure><figcaption>The wall, <time datetime=2020-01-01>1 Jan</time></figcaption></figure>"}) {
    EXPECT_TRUE(page_of("", "<article>" + kBody + "</article>" + other).declared.published.empty()) << other;
  }
}

TEST(HtmlPage, ATimeTagInABoxOfOtherStoriesIsNoDate) {
  for (const char* other : {"<div class=latest><div><a href=/x>Storm warning</a> <time datetime=2020-01-05>5 Jan</time></div></div>", "<div class=sidebar><p><a href=/x>Storm warning</a> <time datetime=2020-01-05>5 Jan</time></p></div>",
                            "<figure><img src=a><span>The wall, <time datetime=2020-01-01>1 Jan</time></span></figure>"}) {
    EXPECT_TRUE(page_of("", std::string(other) + "<article>" + kBody + "</article>").declared.published.empty()) << other;
  }
}

TEST(HtmlPage, TheAddressGivesTheHost) {
  const Page page = page_of("<link rel=canonical href=\"https://www.sorngazette.example/harbour/1\"><meta property=og:url content=\"https://m.sorngazette.example/1\">", kBody);
  EXPECT_EQ(lines_of(page.declared.urls), (Lines{"canonical link: https://www.sorngazette.example/harbour/1", "meta og:url: https://m.sorngazette.example/1"}));
  EXPECT_EQ(page.declared.host, "sorngazette.example");
}

TEST(HtmlPage, AnAddressWithoutHostIsNone) {
  const Page page = page_of("<link rel=canonical href=\"/harbour/1\"><meta property=og:url content=\"javascript:alert(1)\">", kBody);
  EXPECT_TRUE(page.declared.urls.empty());
  EXPECT_EQ(page.declared.host, "");
}

TEST(HtmlPage, LanguagesInOrderOfTrust) {
  const auto page = read_html_page("<html lang=en-GB><head><meta http-equiv=content-language content=de></head><body>" + kBody + "</body></html>");
  ASSERT_TRUE(page.has_value());
  EXPECT_EQ(lines_of(page->declared.languages), (Lines{"html lang: en-GB", "meta content-language: de"}));
}

TEST(HtmlPage, FurnitureIsSettledAndTheTextIsNot) {
  const Page page = page_of("", "<nav><a href=/>Home</a></nav><article>" + kBody + "<figure><figcaption>The old wall.</figcaption></figure></article><footer>Imprint</footer>");
  EXPECT_EQ(block_with(page, "Home")->kind, BlockKind::chrome);
  EXPECT_TRUE(block_with(page, "Imprint")->settled);
  EXPECT_EQ(block_with(page, "The old wall")->kind, BlockKind::caption);
  EXPECT_EQ(block_with(page, "different map")->kind, BlockKind::paragraph);
  EXPECT_FALSE(block_with(page, "different map")->settled);
}

TEST(HtmlPage, AHeadlineOutsideTheTextIsAHeadingStillOpen) {
  const Page page = page_of("", "<header><h1>Vote put off</h1></header><article>" + kBody + "</article>");
  EXPECT_EQ(block_with(page, "Vote put off")->kind, BlockKind::heading);
  EXPECT_FALSE(block_with(page, "Vote put off")->settled);
}

TEST(HtmlPage, LinkSharesAreShares) {
  const Page page = page_of("", "<article>" + kBody + "<p><a href=/x>abc</a> defghi</p></article>");
  EXPECT_FLOAT_EQ(block_with(page, "abc")->link_share, 3.0F / 9);
  EXPECT_FLOAT_EQ(block_with(page, "different map")->link_share, 0);
}

TEST(HtmlPage, NoBlockIsLost) {
  const Page page = page_of("", "<nav>One</nav><div>Two</div><article>" + kBody + "</article><div hidden>Three</div><footer>Four</footer>");
  for (const char* part : {"One", "Two", "Three", "Four", "different map"}) EXPECT_NE(block_with(page, part), nullptr);
  EXPECT_EQ(page.blocks.size(), 6u);
}

}  // namespace
}  // namespace attache
