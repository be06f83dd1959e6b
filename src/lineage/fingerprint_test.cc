#include "lineage/fingerprint.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

Fingerprint fingerprint_of(const std::string& text) { return make_fingerprint(testing::plain_report(text)); }

// "w0 w1 ... " for [begin, end).
std::string run_of(int begin, int end) {
  std::string out;
  for (int i = begin; i < end; ++i) out += "w" + std::to_string(i) + " ";
  return out;
}

TEST(Fingerprint, OneShingleAFourGram) {
  const Fingerprint f = fingerprint_of("one two three four five six");
  EXPECT_EQ(f.words, 6u);
  EXPECT_EQ(f.shingles.size(), 3u);
  EXPECT_TRUE(std::is_sorted(f.shingles.begin(), f.shingles.end()));
}

TEST(Fingerprint, RepeatedFourGramsCountOnce) {
  // a b c d a b c d a: the 4-grams abcd, bcda, cdab, dabc, then abcd and bcda again
  const Fingerprint f = fingerprint_of("aa bb cc dd aa bb cc dd aa");
  EXPECT_EQ(f.words, 9u);
  EXPECT_EQ(f.shingles.size(), 4u);
}

TEST(Fingerprint, AShortTextIsOneShingle) {
  EXPECT_EQ(fingerprint_of("no comment").shingles.size(), 1u);
  EXPECT_EQ(fingerprint_of("one two three four").shingles.size(), 1u);
  EXPECT_NE(fingerprint_of("no comment").shingles, fingerprint_of("comment no").shingles);
}

TEST(Fingerprint, OrderOfWordsCounts) {
  EXPECT_NE(fingerprint_of("one two three four").shingles, fingerprint_of("four three two one").shingles);
}

TEST(Fingerprint, NoWordsNoShingles) {
  EXPECT_TRUE(make_fingerprint(Report{}).shingles.empty());
  EXPECT_TRUE(fingerprint_of("... --- !").shingles.empty());
}

TEST(Fingerprint, CaseMarksAndParagraphsDoNotCount) {
  const Fingerprint a = fingerprint_of("The council's envoy left Port Alder - at once.");
  const Fingerprint b = fingerprint_of("THE COUNCIL’S ENVOY\nleft Port\nAlder — at once");
  EXPECT_EQ(a.shingles, b.shingles);
  EXPECT_EQ(a.words, 8u);
}

TEST(Fingerprint, OnlyTheBodyCounts) {
  Report report = testing::plain_report("one two three four five\nThe picture shows 44 wagons in the yard");
  report.blocks[1].kind = BlockKind::caption;
  const Fingerprint f = make_fingerprint(report);
  EXPECT_EQ(f.shingles, fingerprint_of("one two three four five").shingles);
  EXPECT_TRUE(f.numbers.empty());
}

TEST(Fingerprint, NumbersAreKeptWithRepetitions) {
  const Fingerprint f = fingerprint_of("31 wagons, then 31 wagons and 2,100 men");
  EXPECT_EQ(f.numbers.size(), 3u);
  EXPECT_EQ(f.numbers, fingerprint_of("2100 or 31 or 31").numbers);
}

TEST(Compare, AnExcerptLiesInTheWhole) {
  const Fingerprint whole = fingerprint_of(run_of(0, 10));   // 7 four-grams
  const Fingerprint part = fingerprint_of(run_of(0, 7));     // 4 of them
  const Overlap o = compare(whole, part);
  EXPECT_EQ(o.shared, 4u);
  EXPECT_DOUBLE_EQ(o.containment, 1);
  EXPECT_DOUBLE_EQ(o.a_in_b, 4.0 / 7);
  EXPECT_DOUBLE_EQ(o.b_in_a, 1);
  EXPECT_DOUBLE_EQ(o.jaccard, 4.0 / 7);
}

TEST(Compare, TwoTextsWithACommonMiddle) {
  // w0..w9 and w5..w16 share w5..w9: 2 four-grams of 7 and 9
  const Overlap o = compare(fingerprint_of(run_of(0, 10)), fingerprint_of(run_of(5, 17)));
  EXPECT_EQ(o.shared, 2u);
  EXPECT_DOUBLE_EQ(o.a_in_b, 2.0 / 7);
  EXPECT_DOUBLE_EQ(o.b_in_a, 2.0 / 9);
  EXPECT_DOUBLE_EQ(o.containment, 2.0 / 7);
  EXPECT_DOUBLE_EQ(o.jaccard, 2.0 / 14);
}

TEST(Compare, NumbersOfTheShorterTextDecide) {
  const Fingerprint longer = fingerprint_of("it lost 10 then 20 then 30 and rose again by noon");
  const Fingerprint shorter = fingerprint_of("it lost 10 then 99");
  EXPECT_DOUBLE_EQ(compare(longer, shorter).numbers, 0.5);
  EXPECT_DOUBLE_EQ(compare(shorter, longer).numbers, 0.5);
}

TEST(Compare, ARepeatedNumberMustBeRepeated) {
  const Overlap o = compare(fingerprint_of("it lost 10 and then again 10 there"), fingerprint_of("it lost 10 and then again nothing there at all"));
  EXPECT_DOUBLE_EQ(o.numbers, 0.5);
}

TEST(Compare, AShorterTextWithoutNumbersContradictsNone) {
  EXPECT_DOUBLE_EQ(compare(fingerprint_of(run_of(0, 6)), fingerprint_of("it lost 10 and then again 10")).numbers, 1);
}

TEST(Compare, AnEmptyTextSharesNothing) {
  const Overlap o = compare(make_fingerprint(Report{}), fingerprint_of(run_of(0, 9)));
  EXPECT_EQ(o.shared, 0u);
  EXPECT_DOUBLE_EQ(o.containment, 0);
  EXPECT_DOUBLE_EQ(o.jaccard, 0);
}

TEST(Sketch, KeepsAllOfAShortText) {
  const Fingerprint f = fingerprint_of(run_of(0, 99));  // 96 four-grams
  const Sketch s = make_sketch(f);
  EXPECT_EQ(s.total, 96u);
  EXPECT_EQ(s.level, 0);
  EXPECT_EQ(s.kept.size(), 96u);
  EXPECT_EQ(s.at_level[0], 96u);
}

TEST(Sketch, OfALongTextOneInEight) {
  const Fingerprint f = fingerprint_of(run_of(0, 2003));  // 2000 four-grams
  const Sketch s = make_sketch(f);
  EXPECT_EQ(s.total, 2000u);
  EXPECT_EQ(s.level, 3);
  EXPECT_GT(s.kept.size(), 200u);
  EXPECT_LT(s.kept.size(), 300u);
  EXPECT_TRUE(std::is_sorted(s.kept.begin(), s.kept.end()));
  for (std::uint32_t hash : s.kept) EXPECT_EQ(level_of(hash), 3);
  EXPECT_EQ(s.at_level[3], s.kept.size());
  EXPECT_EQ(s.at_level[2], 0u);  // nothing is known below its own level
}

TEST(Sketch, ALongerTextKeepsPartOfWhatAShorterOneKeeps) {
  const Sketch brief = make_sketch(fingerprint_of(run_of(0, 80))), full = make_sketch(fingerprint_of(run_of(0, 700)));
  std::size_t shared = 0;
  for (std::uint32_t hash : brief.kept) shared += std::binary_search(full.kept.begin(), full.kept.end(), hash);
  EXPECT_EQ(shared, brief.at_level[full.level]);
  EXPECT_GT(shared, 2u);
}

TEST(Sketch, OfNothing) {
  const Sketch s = make_sketch(Fingerprint{});
  EXPECT_EQ(s.total, 0u);
  EXPECT_TRUE(s.kept.empty());
}

}  // namespace
}  // namespace attache
