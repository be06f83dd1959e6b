#include "ingest/json_ld.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

using Names = std::vector<std::string>;

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
  EXPECT_EQ(data.persons, Names{"Ada Roe"});
  EXPECT_TRUE(data.organisations.empty());
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
  for (const char* script : {R"({"@type":"WebPage","headline":"Title","datePublished":"2024-01-01"})", R"({"@type":"VideoObject","name":"Video","uploadDate":"2024-01-01"})", R"({"headline":"Title"})", R"({"@type":7,"headline":"Title"})"}) {
    const ArticleData data = read_json_ld({script});
    EXPECT_EQ(data.headline, "") << script;
    EXPECT_EQ(data.published, "") << script;
  }
}

TEST(JsonLd, AuthorsMayBeAListOfAllKinds) {
  const ArticleData data = read_json_ld({R"({"@type":"NewsArticle","author":[{"@type":"Person","name":"Ada Roe"},"Jon Ling",{"@type":"NewsMediaOrganization","name":"Northwire"},[{"name":"Piet Alvang"}],{"@type":"Person"},null]})"});
  EXPECT_EQ(data.persons, (Names{"Ada Roe", "Jon Ling", "Piet Alvang"}));
  EXPECT_EQ(data.organisations, Names{"Northwire"});
}

TEST(JsonLd, AnAuthorThatIsAnAddressIsNoName) {
  const ArticleData data = read_json_ld({R"({"@type":"NewsArticle","author":["https://e.example/staff/ada-roe",{"@type":"Person","url":"https://e.example/x"}]})"});
  EXPECT_TRUE(data.persons.empty());
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
  EXPECT_TRUE(data.persons.empty());
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
  EXPECT_EQ(data.persons, Names{"Ada Roe"});
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
  EXPECT_TRUE(data.persons.empty());
}

}  // namespace
}  // namespace attache
