#include "ingest/declared_body.h"

#include <gtest/gtest.h>

#include "ingest/html_page.h"
#include "support/texts.h"

namespace attache {
namespace {

const std::string kFirst = "The harbour council of Sorn put off its vote on the new breakwater for the third time on Tuesday, saying that the engineers, the fishermen and the insurers had each brought a different map.";
const std::string kSecond = "The mayor, Ada Roe, told the meeting that she would rather be late than wet, and that the old wall, built after the flood of her grandfather's day, would have to hold for one more winter.";
const std::string kThird = "A new date was not named. The council meets again when the ice has gone, the clerk said, adding that nobody could vote on the ice either.";

std::vector<std::string> body_of(const std::string& html) {
  const auto page = read_html_page(html);
  std::vector<std::string> out;
  if (!page) return {std::string(name_of(page.error().code))};
  for (const PageBlock& block : page->blocks) {
    if (is_body(block.kind) && block.kind != BlockKind::heading) out.emplace_back(slice(page->text, block.span));
  }
  return out;
}

std::string page_declaring(const std::string& text, const std::string& printed) {
  return "<html><head><script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Vote put off\", \"articleBody\": \"" + text + "\"}</script></head><body>" + printed + "</body></html>";
}

TEST(DeclaredBody, StandsInForAPageThatAScriptPrints) {
  EXPECT_EQ(body_of(page_declaring(kFirst + "\\n\\n" + kSecond + "\\n" + kThird, "<div id=root></div>")), (std::vector<std::string>{kFirst, kSecond, kThird}));
  EXPECT_EQ(body_of(page_declaring(kFirst + "\\n\\n" + kSecond + "\\n" + kThird, "<h1>Vote put off</h1><p>Please turn on your scripts to read this paper.</p>")), (std::vector<std::string>{kFirst, kSecond, kThird}));
}

TEST(DeclaredBody, IsNotNeededWhereThePagePrintsTheText) {
  EXPECT_EQ(body_of(page_declaring(kFirst + "\\n" + kSecond + "\\n" + kThird, "<article><p>" + kFirst + "</p><p>" + kSecond + "</p></article>")), (std::vector<std::string>{kFirst, kSecond}));
}

TEST(DeclaredBody, ASummaryIsNoText) {
  EXPECT_EQ(body_of(page_declaring(kThird, "<p>Log in to read on.</p>")).size(), body_of("<p>Log in to read on.</p>").size());
}

TEST(DeclaredBody, MarkupInsideIsNotTrusted) {
  const std::vector<std::string> body = body_of(page_declaring("<p>" + kFirst + "</p><p>" + kSecond + kThird + "</p>", "<p>Log in.</p>"));
  for (const std::string& line : body) EXPECT_EQ(line.find('<'), std::string::npos) << line;
}

TEST(DeclaredBody, APageWithNeitherIsRefused) { EXPECT_EQ(body_of("<html><body><script>x</script></body></html>"), std::vector<std::string>{"missing_text"}); }

}  // namespace
}  // namespace attache
