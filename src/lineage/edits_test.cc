#include "lineage/edits.h"

#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "language/segment.h"
#include "lineage/spelling.h"
#include "lineage/words.h"
#include "support/texts.h"
#include "text/fold.h"

namespace attache {
namespace {

const Lexicon& lexicon() { return testing::resources().lexicon; }

// A report with its sentences: what a Document points to.
struct Text {
  Report report;
  std::vector<SentenceSpan> sentences;

  explicit Text(const std::string& words) : report(testing::plain_report(words)) {
    for (const Sentence& s : segment(report.text, report.blocks, lexicon()).sentences) sentences.push_back({s.span, s.block, s.title});
  }
  [[nodiscard]] Document document() const { return {&report, sentences}; }
  [[nodiscard]] std::string words(const std::vector<std::uint32_t>& indexes) const {
    std::string out;
    for (std::uint32_t i : indexes) out += (out.empty() ? "" : " ") + std::string(slice(report.text, sentences[i].span));
    return out;
  }
};

// "op[ moved][ number][ name]: from -> to" a line for each edit that is not "same" in its place.
std::string changes(const std::string& from, const std::string& to) {
  const Text a(from), b(to);
  std::string out;
  for (const Edit& e : align_sentences(a.document(), b.document(), lexicon())) {
    if (e.op == EditOp::same && !e.moved) continue;
    out += std::string(name_of(e.op)) + (e.moved ? " moved" : "") + (e.number_changed ? " number" : "") + (e.name_changed ? " name" : "") + ": " + a.words(e.from) + " -> " + b.words(e.to) + "\n";
  }
  return out;
}

constexpr const char* kStory = "The council met on the river on Monday. Envoys spoke for three hours about the wagons. A vote is planned for the autumn. No side left the room.";

TEST(AlignSentences, TheSameTextHasNoChange) { EXPECT_EQ(changes(kStory, kStory), ""); }

TEST(AlignSentences, SameInOtherParagraphs) {
  EXPECT_EQ(changes("The council met. Envoys spoke for hours.", "The council met.\n\nEnvoys   spoke for hours."), "");
}

TEST(AlignSentences, Typography) {
  EXPECT_EQ(changes("\"We won't wait\" - that was all he said.", "“We won’t wait” — that was all he said."), "typography: \"We won't wait\" - that was all he said. -> “We won’t wait” — that was all he said.\n");
}

TEST(AlignSentences, ADoubleHyphenForADashIsTypography) {
  EXPECT_EQ(changes("The line -- once closed -- is open.", "The line – once closed – is open."), "typography: The line -- once closed -- is open. -> The line – once closed – is open.\n");
}

TEST(AlignSentences, Punctuation) {
  EXPECT_EQ(changes("In March the council met and then voted.", "In March, the council met, and then voted."), "punctuation: In March the council met and then voted. -> In March, the council met, and then voted.\n");
}

TEST(AlignSentences, Spelling) {
  EXPECT_EQ(changes("The defence organisation left the harbour.", "The defense organization left the harbor."), "spelling: The defence organisation left the harbour. -> The defense organization left the harbor.\n");
}

TEST(AlignSentences, TheGravestChangeNamesThePair) {
  // typography, punctuation and spelling in one sentence
  EXPECT_EQ(changes("The envoy's harbour was closed after all.", "The envoy’s harbor was closed, after all."), "spelling: The envoy's harbour was closed after all. -> The envoy’s harbor was closed, after all.\n");
}

TEST(AlignSentences, Reworded) {
  EXPECT_EQ(changes("The ministry rejected the plan for the bridge.", "The ministry refused the plan for the bridge."), "reworded: The ministry rejected the plan for the bridge. -> The ministry refused the plan for the bridge.\n");
}

TEST(AlignSentences, AChangedNumberIsMarked) {
  EXPECT_EQ(changes("A train of 31 wagons crossed the line.", "A train of 34 wagons crossed the line."), "reworded number: A train of 31 wagons crossed the line. -> A train of 34 wagons crossed the line.\n");
}

TEST(AlignSentences, AChangedNameIsMarked) {
  EXPECT_EQ(changes("The letter was signed by Ilka Doran in the capital.", "The letter was signed by Jon Pell in the capital."), "reworded name: The letter was signed by Ilka Doran in the capital. -> The letter was signed by Jon Pell in the capital.\n");
}

TEST(AlignSentences, ANumberAndANameInOneSentence) {
  EXPECT_EQ(changes("On the line Doran counted 31 wagons in all.", "On the line Pell counted 34 wagons in all."), "reworded number name: On the line Doran counted 31 wagons in all. -> On the line Pell counted 34 wagons in all.\n");
}

TEST(AlignSentences, ANumberInWordsIsANumber) {
  const auto marked = [](const std::string& from, const std::string& to) { return changes(from, to).find("number") != std::string::npos; };
  EXPECT_TRUE(marked("Observers will stay on the river for five more years.", "Observers will stay on the river for seven more years."));
  EXPECT_TRUE(marked("Observers will stay on the river for five more years.", "Observers will stay on the river for some more years."));
  EXPECT_FALSE(marked("Observers will stay on the river for seven more years.", "Observers will stay on the river for 7 more years."));
  EXPECT_FALSE(marked("Some twenty-five trains crossed the line in March.", "Some 25 trains crossed the line in March."));
  EXPECT_FALSE(marked("The bridge cost 2 million crowns in all.", "The bridge cost 2,000,000 crowns in all."));
  EXPECT_FALSE(marked("Only one person saw the trains in the night.", "Only 1 person saw the trains in the night."));
  EXPECT_TRUE(marked("The bridge cost 2 million crowns in all.", "The bridge cost 2 billion crowns in all."));
  EXPECT_TRUE(marked("They met on the 10th day of the talks there.", "They met on the 11th day of the talks there."));
  EXPECT_FALSE(marked("It was one of the trains that crossed the line.", "It was among the trains that crossed the line."));
}

TEST(AlignSentences, AThousandsCommaIsNoOtherNumber) {
  EXPECT_EQ(changes("The force has 2,100 observers there.", "The force has 2100 observers there.").find("number"), std::string::npos);
}

TEST(AlignSentences, Dropped) {
  EXPECT_EQ(changes("The council met. Envoys spoke for hours. A vote is planned.", "The council met. A vote is planned."), "dropped: Envoys spoke for hours. -> \n");
}

TEST(AlignSentences, Added) {
  EXPECT_EQ(changes("The council met. A vote is planned.", "The council met. Envoys spoke for hours. A vote is planned."), "added:  -> Envoys spoke for hours.\n");
}

TEST(AlignSentences, Replaced) {
  EXPECT_EQ(changes("The council met. Rudenia did not immediately answer. A vote is planned.", "The council met. \"That claim is false,\" its minister wrote. A vote is planned."),
            "replaced: Rudenia did not immediately answer. -> \"That claim is false,\" its minister wrote.\n");
}

TEST(AlignSentences, SeveralSentencesReplacedTogether) {
  EXPECT_EQ(changes("The council met. Snow fell all night. Trains stood still. A vote is planned.", "The council met. Nobody saw the trains. A vote is planned."), "replaced: Snow fell all night. Trains stood still. -> Nobody saw the trains.\n");
}

TEST(AlignSentences, WhatSharesNothingIsNoReplacement) {
  EXPECT_EQ(changes("The council met. Snow fell all night. A vote is planned.", "The council met. Nobody came to the gate. A vote is planned."), "dropped: Snow fell all night. -> \nadded:  -> Nobody came to the gate.\n");
}

TEST(AlignSentences, Moved) {
  EXPECT_EQ(changes("First came the envoys. Then the council met. A vote is planned. Snow fell all night.", "Snow fell all night. First came the envoys. Then the council met. A vote is planned."), "same moved: Snow fell all night. -> Snow fell all night.\n");
}

TEST(AlignSentences, MovedAndReworded) {
  EXPECT_EQ(changes("First came the envoys. Then the council met. A vote is planned. Heavy snow fell all night long.", "Heavy rain fell all night long. First came the envoys. Then the council met. A vote is planned."),
            "reworded moved: Heavy snow fell all night long. -> Heavy rain fell all night long.\n");
}

TEST(AlignSentences, DroppedAndAddedFarApartAreNoReplacement) {
  EXPECT_EQ(changes("Snow fell all night. The council met. A vote is planned.", "The council met. A vote is planned. Trains stood still."), "dropped: Snow fell all night. -> \nadded:  -> Trains stood still.\n");
}

TEST(AlignSentences, ARepeatedSentenceIsMatchedInOrder) {
  EXPECT_EQ(changes("No comment. The council met. No comment.", "No comment. The council met."), "dropped: No comment. -> \n");
}

TEST(AlignSentences, EditsStandInTheOrderOfTheLaterText) {
  const Text a("First came the envoys. Then the council met. A vote is planned. Snow fell all night.");
  const Text b("First came the envoys. Snow fell all night. Trains stood still. Then the council met. A vote is planned.");
  std::vector<std::uint32_t> to;
  for (const Edit& e : align_sentences(a.document(), b.document(), lexicon())) to.insert(to.end(), e.to.begin(), e.to.end());
  EXPECT_EQ(to, (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
}

TEST(AlignSentences, TitlesAreNoSentencesOfTheBody) {
  Text a("The bridge is open\nThe council met."), b("A bridge for all\nThe council met.");
  for (Text* t : {&a, &b}) t->sentences[0].title = true;
  const std::vector<Edit> edits = align_sentences(a.document(), b.document(), lexicon());
  ASSERT_EQ(edits.size(), 1u);
  EXPECT_EQ(edits[0].op, EditOp::same);
  EXPECT_EQ(edits[0].from, std::vector<std::uint32_t>{1});
}

TEST(AlignSentences, EmptyTexts) {
  EXPECT_EQ(changes("", ""), "");
  EXPECT_EQ(changes("", "The council met."), "added:  -> The council met.\n");
  EXPECT_EQ(changes("The council met.", ""), "dropped: The council met. -> \n");
}

TEST(AlignSentences, ThousandsOfEqualSentences) {
  std::string many;
  for (int i = 0; i < 3000; ++i) many += "No comment. ";
  EXPECT_EQ(changes(many, many), "");
}

// ---- generated texts against a slow twin ----

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

using Lines = std::vector<std::string>;

std::string random_sentence(Generator& g) {
  static const Lines kWords = {"envoy", "harbour", "council", "wagon", "letter", "vote", "river", "bridge", "minister", "colour", "centre", "train", "won't", "observer", "organisation", "Doran", "Pell", "31", "2,100", "snow"};
  std::string out = "The";
  const std::uint32_t size = 3 + g.below(8);
  for (std::uint32_t i = 0; i < size; ++i) out += " " + kWords[g.below(static_cast<std::uint32_t>(kWords.size()))] + (g.below(9) == 0 ? "," : "");
  return out + " stood.";
}

// A version with sentences moved, dropped, added, replaced, respelt, retyped and reworded.
Lines version_of(Lines lines, Generator& g) {
  const auto replace = [](std::string& text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    if (at != std::string::npos) text.replace(at, from.size(), to);
  };
  for (std::uint32_t n = 1 + g.below(6); n > 0 && !lines.empty(); --n) {
    const std::size_t at = g.below(static_cast<std::uint32_t>(lines.size()));
    switch (g.below(8)) {
      case 0: lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at)); break;
      case 1: lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), random_sentence(g)); break;
      case 2: std::swap(lines[at], lines[g.below(static_cast<std::uint32_t>(lines.size()))]); break;
      case 3: lines[at] = random_sentence(g); break;
      case 4: replace(lines[at], "harbour", "harbor"); replace(lines[at], "centre", "center"); break;
      case 5: replace(lines[at], "'", "’"); break;
      case 6: replace(lines[at], " stood", ", stood"); break;
      default: replace(lines[at], " stood", " fell"); replace(lines[at], "31", "34"); break;
    }
  }
  return lines;
}

std::string joined(const Lines& lines) {
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) out += lines[i] + (i % 3 == 2 ? "\n" : " ");
  return out;
}

Lines keys_of(const Text& t, std::uint32_t s) {
  Lines out;
  for_each_word(slice(t.report.text, t.sentences[s].span), [&](std::string_view word, bool) { out.push_back(spelling_key(word)); });
  return out;
}

double slow_dice(Lines a, Lines b) {
  const auto size = static_cast<double>(a.size() + b.size());
  std::size_t shared = 0;
  for (const std::string& word : a) {
    const auto at = std::find(b.begin(), b.end(), word);
    if (at == b.end()) continue;
    b.erase(at);
    ++shared;
  }
  return 2.0 * static_cast<double>(shared) / size;
}

// The partner of each sentence of `a` (-1: none): equal words in order first, then the best Dice of all pairs left.
std::vector<int> slow_pairs(const Text& a, const Text& b) {
  std::vector<int> to(a.sentences.size(), -1), from(b.sentences.size(), -1);
  const auto link = [&](std::size_t x, std::size_t y) {
    to[x] = static_cast<int>(y);
    from[y] = static_cast<int>(x);
  };
  for (std::uint32_t x = 0; x < to.size(); ++x) {
    for (std::uint32_t y = 0; y < from.size() && to[x] < 0; ++y) {
      if (from[y] < 0 && keys_of(a, x) == keys_of(b, y)) link(x, y);
    }
  }
  for (;;) {
    double best = 0.42;
    int best_x = -1, best_y = -1;
    for (std::uint32_t x = 0; x < to.size(); ++x) {
      for (std::uint32_t y = 0; y < from.size(); ++y) {
        if (to[x] >= 0 || from[y] >= 0) continue;
        const double dice = slow_dice(keys_of(a, x), keys_of(b, y));
        if (dice > best || (dice == best && best_x < 0)) best = dice, best_x = static_cast<int>(x), best_y = static_cast<int>(y);
      }
    }
    if (best_x < 0) return to;
    link(static_cast<std::size_t>(best_x), static_cast<std::size_t>(best_y));
  }
}

std::size_t longest_increasing_run(const std::vector<int>& values) {
  std::vector<std::size_t> best(values.size(), 1);
  std::size_t longest = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (values[k] < values[i]) best[i] = std::max(best[i], best[k] + 1);
    }
    longest = std::max(longest, best[i]);
  }
  return longest;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c != ' ' && c != '\n') out += c;
  }
  return out;
}

// Runs in order, nothing between them but blanks, and together the whole span; "same" runs hold the same words.
void expect_rebuilds(std::string_view a, Span from, std::string_view b, Span to, const std::vector<WordDiff>& diff) {
  std::string left, right;
  std::uint32_t left_at = from.begin, right_at = to.begin;
  for (const WordDiff& d : diff) {
    ASSERT_TRUE(from.contains(d.from) && to.contains(d.to));
    ASSERT_GE(d.from.begin, left_at);
    ASSERT_GE(d.to.begin, right_at);
    left_at = d.from.end;
    right_at = d.to.end;
    left += without_blanks(slice(a, d.from));
    right += without_blanks(slice(b, d.to));
    const std::string x = without_blanks(slice(a, d.from)), y = without_blanks(slice(b, d.to));
    if (d.change == WordChange::same) {
      EXPECT_EQ(x, y);
    } else {
      EXPECT_NE(x, y);
    }
    if (d.change == WordChange::typography) { EXPECT_EQ(fold(x), fold(y)); }
  }
  EXPECT_EQ(left, without_blanks(slice(a, from)));
  EXPECT_EQ(right, without_blanks(slice(b, to)));
}

TEST(AlignSentences, GeneratedVersionsKeepTheInvariantsOfASlowTwin) {
  Generator g(20240312);
  std::set<EditOp> met;
  for (int round = 0; round < 300; ++round) {
    SCOPED_TRACE(round);
    Lines lines;
    for (std::uint32_t n = g.below(12); n > 0; --n) lines.push_back(random_sentence(g));
    const Text a(joined(lines)), b(joined(version_of(lines, g)));
    const std::vector<Edit> edits = align_sentences(a.document(), b.document(), lexicon());
    std::vector<int> left(a.sentences.size(), 0), right(b.sentences.size(), 0), pair_of(a.sentences.size(), -1);
    std::vector<std::pair<int, int>> fixed;
    std::size_t pairs = 0;
    for (const Edit& e : edits) {
      met.insert(e.op);
      for (std::uint32_t s : e.from) ++left[s];
      for (std::uint32_t s : e.to) ++right[s];
      if (e.op == EditOp::dropped) {
        EXPECT_TRUE(!e.from.empty() && e.to.empty());
      } else if (e.op == EditOp::added) {
        EXPECT_TRUE(e.from.empty() && !e.to.empty());
      } else if (e.op == EditOp::replaced) {
        EXPECT_TRUE(!e.from.empty() && !e.to.empty());
      } else {
        ASSERT_EQ(e.from.size(), 1u);
        ASSERT_EQ(e.to.size(), 1u);
        pair_of[e.from[0]] = static_cast<int>(e.to[0]);
        ++pairs;
        if (!e.moved) fixed.emplace_back(e.from[0], e.to[0]);
        const Span from = a.sentences[e.from[0]].span, to = b.sentences[e.to[0]].span;
        if (e.words.empty()) {
          EXPECT_EQ(slice(a.report.text, from), slice(b.report.text, to));
        } else {
          expect_rebuilds(a.report.text, from, b.report.text, to, e.words);
        }
      }
    }
    EXPECT_EQ(left, std::vector<int>(a.sentences.size(), 1)) << "each sentence of the earlier text exactly once";
    EXPECT_EQ(right, std::vector<int>(b.sentences.size(), 1)) << "each sentence of the later text exactly once";
    EXPECT_EQ(pair_of, slow_pairs(a, b));
    std::vector<int> partners;
    for (int partner : pair_of) {
      if (partner >= 0) partners.push_back(partner);
    }
    EXPECT_EQ(fixed.size(), longest_increasing_run(partners)) << "as few moved as possible";
    EXPECT_EQ(pairs, partners.size());
    for (std::size_t i = 1; i < fixed.size(); ++i) EXPECT_TRUE(fixed[i - 1].first < fixed[i].first && fixed[i - 1].second < fixed[i].second);
  }
  EXPECT_EQ(met.size(), 8u) << "the generated texts make every operation";
}

// ---- word diff ----

std::string diff_of(const std::string& from, const std::string& to) {
  std::string out;
  const Span a{0, static_cast<std::uint32_t>(from.size())}, b{0, static_cast<std::uint32_t>(to.size())};
  for (const WordDiff& d : diff_words(from, a, to, b, lexicon())) {
    if (d.change != WordChange::same) out += std::string(name_of(d.change)) + " [" + std::string(slice(from, d.from)) + "|" + std::string(slice(to, d.to)) + "]";
  }
  return out;
}

TEST(DiffWords, EachKindOfChange) {
  EXPECT_EQ(diff_of("the council met", "the council met"), "");
  EXPECT_EQ(diff_of("the envoy's car", "the envoy’s car"), "typography ['s|’s]");
  EXPECT_EQ(diff_of("he came, and left", "he came and left"), "punctuation [,|]");
  EXPECT_EQ(diff_of("the centre held", "the center held"), "spelling [centre|center]");
  EXPECT_EQ(diff_of("it lost 31 wagons", "it lost 34 wagons"), "number [31|34]");
  EXPECT_EQ(diff_of("she met Doran there", "she met Pell there"), "name [Doran|Pell]");
  EXPECT_EQ(diff_of("she met him there", "she saw him there"), "words [met|saw]");
}

TEST(DiffWords, AnAddedRunHasAnEmptyPlaceOnTheOtherSide) {
  const std::string from = "they left", to = "they all left";
  const std::vector<WordDiff> diff = diff_words(from, {0, 9}, to, {0, 13}, lexicon());
  ASSERT_EQ(diff.size(), 3u);
  EXPECT_EQ(diff[1].from, (Span{5, 5}));
  EXPECT_EQ(diff[1].to, (Span{5, 8}));
}

TEST(DiffWords, EmptyAgainstWords) {
  EXPECT_EQ(diff_of("", ""), "");
  EXPECT_EQ(diff_of("", "they left"), "words [|they left]");
  EXPECT_EQ(diff_of("they left", ""), "words [they left|]");
}

TEST(DiffWords, SpansLieInTheTextGiven) {
  const std::string from = "xx they left xx", to = "they all left";
  const std::vector<WordDiff> diff = diff_words(from, {3, 12}, to, {0, 13}, lexicon());
  expect_rebuilds(from, {3, 12}, to, {0, 13}, diff);
}

TEST(DiffWords, TextsBeyondTheLimitAreOneRun) {
  std::string from, to;
  for (int i = 0; i < 600; ++i) {
    from += "a ";
    to += "b ";
  }
  const std::vector<WordDiff> diff = diff_words(from, {0, 1200}, to, {0, 1200}, lexicon());
  ASSERT_EQ(diff.size(), 1u);
  EXPECT_EQ(diff[0].change, WordChange::words);
  EXPECT_EQ(diff[0].from, (Span{0, 1199}));
}

// Words of the longest common subsequence, by trying every way (with memory).
std::size_t slow_common(const Lines& a, const Lines& b, std::size_t i, std::size_t k, std::map<std::pair<std::size_t, std::size_t>, std::size_t>& known) {
  if (i == a.size() || k == b.size()) return 0;
  const auto [it, fresh] = known.emplace(std::pair(i, k), 0);
  if (!fresh) return it->second;
  std::size_t best = std::max(slow_common(a, b, i + 1, k, known), slow_common(a, b, i, k + 1, known));
  if (a[i] == b[k]) best = std::max(best, 1 + slow_common(a, b, i + 1, k + 1, known));
  return known[{i, k}] = best;
}

TEST(DiffWords, GeneratedTextsKeepAsMuchAsASlowTwin) {
  Generator g(7);
  const Lines vocabulary = {"red", "blue", "green", "black", "white"};
  for (int round = 0; round < 300; ++round) {
    SCOPED_TRACE(round);
    Lines a, b;
    for (std::uint32_t n = g.below(14); n > 0; --n) a.push_back(vocabulary[g.below(5)]);
    for (std::uint32_t n = g.below(14); n > 0; --n) b.push_back(vocabulary[g.below(5)]);
    std::string from, to;
    for (const std::string& w : a) from += w + " ";
    for (const std::string& w : b) to += w + " ";
    const Span x{0, static_cast<std::uint32_t>(from.size())}, y{0, static_cast<std::uint32_t>(to.size())};
    const std::vector<WordDiff> diff = diff_words(from, x, to, y, lexicon());
    expect_rebuilds(from, x, to, y, diff);
    std::size_t kept = 0;
    for (const WordDiff& d : diff) {
      if (d.change == WordChange::same) for_each_word(slice(from, d.from), [&](std::string_view, bool) { ++kept; });
    }
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> known;
    EXPECT_EQ(kept, slow_common(a, b, 0, 0, known));
  }
}

// ---- words in common ----

TEST(WordDice, HandCounted) {
  EXPECT_DOUBLE_EQ(word_dice({1, 2, 3}, {1, 2, 3}), 1);
  EXPECT_DOUBLE_EQ(word_dice({1, 2, 3}, {3, 4}), 2.0 / 5);
  EXPECT_DOUBLE_EQ(word_dice({1, 1, 2}, {1}), 2.0 / 4);  // a repeated word counts once for each pair
  EXPECT_DOUBLE_EQ(word_dice({1}, {2}), 0);
  EXPECT_DOUBLE_EQ(word_dice({}, {}), 0);
}

TEST(WordBag, SpellingVariantsAreOneWord) {
  const std::string a = "Harbour, centre!", b = "the harbor center";
  EXPECT_EQ(word_bag(a, {0, 16}), word_bag(b, {4, 17}));
}

}  // namespace
}  // namespace attache
