#include "analysis/json.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "ingest/ingest.h"
#include "ingest/inputs.h"
#include "support/texts.h"

namespace attache {
namespace {

using Json = nlohmann::ordered_json;

// ---- what must survive, field by field; token indexes of times are not part of an analysis ----

template <class T>
auto fields(const Evident<T>& e) { return std::tie(e.value, e.evidence, e.span); }
auto fields(const Block& b) { return std::tie(b.span, b.kind); }
auto fields(const SentenceSpan& s) { return std::tie(s.span, s.block, s.title); }
auto fields(const Entity& e) { return std::tie(e.type, e.name, e.key, e.gender, e.roles, e.aliases, e.unnamed); }
auto fields(const NameMention& n) { return std::tie(n.span, n.entity, n.adjective, n.metonym); }
auto fields(const ReferenceMention& m) { return std::tie(m.span, m.entity, m.kind, m.reason); }
auto fields(const Aside& a) { return std::tie(a.span, a.entity, a.kind); }
auto fields(const TimeExpression& t) { return std::tie(t.span, t.sentence, t.grain, t.begin, t.end, t.resolved, t.relative, t.reason); }
auto fields(const Quantity& q) { return std::tie(q.span, q.number, q.sentence, q.value, q.most, q.hedge, q.unit); }
auto fields(const StatementMention& m) {
  return std::tie(m.kind, m.act, m.source, m.cue, m.content, m.cue_lemma, m.speaker, m.speaker_text, m.speaker_reason, m.addressee, m.addressee_text, m.form);
}

template <class T>
bool same(const T& a, const T& b) { return fields(a) == fields(b); }
template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const T& x, const T& y) { return same(x, y); });
}

void expect_same(const Analysis& a, const Analysis& b) {
  const Report& x = a.report;
  const Report& y = b.report;
  EXPECT_EQ(std::tie(x.id, x.source, x.name, x.url, x.charset, x.charset_evidence, x.text, x.published_minute), std::tie(y.id, y.source, y.name, y.url, y.charset, y.charset_evidence, y.text, y.published_minute));
  EXPECT_TRUE(same(x.blocks, y.blocks));
  EXPECT_TRUE(same(x.title, y.title));
  EXPECT_TRUE(same(x.outlet, y.outlet));
  EXPECT_TRUE(same(x.language, y.language));
  EXPECT_TRUE(same(x.agencies, y.agencies));
  EXPECT_TRUE(same(x.bylines, y.bylines));
  EXPECT_TRUE(same(x.dateline_places, y.dateline_places));
  EXPECT_TRUE(same(x.caption_credits, y.caption_credits));
  EXPECT_TRUE(same(x.photographers, y.photographers));
  EXPECT_TRUE(same(x.dateline_day, y.dateline_day));
  EXPECT_TRUE(same(x.published, y.published));
  EXPECT_TRUE(same(x.modified, y.modified));
  EXPECT_EQ(x.version, y.version);
  EXPECT_TRUE(same(x.status, y.status));
  EXPECT_TRUE(same(x.editor_note, y.editor_note));
  EXPECT_TRUE(same(x.wire_id, y.wire_id));
  EXPECT_TRUE(same(a.sentences, b.sentences));
  EXPECT_TRUE(same(a.entities, b.entities));
  EXPECT_TRUE(same(a.names, b.names));
  EXPECT_TRUE(same(a.references, b.references));
  EXPECT_TRUE(same(a.asides, b.asides));
  EXPECT_TRUE(same(a.times, b.times));
  EXPECT_TRUE(same(a.quantities, b.quantities));
  EXPECT_TRUE(same(a.statements, b.statements));
  EXPECT_EQ(a.main_event, b.main_event);
}

// An analysis with something in every list and letters of one to four bytes.
const Analysis& lakeland() {
  static const Analysis made = [] {
    Analysis a = testing::analysis_of({"PORT ALDER, March 12 (Northwire) - President Ilka Šorn said on Tuesday that 31 wagons had crossed the Tamsel.\n\n\"We will not wait,\" she told the council. 🚂 Some 2,100 observers stayed.",
                                       "2024-03-12T09:30:00Z", "Lakeland Courier", "Northwire", "Wagons cross", "one"});
    a.report.bylines.push_back({"Ada Lund", "made in the test", {}});
    a.report.caption_credits.push_back({"Northwire", "made in the test", {}});
    a.report.photographers.push_back({"Ada Lund", "made in the test", {}});
    a.report.modified = {{2024, 3, 13}, "made in the test", {}};
    a.report.version = 3;
    a.report.status = {"canceled", "made in the test", {}};
    a.report.editor_note = {"KILLS story: the letter was never sent", "made in the test", {}};
    a.report.wire_id = {"urn:newsml:northwire.example:20240312:wagons", "made in the test", {}};
    return a;
  }();
  return made;
}

Json lakeland_json() { return Json::parse(to_json_line(lakeland())); }

std::string refusal_of(const std::string& line) {
  const Result<Analysis> read = from_json_line(line);
  if (read) return "";
  EXPECT_EQ(read.error().code, ErrorCode::invalid_json);
  EXPECT_FALSE(read.error().message.empty());
  return read.error().message;
}

// The refusal of the line after `change`; empty when it was accepted.
std::string refusal_after(const std::function<void(Json&)>& change) {
  Json json = lakeland_json();
  change(json);
  return refusal_of(json.dump());
}

TEST(AnalysisJson, RoundTripOfAllSamplesIsLossless) {
  std::vector<Analysis> analyses;
  InputSink sink;
  sink.record = [&](Record record) {
    Result<Report> report = read_report(std::move(record), testing::resources().knowledge);
    ASSERT_TRUE(report) << describe(report.error());
    analyses.push_back(analyse_report(std::move(*report), testing::resources()));
  };
  sink.refused = [](const Error& error) { ADD_FAILURE() << describe(error); };
  read_inputs(testing::sample_inputs(), {}, sink);
  ASSERT_EQ(analyses.size(), 18u);
  for (const Analysis& analysis : analyses) {
    SCOPED_TRACE(analysis.report.source + " " + analysis.report.name);
    const std::string line = to_json_line(analysis);
    EXPECT_EQ(line.find('\n'), std::string::npos);
    const Result<Analysis> read = from_json_line(line);
    ASSERT_TRUE(read) << read.error().message;
    expect_same(analysis, *read);
    EXPECT_EQ(to_json_line(*read), line);
  }
}

TEST(AnalysisJson, RoundTripWithEveryListFilled) {
  const Analysis& a = lakeland();
  ASSERT_FALSE(a.entities.empty() || a.names.empty() || a.times.empty() || a.quantities.empty() || a.statements.empty() || a.report.agencies.empty() || a.report.dateline_places.empty());
  const Result<Analysis> read = from_json_line(to_json_line(a));
  ASSERT_TRUE(read) << read.error().message;
  expect_same(a, *read);
}

TEST(AnalysisJson, ATimeOutsideTheRunningTextHasNoSentence) {
  Analysis a = lakeland();
  ASSERT_FALSE(a.times.empty());
  a.times.front().sentence = kNoSentence;
  const Result<Analysis> read = from_json_line(to_json_line(a));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->times.front().sentence, kNoSentence);
  expect_same(a, *read);
}

TEST(AnalysisJson, RoundTripOfAnEmptyAnalysis) {
  const Analysis empty;
  const Result<Analysis> read = from_json_line(to_json_line(empty));
  ASSERT_TRUE(read) << read.error().message;
  expect_same(empty, *read);
}

TEST(AnalysisJson, OffsetsAreCodePoints) {
  Analysis a;
  a.report = testing::plain_report("Žába 🐸 sat.");  // Ž and á have two bytes, the frog four
  a.sentences.push_back({{0, static_cast<std::uint32_t>(a.report.text.size())}, 0, false});
  a.names.push_back({{0, 6}, 0, false, false});       // "Žába": 6 bytes, 4 code points
  a.names.push_back({{7, 11}, 0, false, true});       // the frog: 4 bytes, 1 code point
  a.entities.push_back({EntityType::other, "Žába", "", 0, {}, {}});
  const Json json = Json::parse(to_json_line(a));
  EXPECT_EQ(json["names"][0][0], 0);
  EXPECT_EQ(json["names"][0][1], 4);
  EXPECT_EQ(json["names"][1][0], 5);
  EXPECT_EQ(json["names"][1][1], 6);
  EXPECT_EQ(json["sentences"][0][1], 11);
  const Result<Analysis> read = from_json_line(json.dump());
  ASSERT_TRUE(read);
  expect_same(a, *read);
}

TEST(AnalysisJson, NumbersSurviveToTheLastDigit) {
  Analysis a;
  a.report = testing::plain_report("It cost 1 and 2.");
  a.sentences.push_back({{0, 16}, 0, false});
  for (const double value : {1e300, 0.1, 1.0 / 3}) {
    Quantity& q = a.quantities.emplace_back();
    q.span = q.number = {8, 9};
    q.value = q.most = value;
    q.hedge = "some";
    q.unit = "%";
  }
  const Result<Analysis> read = from_json_line(to_json_line(a));
  ASSERT_TRUE(read) << read.error().message;
  expect_same(a, *read);
}

TEST(AnalysisJson, ANumberBeyondADoubleCanBeReadBack) {
  const Analysis a = testing::analysis_of({"The fund holds " + std::string(300, '9') + " trillion dollars, the minister said. Nobody believed the claim of the ministry."});
  const Result<Analysis> read = from_json_line(to_json_line(a));
  ASSERT_TRUE(read) << read.error().message;
  expect_same(a, *read);
}

TEST(AnalysisJson, UnknownVersionIsNamedInTheRefusal) {
  EXPECT_NE(refusal_after([](Json& j) { j["format"] = "attache-analysis/2"; }).find("attache-analysis/1"), std::string::npos);
  EXPECT_NE(refusal_after([](Json& j) { j["format"] = "attache-dossier/1"; }), "");
  EXPECT_NE(refusal_after([](Json& j) { j["format"] = 1; }), "");
}

TEST(AnalysisJson, WhatIsNoJsonObjectIsRefused) {
  for (const char* line : {"", " ", "nonsense", "{", "}", "null", "42", "\"text\"", "[]", "[{}]", "{}{}", "{\"format\":}", "{'format':1}"}) EXPECT_NE(refusal_of(line), "") << line;
  EXPECT_NE(refusal_of(std::string(200000, '[')), "");
  EXPECT_NE(refusal_of(std::string("{\"format\":\"attache-analysis/1\",\"text\":\"\xff\xfe\"}")), "");
  EXPECT_NE(refusal_of(std::string("\0\0\0", 3)), "");
}

TEST(AnalysisJson, ALineCutAnywhereIsRefused) {
  const std::string line = to_json_line(lakeland());
  for (std::size_t size = 0; size < line.size(); ++size) ASSERT_NE(refusal_of(line.substr(0, size)), "") << "cut at " << size;
}

TEST(AnalysisJson, AMissingFieldIsNamed) {
  const Json whole = lakeland_json();
  for (const auto& [key, value] : whole.items()) {
    const std::string field = key;
    EXPECT_NE(refusal_after([&](Json& j) { j.erase(field); }).find("\"" + field + "\""), std::string::npos) << field;
  }
}

TEST(AnalysisJson, AFieldOfTheWrongTypeIsRefused) {
  const Json whole = lakeland_json();
  for (const auto& [key, value] : whole.items()) {
    const std::string field = key;
    for (const Json& wrong : {Json(nullptr), Json(1.5), Json::object(), Json::array({Json::array()})}) {
      if (wrong.is_null() && field == "published_minute") continue;  // null: no time of day
      EXPECT_NE(refusal_after([&](Json& j) { j[field] = wrong; }), "") << field << " = " << wrong.dump();
    }
  }
}

TEST(AnalysisJson, AMissingFieldInARecordIsRefused) {
  for (const char* list : {"entities", "times", "quantities", "statements"}) {
    const Json whole = lakeland_json();
    ASSERT_FALSE(whole[list].empty());
    for (const auto& [key, value] : whole[list][0].items()) {
      const std::string field = key;
      EXPECT_NE(refusal_after([&](Json& j) { j[list][0].erase(field); }).find("\"" + field + "\""), std::string::npos) << list << "." << field;
    }
  }
}

TEST(AnalysisJson, IndexesOutOfBoundsAreRefused) {
  const Json whole = lakeland_json();
  const auto entities = static_cast<std::int64_t>(whole["entities"].size());
  const auto sentences = static_cast<std::int64_t>(whole["sentences"].size());
  const auto blocks = static_cast<std::int64_t>(whole["blocks"].size());
  EXPECT_NE(refusal_after([&](Json& j) { j["names"][0][2] = entities; }), "");
  EXPECT_NE(refusal_after([&](Json& j) { j["names"][0][2] = -1; }), "");
  EXPECT_NE(refusal_after([&](Json& j) { j["sentences"][0][2] = blocks; }), "");
  EXPECT_NE(refusal_after([&](Json& j) { j["times"][0]["sentence"] = sentences; }), "");
  EXPECT_NE(refusal_after([&](Json& j) { j["quantities"][0]["sentence"] = sentences; }), "");
  EXPECT_NE(refusal_after([&](Json& j) { j["statements"][0]["speaker"] = entities; }), "");
  EXPECT_NE(refusal_after([&](Json& j) { j["statements"][0]["addressee"] = -2; }), "");
  EXPECT_NE(refusal_after([&](Json& j) { j["names"][0][2] = 18446744073709551615ULL; }), "");
  EXPECT_NE(refusal_after([&](Json& j) { j["times"][0]["grain"] = 99; }), "");
}

TEST(AnalysisJson, SpansOutsideTheTextAreRefused) {
  const std::int64_t beyond = static_cast<std::int64_t>(lakeland().report.text.size()) + 1;
  EXPECT_NE(refusal_after([&](Json& j) { j["names"][0][1] = beyond; }), "");
  EXPECT_NE(refusal_after([&](Json& j) { j["names"][0][0] = -1; }), "");
  EXPECT_NE(refusal_after([&](Json& j) { j["names"][0][0] = 5, j["names"][0][1] = 4; }), "");
  EXPECT_NE(refusal_after([&](Json& j) { j["sentences"][0][1] = beyond; }), "");
  EXPECT_NE(refusal_after([&](Json& j) { j["title"][3] = beyond; }), "");
  EXPECT_NE(refusal_after([&](Json& j) { j["statements"][0]["content"][0][1] = beyond; }), "");
  EXPECT_NE(refusal_after([&](Json& j) { j["names"][0][1] = 4294967297LL; }), "");
}

TEST(AnalysisJson, SpansBehindTheLastCodePointAreRefused) {
  Analysis a;
  a.report = testing::plain_report("éééé");  // 8 bytes, 4 code points
  Json json = Json::parse(to_json_line(a));
  json["blocks"][0][2] = 4;
  EXPECT_EQ(refusal_of(json.dump()), "");
  json["blocks"][0][2] = 5;
  EXPECT_NE(refusal_of(json.dump()), "");
}

TEST(AnalysisJson, OverlappingBlocksAreRefused) {
  Analysis a;
  a.report = testing::plain_report("One two.\nThree four.");
  Json json = Json::parse(to_json_line(a));
  ASSERT_EQ(json["blocks"].size(), 2u);
  EXPECT_EQ(refusal_of(json.dump()), "");
  json["blocks"][1][1] = 7;
  EXPECT_NE(refusal_of(json.dump()).find("overlap"), std::string::npos);
}

TEST(AnalysisJson, DatesOutOfBoundsAreRefused) {
  EXPECT_NE(refusal_after([](Json& j) { j["published"][0] = Json::array({2024, 13, 1}); }), "");
  EXPECT_NE(refusal_after([](Json& j) { j["published"][0] = Json::array({2024, 1, 32}); }), "");
  EXPECT_NE(refusal_after([](Json& j) { j["published"][0] = Json::array({-1, 1, 1}); }), "");
  EXPECT_NE(refusal_after([](Json& j) { j["published"][0] = Json::array({10000, 1, 1}); }), "");
  EXPECT_NE(refusal_after([](Json& j) { j["published"][0] = Json::array({2024, 1}); }), "");
  EXPECT_NE(refusal_after([](Json& j) { j["published_minute"] = 100000; }), "");
}

TEST(AnalysisJson, AStatementWithoutContentIsRefused) {
  EXPECT_NE(refusal_after([](Json& j) { j["statements"][0]["content"] = Json::array(); }).find("content"), std::string::npos);
}

TEST(AnalysisJson, PhrasesOfTheMainEvent) {
  const Json whole = lakeland_json();
  for (const char* question : {"who", "what", "when", "where"}) {
    ASSERT_FALSE(whole["main_event"][question].is_null()) << question;
    EXPECT_EQ(refusal_after([&](Json& j) { j["main_event"][question] = nullptr; }), "") << question;
    EXPECT_NE(refusal_after([&](Json& j) { j["main_event"].erase(question); }).find(question), std::string::npos);
    EXPECT_NE(refusal_after([&](Json& j) { j["main_event"][question] = "words"; }), "");
    EXPECT_NE(refusal_after([&](Json& j) { j["main_event"][question] = Json::array({0, 3}); }), "");
    EXPECT_NE(refusal_after([&](Json& j) { j["main_event"][question] = Json::array({0, 3, "body", nullptr}); }), "");
    EXPECT_NE(refusal_after([&](Json& j) { j["main_event"][question] = Json::array({3, 3, "text", nullptr}); }), "");
    EXPECT_NE(refusal_after([&](Json& j) { j["main_event"][question] = Json::array({0, 13, "title", nullptr}); }), "") << "the title has 12 letters";
    EXPECT_EQ(refusal_after([&](Json& j) { j["main_event"][question] = Json::array({0, 12, "title", nullptr}); }), "");
    EXPECT_NE(refusal_after([&](Json& j) { j["main_event"][question] = Json::array({0, 3, "title", 0}); }), "");
    EXPECT_NE(refusal_after([&](Json& j) { j["main_event"][question] = Json::array({0, 3, "text", 1000}); }), "");
  }
}

TEST(AnalysisJson, PhrasesOfATitleAreCountedInItsCodePoints) {
  Analysis a;
  a.report = testing::plain_report("Zo\u00eb won.");
  a.report.title.value = "Zo\u00eb wins";
  a.main_event.who = EventPhrase{{0, 4}, true, kNoSentence};
  a.main_event.what = EventPhrase{{5, 9}, true, kNoSentence};
  const Json json = Json::parse(to_json_line(a));
  EXPECT_EQ(json["main_event"]["who"], Json::array({0, 3, "title", nullptr}));
  EXPECT_EQ(json["main_event"]["what"], Json::array({4, 8, "title", nullptr}));
  EXPECT_TRUE(json["main_event"]["when"].is_null());
  const Result<Analysis> read = from_json_line(json.dump());
  ASSERT_TRUE(read) << read.error().message;
  expect_same(a, *read);
}

TEST(AnalysisJson, FieldsItDoesNotKnowAreIgnored) {
  EXPECT_EQ(refusal_after([](Json& j) { j["added_later"] = Json::array({1, 2}); }), "");
}

}  // namespace
}  // namespace attache
