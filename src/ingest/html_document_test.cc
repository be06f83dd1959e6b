#include "ingest/html_document.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace attache {
namespace {

HtmlDocument parsed(std::string_view html) {
  Result<HtmlDocument> document = parse_html(html);
  if (!document) {
    ADD_FAILURE() << describe(document.error());
    return {};
  }
  return std::move(*document);
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::vector<std::string> lines_of(const HtmlDocument& document) {
  std::vector<std::string> out;
  for (const HtmlBlock& block : document.blocks) out.emplace_back(slice(document.text, block.span));
  return out;
}

using Lines = std::vector<std::string>;

bool is_inside(const HtmlDocument& document, std::uint32_t element, Tag tag) {
  for (std::uint32_t e = element; e != 0; e = document.elements[e].parent) {
    if (document.elements[e].tag == tag) return true;
  }
  return false;
}

// What the header promises of every document.
void check_shape(const HtmlDocument& document) {
  EXPECT_TRUE(is_valid_utf8(document.text));
  std::uint32_t end = 0;
  for (const HtmlBlock& block : document.blocks) {
    ASSERT_FALSE(block.span.empty());
    ASSERT_GE(block.span.begin, end);
    ASSERT_LE(block.span.end, document.text.size());
    for (char c : std::string_view(document.text).substr(end, block.span.begin - end)) ASSERT_EQ(c, '\n') << "text between two blocks";
    ASSERT_LT(block.element, document.elements.size());
    ASSERT_LE(block.link_letters, block.letters);
    end = block.span.end;
  }
  EXPECT_EQ(end, document.text.size());
  for (std::uint32_t e = 1; e < document.elements.size(); ++e) ASSERT_LT(document.elements[e].parent, e);
}

TEST(HtmlLimit, TwoHundredThousandNestedDivs) {
  const auto result = parse_html(repeated("<div>", 200000) + "deep" + repeated("</div>", 200000));
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, ErrorCode::too_deep);
  EXPECT_NE(result.error().message.find("2000"), std::string::npos) << result.error().message;
}

TEST(HtmlLimit, NestingThatIsNeverClosed) {
  EXPECT_EQ(parse_html(repeated("<span>", 200000) + "deep").error().code, ErrorCode::too_deep);
  EXPECT_EQ(parse_html(repeated("<blockquote><ul><li>", 70000)).error().code, ErrorCode::too_deep);
}

TEST(HtmlLimit, DepthUnderTheLimitIsRead) {
  const HtmlDocument document = parsed(repeated("<div>", 1500) + "deep" + repeated("</div>", 1500));
  check_shape(document);
  EXPECT_EQ(document.text, "deep");
}

TEST(HtmlLimit, ManySiblingsAreNotDeep) {
  const HtmlDocument document = parsed(repeated("<div>a</div>", 100000));
  EXPECT_EQ(document.blocks.size(), 100000u);
  check_shape(document);
}

TEST(HtmlLimit, FortyThousandAttributesOnOneTag) {
  std::string html = "<p>before</p><div";
  for (int i = 0; i < 40000; ++i) html += " a" + std::to_string(i) + "=\"v\"";
  const auto result = parse_html(html + ">text</div>");
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, ErrorCode::too_many_attributes);
}

TEST(HtmlLimit, AttributesWithoutValuesCount) {
  std::string html = "<div";
  for (int i = 0; i < 40000; ++i) html += " a" + std::to_string(i);
  EXPECT_EQ(parse_html(html + ">text</div>").error().code, ErrorCode::too_many_attributes);
  EXPECT_EQ(parse_html(html).error().code, ErrorCode::too_many_attributes) << "the tag never ends";
}

TEST(HtmlLimit, AttributesOfManyTagsAreNotAddedUp) {
  const HtmlDocument document = parsed(repeated("<p class=\"a\" id=\"b\" title=\"c\">x</p>", 2000));
  EXPECT_EQ(document.blocks.size(), 2000u);
}

TEST(HtmlLimit, AttributesUnderTheLimitAreRead) {
  std::string html = "<div";
  for (int i = 0; i < 900; ++i) html += " a" + std::to_string(i) + "=\"some longer value\"";
  EXPECT_EQ(parsed(html + " class=\"story\">text</div>").text, "text");
}

TEST(HtmlLimit, ValuesWithoutQuotesCountOnce) {
  std::string html = "<div";
  for (int i = 0; i < 900; ++i) html += " a" + std::to_string(i) + "=value";
  const auto result = parse_html(html + ">text</div>");
  EXPECT_TRUE(result.has_value()) << describe(result.error());
}

TEST(HtmlLimit, WordsInAScriptAreNoAttributes) {
  const std::string words = repeated("one more word of the state of the page, ", 400);
  const auto result = parse_html("<script>for (i=0; i<n; i++) {} load({\"text\": \"" + words + "\"});</script><p>The council met.</p>");
  ASSERT_TRUE(result.has_value()) << describe(result.error());
  EXPECT_EQ(result->text, "The council met.");
}

TEST(HtmlLimit, WordsInACommentAreNoAttributes) {
  const auto result = parse_html("<!-- if a <b then " + repeated("word ", 2000) + " --><p>The council met.</p>");
  ASSERT_TRUE(result.has_value()) << describe(result.error());
  EXPECT_EQ(result->text, "The council met.");
}

// libxml2 reads on behind a stray '<' inside a tag, so its attributes belong to the same tag.
TEST(HtmlLimit, AStrayBracketInsideATagDoesNotStartTheCountAgain) {
  std::string html = "<div";
  for (int i = 0; i < 5000; ++i) html += (i % 500 == 499 ? " < a" : " a") + std::to_string(i) + "=\"v\"";
  const auto result = parse_html(html + ">text</div>");
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, ErrorCode::too_many_attributes);
}

TEST(HtmlLimit, APageBeyondItsBytes) {
  HtmlLimits limits;
  limits.bytes = 100;
  EXPECT_TRUE(parse_html(std::string(100, 'x'), limits).has_value());
  EXPECT_EQ(parse_html(std::string(101, 'x'), limits).error().code, ErrorCode::too_large);
}

TEST(HtmlLimit, LimitsCanBeSet) {
  HtmlLimits limits;
  limits.depth = 10;
  limits.attributes = 2;
  EXPECT_EQ(parse_html(repeated("<div>", 20), limits).error().code, ErrorCode::too_deep);
  EXPECT_EQ(parse_html("<p a b c>x</p>", limits).error().code, ErrorCode::too_many_attributes);
  EXPECT_TRUE(parse_html("<p a b>x</p>", limits).has_value());
}

TEST(HtmlText, BlocksAreCutAtBlockTags) {
  EXPECT_EQ(lines_of(parsed("<h1>Title</h1><p>One <b>bold</b> word.</p>loose<div>Two</div>")), (Lines{"Title", "One bold word.", "loose", "Two"}));
}

TEST(HtmlText, WhiteSpaceIsCollapsed) {
  EXPECT_EQ(parsed("<p>\n  The \t council&nbsp;&nbsp;met \r\n today. </p>").text, "The council met today.");
}

TEST(HtmlText, InlineTagsDoNotPartWords) { EXPECT_EQ(parsed("<p>Port<span>A</span>l<i></i>der <a href=x>said</a>.</p>").text, "PortAlder said."); }

TEST(HtmlText, ALineBreakStaysAndTwoBeginABlock) {
  EXPECT_EQ(lines_of(parsed("<div>One<br>two<br><br>three<br/><br/>four</div>")), (Lines{"One\ntwo", "three", "four"}));
}

TEST(HtmlText, AnEmptyPageHasNoBlock) {
  for (const char* html : {"<html></html>", "<p></p>", "   ", "<!-- only this -->", "<p>&nbsp; </p>", "<br><br>"}) {
    const auto result = parse_html(html);
    ASSERT_TRUE(result.has_value()) << html;
    check_shape(*result);
    EXPECT_TRUE(result->blocks.empty()) << html;
  }
}

TEST(HtmlEntity, NamedAndNumberedAreLetters) {
  EXPECT_EQ(parsed("<p>Tom &amp; L&uacute;cia &#8212; &#x201C;no&#x201d; &lt;b&gt; &euro;5</p>").text, "Tom & L\u00facia \u2014 \u201Cno\u201D <b> \u20ac5");
}

TEST(HtmlEntity, BrokenOnesKeepTheirLetters) {
  const std::string text = parsed("<p>R&D, AT&T, a&nosuch;b, &#xZZ; &#; & end &</p>").text;
  EXPECT_NE(text.find("R&D, AT&T"), std::string::npos) << text;
  EXPECT_NE(text.find("nosuch"), std::string::npos) << text;
  EXPECT_NE(text.find("end"), std::string::npos) << text;
}

TEST(HtmlEntity, NumbersThatAreNoCharactersDoNoHarm) {
  const HtmlDocument document = parsed("<p>a&#0;b &#xD800;c &#x110000;d &#99999999999;e &#1;f</p><p>after</p>");
  check_shape(document);
  EXPECT_EQ(lines_of(document).back(), "after");
}

TEST(HtmlEntity, TheyStayTextWhenTheySpellATag) {
  const HtmlDocument document = parsed("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
  EXPECT_EQ(document.text, "<script>alert(1)</script>");
}

TEST(HtmlEntity, NestedDefinitionsAreNotExpanded) {
  const HtmlDocument document = parsed(
      "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><p>&c;&c;&c;&c;</p><p>end</p>");
  check_shape(document);
  EXPECT_LT(document.text.size(), 1000u);
  EXPECT_EQ(lines_of(document).back(), "end");
}

TEST(HtmlNul, TextBehindAZeroByteIsKept) {
  const HtmlDocument document = parsed(std::string_view("<p>one\0two</p><p>three</p>", 26));
  check_shape(document);
  EXPECT_NE(document.text.find("one"), std::string::npos) << document.text;
  EXPECT_NE(document.text.find("two"), std::string::npos) << document.text;
  EXPECT_NE(document.text.find("three"), std::string::npos) << document.text;
}

TEST(HtmlUnclosed, ParagraphsAndItemsEndWhereTheNextBegins) {
  EXPECT_EQ(lines_of(parsed("<p>One<p>Two<ul><li>a<li>b</ul><p>Three")), (Lines{"One", "Two", "a", "b", "Three"}));
}

TEST(HtmlUnclosed, InlineTagsDoNotSwallowThePage) {
  const HtmlDocument document = parsed("<p>One <b>bold<p>Two <a href=x>link</p><div>Three</div>");
  check_shape(document);
  EXPECT_EQ(lines_of(document), (Lines{"One bold", "Two link", "Three"}));
}

TEST(HtmlUnclosed, StrayEndTagsAreIgnored) {
  EXPECT_EQ(lines_of(parsed("<div>One</span></article></table></div></div>Two</b><p>Three</p>")), (Lines{"One", "Two", "Three"}));
}

TEST(HtmlUnclosed, TextBehindTheEndOfThePageIsKept) {
  EXPECT_EQ(lines_of(parsed("<html><body><p>One</p></body></html><p>Two</p>Three")), (Lines{"One", "Two", "Three"}));
}

TEST(HtmlUnclosed, AStrayEndTagAtTheBeginningIsIgnored) {
  EXPECT_EQ(lines_of(parsed("</div><p>One</p><p>Two</p>")), (Lines{"One", "Two"}));
  EXPECT_EQ(lines_of(parsed("</p>\n<p>One</p>")), (Lines{"One"}));
}

TEST(HtmlUnclosed, CrossedTagsKeepAllWords) {
  const HtmlDocument document = parsed("<div><p><b>One</p></b><i>Two</div></i><section>Three</p></section>");
  check_shape(document);
  EXPECT_EQ(lines_of(document), (Lines{"One", "Two", "Three"}));
}

TEST(HtmlUnclosed, ATagCutOffAtTheEndIsNoText) {
  EXPECT_EQ(lines_of(parsed("<p>One</p><a href=\"https://")), (Lines{"One"}));
  EXPECT_EQ(lines_of(parsed("<p>One</p><div class")), (Lines{"One"}));
}

TEST(HtmlComment, IsNoText) {
  EXPECT_EQ(lines_of(parsed("<p>One<!-- hidden <p>two</p> -->.</p><!--[if IE]><p>old</p><![endif]--><p>Three</p>")), (Lines{"One.", "Three"}));
}

TEST(HtmlComment, MayHoldDashesAndEndShort) {
  EXPECT_EQ(lines_of(parsed("<p>One</p><!-- a -- b --- c --><p>Two</p><!----><p>Three</p>")), (Lines{"One", "Two", "Three"}));
}

TEST(HtmlScript, AndStyleAreNoText) {
  EXPECT_EQ(lines_of(parsed("<style>p { color: red }</style><p>One</p><script>var a = \"<p>two</p>\"; if (a < b) c();</script><p>Three</p>")), (Lines{"One", "Three"}));
}

TEST(HtmlScript, ThatIsNeverClosedEndsThePage) {
  const HtmlDocument document = parsed("<p>One</p><script>var a = 1; <p>Two</p>");
  check_shape(document);
  EXPECT_EQ(lines_of(document), (Lines{"One"}));
}

TEST(HtmlScript, JsonLdIsKeptApartByScript) {
  const HtmlDocument document = parsed("<script type='application/LD+JSON; charset=utf-8'>{\"a\":\"<b>\"}</script><p>x</p><script type=\"application/ld+json\">[]</script>");
  ASSERT_EQ(document.json_ld.size(), 2u);
  EXPECT_EQ(document.json_ld[0], "{\"a\":\"<b>\"}");
  EXPECT_EQ(document.json_ld[1], "[]");
  EXPECT_EQ(document.text, "x");
}

TEST(HtmlSilent, FormsOfOtherContentAreNoText) {
  EXPECT_EQ(lines_of(parsed("<noscript>Enable it</noscript><svg><text>axis</text></svg><iframe>frame</iframe><select><option>A</select><textarea>write</textarea><template><p>t</p></template><p>Text</p>")),
            (Lines{"Text"}));
}

TEST(HtmlTable, ShortCellsOfARowAreOneLine) {
  const HtmlDocument document = parsed("<table><tr><th>Force<th>Size<tr><td>Observers</td><td>1,860</td></tr></table>after");
  check_shape(document);
  EXPECT_EQ(lines_of(document), (Lines{"Force Size", "Observers 1,860", "after"}));
  EXPECT_TRUE(is_inside(document, document.blocks[1].element, Tag::tr));
  EXPECT_FALSE(is_inside(document, document.blocks[2].element, Tag::table));
}

TEST(HtmlTable, ALongCellIsABlockOfItsOwn) {
  const std::string text = "The council of Sorn put off its vote on the new breakwater for the third time, and nobody was surprised.";
  EXPECT_EQ(lines_of(parsed("<table><tr><td>" + text + "</td><td>Weather</td><td>Tides</td></tr></table>")), (Lines{text, "Weather Tides"}));
  EXPECT_EQ(lines_of(parsed("<table><tr><td>Weather</td><td>" + text + "</td></tr></table>")), (Lines{"Weather " + text}));
}

TEST(HtmlTable, BoxesInsideACellCutIt) {
  EXPECT_EQ(lines_of(parsed("<table><tr><td><p>one</p><p>two</p></td><td><div>three</div></td></tr></table>")), (Lines{"one", "two", "three"}));
  EXPECT_EQ(lines_of(parsed("<table><tr><td>one<td><b>two</b> <a href=/>three</a><tr><td>four</table>")), (Lines{"one two three", "four"}));
}

TEST(HtmlTable, CellsWithoutARowStandAlone) { EXPECT_EQ(lines_of(parsed("<div><td>one</td><td>two</td></div><p>three</p>")).back(), "three"); }

TEST(HtmlTable, TablesInTablesAreRead) {
  EXPECT_EQ(lines_of(parsed("<table><tr><td><table><tr><td>inner</td></tr></table></td><td>outer</td></tr></table>")), (Lines{"inner", "outer"}));
}

TEST(HtmlElementInfo, HintsAreGatheredInLowerCase) {
  const HtmlDocument document = parsed("<div CLASS=\"Story-Body Wide\" id='Main' data-x=1><p itemprop=articleBody>x</p></div>");
  const HtmlBlock& block = document.blocks.at(0);
  EXPECT_EQ(document.elements[block.element].hints, "articlebody");
  EXPECT_EQ(document.elements[document.elements[block.element].parent].hints, "story-body wide main");
}

TEST(HtmlElementInfo, HiddenIsSeen) {
  const HtmlDocument document = parsed("<p hidden>a</p><p style=\"color:red; DISPLAY : none\">b</p><p style=\"display:block\">c</p>");
  ASSERT_EQ(document.blocks.size(), 3u) << "marked, not dropped";
  EXPECT_TRUE(document.elements[document.blocks[0].element].hidden);
  EXPECT_TRUE(document.elements[document.blocks[1].element].hidden);
  EXPECT_FALSE(document.elements[document.blocks[2].element].hidden);
}

TEST(HtmlElementInfo, AriaHiddenBlocksAreHidden) {
  const HtmlDocument document = parsed("<div aria-hidden=\"true\">a</div><div aria-hidden=\"false\">b</div>");
  EXPECT_TRUE(document.elements[document.blocks.at(0).element].hidden);
  EXPECT_FALSE(document.elements[document.blocks.at(1).element].hidden);
}

TEST(HtmlElementInfo, LettersOfLinksAreCounted) {
  const HtmlDocument document = parsed("<p>ab <a href=x>c\u00e9 1</a>, d</p>");
  EXPECT_EQ(document.blocks.at(0).letters, 6u);
  EXPECT_EQ(document.blocks.at(0).link_letters, 3u);
}

TEST(HtmlHead, TitleMetaLinkAndLanguage) {
  const HtmlDocument document = parsed(
      "<html lang=\"en-GB\"><head><title>\n A  title </title><meta name=\"Author\" content=\" Ada  Roe \"><meta property=\"og:title\" content=\"T\"><meta name=x>"
      "<link rel=stylesheet href=s.css><link rel=\"Canonical\" href=\" https://e.example/a \"></head><body><p>x</p></body></html>");
  EXPECT_EQ(document.title, "A title");
  EXPECT_EQ(document.language, "en-GB");
  EXPECT_EQ(document.canonical, "https://e.example/a");
  ASSERT_EQ(document.metas.size(), 2u);
  EXPECT_EQ(document.metas[0].name, "author");
  EXPECT_EQ(document.metas[0].content, "Ada Roe");
  EXPECT_EQ(document.metas[1].name, "og:title");
  EXPECT_EQ(document.text, "x") << "the title is no text of the page";
}

TEST(HtmlHead, ATitleInsideAPictureIsNotThePages) {
  EXPECT_EQ(parsed("<body><svg><title>icon</title></svg><p>x</p></body>").title, "");
}

TEST(HtmlHead, TheFirstTitleCounts) { EXPECT_EQ(parsed("<title>First</title><title>Second</title><p>x</p>").title, "First"); }

TEST(HtmlHead, EntitiesInAttributesAreLetters) {
  EXPECT_EQ(parsed("<meta name=author content=\"L&uacute;cia &amp; Co\"><p>x").metas.at(0).content, "L\u00facia & Co");
}

TEST(HtmlHead, TheCharsetOfThePageNoLongerCounts) {
  EXPECT_EQ(parsed("<head><meta charset=\"iso-8859-1\"></head><p>caf\u00e9 \u2014 \u0421\u043e\u0432\u0435\u0442</p>").text, "caf\u00e9 \u2014 \u0421\u043e\u0432\u0435\u0442");
  EXPECT_EQ(parsed("<?xml version=\"1.0\" encoding=\"windows-1251\"?><html><p>caf\u00e9</p></html>").text, "caf\u00e9");
}

TEST(HtmlTimeTag, KeepsAttributeTextAndPlace) {
  const HtmlDocument document = parsed("<p>One</p><time datetime=\"2024-03-17T10:00Z\">17 <b>March</b></time><time>Sunday</time>");
  ASSERT_EQ(document.times.size(), 2u);
  EXPECT_EQ(document.times[0].datetime, "2024-03-17T10:00Z");
  EXPECT_EQ(document.times[0].text, "17 March");
  EXPECT_EQ(document.elements[document.times[0].element].tag, Tag::time);
  EXPECT_EQ(document.times[1].datetime, "");
  EXPECT_EQ(document.times[1].text, "Sunday");
}

TEST(HtmlHuge, OneParagraphOfTenMillionBytes) {
  const HtmlDocument document = parsed("<p>" + repeated("word ", 2000000) + "end</p><p>after</p>");
  check_shape(document);
  ASSERT_EQ(document.blocks.size(), 2u);
  EXPECT_EQ(document.blocks[0].span.size(), 10000003u);
  EXPECT_EQ(lines_of(document).back(), "after");
}

TEST(HtmlHuge, CharactersOfSeveralBytesAreNotCutAnywhere) {
  for (int shift = 0; shift < 4; ++shift) {
    const std::string text = std::string(static_cast<std::size_t>(shift), 'x') + repeated("\u20ac\U0001F600", 400000);
    const HtmlDocument document = parsed("<p>" + text + "</p>");
    ASSERT_EQ(document.blocks.size(), 1u);
    ASSERT_TRUE(document.text == text) << "shift " << shift << ": " << document.text.size() << " of " << text.size() << " bytes";
  }
}

TEST(HtmlHuge, AnAttributeOfAMillionBytesDoesNoHarm) {
  EXPECT_EQ(parsed("<p title=\"" + std::string(1u << 20, 'x') + "\">One</p><p>Two</p>").text, "One\n\nTwo");
}

TEST(HtmlHuge, TagsAcrossTheReadersChunksAreWhole) {
  const std::string filler = std::string((1u << 20) - 10, 'x');
  for (std::size_t shift = 0; shift < 20; ++shift) {
    const HtmlDocument document = parsed(filler.substr(shift) + "<p class=\"a\">One &amp; two</p><p>Three</p>");
    ASSERT_EQ(document.blocks.size(), 3u) << shift;
    ASSERT_EQ(slice(document.text, document.blocks[1].span), "One & two") << shift;
  }
}

TEST(HtmlHostile, BytesOfAllKindsGiveAWellShapedDocument) {
  std::uint32_t state = 7;
  static const char* const kPieces[] = {"<", ">", "</", "<p>", "</p>", "<div class=", "\"", "'", "&", ";", "#", "<!--", "-->", "<script>", "</script>", "<td>", "<br>", "word ", "\u00e9", "<![CDATA[", "]]>", "<?", "?>", "<title>", "=", "\n"};
  for (int round = 0; round < 500; ++round) {
    std::string html;
    for (int i = 0; i < 60; ++i) {
      state = state * 1664525u + 1013904223u;
      html += kPieces[(state >> 16) % std::size(kPieces)];
    }
    const auto result = parse_html(html);
    if (result) check_shape(*result);
    ASSERT_TRUE(result.has_value() || result.error().code == ErrorCode::too_many_attributes) << html;
  }
}

}  // namespace
}  // namespace attache
