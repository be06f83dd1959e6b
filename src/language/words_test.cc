#include <gtest/gtest.h>

#include "language/words.h"
#include "support/texts.h"

namespace attache {
namespace {

std::string words_of(const std::string& text) {
  const Lexicon lexicon = load_lexicon();
  const Segmentation cut = segment(text, {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph}}, lexicon);
  std::string out;
  for (const Sentence& s : cut.sentences) {
    for (const Word& w : syntactic_words(text, cut, s, lexicon)) out += (out.empty() ? "" : " ") + std::string(slice(text, w.span));
  }
  return out;
}

TEST(SyntacticWords, Contractions) {
  EXPECT_EQ(words_of("They don't say it's theirs."), "They do n't say it 's theirs .");
  EXPECT_EQ(words_of("We\u2019ll go, you can\u2019t."), "We \u2019ll go , you ca n\u2019t .");
  EXPECT_EQ(words_of("I'd say we've won and they're out."), "I 'd say we 've won and they 're out .");
  EXPECT_EQ(words_of("She cannot stay."), "She can not stay .");
  EXPECT_EQ(words_of("Doran's letter and the ministers' reply came."), "Doran 's letter and the ministers ' reply came .");
}

TEST(SyntacticWords, HyphensDivideButForPrefixes) {
  EXPECT_EQ(words_of("A Soviet-era peace-keeping force left."), "A Soviet - era peace - keeping force left .");
  EXPECT_EQ(words_of("Non-aligned states sent an e-mail to the ex-minister."), "Non-aligned states sent an e-mail to the ex-minister .");
  EXPECT_EQ(words_of("The 24-hour strike hit X-ray units."), "The 24 - hour strike hit X-ray units .");
  EXPECT_EQ(words_of("It ended 1998-99."), "It ended 1998 - 99 .");
}

TEST(SyntacticWords, AbbreviationsKeepTheirStop) {
  EXPECT_EQ(words_of("Mr. Roe met J. Ling and U.S. Gen. Odo Marsh."), "Mr. Roe met J. Ling and U.S. Gen. Odo Marsh .");
  EXPECT_EQ(words_of("Boats, nets etc. were lost."), "Boats , nets etc. were lost .");
}

TEST(SyntacticWords, NumbersAndAddresses) {
  EXPECT_EQ(words_of("Some 3,770 troops, 1/2 of them new, came on 9/11 at 10:30."), "Some 3,770 troops , 1/2 of them new , came on 9/11 at 10:30 .");
  EXPECT_EQ(words_of("Write to ada@harbour.example, or see https://harbour.example/a-b."), "Write to ada@harbour.example , or see https://harbour.example/a-b .");
  EXPECT_EQ(words_of("It cost $5, or 3.5%."), "It cost $ 5 , or 3.5 % .");
}

TEST(SyntacticWords, EveryByteThatIsNoBlankIsInOneWord) {
  const std::string text = "\"It\u2019s -- well... don't-know/what [1]\u2013[11] & AT&T's e-mail @x #y http://a.b/c?d=e\" (Dr. No)";
  const Lexicon lexicon = load_lexicon();
  const Segmentation cut = segment(text, {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph}}, lexicon);
  std::uint32_t at = 0;
  for (const Sentence& s : cut.sentences) {
    for (const Word& w : syntactic_words(text, cut, s, lexicon)) {
      for (; at < w.span.begin; ++at) EXPECT_EQ(text[at], ' ') << at;
      EXPECT_LT(w.span.begin, w.span.end);
      at = w.span.end;
    }
  }
  EXPECT_EQ(at, text.size());
}

TEST(LemmaOf, IrregularVerbsThatTheModelGetsWrong) {
  const auto& r = testing::resources();
  const auto lemma = [&](std::vector<std::string_view> words, std::size_t i) { return lemma_of(r.reader, r.lexicon, words[i], r.reader.read(words)[i]); };
  EXPECT_EQ(lemma({"The", "men", "struck", "at", "dawn", "."}, 2), "strike");
  EXPECT_EQ(lemma({"Rebels", "struck", "the", "town", "."}, 1), "strike");
  EXPECT_EQ(lemma({"He", "said", "so", "."}, 1), "say");
  EXPECT_EQ(lemma({"The", "towns", "were", "lost", "."}, 1), "town");
}

}  // namespace
}  // namespace attache
