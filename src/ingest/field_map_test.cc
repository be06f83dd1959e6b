#include "ingest/field_map.h"

#include <gtest/gtest.h>

#include "support/items.h"

namespace attache {
namespace {

using testing::items_of;
using testing::values_of;
using Values = std::vector<std::string>;

testing::Items read(std::string_view content, const std::vector<std::string>& mappings) {
  ContentLimits limits;
  Result<FieldMap> map = parse_field_map(mappings);
  EXPECT_TRUE(map.has_value());
  if (map) limits.fields = *map;
  return items_of(content, limits);
}

TEST(FieldMap, PairsWithCommasOrOneByOne) {
  const Result<FieldMap> map = parse_field_map({"text=body, title = headline", "published=meta.date.0"});
  ASSERT_TRUE(map.has_value());
  ASSERT_EQ(map->size(), 3u);
  EXPECT_EQ((*map)[1].field, "title");
  EXPECT_EQ((*map)[1].steps, (Values{"headline"}));
  EXPECT_EQ((*map)[2].steps, (Values{"meta", "date", "0"}));
  EXPECT_TRUE(parse_field_map({})->empty());
  EXPECT_TRUE(parse_field_map({"", ","})->empty());
}

TEST(FieldMap, MistakesAreNamed) {
  for (const char* mapping : {"body", "text=", "text=a..b", "text=.", "headline=title", "=body", "TEXT=body"}) {
    const Result<FieldMap> map = parse_field_map({mapping});
    ASSERT_FALSE(map.has_value()) << mapping;
    EXPECT_EQ(map.error().code, ErrorCode::wrong_usage);
  }
  EXPECT_NE(parse_field_map({"headline=title"}).error().message.find("text, html, id, url, title"), std::string::npos);
}

TEST(FieldMap, FieldsAreReadWhereTheMapSays) {
  const auto items = read(R"({"body":["The pits in Tarrow were shut on Monday.","They will open again on Friday."],"head":{"line":"Pits shut"},"who":[{"n":"Ada Lund"},{"n":"Odo Marsh"}],"nr":7,"title":"not this"})"
                          "\n",
                          {"text=body,title=head.line", "author=who.1.n", "id=nr"});
  ASSERT_EQ(items.reports.size(), 1u);
  const Report& r = items.reports.front();
  EXPECT_EQ(r.title.value, "Pits shut");
  EXPECT_EQ(r.title.evidence, "title field");
  EXPECT_EQ(values_of(r.bylines), (Values{"Odo Marsh"}));
  EXPECT_EQ(r.name, "7");
  EXPECT_EQ(testing::body_of(r), "The pits in Tarrow were shut on Monday.\nThey will open again on Friday.");
}

TEST(FieldMap, WhatIsNotMappedKeepsItsName) {
  const auto items = read(R"({"body":"The pits in Tarrow were shut on Monday.","outlet":"Tarrow Daily","title":"Pits shut"})"
                          "\n",
                          {"text=body"});
  ASSERT_EQ(items.reports.size(), 1u);
  EXPECT_EQ(items.reports.front().outlet.value, "Tarrow Daily");
  EXPECT_EQ(items.reports.front().title.value, "Pits shut");
}

TEST(FieldMap, TheFirstPathThatHoldsSomethingIsTaken) {
  const auto items = read("{\"b\":\"The pits in Tarrow were shut on Monday.\"}\n{\"a\":\"The mills of Sorn were shut on Tuesday.\",\"b\":\"no\"}\n", {"text=a,text=b"});
  ASSERT_EQ(items.reports.size(), 2u);
  EXPECT_EQ(testing::body_of(items.reports[1]), "The mills of Sorn were shut on Tuesday.");
}

TEST(FieldMap, PathsThatLeadNowhere) {
  const std::string record = R"({"text":"The pits in Tarrow were shut on Monday.","a":[1],"b":{"c":"d"},"e":null})"
                             "\n";
  for (const char* mapping : {"text=z", "text=a.5", "text=a.x", "text=b", "text=b.c.d", "text=e", "text=a.-1", "text=a.99999999999"}) EXPECT_EQ(read(record, {mapping}).refusals(), (Values{"missing_text"})) << mapping;
  EXPECT_EQ(read(record, {"title=z"}).reports.size(), 1u);
}

TEST(FieldMap, HoldsForListsAndAgainstNinjs) {
  EXPECT_EQ(read("[{\"body_text\":\"The pits in Tarrow were shut on Monday.\",\"uri\":\"u\"}]", {"text=body_text"}).reports.size(), 1u);
  EXPECT_EQ(read("[{\"body_text\":\"The pits in Tarrow were shut on Monday.\",\"uri\":\"u\"}]", {"text=body"}).refusals(), (Values{"#1 missing_text"}));
}

}  // namespace
}  // namespace attache
