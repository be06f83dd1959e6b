#include "lineage/text_shape.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "base/hash.h"
#include "lineage/words.h"
#include "support/texts.h"

namespace attache {
namespace {

TextShape shape_of(const std::string& text, const std::string& title = {}) {
  Report report = testing::plain_report(text);
  report.title.value = title;
  return make_shape(report);
}

// The words of a text as letters: p a plain word, n a number, N a name; with a stroke before what stands inside quotation marks.
std::string picture(const std::string& text) {
  const TextShape shape = shape_of(text);
  std::string out;
  for (std::size_t i = 0; i < shape.words.size(); ++i) {
    if (shape.quoted[i]) out += '|';
    out += shape.words[i] == TextShape::Word::number ? 'n' : shape.words[i] == TextShape::Word::name ? 'N' : 'p';
  }
  return out;
}

std::vector<std::uint64_t> keys(std::vector<std::string> words) {
  std::vector<std::uint64_t> out;
  for (const std::string& word : words) out.push_back(hash64(word));
  std::sort(out.begin(), out.end());
  return out;
}

TEST(TextShape, EveryGramBeginsWithItsWord) {
  const TextShape shape = shape_of("one two three four five six\nseven");
  EXPECT_EQ(shape.words.size(), 7u);
  EXPECT_EQ(shape.grams.size(), 4u);
  EXPECT_EQ(shape.quoted.size(), 7u);
  GramWindow window;
  for (const char* word : {"one", "two", "three", "four"}) static_cast<void>(window.add(hash64(word)));
  EXPECT_EQ(shape.grams[0], window.gram());
}

TEST(TextShape, TheGramsAreThoseOfTheFingerprint) {
  const TextShape shape = shape_of("Envoys said \"we wait for the boat\" in 2,100 letters; nobody, he says, waits for the boat in 1999. Nobody he says waits.\nA last line.");
  std::vector<std::uint64_t> grams = shape.grams;
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  EXPECT_EQ(grams, shape.fingerprint.shingles);
  EXPECT_EQ(shape.words.size(), shape.fingerprint.words);
}

TEST(TextShape, QuotedIsWhatStandsBetweenMarks) {
  EXPECT_EQ(picture("he said \"we wait here\" again"), "pp|p|p|pp");
  EXPECT_EQ(picture("he said “we wait” and “go”"), "pp|p|pp|p");
}

TEST(TextShape, AMarkThatIsNeverClosedEndsWithItsParagraph) {
  EXPECT_EQ(picture("he said \"we wait\nthe boat left"), "pp|p|pppp");
  EXPECT_EQ(picture("he said “we wait\nthe boat left"), "pp|p|pppp");
}

TEST(TextShape, AClosingMarkAloneClosesNothing) { EXPECT_EQ(picture("we wait” he said"), "pppp"); }

TEST(TextShape, ASecondOpeningMarkOpensNothingMore) { EXPECT_EQ(picture("“we “wait” now” he said"), "|p|pppp"); }

TEST(TextShape, NumbersAndNames) {
  EXPECT_EQ(picture("the envoy Doran met 31 men from Sorn"), "ppNpnppN");
}

TEST(TextShape, TheFirstWordOfASentenceIsNoName) {
  EXPECT_EQ(shape_of("Wagons crossed. Trains waited! Nobody came? Envoys left: Boats too; Ships sank.").names, keys({}));
  EXPECT_EQ(shape_of("He said: \"Trains waited.\" The envoys left.").names, keys({}));
}

TEST(TextShape, ANameIsKnownWhereverItStands) {
  // it opens the second sentence, too
  EXPECT_EQ(picture("a man named Doran spoke. Doran left"), "pppNpNp");
}

TEST(TextShape, NamesOfAnyLetters) { EXPECT_EQ(shape_of("envoys from Šorn and Île saw Ökers").names, keys({"sorn", "ile", "okers"})); }

TEST(TextShape, TheShapeOfAMarkMakesNoName) {
  // curly marks are several bytes that begin above 0xC0, as letters do
  EXPECT_EQ(shape_of("he said “we wait.” The boat left").names, shape_of("he said \"we wait.\" The boat left").names);
  EXPECT_EQ(shape_of("he said “we wait.” The boat left").names, keys({}));
  EXPECT_EQ(shape_of("the river — Tamsel – rose… “Doran” left").names, keys({"tamsel"}));
  EXPECT_EQ(shape_of("he left.… The boat").names, shape_of("he left.... The boat").names);
}

TEST(TextShape, AnApostropheOfEitherShapeLeavesTheSameName) {
  EXPECT_EQ(shape_of("the letter of Doran's aide").names, shape_of("the letter of Doran’s aide").names);
  EXPECT_EQ(picture("the letter of Doran's aide"), "pppNp");
  EXPECT_EQ(picture("the letter of Doran’s aide"), "pppNp");
}

TEST(TextShape, TheTitleIsASetOfWords) {
  EXPECT_EQ(shape_of("text", "Envoys, envoys: OUT!").title, keys({"envoys", "out"}));
  EXPECT_TRUE(shape_of("text").title.empty());
}

TEST(TextShape, OnlyTheBodyCounts) {
  Report report = testing::plain_report("one two\nPhoto by Doran in 2024");
  report.blocks[1].kind = BlockKind::caption;
  const TextShape shape = make_shape(report);
  EXPECT_EQ(shape.words.size(), 2u);
  EXPECT_TRUE(shape.names.empty());
}

TEST(TextShape, OfNothing) {
  for (const char* text : {"", "...", "“”", "\"\"\"", "“", "\n\n"}) {
    const TextShape shape = shape_of(text);
    EXPECT_TRUE(shape.words.empty()) << text;
    EXPECT_TRUE(shape.grams.empty()) << text;
    EXPECT_TRUE(shape.names.empty()) << text;
  }
}

TEST(TextShape, SurvivesBrokenUtf8) {
  const TextShape shape = shape_of("ok \xE2\x80 \xC3 Sorn\xFF \xF0\x9F");
  EXPECT_EQ(shape.words.size(), shape.quoted.size());
  EXPECT_EQ(shape.words.size(), shape.fingerprint.words);
}

}  // namespace
}  // namespace attache
