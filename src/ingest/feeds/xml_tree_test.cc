#include "ingest/feeds/xml_element.h"

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <fstream>
#include <iterator>

#include "support/texts.h"

namespace attache {
namespace {

XmlTree tree_of(std::string_view xml) {
  Result<XmlTree> tree = read_xml(xml);
  EXPECT_TRUE(tree.has_value()) << (tree ? "" : tree.error().message);
  return tree ? std::move(*tree) : XmlTree{};
}

// "a(b 'text' c(d))": names and texts, without attributes.
std::string outline(const XmlElement& element) {
  if (element.is_text()) return "'" + element.own_text() + "'";
  std::string out(element.name());
  std::string inside;
  for (XmlElement e = element.first(); e; e = e.next()) inside += (inside.empty() ? "" : " ") + outline(e);
  return inside.empty() ? out : out + "(" + inside + ")";
}

std::string outline_of(std::string_view xml) {
  const XmlTree tree = tree_of(xml);
  return outline(root_of(tree));
}

ErrorCode refusal(std::string_view xml, const XmlLimits& limits = {}) {
  const Result<XmlTree> tree = read_xml(xml, limits);
  EXPECT_FALSE(tree.has_value());
  return tree ? ErrorCode::unreadable : tree.error().code;
}

TEST(XmlTree, ElementsTextsAndCdata) {
  EXPECT_EQ(outline_of("<?xml version=\"1.0\"?>\n<!-- a --><a x='1'>one<b/>two<!-- no --><c>three &amp; <![CDATA[<four> & ]]>five</c></a>"), "a('one' b 'two' c('three & <four> & five'))");
  EXPECT_EQ(outline_of("<a><![CDATA[]]></a>"), "a");
  EXPECT_EQ(outline_of("<a>]]&gt;</a>"), "a(']]>')");
}

TEST(XmlTree, AttributesOfEveryForm) {
  const XmlTree tree = tree_of("<a one=\"1 &lt; 2\" two='\"' xml:lang = 'en' three=3 four five=''/>");
  const XmlElement a = root_of(tree);
  EXPECT_EQ(a.attribute("one"), "1 < 2");
  EXPECT_EQ(a.attribute("two"), "\"");
  EXPECT_EQ(a.attribute("xml:lang"), "en");
  EXPECT_EQ(a.attribute("three"), "3");
  EXPECT_EQ(a.attribute("four"), "");
  EXPECT_EQ(a.attribute("six"), "");
  EXPECT_EQ(a.attributes().size(), 6u);
}

TEST(XmlTree, NamespacesByNameNotByPrefix) {
  const XmlTree tree = tree_of("<rss xmlns:x='http://purl.org/dc/elements/1.1/' xmlns:y='http://a.example/'><x:creator/><y:creator/><creator/><z xmlns='http://www.w3.org/2005/Atom'><creator/></z><creator/></rss>");
  const std::vector<XmlElement> all = root_of(tree).children();
  ASSERT_EQ(all.size(), 5u);
  EXPECT_TRUE(all[0].is(XmlSpace::dc, "creator"));
  EXPECT_TRUE(all[1].is(XmlSpace::other, "creator"));
  EXPECT_TRUE(all[2].is(XmlSpace::plain, "creator"));
  EXPECT_TRUE(all[3].is(XmlSpace::atom, "z"));
  EXPECT_TRUE(all[3].first().is(XmlSpace::atom, "creator"));
  EXPECT_TRUE(all[4].is(XmlSpace::plain, "creator")) << "the binding ends with its element";
  EXPECT_TRUE(root_of(tree).child(XmlSpace::dc, "creator"));
  EXPECT_FALSE(root_of(tree).child(XmlSpace::media, "creator"));
}

TEST(XmlTree, PrefixesNobodyDeclaredMeanTheUsual) {
  const XmlTree tree = tree_of("<rss><dc:creator>A</dc:creator><content:encoded>B</content:encoded><foo:bar>C</foo:bar></rss>");
  EXPECT_EQ(root_of(tree).child(XmlSpace::dc, "creator").text(), "A");
  EXPECT_EQ(root_of(tree).child(XmlSpace::content, "encoded").text(), "B");
  EXPECT_EQ(root_of(tree).child(XmlSpace::other, "bar").text(), "C");
}

TEST(XmlTree, AbsentElementsAnswerEmpty) {
  const XmlElement nothing;
  EXPECT_FALSE(nothing);
  EXPECT_EQ(nothing.child("a").child("b").text(), "");
  EXPECT_EQ(nothing.attribute("a") + nothing.inherited("a") + nothing.raw_text(), "");
  EXPECT_TRUE(nothing.children().empty());
  EXPECT_FALSE(nothing.below("a"));
  EXPECT_FALSE(root_of(tree_of("no element at all")));
  EXPECT_FALSE(root_of(tree_of("")));
}

TEST(XmlTree, TextBelowAndInherited) {
  const XmlTree tree = tree_of("<a xml:lang='en'><b>  one <c>two<d/></c>\n three</b><b>four</b></a>");
  const XmlElement b = root_of(tree).child("b");
  EXPECT_EQ(b.text(), "one two three");
  EXPECT_EQ(b.raw_text(), "  one two\n three");
  EXPECT_EQ(root_of(tree).text(), "one two threefour");
  EXPECT_EQ(b.child("c").inherited("xml:lang"), "en");
  EXPECT_TRUE(root_of(tree).below("d"));
  EXPECT_FALSE(b.next().below("d")) << "what comes later is not below";
  EXPECT_FALSE(root_of(tree).below("a")) << "nor is the element itself";
}

TEST(XmlTree, AnEndTagClosesTheNearestOfItsName) {
  EXPECT_EQ(outline_of("<a><item><p>one<br></item><item>two</item></a>"), "a(item(p('one' br)) item('two'))");
  EXPECT_EQ(outline_of("<a><b>one</c></b>two</a>"), "a(b('one') 'two')");
  EXPECT_EQ(outline_of("</x><a>one</a>"), "a('one')");
  EXPECT_EQ(outline_of("<a>one</a></a></a>"), "a('one')");
}

TEST(XmlTree, LooseMarksAreText) {
  EXPECT_EQ(outline_of("<a>5 < 6 & 7 <3 &nosuch; &amp </a>"), "a('5 < 6 & 7 <3 &nosuch; &amp ')");
  EXPECT_EQ(outline_of("<a b=\"c<d>e</a>"), "") << "an attribute that never ends takes the rest";
}

TEST(XmlTree, WhatTheEndCutOffIsNotComplete) {
  const XmlTree whole = tree_of("<a><b>one</b><c>two</c></a>");
  EXPECT_TRUE(root_of(whole).complete());
  const XmlTree cut = tree_of("<a><b>one</b><c>tw");
  EXPECT_FALSE(root_of(cut).complete());
  EXPECT_TRUE(root_of(cut).child("b").complete());
  EXPECT_FALSE(root_of(cut).child("c").complete());
  EXPECT_FALSE(cut.ends_early);
  for (const char* xml : {"<a><b", "<a><b c=\"d", "<a><!-- b", "<a><![CDATA[b", "<a></a", "<a><?b"}) EXPECT_TRUE(tree_of(xml).ends_early) << xml;
}

TEST(XmlTree, DeclaredEntitiesAreNotExpanded) {
  std::string laughs = "<!DOCTYPE a [<!ENTITY l0 \"ha\">";
  for (int i = 1; i < 20; ++i) laughs += "<!ENTITY l" + std::to_string(i) + " \"&l" + std::to_string(i - 1) + ";&l" + std::to_string(i - 1) + ";\">";
  EXPECT_EQ(outline_of(laughs + "]><a>&l19;</a>"), "a('&l19;')");
  EXPECT_EQ(outline_of("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"), "a('&x;')");
  EXPECT_EQ(outline_of("<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://a.example/x.dtd'> %p; <!-- ]> --> <?q ]>?> <!ENTITY y \"]>\">]><a b='&y;'>&#65;</a>"), "a('A')");
  EXPECT_EQ(outline_of("<!DOCTYPE nitf SYSTEM \"nitf-3-4.dtd\"><nitf/>"), "nitf");
}

TEST(XmlTree, LimitsAreNamed) {
  XmlLimits limits;
  limits.bytes = 10;
  EXPECT_EQ(refusal("<a>123456</a>", limits), ErrorCode::too_large);
  limits = {};
  limits.nodes = 20;
  std::string many = "<a>";
  for (int i = 0; i < 30; ++i) many += "<b/>";
  EXPECT_EQ(refusal(many + "</a>", limits), ErrorCode::too_large);
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  EXPECT_EQ(refusal(deep), ErrorCode::too_deep);
  std::string wide = "<a ";
  for (int i = 0; i < 300; ++i) wide += "x" + std::to_string(i) + "='1' ";
  EXPECT_EQ(refusal(wide + "/>"), ErrorCode::too_many_attributes);
}

TEST(XmlTree, HostileMarkupTakesLinearTime) {
  for (std::string piece : {"</a>", "<", "&", "<!", "<a", "&#", "<a b", "]]>", "<a/", "</", "<b></a>"}) {
    std::string xml = "<r>";
    while (xml.size() < 400000) xml += piece;
    const Result<XmlTree> tree = read_xml(xml);  // the test's own time limit tells a quadratic one
    EXPECT_TRUE(tree.has_value() || tree.error().code == ErrorCode::too_deep || tree.error().code == ErrorCode::too_many_attributes) << piece;
  }
}

// ---- the twin: on well-formed documents libxml2 sees the same elements and texts ----

std::string outline(const xmlNode* node) {
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) return reinterpret_cast<const char*>(node->content);
  std::string out = reinterpret_cast<const char*>(node->name);
  std::string inside, text;
  const auto flush = [&] {
    if (!text.empty()) inside += (inside.empty() ? "" : " ") + ("'" + text + "'");
    text.clear();
  };
  for (const xmlNode* child = node->children; child; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) {
      flush();
      inside += (inside.empty() ? "" : " ") + outline(child);
    } else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
      text += outline(child);
    }
  }
  flush();
  return inside.empty() ? out : out + "(" + inside + ")";
}

std::string twin_outline(const std::string& xml) {
  xmlDoc* document = xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (!document) return "not well-formed";
  const std::string out = outline(xmlDocGetRootElement(document));
  xmlFreeDoc(document);
  return out;
}

TEST(XmlTree, AgreesWithLibxml2OnWellFormedDocuments) {
  for (const char* name : {"../formats/rss.xml", "../formats/atom.xml", "../formats/newsml-g2.xml", "../formats/nitf.xml"}) {
    std::ifstream file(testing::sample(name), std::ios::binary);
    const std::string xml(std::istreambuf_iterator<char>(file), {});
    ASSERT_FALSE(xml.empty()) << name;
    EXPECT_EQ(outline_of(xml), twin_outline(xml)) << name;
  }
  for (const std::string xml : {"<a>x<b>y</b>&#x2019;<c d='e>f'/><![CDATA[<g>]]>z<!-- <h> --></a>", "<a:b xmlns:a='u'><a:c/>&lt;&gt;&quot;&apos;</a:b>", "<a><b><b><b/></b></b> </a>"}) {
    EXPECT_EQ(outline_of(xml), twin_outline(xml)) << xml;
  }
}

}  // namespace
}  // namespace attache
