#include "lineage/candidates.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

// Numbers that are the same on every machine (linear congruential generator, constants of Numerical Recipes).
class Generator {
 public:
  explicit Generator(std::uint32_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t bound) {
    state_ = state_ * 1664525u + 1013904223u;
    return static_cast<std::uint32_t>((static_cast<std::uint64_t>(state_) * bound) >> 32);
  }

 private:
  std::uint32_t state_;
};

using Words = std::vector<std::string>;

Words random_words(Generator& g, std::size_t size) {
  Words out;
  for (std::size_t i = 0; i < size; ++i) out.push_back("w" + std::to_string(g.below(5000)));
  return out;
}

Words part_of(const Words& words, std::size_t begin, std::size_t end) { return {words.begin() + static_cast<std::ptrdiff_t>(begin), words.begin() + static_cast<std::ptrdiff_t>(end)}; }

Words operator+(Words a, const Words& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

Fingerprint fingerprint_of(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += word + " ";
  return make_fingerprint(testing::plain_report(text));
}

Sketch sketch_of(const Words& words) { return make_sketch(fingerprint_of(words)); }

// Texts of `least` to `most` words: fresh ones, excerpts, versions with every n-th word replaced, two texts in one.
std::vector<Words> make_texts(std::uint32_t seed, std::size_t count, std::uint32_t least, std::uint32_t most) {
  Generator g(seed);
  std::vector<Words> texts;
  while (texts.size() < count) {
    const std::size_t size = least + g.below(most - least + 1);
    Words text = random_words(g, size);
    if (!texts.empty() && g.below(3) > 0) {
      const Words& old = texts[g.below(static_cast<std::uint32_t>(texts.size()))];
      switch (g.below(3)) {
        case 0: text = part_of(old, 0, std::max<std::size_t>(least, old.size() / 2)); break;
        case 1: {
          text = old;
          const std::size_t step = 5 + g.below(60);
          for (std::size_t i = g.below(5); i < text.size(); i += step) text[i] = "w" + std::to_string(g.below(5000));
          break;
        }
        default: text = part_of(text, 0, text.size() / 2) + part_of(old, old.size() / 2, old.size()); break;
      }
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

// Every earlier text compared with all its 4-grams.
std::vector<Candidate> by_brute_force(const std::vector<Fingerprint>& all, std::size_t text, double least) {
  std::vector<Candidate> out;
  for (std::uint32_t other = 0; other < text; ++other) {
    const double containment = compare(all[other], all[text]).containment;
    if (containment >= least) out.push_back({other, containment});
  }
  std::sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) { return a.containment != b.containment ? a.containment > b.containment : a.report < b.report; });
  return out;
}

TEST(SketchIndex, FindsWhatBruteForceFindsInShortTexts) {
  // up to 99 words a sketch holds every 4-gram: the estimate is exact
  const std::vector<Words> texts = make_texts(1, 150, 40, 99);
  std::vector<Fingerprint> fingerprints;
  SketchIndex index;
  std::size_t found_in_all = 0;
  for (std::uint32_t t = 0; t < texts.size(); ++t) {
    fingerprints.push_back(fingerprint_of(texts[t]));
    const std::vector<Candidate> wanted = by_brute_force(fingerprints, t, 0.25);
    const std::vector<Candidate> found = index.find(make_sketch(fingerprints[t]), 0.25, 1000);
    ASSERT_EQ(found.size(), wanted.size()) << "text " << t;
    for (std::size_t c = 0; c < found.size(); ++c) {
      EXPECT_EQ(found[c].report, wanted[c].report) << "text " << t;
      EXPECT_DOUBLE_EQ(found[c].containment, wanted[c].containment) << "text " << t;
    }
    found_in_all += found.size();
    index.add(t, make_sketch(fingerprints[t]));
  }
  EXPECT_GT(found_in_all, 100u);
}

TEST(SketchIndex, FindsTheVersionsOfLongTexts) {
  // 300 to 1,500 words in sketches of 75 to 190: whatever is half in the other is a candidate at .18
  const std::vector<Words> texts = make_texts(2, 120, 300, 1500);
  std::vector<Fingerprint> fingerprints;
  SketchIndex index;
  std::size_t wanted_in_all = 0;
  double error = 0;
  std::size_t estimates = 0;
  for (std::uint32_t t = 0; t < texts.size(); ++t) {
    fingerprints.push_back(fingerprint_of(texts[t]));
    const std::vector<Candidate> found = index.find(make_sketch(fingerprints[t]), 0.18, 1000);
    for (const Candidate& wanted : by_brute_force(fingerprints, t, 0.5)) {
      ++wanted_in_all;
      const auto at = std::find_if(found.begin(), found.end(), [&](const Candidate& c) { return c.report == wanted.report; });
      ASSERT_NE(at, found.end()) << "text " << t << " holds text " << wanted.report;
      error += std::abs(at->containment - wanted.containment);
      ++estimates;
    }
    index.add(t, make_sketch(fingerprints[t]));
  }
  EXPECT_GT(wanted_in_all, 50u);
  EXPECT_LT(error / static_cast<double>(estimates), 0.08);
}

TEST(SketchIndex, AnEmptyIndexFindsNothing) {
  SketchIndex index;
  Generator g(3);
  EXPECT_TRUE(index.find(sketch_of(random_words(g, 100)), 0.1, 8).empty());
}

TEST(SketchIndex, AnEmptySketchFindsNothing) {
  SketchIndex index;
  Generator g(4);
  index.add(0, sketch_of(random_words(g, 100)));
  EXPECT_TRUE(index.find(Sketch{}, 0.1, 8).empty());
}

TEST(SketchIndex, TheBestFirstAndTheEarlierOfEquals) {
  Generator g(5);
  const Words text = random_words(g, 93);  // 90 four-grams
  SketchIndex index;
  index.add(7, sketch_of(part_of(text, 0, 48) + random_words(g, 45)));  // half of it
  index.add(3, sketch_of(text));
  index.add(5, sketch_of(text));
  const std::vector<Candidate> found = index.find(sketch_of(text), 0.25, 8);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].report, 3u);
  EXPECT_EQ(found[1].report, 5u);
  EXPECT_EQ(found[2].report, 7u);
  EXPECT_DOUBLE_EQ(found[0].containment, 1);
  EXPECT_DOUBLE_EQ(found[2].containment, 0.5);
}

TEST(SketchIndex, GivesAtMostWhatIsAsked) {
  Generator g(6);
  const Words text = random_words(g, 100);
  SketchIndex index;
  for (std::uint32_t r = 0; r < 20; ++r) index.add(r, sketch_of(text));
  const std::vector<Candidate> found = index.find(sketch_of(text), 0.25, 8);
  ASSERT_EQ(found.size(), 8u);
  for (std::uint32_t r = 0; r < 8; ++r) EXPECT_EQ(found[r].report, r);
}

TEST(SketchIndex, BelowTheLeastNothing) {
  Generator g(7);
  const Words text = random_words(g, 93);
  SketchIndex index;
  index.add(0, sketch_of(part_of(text, 0, 30) + random_words(g, 63)));  // 27 of 90 four-grams
  EXPECT_EQ(index.find(sketch_of(text), 0.30, 8).size(), 1u);
  EXPECT_TRUE(index.find(sketch_of(text), 0.31, 8).empty());
}

TEST(SketchIndex, AskingLeavesNoTrace) {
  Generator g(8);
  const Words text = random_words(g, 100);
  SketchIndex index;
  index.add(0, sketch_of(text));
  for (int i = 0; i < 3; ++i) {
    const std::vector<Candidate> found = index.find(sketch_of(text), 0.25, 8);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_DOUBLE_EQ(found[0].containment, 1);
  }
}

TEST(SketchIndex, WordsThatMostReportsHoldDoNotHideACopy) {
  // 64 reports fill the lists of a common block; the 65th holds it too, and only 25 of its 112 four-grams are its own
  Generator g(9);
  const Words common = random_words(g, 90), own = random_words(g, 25);
  SketchIndex index;
  for (std::uint32_t r = 0; r < 64; ++r) index.add(r, sketch_of(common + random_words(g, 120)));
  index.add(64, sketch_of(common + own));
  const std::vector<Candidate> found = index.find(sketch_of(common + own), 0.25, 8);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().report, 64u);
  EXPECT_DOUBLE_EQ(found.front().containment, 1);
}

TEST(SketchIndex, TheThousandthCopyFindsTheFirstOnes) {
  Generator g(10);
  const Sketch sketch = sketch_of(random_words(g, 100));
  SketchIndex index;
  for (std::uint32_t r = 0; r < 1000; ++r) index.add(r, sketch);
  const std::vector<Candidate> found = index.find(sketch, 0.25, 3);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].report, 0u);
  EXPECT_EQ(found[2].report, 2u);
}

std::vector<std::uint64_t> grams_of(const Words& words) { return fingerprint_of(words).shingles; }

TEST(Holders, ReportsAndTheirDays) {
  Generator g(11);
  const Words form = random_words(g, 20);
  SketchIndex index;
  index.add(0, sketch_of(form + random_words(g, 30)), 100);
  index.add(1, sketch_of(form + random_words(g, 30)), 101);
  index.add(2, sketch_of(form + random_words(g, 30)), 100);
  index.add(3, sketch_of(random_words(g, 50)), 102);
  for (std::uint64_t gram : grams_of(form)) {
    EXPECT_EQ(index.holders(gram, 0).reports, 3u);
    EXPECT_EQ(index.holders(gram, 0).days, 2u);
  }
}

TEST(Holders, AReportWithoutADayHoldsOnNone) {
  Generator g(12);
  const Words text = random_words(g, 20);
  SketchIndex index;
  index.add(0, sketch_of(text));
  index.add(1, sketch_of(text), SketchIndex::kNoDay);
  EXPECT_EQ(index.holders(grams_of(text)[0], 0).reports, 2u);
  EXPECT_EQ(index.holders(grams_of(text)[0], 0).days, 0u);
  index.add(2, sketch_of(text), -3);  // before 1970
  EXPECT_EQ(index.holders(grams_of(text)[0], 0).days, 1u);
}

TEST(Holders, NobodyHoldsWhatNobodyAdded) {
  Generator g(13);
  SketchIndex index;
  EXPECT_EQ(index.holders(grams_of(random_words(g, 5))[0], 0).reports, 0u);
  index.add(0, sketch_of(random_words(g, 40)), 7);
  EXPECT_EQ(index.holders(grams_of({"nobody", "says", "these", "words"})[0], 0).reports, 0u);
  EXPECT_EQ(index.holders(grams_of({"nobody", "says", "these", "words"})[0], 0).days, 0u);
}

TEST(Holders, WhatASketchLeavesOutIsNotHeld) {
  Generator g(14);
  const Fingerprint f = fingerprint_of(random_words(g, 1003));
  SketchIndex index;
  const Sketch sketch = make_sketch(f);
  index.add(0, sketch, 7);
  std::size_t held = 0;
  for (std::uint64_t gram : f.shingles) held += index.holders(gram, 0).reports;
  EXPECT_EQ(held, sketch.kept.size());
  EXPECT_LT(held, f.shingles.size() / 4);
  for (std::uint64_t gram : f.shingles) {
    if (level_of(static_cast<std::uint32_t>(gram >> 32)) < 2) {
      EXPECT_EQ(index.holders(gram, 2).reports, 0u);
    }
  }
}

TEST(Holders, TheFirstSixtyFourAreCounted) {
  Generator g(15);
  const Words text = random_words(g, 20);
  SketchIndex index;
  for (std::uint32_t r = 0; r < 200; ++r) index.add(r, sketch_of(text), static_cast<std::int32_t>(r));
  EXPECT_EQ(index.holders(grams_of(text)[3], 0).reports, 64u);
  EXPECT_EQ(index.holders(grams_of(text)[3], 0).days, 64u);
}

TEST(SketchIndex, FindsAndAddsInOneStepWhatItFindsAndAddsInTwo) {
  const std::vector<Words> texts = make_texts(9, 200, 30, 400);
  SketchIndex one, two;
  std::size_t found = 0;
  for (std::uint32_t t = 0; t < texts.size(); ++t) {
    const Sketch sketch = sketch_of(texts[t]);
    const std::vector<Candidate> wanted = two.find(sketch, 0.18, 16);
    two.add(t, sketch, static_cast<std::int32_t>(t / 3));
    const std::vector<Candidate> got = one.find_and_add(t, sketch, static_cast<std::int32_t>(t / 3), 0.18, 16);
    ASSERT_EQ(got.size(), wanted.size()) << "text " << t;
    for (std::size_t c = 0; c < got.size(); ++c) {
      EXPECT_EQ(got[c].report, wanted[c].report);
      EXPECT_EQ(got[c].containment, wanted[c].containment);
    }
    found += got.size();
  }
  EXPECT_GT(found, 100u);
  for (const Words& text : texts) {
    for (std::uint64_t gram : grams_of(text)) EXPECT_EQ(one.holders(gram, 0).days, two.holders(gram, 0).days);
  }
}

TEST(SketchIndex, ForgetsWhatIsOlder) {
  const std::vector<Words> texts = make_texts(13, 240, 60, 300);
  SketchIndex all, rest;
  const auto day_of = [](std::uint32_t t) { return t % 7 == 0 ? SketchIndex::kNoDay : static_cast<std::int32_t>(t / 10); };
  const auto stays = [&](std::uint32_t t) { return day_of(t) == SketchIndex::kNoDay || day_of(t) >= 12; };
  for (std::uint32_t t = 0; t < texts.size(); ++t) {
    all.add(t, sketch_of(texts[t]), day_of(t));
    if (stays(t)) rest.add(t, sketch_of(texts[t]), day_of(t));
  }
  const std::size_t before = all.bytes();
  EXPECT_EQ(all.reports_before(12), all.reports() - rest.reports());
  all.forget_before(12);
  EXPECT_EQ(all.reports(), rest.reports());
  EXPECT_EQ(all.reports_before(12), 0u);
  EXPECT_LT(all.bytes(), before);
  std::size_t found = 0;
  for (std::uint32_t t = 0; t < texts.size(); ++t) {
    const std::vector<Candidate> got = all.find(sketch_of(texts[t]), 0.18, 16), wanted = rest.find(sketch_of(texts[t]), 0.18, 16);
    ASSERT_EQ(got.size(), wanted.size()) << "text " << t;
    for (std::size_t c = 0; c < got.size(); ++c) {
      EXPECT_EQ(got[c].report, wanted[c].report);
      EXPECT_TRUE(stays(got[c].report));
    }
    found += got.size();
    for (std::uint64_t gram : grams_of(texts[t])) EXPECT_EQ(all.holders(gram, 0).days, rest.holders(gram, 0).days);
  }
  EXPECT_GT(found, 100u);
  all.add(1000, sketch_of(texts[0]), 30);  // and goes on
  EXPECT_FALSE(all.find(sketch_of(texts[0]), 0.9, 1).empty());
}

TEST(SketchIndex, RemembersThatManyHeldWhatItForgot) {
  // 70 reports of one form; after forgetting, the 4-grams of the form still do not count as rare ones
  Generator g(17);
  const Words form = random_words(g, 50);
  SketchIndex index;
  std::vector<Words> texts;
  for (std::uint32_t i = 0; i < 80; ++i) {
    texts.push_back(form + random_words(g, 14));
    index.add(i, sketch_of(texts.back()), static_cast<std::int32_t>(i));
  }
  const auto found = [&] {
    const std::vector<Candidate> all = index.find(sketch_of(texts[75]), 0.18, 1000);
    return std::any_of(all.begin(), all.end(), [](const Candidate& c) { return c.report == 75; });
  };
  EXPECT_TRUE(found());
  index.forget_before(40);
  EXPECT_TRUE(found());
}

TEST(SketchIndex, CountsDaysInAnyOrder) {
  Generator g(11);
  const Words form = random_words(g, 12);
  const std::vector<std::int32_t> days = {5, 3, 5, SketchIndex::kNoDay, 3, 9, SketchIndex::kNoDay, 9, 4};
  SketchIndex index;
  std::vector<std::int32_t> seen;
  for (std::uint32_t i = 0; i < days.size(); ++i) {
    index.add(i, sketch_of(form), days[i]);
    if (days[i] != SketchIndex::kNoDay && std::find(seen.begin(), seen.end(), days[i]) == seen.end()) seen.push_back(days[i]);
    for (std::uint64_t gram : grams_of(form)) {
      EXPECT_EQ(index.holders(gram, 0).reports, i + 1);
      EXPECT_EQ(index.holders(gram, 0).days, seen.size()) << "after report " << i;
    }
  }
}

}  // namespace
}  // namespace attache
