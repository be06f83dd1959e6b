#include "bodies/question.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

const std::string kQuestion =
    "schema = \"attache-question/1\"\nname = \"Sant Oriel joins the pact\"\nbody = \"nato\"\nrule = \"accession\"\ncandidate = \"Sant Oriel\"\nas_of = 2024-03-05\nwordings = [\"join the pact\", \"membership\"]\n"
    "[[vote]]\nmember = \"Turkey\"\nvote = \"yes\"\ndate = 2024-01-25\nsource = \"gazette\"\n[[vote]]\nmember = \"Hungary\"\nvote = \"no\"\nsource = \"speech\"\n[chance]\nothers = 0.9\nHungary = 0.25\n";

std::string refused(const std::string& toml) {
  const Result<Question> question = read_question(toml, "q.toml");
  return question ? "read" : describe(question.error());
}

TEST(Question, IsReadAndWritten) {
  const Question question = read_question(kQuestion, "q.toml").value();
  EXPECT_EQ(question.candidate, "Sant Oriel");
  EXPECT_EQ(question.wordings.size(), 2u);
  ASSERT_EQ(question.votes.size(), 2u);
  EXPECT_EQ(question.votes[0].vote, Vote::yes);
  EXPECT_EQ(question.votes[0].day, (Date{2024, 1, 25}));
  EXPECT_EQ(question.other_members, 0.9);
  EXPECT_EQ(question.chances.at("Hungary"), 0.25);
  const std::string written = write_question(question);
  EXPECT_EQ(write_question(read_question(written, "q.toml").value()), written);
}

// What is written can be read back, whatever stands in it.
TEST(Question, ANewOneCanBeRead) {
  Question question;
  question.name = "\"Quoted\" \\ and\nbroken\x01";
  question.body_file = "my.toml";
  const Question back = read_question(write_question(question), "q.toml").value();
  EXPECT_EQ(back.name, question.name);
  EXPECT_EQ(back.body_file, "my.toml");
  EXPECT_TRUE(back.votes.empty());
  EXPECT_FALSE(back.other_members.has_value());
}

TEST(Question, WhatIsWrongIsNamedWithItsLine) {
  const std::string head = "schema = \"attache-question/1\"\nname = \"x\"\nbody = \"nato\"\n";
  EXPECT_EQ(refused(head), "read");
  EXPECT_EQ(refused(head + "body_file = \"my.toml\"\n"), "q.toml:1: a question has a \"body\" or a \"body_file\" (invalid_question)");
  EXPECT_EQ(refused("schema = \"attache-question/2\"\nname = \"x\"\nbody = \"nato\"\n"), "q.toml:1: \"schema\" is not \"attache-question/1\" (invalid_question)");
  EXPECT_EQ(refused(head + "[[vote]]\nmember = \"Turkey\"\nvote = \"maybe\"\nsource = \"s\"\n"), "q.toml:4: \"vote\" is \"yes\", \"no\" or \"abstains\" (invalid_question)");
  EXPECT_EQ(refused(head + "[[vote]]\nmember = \"Turkey\"\nvote = \"yes\"\n"), "q.toml:4: \"source\" is missing (invalid_question)");
  EXPECT_EQ(refused(head + "[chance]\nothers = 1.5\n"), "q.toml:5: \"others\" is not a chance from 0 to 1 (invalid_question)");
  EXPECT_EQ(refused(head + "wordings = \"join\"\n"), "q.toml:4: \"wordings\" is not a list of texts (invalid_question)");
  EXPECT_EQ(refused(head + "colour = 1\n"), "q.toml:4: \"colour\" is not known here (invalid_question)");
}

}  // namespace
}  // namespace attache
