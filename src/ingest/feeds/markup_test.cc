#include "ingest/feeds/markup.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

std::string inside(std::string_view xml) {
  const Result<XmlTree> tree = read_xml(xml);
  EXPECT_TRUE(tree.has_value());
  return tree ? html_inside(root_of(*tree)) : "";
}

TEST(Markup, HtmlInsideAnElement) {
  EXPECT_EQ(inside("<d>&lt;p&gt;one &amp;amp; two&lt;/p&gt;</d>"), "<p>one &amp; two</p>") << "escaped";
  EXPECT_EQ(inside("<d><![CDATA[<p>one</p>]]></d>"), "<p>one</p>");
  EXPECT_EQ(inside("<d xmlns:x='http://www.w3.org/1999/xhtml'><x:p class='a'>one &lt; two<x:br/></x:p></d>"), "<p class=\"a\">one &lt; two<br></p>") << "elements";
  EXPECT_EQ(inside("<d>&amp;lt;p&amp;gt;one&amp;lt;/p&amp;gt;</d>"), "<p>one</p>") << "escaped twice";
  EXPECT_EQ(inside("<d>x &amp;lt; y</d>"), "x &lt; y") << "a sign escaped twice is no tag";
  EXPECT_EQ(inside("<d>&lt;p&gt;the tag &amp;lt;b&amp;gt;&lt;/p&gt;</d>"), "<p>the tag &lt;b&gt;</p>");
}

TEST(Markup, PlainWords) {
  EXPECT_EQ(plain_words("  Fire  at\nSorn "), "Fire at Sorn");
  EXPECT_EQ(plain_words("Miners &amp; <b>owners</b> <i>talk</i>"), "Miners & owners talk");
  EXPECT_EQ(plain_words("Council &#8216;ready&#8217;"), "Council ‘ready’");
  EXPECT_EQ(plain_words("5 < 6 & 7"), "5 < 6 & 7");
  EXPECT_EQ(plain_words("<p></p>"), "");
}

TEST(Markup, HasWords) {
  for (const char* html : {"a", "<p>1</p>", "&eacute;", "<b class='x'></b>ж", "5 < 6"}) EXPECT_TRUE(has_words(html)) << html;
  for (const char* html : {"", " ", "<p></p>", "<img alt='words'>", "&nbsp;", "\u00A0", "<!-- words -->", "<p class=words", "..."}) {
    EXPECT_FALSE(has_words(html)) << html;
  }
}

TEST(Markup, LooksLikeMarkup) {
  for (const char* text : {"<p>one", "a<br/>b", "Caf&eacute;", "</div>"}) EXPECT_TRUE(looks_like_markup(text)) << text;
  for (const char* text : {"", "5 < 6", "a <unknown> b", "R&D", "<3", "<a@b.example>"}) EXPECT_FALSE(looks_like_markup(text)) << text;
}

}  // namespace
}  // namespace attache
