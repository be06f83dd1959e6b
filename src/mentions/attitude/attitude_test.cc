#include "mentions/attitude/attitude.h"

#include <gtest/gtest.h>

#include "training/attitude.h"

namespace attache {
namespace {

const AttitudeAnnotationReader& reader() {
  static const AttitudeAnnotationReader r;
  return r;
}

std::string record(const std::string& sentence, const std::string& target, const std::string& label = "") {
  const std::size_t from = sentence.find(target);
  return R"({"id":"a","sentence":")" + sentence + R"(","from":)" + std::to_string(from) + R"(,"to":)" + std::to_string(from + target.size()) + (label.empty() ? "" : R"(,"label":")" + label + "\"") + "}\n";
}

AttitudeReading reading_of(const AttitudeModel& model, const std::string& sentence, const std::string& target) {
  const auto examples = parse_attitude_examples(record(sentence, target), "t", reader());
  EXPECT_TRUE(examples && examples->size() == 1);
  return read_attitude(model, examples->front().rows);
}

std::string refused(const std::string& text) {
  const auto examples = parse_attitude_examples(text, "a.jsonl", reader());
  return examples ? "read" : describe(examples.error());
}

TEST(Attitude, TheShippedModelKnowsWhomTheWordsAreAbout) {
  const AttitudeModel model = shipped_attitude_model().value();
  EXPECT_EQ(reading_of(model, "Critics accused Mayor Dunmore of lying to voters about the disgraceful deal.", "Dunmore").attitude, Attitude::negative);
  EXPECT_EQ(reading_of(model, "Colleagues praised Senator Halloway as a brilliant and honest leader.", "Halloway").attitude, Attitude::positive);
  EXPECT_EQ(reading_of(model, "Halloway met reporters in the afternoon.", "Halloway").attitude, Attitude::neutral);
}

TEST(Attitude, ProbabilitiesAddUpAndTheLikeliestIsTold) {
  const AttitudeModel model = shipped_attitude_model().value();
  for (const char* sentence : {"Orlin resigned.", "Orlin", "\xE2\x80\x9COrlin is a hero,\xE2\x80\x9D she said. He left."}) {
    const AttitudeReading r = reading_of(model, sentence, "Orlin");
    EXPECT_NEAR(r.probability[0] + r.probability[1] + r.probability[2], 1, 1e-5);
    for (const float p : r.probability) EXPECT_GE(r.probability[static_cast<std::size_t>(r.attitude)], p);
  }
}

TEST(Attitude, LearnsWhatItIsShownAndTheSameFileGivesTheSameBytes) {
  std::string lines;
  for (int k = 0; k < 20; ++k) lines += record("Harbours blick Orlin today.", "Orlin", "positive") + record("Harbours blork Orlin today.", "Orlin", "negative") + record("Harbours see Orlin today.", "Orlin", "neutral");
  const auto examples = parse_attitude_examples(lines, "t", reader());
  ASSERT_TRUE(examples && examples->size() == 60);
  std::vector<const AttitudeExample*> all;
  for (const AttitudeExample& e : *examples) all.push_back(&e);
  AttitudeTraining options;
  options.chain.bits = 12;
  const AttitudeModel model = train_attitude(all, options, [](const std::string&) {});
  EXPECT_EQ(reading_of(model, "Harbours blick Orlin today.", "Orlin").attitude, Attitude::positive);
  EXPECT_EQ(reading_of(model, "Harbours blork Orlin today.", "Orlin").attitude, Attitude::negative);
  EXPECT_EQ(serialise(train_attitude(all, options, [](const std::string&) {})), serialise(model));
  EXPECT_EQ(serialise(parse_attitude_model(serialise(model), "t").value()), serialise(model));
}

TEST(Attitude, RecordsThatAreNoneAreRefusedByLine) {
  EXPECT_EQ(refused("{\n"), "a.jsonl:1: not a JSON object (invalid_json)");
  EXPECT_EQ(refused("\n{\"id\":\"a\"}\n"), "a.jsonl:2: no \"id\", \"sentence\", \"from\" and \"to\" (invalid_json)");
  EXPECT_EQ(refused(R"({"id":"a","sentence":"Orlin left.","from":5,"to":5})"), "a.jsonl:1: the target lies outside of its sentence (invalid_json)");
  EXPECT_EQ(refused(R"({"id":"a","sentence":"Orlin left.","from":50,"to":55})"), "a.jsonl:1: the target lies outside of its sentence (invalid_json)");
  EXPECT_EQ(refused(R"({"id":"a","sentence":"Orlin left.","from":-1,"to":5})"), "a.jsonl:1: no \"id\", \"sentence\", \"from\" and \"to\" (invalid_json)");
  EXPECT_EQ(refused(R"({"id":"a","sentence":"Orlin left.","from":0,"to":5,"label":"good"})"), "a.jsonl:1: \"label\" is negative, neutral or positive (invalid_json)");
  EXPECT_EQ(refused(""), "read");
}

}  // namespace
}  // namespace attache
