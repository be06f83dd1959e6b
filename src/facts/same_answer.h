// Short answers to one question that say the same: the building stone of "the sources agree" where what they say is a phrase and
// no number or name.
//
// Problem: thirty reports give thirty wordings of five reasons. Method: the stems (Porter 2, through Snowball) of the content words of an
// answer without those of the question, which all answers may repeat; two answers are as like as the share of stems they have in
// common (Dice), where words that our table holds to be exchangeable count as one (data/same_words.tsv); numbers that contradict each other part them whatever else they share. Groups by average linkage (UPGMA, Sokal and
// Michener 1958) down to a least likeness. Cost: answers^3 of one question.
// Groups never hold two answers whose numbers contradict each other. Of an answer the first forty stems are read.
// Limits: English; a paraphrase without a common or listed word is not seen; denial counts for nothing.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace attache {

struct SameAnswerOptions {
  double least_likeness = 0.15;  // see docs/stages/facts.md
};

// Stems of words that stand for one another in the news: to the lines of the table they stand in.
struct SameWords {
  std::unordered_map<std::string, std::vector<std::uint32_t>> lines_of;  // ascending
};
[[nodiscard]] SameWords load_same_words();

// The group of each answer, numbered in the order of their first answers. At most kMostAnswers are compared; further ones stand alone.
inline constexpr std::size_t kMostAnswers = 1000;
[[nodiscard]] std::vector<std::uint32_t> group_answers(std::string_view question, std::span<const std::string> answers, const SameWords& same_words, const SameAnswerOptions& options = {});

}  // namespace attache
