#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "base/hash.h"
#include "syntax/lemma_script.h"
#include "syntax/name_labels.h"
#include "syntax/spanning_tree.h"
#include "syntax/word_rows.h"

namespace attache {
namespace {

Matrix numbers(std::size_t rows, std::size_t cols, std::uint64_t seed) {
  Matrix m(rows, cols);
  for (std::size_t i = 0; i < m.values.size(); ++i) m.values[i] = static_cast<float>(mix(seed * 1000 + i) % 1000);
  return m;
}

bool is_tree(const std::vector<std::uint32_t>& heads) {
  if (std::count(heads.begin(), heads.end(), 0u) != 1) return false;
  for (std::size_t start = 1; start <= heads.size(); ++start) {
    std::size_t at = start, steps = 0;
    while (at != 0 && steps++ <= heads.size()) at = heads[at - 1];
    if (at != 0) return false;
  }
  return true;
}

double total(const Matrix& scores, const std::vector<std::uint32_t>& heads) {
  double sum = 0;
  for (std::size_t d = 0; d < heads.size(); ++d) sum += static_cast<double>(scores.row(d)[heads[d]]);
  return sum;
}

TEST(SpanningTree, IsTheBestOfAllTrees) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const std::size_t n = 1 + seed % 5;
    const Matrix scores = numbers(n, n + 1, seed);
    std::vector<std::uint32_t> heads(n, 0);
    double best = -1;
    const std::function<void(std::size_t)> each = [&](std::size_t d) {
      if (d == n) {
        if (is_tree(heads)) best = std::max(best, total(scores, heads));
        return;
      }
      for (std::uint32_t h = 0; h <= n; ++h) {
        if (h == d + 1) continue;
        heads[d] = h;
        each(d + 1);
      }
    };
    each(0);
    const auto found = best_tree(scores);
    ASSERT_TRUE(is_tree(found)) << seed;
    ASSERT_EQ(total(scores, found), best) << seed;
  }
}

TEST(SpanningTree, NoWordsNoTree) { EXPECT_TRUE(best_tree(Matrix(0, 1)).empty()); }

TEST(LemmaScript, EveryPairComesBack) {
  const std::pair<const char*, const char*> pairs[] = {{"said", "say"}, {"Doran", "Doran"}, {"was", "be"}, {"NATO", "NATO"}, {"Countries", "country"}, {"STRIKES", "strike"}, {"’s", "have"},
                                                       {"Élysée", "Élysée"}, {"went", "go"}, {"better", "good"}, {"Erdoğan", "Erdoğan"}, {"ministers", "minister"}, {"a", "a"}, {"DORAN", "Doran"}};
  for (const auto& [form, lemma] : pairs) EXPECT_EQ(apply_lemma_script(form, lemma_script(form, lemma)), lemma) << form << " " << lemma_script(form, lemma);
}

TEST(LemmaScript, OneScriptServesManyWords) {
  EXPECT_EQ(lemma_script("denied", "deny"), "l3y");
  EXPECT_EQ(apply_lemma_script("Carried", "l3y"), "carry");
  EXPECT_EQ(lemma_script("was", "be"), "=be");
}

TEST(LemmaScript, WhatDoesNotFitLeavesTheWord) {
  EXPECT_EQ(apply_lemma_script("a", "l3y"), "a");
  EXPECT_EQ(apply_lemma_script("é", "l1"), "é");
  EXPECT_EQ(apply_lemma_script("", "l0"), "");
  EXPECT_EQ(apply_lemma_script("word", "l"), "word");
}

TEST(NameLabels, OnlyWholeNamesComeOut) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const auto labels = best_name_labels(numbers(1 + seed % 9, 17, seed));
    ASSERT_TRUE(may_follow(labels.front(), 0));
    for (std::size_t i = 1; i < labels.size(); ++i) ASSERT_TRUE(may_follow(labels[i], labels[i - 1])) << seed;
    ASSERT_TRUE(may_follow(0, labels.back())) << "the last name is closed";
  }
}

TEST(NameLabels, TheBestSequenceOfAll) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Matrix scores = numbers(3, 17, seed);
    double best = -1;
    for (std::uint32_t a = 0; a < 17; ++a) {
      for (std::uint32_t b = 0; b < 17; ++b) {
        for (std::uint32_t c = 0; c < 17; ++c) {
          if (may_follow(a, 0) && may_follow(b, a) && may_follow(c, b) && may_follow(0, c)) best = std::max(best, static_cast<double>(scores.row(0)[a] + scores.row(1)[b] + scores.row(2)[c]));
        }
      }
    }
    const auto found = best_name_labels(scores);
    EXPECT_EQ(static_cast<double>(scores.row(0)[found[0]] + scores.row(1)[found[1]] + scores.row(2)[found[2]]), best) << seed;
  }
}

class WordRowsTest : public ::testing::Test {
 protected:
  static const Knowledge& knowledge() {
    static const Knowledge k = load_knowledge();
    return k;
  }
  static bool has(const WordRows& rows, std::size_t word, std::uint32_t row) {
    const auto of = rows.of(word);
    return std::find(of.begin(), of.end(), row) != of.end();
  }
};

TEST_F(WordRowsTest, AWordWithoutARowHasNone) {
  WordVocabulary vocabulary;
  const std::vector<std::string_view> words = {"ferry", "Ferry"};
  const auto hashes = word_hashes(words);
  EXPECT_EQ(hashes[0].word, hashes[1].word);
  EXPECT_EQ(hashes[0].exact, 0u);
  EXPECT_NE(hashes[1].exact, 0u);
  EXPECT_EQ(vocabulary.row_of(WordSlot::word, hashes[0].word), WordVocabulary::kNone);
  EXPECT_TRUE(vocabulary.insert(WordSlot::word, hashes[0].word));
  EXPECT_TRUE(vocabulary.insert(WordSlot::word, hashes[0].word)) << "twice is once";
  const std::uint32_t row = vocabulary.row_of(WordSlot::word, hashes[0].word);
  EXPECT_LT(row, kSlotRows[0]);
  const WordRows rows = word_rows(words, knowledge(), vocabulary);
  EXPECT_TRUE(has(rows, 0, row));
  EXPECT_TRUE(has(rows, 1, row));
}

TEST_F(WordRowsTest, AFullNeighbourhoodRefuses) {
  WordVocabulary vocabulary;
  int refused = 0;
  for (std::uint64_t i = 0; i < 200; ++i) refused += !vocabulary.insert(WordSlot::word, (i + 1) << 50);  // all of one place
  EXPECT_GT(refused, 150);
}

TEST_F(WordRowsTest, TablesAreSeen) {
  const std::vector<std::string_view> words = {"The", "United", "Nations", "met", "in", "Vienna"};
  const WordRows rows = word_rows(words, knowledge(), WordVocabulary());
  const std::uint32_t known = first_row_of(WordSlot::known);
  const auto knows = [&](std::size_t w) {
    const auto of = rows.of(w);
    return std::any_of(of.begin(), of.end(), [&](std::uint32_t r) { return r >= known; });
  };
  EXPECT_TRUE(knows(1));
  EXPECT_TRUE(knows(2));
  EXPECT_TRUE(knows(5));
  EXPECT_FALSE(knows(3));
}

TEST_F(WordRowsTest, RowsAreWithinTheTable) {
  const std::vector<std::string_view> words = {"", "\xFF\xFE", "ŁÓDŹ", "1998-99", "...", "𝕏", "a"};
  const WordRows rows = word_rows(words, knowledge(), WordVocabulary());
  ASSERT_EQ(rows.size(), words.size());
  for (const std::uint32_t r : rows.rows) EXPECT_LT(r, word_row_count());
}

TEST_F(WordRowsTest, ALineOfCapitalsReadsAsIfSmall) {
  const std::vector<std::string_view> loud = {"MINISTERS", "MEET", "IN", "VIENNA"}, quiet = {"ministers", "meet", "in", "vienna"};
  const auto a = word_hashes(loud), b = word_hashes(quiet);
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].word, b[i].word);
    EXPECT_EQ(a[i].exact, 0u);
  }
}

}  // namespace
}  // namespace attache
