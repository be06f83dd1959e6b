#include "facts/same_answer.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

using Groups = std::vector<std::uint32_t>;

Groups grouped(std::string_view question, const std::vector<std::string>& answers) {
  static const SameWords same_words = load_same_words();
  return group_answers(question, answers, same_words);
}

TEST(SameAnswer, WordingsOfOneReasonStandTogether) {
  EXPECT_EQ(grouped("Why was the bridge closed?", {"cracks in a pillar", "a strike of toll keepers", "a cracked pillar had been found", "toll keepers were striking", "because of the wind"}), (Groups{0, 1, 0, 1, 2}));
}

TEST(SameAnswer, TheQuestionsOwnWordsJoinNothing) {
  EXPECT_EQ(grouped("Why did the minister close the bridge?", {"the minister saw danger on the bridge", "the minister wanted votes"}), (Groups{0, 1}));
  EXPECT_EQ(grouped("Is the bridge closed?", {"closed", "the bridge is closed"}), (Groups{0, 0})) << "unless nothing else is said";
}

TEST(SameAnswer, NumbersThatContradictPartAnswers) {
  EXPECT_EQ(grouped("How many left?", {"40 grain freighters", "41 grain freighters", "some grain freighters", "grain freighters, 40 of them"}), (Groups{0, 1, 0, 0})) << "what has no number joins one side, never both";
  const Groups g = grouped("How many were hurt?", {"12 sailors were injured", "12 injured sailors", "19 sailors were injured"});
  EXPECT_EQ(g, (Groups{0, 0, 1}));
}

TEST(SameAnswer, EmptyAndOddInput) {
  EXPECT_TRUE(grouped("Why?", {}).empty());
  EXPECT_EQ(grouped("", {"", "", "the", "\xFF\xFE", "a"}).size(), 5u);
  EXPECT_EQ(grouped("Why?", {"the wind", "the wind", "the wind"}), (Groups{0, 0, 0}));
  std::vector<std::string> many(kMostAnswers + 3, "");
  for (std::size_t i = 0; i < many.size(); ++i) many[i] = i < 3 ? "wind" : "word" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i);
  many.resize(40);
  EXPECT_EQ(grouped("Why?", many).size(), many.size());
}

// Average linkage does not depend on the order of the answers where no two likenesses are equal.
TEST(SameAnswer, GroupsAreNumberedByTheirFirstAnswer) {
  const Groups g = grouped("What do the pickers want?", {"higher pay", "a longer break at noon", "pay that is higher", "a break"});
  EXPECT_EQ(g, (Groups{0, 1, 0, 1}));
}

}  // namespace
}  // namespace attache
