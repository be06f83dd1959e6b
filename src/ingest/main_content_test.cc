#include "ingest/main_content.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace attache {
namespace {

// An invented report in four paragraphs; the layouts below put it on very different pages.
const std::string kOne =
    "The harbour council of Sorn put off its vote on the new breakwater for the third time on Tuesday, saying that the engineers, the fishermen and the insurers had each brought a different map.";
const std::string kTwo =
    "The mayor, Ada Roe, told the meeting that she would rather be late than wet, and that the old wall, built after the flood of her grandfather's day, would have to hold for one more winter.";
const std::string kThree =
    "Fishermen who had come down from the upper quay left early, some of them with their oars, and said they had heard the same words in the spring and expected to hear them again.";
const std::string kFour = "A new date was not named. The council meets again when the ice has gone, the clerk said, adding that nobody could vote on the ice either.";

std::string in_p(const std::string& text) { return "<p>" + text + "</p>\n"; }
std::string story() { return in_p(kOne) + in_p(kTwo) + in_p(kThree) + in_p(kFour); }

const std::string kNavigation =
    "<nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li><li><a href=/s>Sport and leisure of the northern coast</a></li></ul></nav>";
const std::string kCookies =
    "<div class=\"cookie-consent\"><p>We and our 212 partners store information on your device, such as cookies, and process personal data, in order to measure our pages, choose what you see, and pay our bills.</p><button>Accept</button></div>";

struct Page {
  std::vector<std::pair<BlockRole, std::string>> blocks;

  std::vector<std::string> with(BlockRole role) const {
    std::vector<std::string> out;
    for (const auto& [r, text] : blocks) {
      if (r == role) out.push_back(text);
    }
    return out;
  }
  BlockRole role_of(std::string_view part) const {
    for (const auto& [r, text] : blocks) {
      if (text.find(part) != std::string::npos) return r;
    }
    ADD_FAILURE() << "no block holds: " << part;
    return BlockRole::outside;
  }
};

Page page_of(const std::string& html) {
  Page page;
  const auto document = parse_html(html);
  if (!document) {
    ADD_FAILURE() << describe(document.error());
    return page;
  }
  const auto roles = find_main_content(*document);
  EXPECT_EQ(roles.size(), document->blocks.size());
  for (std::size_t b = 0; b < roles.size(); ++b) page.blocks.emplace_back(roles[b], slice(document->text, document->blocks[b].span));
  return page;
}

using Texts = std::vector<std::string>;
const Texts kStory = {kOne, kTwo, kThree, kFour};

bool in_article(BlockRole role) { return role != BlockRole::outside && role != BlockRole::furniture; }

TEST(MainContent, AnArticleTag) {
  const Page page = page_of("<body>" + kNavigation + "<main><article><h1>Vote put off</h1>" + story() + "</article></main><footer><p>The Sorn Gazette is printed on the lower quay, every day but Monday, by the sons of Ole Ling.</p></footer></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
  EXPECT_EQ(page.with(BlockRole::heading), Texts{"Vote put off"});
  EXPECT_FALSE(in_article(page.role_of("printed on the lower quay")));
}

TEST(MainContent, ASoupOfDivs) {
  const auto div = [](const std::string& inside) { return "<div>" + inside + "</div>"; };
  const Page page = page_of("<body>" + div(div("Menu") + div("Search") + div("<a href=/l>Log in to read the whole paper on your telephone</a>")) +
                            div(div(div(div(kOne) + div(kTwo) + div(kThree) + div(kFour)))) + div(div("Imprint") + div("Contact")) + "</body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
  EXPECT_FALSE(in_article(page.role_of("Imprint")));
  EXPECT_FALSE(in_article(page.role_of("Log in")));
}

TEST(MainContent, ATableLayout) {
  const Page page = page_of(
      "<body><table width=760><tr><td width=160><a href=/1>News</a><br><a href=/2>Weather on the coast</a><br><a href=/3>Tide tables for the whole year</a></td><td><font size=2>" + story() +
      "</font></td></tr><tr><td colspan=2>Webmaster: Jon Ling</td></tr></table></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
  EXPECT_FALSE(in_article(page.role_of("Tide tables")));
  EXPECT_FALSE(in_article(page.role_of("Webmaster")));
}

TEST(MainContent, ParagraphsMadeOfLineBreaks) {
  const Page page = page_of("<body><div id=left><a href=/1>News</a></div><div id=txt>" + kOne + "<br><br>" + kTwo + "<br><br>" + kThree + "<br><br>" + kFour + "</div></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
}

TEST(MainContent, ParagraphsThatStandDirectlyInTheBody) {
  const Page page = page_of("<body><h1>Vote put off</h1>" + story() + "</body>");
  for (const std::string& text : kStory) EXPECT_TRUE(in_article(page.role_of(text.substr(0, 40)))) << text;
}

TEST(MainContent, AListOfLinksIsNoArticle) {
  std::string links = "<div class=column><ul>";
  for (int i = 0; i < 30; ++i) links += "<li><a href=/" + std::to_string(i) + ">Another long headline of another day, with commas, in the same column, number " + std::to_string(i) + "</a></li>";
  const Page page = page_of("<body>" + links + "</ul></div><div class=center>" + story() + "</div></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
  EXPECT_FALSE(in_article(page.role_of("number 17")));
}

TEST(MainContent, ACookieBoxBeforeAndAfter) {
  for (const std::string& html : {"<body>" + kCookies + "<div class=page>" + story() + "</div></body>", "<body><div class=page>" + story() + "</div>" + kCookies + "</body>"}) {
    const Page page = page_of(html);
    EXPECT_EQ(page.with(BlockRole::article), kStory);
    EXPECT_FALSE(in_article(page.role_of("212 partners")));
  }
}

TEST(MainContent, ACookieBoxInsideTheText) {
  const Page page = page_of("<body><article>" + in_p(kOne) + in_p(kTwo) + kCookies + in_p(kThree) + in_p(kFour) + "</article></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
  EXPECT_EQ(page.role_of("212 partners"), BlockRole::furniture);
}

TEST(MainContent, CommentsLongerThanTheReport) {
  std::string comments = "<section id=\"comments\"><h3>Comments</h3>";
  for (int i = 0; i < 5; ++i) {
    comments += "<div class=\"comment\"><p>Reader " + std::to_string(i) + ": they said so in the spring, and the spring before, and if the wall goes, it goes, but nobody asks the upper quay.</p></div>";
  }
  const Page page = page_of("<body><div class=story>" + story() + "</div>" + comments + "</section></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
  EXPECT_FALSE(in_article(page.role_of("Reader 3")));
}

TEST(MainContent, RelatedStoriesInsideTheText) {
  const Page page = page_of("<body><article>" + in_p(kOne) + "<div class=\"related-box\"><h4>More on the harbour</h4><ul><li><a href=/1>Who pays for the breakwater?</a></li></ul></div>" + in_p(kTwo) + in_p(kThree) + in_p(kFour) +
                            "<aside><p>Read this too: the last lighthouse keeper of Sorn has written a book about it, and about herself, and about her cat.</p></aside></article></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
  EXPECT_FALSE(in_article(page.role_of("Who pays")));
  EXPECT_FALSE(in_article(page.role_of("lighthouse keeper")));
}

TEST(MainContent, ABareListOfLinksInsideTheText) {
  const Page page = page_of("<body><article>" + in_p(kOne) + "<ul><li><a href=/1>Who pays for the breakwater?</a></li><li><a href=/2>The flood, day by day</a></li></ul>" + in_p(kTwo) + in_p(kThree) + in_p(kFour) + "</article></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
  EXPECT_EQ(page.role_of("Who pays"), BlockRole::furniture);
}

TEST(MainContent, AListThatBelongsToTheText) {
  const Page page = page_of("<body><article>" + in_p(kOne) + "<ul><li>The wall is to be 410 metres long.</li><li>It is to cost nine million crowns.</li></ul>" + in_p(kTwo) + in_p(kThree) + in_p(kFour) + "</article></body>");
  EXPECT_EQ(page.with(BlockRole::list_item), (Texts{"The wall is to be 410 metres long.", "It is to cost nine million crowns."}));
}

TEST(MainContent, CaptionsByTagAndByClass) {
  const Page page = page_of("<body><article><figure><img src=a><figcaption>The old wall in 2019.</figcaption></figure>" + in_p(kOne) + "<div class=\"photo\"><div class=\"wp-caption-text\">The upper quay at low water.</div></div>" + in_p(kTwo) +
                            in_p(kThree) + in_p(kFour) + "</article></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
  EXPECT_EQ(page.with(BlockRole::caption), (Texts{"The old wall in 2019.", "The upper quay at low water."}));
}

// The date of such a picture must not become the date of the report, so the markup has to be heard here as well.
TEST(MainContent, ACaptionOutsideTheTextIsACaption) {
  const Page page = page_of("<body><h1>Vote put off</h1><figure><img src=a><figcaption>The old wall in 2019.</figcaption></figure><div class=\"article-body\">" + story() + "</div></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
  EXPECT_EQ(page.role_of("The old wall in 2019."), BlockRole::caption);
}

TEST(MainContent, APullQuoteIsAQuotation) {
  const Page page = page_of("<body><article>" + in_p(kOne) + "<blockquote>Rather late than wet.</blockquote>" + in_p(kTwo) + in_p(kThree) + in_p(kFour) + "</article></body>");
  EXPECT_EQ(page.with(BlockRole::quotation), Texts{"Rather late than wet."});
  EXPECT_EQ(page.with(BlockRole::article), kStory);
}

TEST(MainContent, HeadingsBetweenParagraphs) {
  const Page page = page_of("<body><article>" + in_p(kOne) + in_p(kTwo) + "<h2>Early home</h2>" + in_p(kThree) + in_p(kFour) + "</article></body>");
  EXPECT_EQ(page.with(BlockRole::heading), Texts{"Early home"});
}

TEST(MainContent, AnArticleBodyIsBelievedBeforeALongerText) {
  std::string other;
  for (int i = 0; i < 3; ++i) other += in_p("Our harbour guide: moorings, tides, prices, pilots, and the best place for soup, in one long and very useful page, part " + std::to_string(i) + ".");
  const Page page = page_of("<body><div class=\"guide\">" + other + "</div><div class=\"article-body\">" + story() + "</div></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
}

TEST(MainContent, ATextInSeveralBoxesOfOneClass) {
  const Page page = page_of("<body><article><div class=\"wrap\"><div class=\"text-part\">" + in_p(kOne) + in_p(kTwo) + "</div></div><div class=\"ad-slot\">Advertisement</div><div class=\"wrap\"><div class=\"text-part\">" + in_p(kThree) + in_p(kFour) +
                            "</div></div></article></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
}

TEST(MainContent, ABadClassAroundTheWholeReportDoesNotLoseIt) {
  const Page page = page_of("<body><div class=\"social-share-page\"><div class=\"promo\">" + story() + "</div></div></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
}

TEST(MainContent, HiddenTextIsOutside) {
  const Page page = page_of("<body><div>" + story() + "</div><div style=\"display:none\">" + in_p("Our terms, which nobody reads, say among other things that the paper may be late, wet, or both at once.") + "</div></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
}

TEST(MainContent, LinksInsideSentencesStay) {
  const Page page = page_of("<body><article><p>The <a href=/t>harbour council</a> of <a href=/s>Sorn</a> met for the third time, and again it did not vote, the clerk said.</p>" + in_p(kTwo) + in_p(kThree) + in_p(kFour) + "</article></body>");
  EXPECT_EQ(page.role_of("did not vote"), BlockRole::article);
}

TEST(MainContent, APageWithoutRunningTextHasNoArticle) {
  const Page page = page_of("<body>" + kNavigation + "<div>Menu</div><div>Search</div></body>");
  for (const auto& [role, text] : page.blocks) EXPECT_EQ(role, BlockRole::outside) << text;
}

TEST(MainContent, AnEmptyDocumentHasNoRoles) { EXPECT_TRUE(page_of("").blocks.empty()); }

TEST(MainContent, ManyDeepBoxesAreStillRead) {
  std::string open, close;
  for (int i = 0; i < 400; ++i) {
    open += "<div class=\"layer\">";
    close += "</div>";
  }
  EXPECT_EQ(page_of("<body>" + open + story() + close + "</body>").with(BlockRole::article), kStory);
}

TEST(MainContent, AFurnitureWordOnEveryParagraphIsNoFurniture) {
  const auto gated = [](const std::string& text) { return "<p class=\"paywall\">" + text + "</p>"; };
  const Page page = page_of("<body><article><div class=body>" + in_p(kOne) + gated(kTwo) + gated(kThree) + gated(kFour) + "</div></article><div class=paywall><p>Log in to read on, or pay.</p></div></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
}

TEST(MainContent, LongCommentsDoNotWinAgainstAShortReport) {
  std::string comments;
  for (int i = 0; i < 9; ++i) comments += "<div class=comment-body>" + in_p("As somebody who has lived on the lower quay for " + std::to_string(40 + i) + " years, I can tell the council, the mayor and whoever else reads this, that the wall was never any good.") + "</div>";
  const Page page = page_of("<body><article><h1>Vote put off</h1>" + story() + "</article><section class=comments>" + comments + "</section></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
}

TEST(MainContent, AnEmptyBoxCalledContentDoesNotWin) {
  const Page page = page_of("<body><div class=\"content-wrapper main\"><div class=submitted>By Ada Roe on the eighteenth of November</div></div><div class=fields><div>" + story() + "</div></div></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
}

TEST(MainContent, ABoxThatWasNeverClosedDoesNotSwallowTheReport) {
  std::string more;
  for (int i = 0; i < 4; ++i) more += in_p("In the year " + std::to_string(1990 + i) + " the council had met on the same question, in the same room, with the same three maps, and with the same result.");
  const Page page = page_of("<body><article>" + in_p(kOne) + in_p(kTwo) + in_p(kThree) + in_p(kFour) + "<div class=\"cta-box\"><a href=/s>Stand by us</a>" + more + "</article></body>");
  EXPECT_EQ(page.role_of("In the year 1991"), BlockRole::article);
}

TEST(MainContent, TeasersWithLinkedHeadlinesAreFurniture) {
  std::string cards;
  for (int i = 0; i < 3; ++i) cards += "<div class=card><h2><a href=/" + std::to_string(i) + ">Another story about the weather, number " + std::to_string(i) + "</a></h2><p>It will rain on the lower quay and, they say, on the upper one, part " + std::to_string(i) + ".</p></div>";
  const Page page = page_of("<body><article>" + story() + "<section class=collection>" + cards + "</section></article></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
  EXPECT_EQ(page.role_of("number 1"), BlockRole::furniture);
  EXPECT_EQ(page.role_of("part 2"), BlockRole::furniture);
}

TEST(MainContent, AListOfThingsWithLinkedHeadlinesIsAnArticle) {
  std::string things;
  for (int i = 0; i < 6; ++i) things += "<div class=thing><h2><a href=/" + std::to_string(i) + ">The harbour of the week, number " + std::to_string(i) + "</a></h2><p>It has a wall, two cranes, an inn, and a man who sells soup from a boat in the mornings, rain or shine, part " + std::to_string(i) + ".</p></div>";
  const Page page = page_of("<body><article>" + in_p(kOne) + things + "</article></body>");
  EXPECT_EQ(page.role_of("part 3"), BlockRole::article);
}

TEST(MainContent, LinksBehindTheLastParagraphAreFurniture) {
  const Page page = page_of("<body><article>" + story() + "<p>More great stories from the quay:</p><ul><li>The rain. <a href=/1>Why it falls</a></li><li>The wall. <a href=/2>Who pays for it</a></li></ul><p>Our rules: <a href=/r>The Sorn Gazette principles</a></p></article></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
  EXPECT_FALSE(in_article(page.role_of("Who pays for it")));
  EXPECT_FALSE(in_article(page.role_of("principles")));
}

TEST(MainContent, AListThatEndsTheReportStays) {
  const Page page = page_of("<body><article>" + story() + "<ul><li>Monday: the council meets.</li><li>Tuesday: the council votes.</li></ul></article></body>");
  EXPECT_EQ(page.with(BlockRole::list_item), (Texts{"Monday: the council meets.", "Tuesday: the council votes."}));
}

TEST(MainContent, AQuotedPostStays) {
  const Page page = page_of("<body><article>" + in_p(kOne) + "<div class=\"social-media-embed\"><blockquote class=\"post\"><p>Rather late than wet.</p></blockquote></div>" + in_p(kTwo) + in_p(kThree) + in_p(kFour) + "</article></body>");
  EXPECT_EQ(page.role_of("Rather late than wet"), BlockRole::quotation);
}

TEST(MainContent, TheHiddenSecondHalfBelongs) {
  const auto part = [](const std::string& text) { return "<div class=\"zz-par\">" + text + "</div>"; };
  const Page page = page_of("<body><div class=rail><div class=frame>" + part(kOne) + part(kTwo) + "<div class=\"body-read-all\">" + part(kThree) + part(kFour) + part("The clerk read the minutes of the last meeting, which were those of the meeting before, and the mayor signed them twice.") + "</div></div></div></body>");
  EXPECT_EQ(page.role_of("engineers"), BlockRole::article);
  EXPECT_EQ(page.role_of("the ice has gone"), BlockRole::article);
}

TEST(MainContent, EveryParagraphInBoxesOfItsOwn) {
  const auto boxed = [](const std::string& text) { return "<div class=text-block><div class=x1><div class=x2><p class=x3>" + text + "</p></div></div></div>"; };
  const std::string brief = "The ice was thick, the clerk said, and nobody in the room would have wished to go out there and measure it again.";
  const Page page = page_of("<body><main><article><h1>Vote put off</h1>" + boxed(kOne) + "<div class=links><h2><a href=/x>Another story of the lower quay and its boats</a></h2></div>" + boxed(kTwo) + boxed(brief) + boxed(kThree) + boxed(kFour) +
                            "</article></main></body>");
  for (const std::string& text : {kOne, kTwo, brief, kThree, kFour}) EXPECT_EQ(page.role_of(text.substr(0, 60)), BlockRole::article) << text;
  EXPECT_FALSE(in_article(page.role_of("Another story")));
}

TEST(MainContent, TheFirstOfSeveralArticlesIsTheReport) {
  std::string next;
  for (int i = 0; i < 6; ++i) next += in_p("On the same day, in the next town, the council voted, and voted again, and then voted on whether it had voted, the clerk there said, part " + std::to_string(i) + ".");
  const Page page = page_of("<body><main><article class=first><h1>Vote put off</h1><div>" + story() + "</div></article><article class=second><h1>Vote taken</h1><div>" + next + "</div></article></main></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
}

TEST(MainContent, ATeaserBeforeTheReportIsNotTheFirstArticle) {
  const Page page = page_of("<body><article><h1>Live from the quay</h1><p>Watch the boats come in, all day long, on our own channel.</p></article><article><h1>Vote put off</h1>" + story() + "</article></body>");
  EXPECT_EQ(page.with(BlockRole::article), kStory);
}

TEST(MainContent, AFewSignsOfHanAreALongText) {
  const std::string one = "\u6E2F\u306E\u8A55\u8B70\u4F1A\u306F\u706B\u66DC\u65E5\u3001\u65B0\u3057\u3044\u9632\u6CE2\u5824\u306B\u3064\u3044\u3066\u306E\u6295\u7968\u3092\u4E09\u5EA6\u76EE\u306B\u5EF6\u671F\u3057\u305F\u3068\u767A\u8868\u3057\u305F\u3002";
  const Page page = page_of("<body><div class=box><p>" + one + "</p><p>" + one + one + "</p></div><div class=note><p>Cookies are small, and so is this.</p></div></body>");
  EXPECT_EQ(page.with(BlockRole::article), (Texts{one, one + one}));
}

}  // namespace
}  // namespace attache
