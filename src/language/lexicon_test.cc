#include "language/lexicon.h"

#include <gtest/gtest.h>

#include "language/token.h"

namespace attache {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = load_lexicon();
  return loaded;
}

std::string lemma(std::string_view word) { return std::string(verb_lemma_of(lexicon(), word)); }
bool has(std::string_view word, std::uint32_t bits) { return (classes_of(lexicon(), word) & bits) == bits; }

TEST(LexiconVerbs, IrregularFormsHaveTheirLemma) {
  EXPECT_EQ(lemma("said"), "say");
  EXPECT_EQ(lemma("told"), "tell");
  EXPECT_EQ(lemma("withdrawn"), "withdraw");
  EXPECT_EQ(lemma("sought"), "seek");
}

TEST(LexiconVerbs, RegularFormsFollowTheSpelling) {
  EXPECT_EQ(lemma("warns"), "warn");
  EXPECT_EQ(lemma("warned"), "warn");
  EXPECT_EQ(lemma("accusing"), "accuse");
  EXPECT_EQ(lemma("denies"), "deny");
  EXPECT_EQ(lemma("denied"), "deny");
  EXPECT_EQ(lemma("conveyed"), "convey") << "a vowel before the y";
  EXPECT_EQ(lemma("stresses"), "stress");
  EXPECT_EQ(lemma("pushes"), "push");
}

TEST(LexiconVerbs, ConsonantsAreDoubled) {
  EXPECT_EQ(lemma("admitted"), "admit");
  EXPECT_EQ(lemma("referring"), "refer");
  EXPECT_EQ(lemma("signalled"), "signal");
  EXPECT_EQ(lemma("signaled"), "signal");
}

TEST(LexiconVerbs, EveryFormIsMarkedAndEveryLemmaIsAForm) {
  for (const auto& [form, base] : lexicon().verb_lemma) {
    ASSERT_TRUE(has(form, word_class::verb_form)) << form;
    ASSERT_TRUE(lexicon().verb_lemma.contains(base)) << form << ": " << base;
  }
}

TEST(LexiconVerbs, OtherWordsHaveNoLemma) {
  EXPECT_EQ(lemma("river"), "");
  EXPECT_EQ(lemma("Said"), "") << "lower case is wanted";
  EXPECT_EQ(lemma(""), "");
}

TEST(LexiconClasses, AWordMayHaveSeveral) {
  EXPECT_TRUE(has("that", word_class::determiner | word_class::relative | word_class::subordinator));
  EXPECT_TRUE(has("her", word_class::pronoun | word_class::possessive));
  EXPECT_TRUE(has("may", word_class::modal | word_class::time_word));
  EXPECT_FALSE(has("her", word_class::preposition));
}

TEST(LexiconClasses, UnknownWordsInLyAreAdverbs) {
  EXPECT_TRUE(has("grudgingly", word_class::adverb));
  for (const char* noun : {"family", "assembly", "supply", "italy", "july", "ally"}) EXPECT_FALSE(has(noun, word_class::adverb)) << noun;
}

TEST(LexiconClasses, UnknownWordsHaveNone) {
  EXPECT_EQ(classes_of(lexicon(), "velmara"), 0u);
  EXPECT_EQ(classes_of(lexicon(), ""), 0u);
}

TEST(LexiconNumbers, HaveTheirValue) {
  EXPECT_EQ(lexicon().numbers.at("thirteen"), 13);
  EXPECT_EQ(lexicon().numbers.at("forty"), 40);
  EXPECT_EQ(lexicon().numbers.at("million"), 1000000);
  EXPECT_FALSE(lexicon().numbers.contains("many"));
}

TEST(LexiconAbbreviations, AreKnownWithoutTheirLastStop) {
  for (const char* word : {"mr", "gen", "u.s", "p.m", "calif"}) EXPECT_TRUE(lexicon().abbreviations.contains(word)) << word;
  EXPECT_FALSE(lexicon().abbreviations.contains("river"));
}

}  // namespace
}  // namespace attache
