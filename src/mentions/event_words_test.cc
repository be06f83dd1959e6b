#include "mentions/event_words.h"

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

struct Skimmed {
  Report report;
  Language language;
  EventWords words;
};

void skim(Skimmed& s, const std::string& text) {
  const auto& r = testing::resources();
  s.report = testing::plain_report(text, {2024, 3, 13});
  s.language = analyse_language(s.report, r.lexicon, r.knowledge, r.reader);
  ASSERT_FALSE(s.language.segmentation.sentences.empty());
  s.words = skim_event_words(s.report.text, s.language.segmentation, s.language.segmentation.sentences[0], r.lexicon);
  mark_names(s.language.names, s.words);
}

TEST(EventWords, SkimmedByWordClasses) {
  Skimmed s;
  skim(s, "The 12 men struck in Paris.");
  std::string tags;
  for (const EventWord& w : s.words) tags += std::string(w.upos) + " ";
  EXPECT_EQ(tags, "DET NUM NOUN VERB ADP PROPN PUNCT ");
  EXPECT_EQ(s.words[3].lemma, "strike");
  EXPECT_EQ(s.words[5].name, EventName::place);
  EXPECT_EQ(name_end(s.words, 5, EventName::place), 6u);
  EXPECT_EQ(name_end(s.words, 4, EventName::place), 4u);
  EXPECT_EQ(name_end(s.words, 99, EventName::place), 99u);
}

TEST(EventWords, AnAdjectiveOfAStateIsNoPlace) {
  Skimmed s;
  skim(s, "The French minister came.");
  EXPECT_EQ(s.words[1].name, EventName::other);
  EXPECT_EQ(s.words[1].upos, "ADJ");
}

TEST(EventWords, SubtreesFollowHeads) {
  EventWords words(4);  // 0 <- 1, 1 <- 2; 3 by itself
  words[1].head = 0;
  words[2].head = 1;
  EXPECT_EQ(subtree(words, 0), (std::pair<std::size_t, std::size_t>{0, 3}));
  EXPECT_EQ(subtree(words, 2), (std::pair<std::size_t, std::size_t>{2, 3}));
}

}  // namespace
}  // namespace attache
