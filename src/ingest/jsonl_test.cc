#include "ingest/jsonl.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

Record record_of(std::string_view line) {
  Result<Record> record = read_jsonl_line(line, "feed.jsonl", 7);
  if (!record) {
    ADD_FAILURE() << describe(record.error());
    return {};
  }
  return std::move(*record);
}

Error refusal_of(std::string_view line) {
  const Result<Record> record = read_jsonl_line(line, "feed.jsonl", 7);
  if (record) {
    ADD_FAILURE() << "read: " << line;
    return {};
  }
  return record.error();
}

std::vector<std::string> values_of(const std::vector<Declared>& list) {
  std::vector<std::string> out;
  for (const Declared& declared : list) out.push_back(declared.value);
  return out;
}

using Values = std::vector<std::string>;

TEST(JsonlLine, AllFieldsAreRead) {
  const Record record = record_of(
      R"({"id":"a-1","url":"https://e.example/a","title":"Title","outlet":"Sorn Gazette","agency":"Northwire","author":"Ada Roe","published":"2024-03-17","modified":"2024-03-18","language":"en","dateline":"Sorn","text":"The council met."})");
  EXPECT_EQ(record.source, "feed.jsonl:7");
  EXPECT_EQ(record.name, "a-1");
  EXPECT_EQ(record.content, "The council met.");
  EXPECT_EQ(record.format, Format::text);
  EXPECT_TRUE(record.decoded);
  EXPECT_EQ(values_of(record.declared.urls), Values{"https://e.example/a"});
  EXPECT_EQ(values_of(record.declared.titles), Values{"Title"});
  EXPECT_EQ(values_of(record.declared.outlets), Values{"Sorn Gazette"});
  EXPECT_EQ(values_of(record.declared.agencies), Values{"Northwire"});
  EXPECT_EQ(values_of(record.declared.authors), Values{"Ada Roe"});
  EXPECT_EQ(values_of(record.declared.published), Values{"2024-03-17"});
  EXPECT_EQ(values_of(record.declared.modified), Values{"2024-03-18"});
  EXPECT_EQ(values_of(record.declared.languages), Values{"en"});
  EXPECT_EQ(values_of(record.declared.datelines), Values{"Sorn"});
}

TEST(JsonlLine, EveryValueNamesItsField) {
  const Record record = record_of(R"({"text":"x","date":"2024-03-17","byline":"Ada Roe"})");
  EXPECT_EQ(record.declared.published.at(0).field, "published field");
  EXPECT_EQ(record.declared.authors.at(0).field, "author field");
}

TEST(JsonlLine, AgencyAndAuthorMayBeLists) {
  const Record record = record_of(R"({"text":"x","agency":["Northwire"," CPA ",""],"author":["Ada Roe","Jon Ling"]})");
  EXPECT_EQ(values_of(record.declared.agencies), (Values{"Northwire", "CPA"}));
  EXPECT_EQ(values_of(record.declared.authors), (Values{"Ada Roe", "Jon Ling"}));
}

TEST(JsonlLine, HtmlGoesBeforeText) {
  const Record record = record_of(R"({"text":"plain","html":"<p>page</p>"})");
  EXPECT_EQ(record.format, Format::html);
  EXPECT_EQ(record.content, "<p>page</p>");
}

TEST(JsonlLine, BlankHtmlLeavesTheText) {
  const Record record = record_of(R"({"text":"plain","html":"  "})");
  EXPECT_EQ(record.format, Format::text);
  EXPECT_EQ(record.content, "plain");
}

TEST(JsonlLine, EscapesBecomeCharacters) { EXPECT_EQ(record_of(R"({"text":"a\n\u201Cb\u201D \ud83d\ude00 \/"})").content, "a\n\u201Cb\u201D \U0001F600 /"); }

TEST(JsonlLine, UnknownFieldsAreIgnored) {
  const Record record = record_of(R"({"score":{"a":[1,2,{"b":null}]},"text":"x","body":"other","Text":"other"})");
  EXPECT_EQ(record.content, "x");
  EXPECT_TRUE(record.declared.titles.empty());
}

TEST(JsonlLine, NumbersAreTakenAsIds) { EXPECT_EQ(record_of(R"({"id":17,"text":"x"})").name, "17"); }

TEST(JsonlLine, WrongTypesAreAsIfAbsent) {
  const Record record = record_of(R"({"text":"x","title":{"a":1},"outlet":null,"published":true,"author":[{"name":"Ada Roe"},[1],null],"id":["a"],"url":{}})");
  EXPECT_TRUE(record.declared.titles.empty());
  EXPECT_TRUE(record.declared.outlets.empty());
  EXPECT_TRUE(record.declared.published.empty());
  EXPECT_TRUE(record.declared.authors.empty());
  EXPECT_TRUE(record.declared.urls.empty());
  EXPECT_EQ(record.name, "");
}

TEST(JsonlLine, ASecondNameOfAFieldCountsWhenTheFirstIsEmpty) {
  EXPECT_EQ(values_of(record_of(R"({"text":"x","published":"","date":"2024-03-17"})").declared.published), Values{"2024-03-17"});
  EXPECT_EQ(values_of(record_of(R"({"text":"x","published":"2024-03-18","date":"2024-03-17"})").declared.published), Values{"2024-03-18"});
}

TEST(JsonlLine, ALineBreakOfWindowsAtTheEndIsAllowed) { EXPECT_EQ(record_of("{\"text\":\"x\"}\r").content, "x"); }

TEST(JsonlRefusal, NamesSourceAndLine) {
  const Error error = refusal_of("{\"text\": \"cut off");
  EXPECT_EQ(error.code, ErrorCode::invalid_json);
  EXPECT_EQ(error.source, "feed.jsonl");
  EXPECT_EQ(error.line, 7u);
  EXPECT_TRUE(describe(error).starts_with("feed.jsonl:7: not JSON"));
}

TEST(JsonlRefusal, WhatIsNotJson) {
  for (const char* line : {"{", "{\"text\":\"x\"} more", "{'text':'x'}", "{\"text\":\"x\",}", "{\"text\":x}", "text", "{\"text\":\"a\tb\"}", "{\"text\":\"\\x\"}", "{\"text\":\"\\ud800\"}", "{\"text\":\"\xff\"}"}) {
    EXPECT_EQ(refusal_of(line).code, ErrorCode::invalid_json) << line;
  }
}

TEST(JsonlRefusal, JsonThatIsNoObject) {
  for (const char* line : {"[]", "\"text\"", "12", "null", "[{\"text\":\"x\"}]"}) EXPECT_EQ(refusal_of(line).code, ErrorCode::invalid_json) << line;
}

TEST(JsonlRefusal, ARecordWithoutText) {
  for (const char* line : {"{}", "{\"title\":\"x\"}", "{\"text\":\"\"}", "{\"text\":\" \\n \"}", "{\"text\":null}", "{\"text\":[\"x\"]}", "{\"text\":{\"x\":1}}", "{\"html\":\"\"}"}) {
    const Error error = refusal_of(line);
    EXPECT_EQ(error.code, ErrorCode::missing_text) << line;
    EXPECT_EQ(error.line, 7u) << line;
  }
}

TEST(JsonlRefusal, NestingWithoutEnd) {
  EXPECT_EQ(refusal_of("{\"text\":\"x\",\"a\":" + std::string(200000, '[')).code, ErrorCode::invalid_json);
  EXPECT_EQ(refusal_of("{\"text\":\"x\",\"a\":" + std::string(5000, '[') + std::string(5000, ']') + "}").code, ErrorCode::invalid_json);
}

TEST(JsonlRefusal, ALineBeyondTheLimit) {
  JsonlLimits limits;
  limits.line_bytes = 20;
  EXPECT_TRUE(read_jsonl_line("{\"text\":\"123456789\"}", "f", 1, limits).has_value()) << "20 bytes";
  const auto result = read_jsonl_line("{\"text\":\"1234567890\"}", "f", 3, limits);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, ErrorCode::too_large);
  EXPECT_EQ(result.error().line, 3u);
}

TEST(JsonlRefusal, TheUsualLimitHoldsAHugeLine) {
  const auto result = read_jsonl_line("{\"text\":\"" + std::string(40u << 20, 'x') + "\"}", "f", 1);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, ErrorCode::too_large);
}

TEST(JsonlSniff, AnObjectOnTheFirstLine) {
  EXPECT_TRUE(looks_like_jsonl("{\"text\":\"x\"}\n{\"text\":\"y\"}\n"));
  EXPECT_TRUE(looks_like_jsonl("\n  \n{\"text\":\"x\"}"));
  EXPECT_TRUE(looks_like_jsonl("{\"text\":\"cut off")) << "a broken line is still a line of JSON, to be refused by number";
  EXPECT_TRUE(looks_like_jsonl("{}"));
}

TEST(JsonlSniff, OtherTextsAreNot) {
  for (const char* text : {"", "\n\n", "[{\"text\":\"x\"}]", "Words", "{ words in braces }", "{", "<html>{\"text\":1}", "Lead\n{\"text\":\"x\"}"}) EXPECT_FALSE(looks_like_jsonl(text)) << text;
}

}  // namespace
}  // namespace attache
