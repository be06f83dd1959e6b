#include "ingest/json_ld.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

using Names = std::vector<std::string>;

Names persons_of(const ArticleData& data) {
  Names names;
  for (const auto& author : data.authors) {
    if (!author.organisation) names.push_back(author.name);
  }
  return names;
}

Names organisations_of(const ArticleData& data) {
  Names names;
  for (const auto& author : data.authors) {
    if (author.organisation) names.push_back(author.name);
  }
  return names;
}

TEST(JsonLd, AnArticleGivesItsFields) {
  const ArticleData data = read_json_ld({R"({"@context":"https://schema.org","@type":"NewsArticle","headline":" The  title ","datePublished":"2024-03-17T10:00:00Z","dateModified":"2024-03-18",
    "inLanguage":"en","dateline":"Sorn","creditText":"Northwire","url":"https://e.example/a","articleBody":"The council met.","author":{"@type":"Person","name":"Ada Roe"},"publisher":{"@type":"Organization","name":"Sorn Gazette"}})"});
  EXPECT_EQ(data.headline, "The title");
  EXPECT_EQ(data.published, "2024-03-17T10:00:00Z");
  EXPECT_EQ(data.modified, "2024-03-18");
  EXPECT_EQ(data.language, "en");
  EXPECT_EQ(data.dateline, "Sorn");
  EXPECT_EQ(data.credit, "Northwire");
  EXPECT_EQ(data.url, "https://e.example/a");
  EXPECT_EQ(data.body, "The council met.");
  EXPECT_EQ(data.publisher, "Sorn Gazette");
  EXPECT_EQ(persons_of(data), Names{"Ada Roe"});
  EXPECT_TRUE(organisations_of(data).empty());
}

TEST(JsonLd, IsFoundInAGraph) {
  const ArticleData data = read_json_ld({R"({"@graph":[{"@type":"WebSite","name":"Sorn Gazette"},{"@type":"BreadcrumbList","name":"b"},{"@type":"ReportageNewsArticle","headline":"Title"}]})"});
  EXPECT_EQ(data.headline, "Title");
}

TEST(JsonLd, IsFoundInAListOfObjects) {
  EXPECT_EQ(read_json_ld({R"([{"@type":"Organization","name":"o"},[{"@type":"Article","headline":"Title"}]])"}).headline, "Title");
}

TEST(JsonLd, IsFoundAsMainEntityOfAPage) {
  EXPECT_EQ(read_json_ld({R"({"@type":"WebPage","name":"page","mainEntity":{"@type":"NewsArticle","headline":"Title"}})"}).headline, "Title");
}

TEST(JsonLd, ATypeMayBeAList) {
  EXPECT_EQ(read_json_ld({R"({"@type":["Thing","NewsArticle"],"headline":"Title"})"}).headline, "Title");
  EXPECT_EQ(read_json_ld({R"({"@type":[1,null],"headline":"Title"})"}).headline, "");
}

TEST(JsonLd, OtherTypesGiveNothing) {
  for (const char* script : {R"({"@type":"VideoObject","name":"Video","uploadDate":"2024-01-01"})", R"({"headline":"Title"})", R"({"@type":7,"headline":"Title"})"}) {
    const ArticleData data = read_json_ld({script});
    EXPECT_EQ(data.headline, "") << script;
    EXPECT_EQ(data.published, "") << script;
  }
}

TEST(JsonLd, ThePageThatHoldsTheArticleLendsItsDay) {
  const ArticleData page = read_json_ld({R"({"@type":"WebPage","headline":"Title","datePublished":"2024-01-01"})"});
  EXPECT_EQ(page.headline, "");
  EXPECT_EQ(page.published, "2024-01-01");
  const ArticleData both = read_json_ld({R"({"@graph":[{"@type":"WebPage","datePublished":"2024-01-01"},{"@type":"NewsArticle","headline":"Title","datePublished":"2024-01-02"}]})"});
  EXPECT_EQ(both.published, "2024-01-02");
}

TEST(JsonLd, TheDayOfABrokenScriptIsStillRead) {
  EXPECT_EQ(read_json_ld({R"({"@type":"NewsArticle","headline":"A "quoted" title","datePublished":"2024-01-02T10:00Z"})"}).published, "2024-01-02T10:00Z");
  EXPECT_EQ(read_json_ld({R"({"@type":"NewsArticle","headline":"A "quoted" title","uploadDate":"2024-01-02"})"}).published, "");
}

TEST(JsonLd, APostOfAForumIsAnArticle) { EXPECT_EQ(read_json_ld({R"({"@type":"DiscussionForumPosting","headline":"Title","datePublished":"2024-01-02"})"}).published, "2024-01-02"); }

TEST(JsonLd, AuthorsMayBeAListOfAllKinds) {
  const ArticleData data = read_json_ld({R"({"@type":"NewsArticle","author":[{"@type":"Person","name":"Ada Roe"},"Jon Ling",{"@type":"NewsMediaOrganization","name":"Northwire"},[{"name":"Piet Alvang"}],{"@type":"Person"},null]})"});
  EXPECT_EQ(persons_of(data), (Names{"Ada Roe", "Jon Ling", "Piet Alvang"}));
  EXPECT_EQ(organisations_of(data), Names{"Northwire"});
}

TEST(JsonLd, AnAuthorThatIsAnAddressIsNoName) {
  const ArticleData data = read_json_ld({R"({"@type":"NewsArticle","author":["https://e.example/staff/ada-roe",{"@type":"Person","url":"https://e.example/x"}]})"});
  EXPECT_TRUE(data.authors.empty());
}

TEST(JsonLd, AuthorsAreFollowedToTheirNodes) {
  const ArticleData data = read_json_ld({R"({"@graph":[{"@type":"NewsArticle","headline":"Title","author":[{"@id":"#p1"},{"@id":"#p2"}],"publisher":{"@id":"#o"}},{"@type":"Organization","@id":"#o","name":"Sorn Gazette"}]})",
                                         R"({"@graph":[{"@type":"Person","@id":"#p1","name":"Ada Roe"},{"@type":"Person","@id":"#p2","givenName":"Jon","familyName":"Ling"},{"@type":"Person","@id":"#p3","name":"Nobody Here"}]})"});
  EXPECT_EQ(persons_of(data), (Names{"Ada Roe", "Jon Ling"}));
  EXPECT_EQ(data.publisher, "Sorn Gazette");
}

TEST(JsonLd, ReferencesThatLeadNowhereOrToThemselvesGiveNothing) {
  for (const char* script : {R"({"@type":"NewsArticle","headline":"Title","author":{"@id":"#missing"}})", R"({"@graph":[{"@type":"NewsArticle","@id":"#a","headline":"Title","author":{"@id":"#p"}},{"@id":"#p"}]})",
                             R"({"@graph":[{"@type":"NewsArticle","headline":"Title","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","author":{"@id":"#p"}}]})"}) {
    const ArticleData data = read_json_ld({script});
    EXPECT_EQ(data.headline, "Title") << script;
    EXPECT_TRUE(data.authors.empty()) << script;
  }
}

TEST(JsonLd, APersonMayHaveGivenAndFamilyName) {
  EXPECT_EQ(persons_of(read_json_ld({R"({"@type":"NewsArticle","author":{"@type":"Person","familyName":"Roe","givenName":"Ada Maria"}})"})), Names{"Ada Maria Roe"});
  EXPECT_EQ(persons_of(read_json_ld({R"({"@type":"NewsArticle","author":{"@type":"Person","familyName":"Roe"}})"})), Names{"Roe"});
}

TEST(JsonLd, OneAuthorMayHoldSeveralNames) {
  EXPECT_EQ(persons_of(read_json_ld({R"({"@type":"NewsArticle","author":{"@type":"Person","name":["Ada Roe","Jon Ling","Ada Roe",7]}})"})), (Names{"Ada Roe", "Jon Ling"}));
}

TEST(JsonLd, NamesEscapedForHtmlAreRead) {
  EXPECT_EQ(persons_of(read_json_ld({R"({"@type":"NewsArticle","author":{"name":"J&uuml;rgen M&#246;rk"}})"})), Names{"J\u00fcrgen M\u00f6rk"});
}

TEST(JsonLd, ManyAuthorsEndSomewhere) {
  std::string list;
  for (int a = 0; a < 5000; ++a) list += (a ? ",\"Ada Roe " : "\"Ada Roe ") + std::to_string(a) + "\"";
  const ArticleData data = read_json_ld({"{\"@type\":\"NewsArticle\",\"headline\":\"Title\",\"author\":[" + list + "]}"});
  EXPECT_EQ(data.headline, "Title");
  EXPECT_LE(data.authors.size(), 100u);
  EXPECT_FALSE(data.authors.empty());
}

TEST(JsonLd, MarksAroundTheValueAreTakenOff) {
  const std::string value = R"({"@type":"NewsArticle","headline":"Title"})";
  for (const auto& [before, after] : {std::pair("<!--", "-->"), std::pair("<!-- ", "\n//-->"), std::pair("//<![CDATA[\n", "\n//]]>"), std::pair("/*<![CDATA[*/", "/*]]>*/"), std::pair("<![CDATA[", "]]>"), std::pair(" ", ";"), std::pair("\xEF\xBB\xBF", "")}) {
    EXPECT_EQ(read_json_ld({before + value + after}).headline, "Title") << before;
  }
}

TEST(JsonLd, CommasBeforeAClosingBracketAreForgiven) {
  EXPECT_EQ(read_json_ld({R"({"@type":"NewsArticle","headline":"Title","author":["Ada Roe",],"x":{"y":1 , } , })"}).headline, "Title");
  EXPECT_EQ(read_json_ld({R"({"@type":"NewsArticle","headline":"A list ,] and ,} in a \"string\\"})"}).headline, "A list ,] and ,} in a \"string\\");
}

TEST(JsonLd, ValuesMayBeWrapped) {
  const ArticleData data = read_json_ld({R"({"@type":"NewsArticle","headline":{"@value":"Title","@language":"en"},"publisher":["Sorn Gazette"],"mainEntityOfPage":{"@type":"WebPage","@id":"https://e.example/a"}})"});
  EXPECT_EQ(data.headline, "Title");
  EXPECT_EQ(data.publisher, "Sorn Gazette");
  EXPECT_EQ(data.url, "https://e.example/a");
}

TEST(JsonLd, WrongTypesOfValuesAreAsIfAbsent) {
  const ArticleData data = read_json_ld({R"({"@type":"NewsArticle","headline":12,"datePublished":null,"publisher":[],"author":true,"url":{}})"});
  EXPECT_EQ(data.headline, "");
  EXPECT_EQ(data.published, "");
  EXPECT_EQ(data.publisher, "");
  EXPECT_EQ(data.url, "");
  EXPECT_TRUE(data.authors.empty());
}

TEST(JsonLd, BrokenScriptsArePassedOver) {
  for (const char* broken : {"", "{", "{\"@type\":\"NewsArticle\",\"headline\":\"Wrong\"", "<!-- -->", "null", "\xff\xfe"}) {
    EXPECT_EQ(read_json_ld({broken}).headline, "") << broken;
    EXPECT_EQ(read_json_ld({broken, R"({"@type":"NewsArticle","headline":"Title"})"}).headline, "Title") << broken;
  }
}

TEST(JsonLd, LineBreaksInsideStringsAreForgiven) { EXPECT_EQ(read_json_ld({"{\"@type\":\"NewsArticle\",\"headline\":\"Two\nlines\",\"x\":\"a\tb\"}"}).headline, "Two lines"); }

TEST(JsonLd, FieldsThatTheFirstArticleLacksComeFromTheNext) {
  const ArticleData data = read_json_ld({R"({"@type":"NewsArticle","headline":"Title"})", R"({"@type":"NewsArticle","headline":"Other","datePublished":"2024-03-17"})"});
  EXPECT_EQ(data.headline, "Title");
  EXPECT_EQ(data.published, "2024-03-17");
}

TEST(JsonLd, TheFirstArticleWithAHeadlineWins) {
  const ArticleData data = read_json_ld({R"([{"@type":"NewsArticle","datePublished":"2020-01-01","author":"Jon Ling"},{"@type":"NewsArticle","headline":"Title","datePublished":"2024-03-17","author":"Ada Roe"}])"});
  EXPECT_EQ(data.headline, "Title");
  EXPECT_EQ(data.published, "2024-03-17");
  EXPECT_EQ(persons_of(data), Names{"Ada Roe"});
}

TEST(JsonLd, NestingWithoutEndIsNoArticle) {
  EXPECT_EQ(read_json_ld({std::string(500000, '[')}).headline, "");
  std::string graphs;
  for (int i = 0; i < 20000; ++i) graphs += "{\"@graph\":[";
  EXPECT_EQ(read_json_ld({graphs}).headline, "");
}

TEST(JsonLd, AnArticleFarBelowTheUsualDepthIsNotSought) {
  const auto nested = [](int lists) { return std::string(static_cast<std::size_t>(lists), '[') + R"({"@type":"NewsArticle","headline":"Title"})" + std::string(static_cast<std::size_t>(lists), ']'); };
  EXPECT_EQ(read_json_ld({nested(10)}).headline, "Title");
  EXPECT_EQ(read_json_ld({nested(200)}).headline, "");
}

TEST(JsonLd, NestedListsOfAuthorsDoNoHarm) {
  const std::string script = R"({"@type":"NewsArticle","headline":"Title","author":)" + std::string(900, '[') + "\"Ada Roe\"" + std::string(900, ']') + "}";
  EXPECT_EQ(read_json_ld({script}).headline, "Title");
}

TEST(JsonLd, NoScriptGivesNothing) {
  const ArticleData data = read_json_ld({});
  EXPECT_EQ(data.headline, "");
  EXPECT_TRUE(data.authors.empty());
}

}  // namespace
}  // namespace attache
