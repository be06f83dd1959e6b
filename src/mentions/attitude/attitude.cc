#include "mentions/attitude/attitude.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "base/strings.h"
#include "sequence/feature_hasher.h"

namespace attache {
namespace {

// Set before anything was measured, and not tried otherwise.
constexpr std::uint32_t kNear = 8;       // words to either side whose side matters more than their distance
constexpr std::uint32_t kAdjacent = 4;   // words to either side whose distance matters

std::uint64_t h(std::string_view word) { return hash64(word); }

bool is_content(const TreeWord& w) { return w.upos == "NOUN" || w.upos == "VERB" || w.upos == "ADJ" || w.upos == "ADV" || w.upos == "PROPN"; }

// Words of the target, first and one behind the last; the sentence's end where it has none.
struct TargetWords {
  std::uint32_t first = 0, last = 0;
  std::uint32_t head = kNoWord;  // the one whose head lies outside
};

TargetWords words_of(const SentenceTree& tree, Span target) {
  TargetWords out;
  const auto size = static_cast<std::uint32_t>(tree.words.size());
  out.first = size;
  for (std::uint32_t i = 0; i < size; ++i) {
    const Span& s = tree.words[i].span;
    if (s.end <= target.begin || s.begin >= target.end) continue;
    out.first = std::min(out.first, i);
    out.last = i + 1;
  }
  for (std::uint32_t i = out.first; i < out.last; ++i) {
    const std::uint32_t head = tree.words[i].head;
    if (out.head == kNoWord && (head == kNoWord || head < out.first || head >= out.last)) out.head = i;
  }
  return out;
}

bool is_negated(const SentenceTree& tree, std::uint32_t word) {
  return std::any_of(tree.words[word].children.begin(), tree.words[word].children.end(), [&](std::uint32_t c) { return is_one_of(tree.words[c].lemma, {"not", "n't", "never", "no", "hardly", "without"}); });
}

// What the tree says of the target: up its path, what hangs beside it there, and what hangs on it.
void add_tree(const FeatureHasher& add, const SentenceTree& tree, const TargetWords& t) {
  if (t.head == kNoWord) return;
  const std::vector<TreeWord>& words = tree.words;
  std::uint64_t path = h(words[t.head].relation);
  add(20, path);
  for (const std::uint32_t c : words[t.head].children) {
    if (c >= t.first && c < t.last) continue;
    add(21, h(words[c].relation), h(words[c].lemma));
    if (is_content(words[c])) add(22, h(words[c].lemma));
  }
  std::uint32_t from = t.head;
  for (std::uint32_t steps = 1; steps <= 3 && words[from].head != kNoWord; ++steps) {
    const std::uint32_t up = words[from].head;
    const std::uint64_t no = is_negated(tree, up) ? 1 : 0;
    add(23, h(words[up].lemma), path, no);
    add(24, h(words[up].lemma), steps * 2 + no);
    add(25, path, h(words[up].upos));
    if (steps <= 2) {
      for (const std::uint32_t c : words[up].children) {
        if (c == from || (c >= t.first && c < t.last) || !is_content(words[c])) continue;
        add(26, h(words[c].lemma), h(words[c].relation), path);
        add(27, h(words[c].lemma), no, steps);
        if (steps == 1) add(28, h(words[up].lemma), h(words[c].lemma), path);
      }
    }
    path = path * 31 + h(words[up].relation);
    from = up;
  }
}

const AttitudeWord* colour_of(const SentenceTree& tree, std::uint32_t word, const AttitudeWords& coloured) {
  const TreeWord& w = tree.words[word];
  if (w.upos == "VERB") {
    for (const std::uint32_t c : w.children) {
      if (tree.words[c].relation != "compound:prt" && tree.words[c].upos != "ADV" && tree.words[c].upos != "ADP") continue;
      if (const AttitudeWord* phrasal = coloured.find("VERB", w.lemma + " " + tree.words[c].lemma)) return phrasal;
    }
  }
  return coloured.find(w.upos == "PROPN" ? "NOUN" : w.upos, w.lemma);
}

bool is_passive(const SentenceTree& tree, std::uint32_t verb) {
  return std::any_of(tree.words[verb].children.begin(), tree.words[verb].children.end(), [&](std::uint32_t c) { return tree.words[c].relation == "nsubj:pass" || tree.words[c].relation == "aux:pass"; });
}

// What coloured words say of the target: by the part it has beside them, and by where they stand.
void add_colours(const FeatureHasher& add, const SentenceTree& tree, const TargetWords& t, const AttitudeWords& coloured) {
  const std::vector<TreeWord>& words = tree.words;
  const auto value = [](int v, std::uint64_t no) { return static_cast<std::uint64_t>(v + 2) * 2 + no; };
  int sums[3] = {};  // of the sentence, near, left
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (i >= t.first && i < t.last) continue;
    const AttitudeWord* colour = colour_of(tree, i, coloured);
    if (!colour) continue;
    const std::uint64_t no = is_negated(tree, i) ? 1 : 0;
    int whole = words[i].upos == "VERB" ? colour->of_subject + colour->of_object : colour->of_bearer;
    if (no) whole = -whole;
    const std::uint32_t away = i < t.first ? t.first - i : i - t.last + 1;
    sums[0] += whole;
    if (away <= kNear) sums[1] += whole;
    if (i < t.first) sums[2] += whole;
    add(30, value(std::clamp(whole, -2, 2), 0), i < t.first ? 1 : 2, std::min(away / 4, 4u));
  }
  for (std::uint64_t k = 0; k < 3; ++k) add(31, k, static_cast<std::uint64_t>(std::clamp(sums[k], -6, 6) + 6));
  if (t.head == kNoWord) return;
  int told = 0;
  const auto tell = [&](std::uint64_t part, int v, std::uint64_t no) {
    if (v == 0) return;
    add(32, part, value(v, no));
    told += no ? -v : v;
  };
  for (const std::uint32_t c : words[t.head].children) {
    if (c >= t.first && c < t.last) continue;
    if (const AttitudeWord* colour = colour_of(tree, c, coloured)) tell(1, colour->of_bearer, 0);
  }
  std::uint32_t from = t.head;
  for (std::uint32_t steps = 0; steps < 3 && words[from].head != kNoWord; ++steps) {
    const std::uint32_t up = words[from].head;
    const std::string_view relation = words[from].relation;
    if (const AttitudeWord* colour = colour_of(tree, up, coloured)) {
      const std::uint64_t no = is_negated(tree, up) ? 1 : 0;
      const bool subject = relation == "nsubj" || (relation.starts_with("obl") && tree.preposition(from) == "by" && is_passive(tree, up));
      const bool object = relation.starts_with("obj") || relation == "nsubj:pass" || relation == "iobj" || relation.starts_with("obl");
      if (words[up].upos == "VERB" && subject) tell(2 + 10 * steps, colour->of_subject, no);
      else if (words[up].upos == "VERB" && object) tell(3 + 10 * steps, colour->of_object, no);
      else if (words[up].upos == "VERB") tell(4 + 10 * steps, colour->of_subject + colour->of_object, no);
      else tell(5 + 10 * steps, colour->of_bearer, no);
    }
    // what is done in the same breath by the same subject, and to whom
    for (const std::uint32_t c : words[up].children) {
      if (c == from || (c >= t.first && c < t.last)) continue;
      const AttitudeWord* colour = colour_of(tree, c, coloured);
      if (!colour) continue;
      const std::uint64_t no = is_negated(tree, c) ? 1 : 0;
      if (words[c].upos == "VERB" && relation == "nsubj" && (words[c].relation == "conj" || words[c].relation == "xcomp" || words[c].relation == "advcl")) tell(6 + 10 * steps, colour->of_subject, no);
      else if (words[c].upos != "VERB") tell(7 + 10 * steps, colour->of_bearer, no);
    }
    from = up;
  }
  add(33, static_cast<std::uint64_t>(std::clamp(told, -4, 4) + 4));
}

}  // namespace

std::string_view name_of(Attitude attitude) {
  switch (attitude) {
    case Attitude::neutral: return "neutral";
    case Attitude::negative: return "negative";
    case Attitude::positive: return "positive";
  }
  return "neutral";
}

FeatureRows attitude_features(std::string_view text, const SentenceTree& tree, Span target, const AttitudeWords& coloured) {
  FeatureRows rows;
  const FeatureHasher add(rows);
  const TargetWords t = words_of(tree, target);
  const auto size = static_cast<std::uint32_t>(tree.words.size());
  std::vector<std::uint64_t> forms, lemmas;
  bool quoted = false;
  for (const TreeWord& w : tree.words) {
    const std::string form = lower_ascii(slice(text, w.span));
    quoted |= is_one_of(form, {"\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "``", "''"});
    forms.push_back(h(form));
    lemmas.push_back(h(w.lemma));
  }
  add(1);
  add(2, quoted ? 1 : 0);
  add(3, std::min(size / 6, 9u));
  add(4, std::min(t.first / 4, 9u));
  const auto side_of = [&](std::uint32_t i) { return i < t.first ? 1u : 2u; };
  std::uint64_t before = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    const bool inside = i >= t.first && i < t.last;
    if (inside) {
      add(5, forms[i]);
      if (i + 1 == t.last) {
        add(6, before, 7);
        before = 7;
      }
      continue;
    }
    const std::uint32_t away = i < t.first ? t.first - i : i - t.last + 1;
    add(7, forms[i]);
    add(8, lemmas[i]);
    add(9, lemmas[i], side_of(i));
    if (away <= kNear) add(10, lemmas[i], side_of(i));
    if (away <= kAdjacent) add(11, forms[i], side_of(i), away);
    add(6, before, forms[i]);
    before = forms[i];
  }
  add_tree(add, tree, t);
  add_colours(add, tree, t, coloured);
  rows.end_token();
  return rows;
}

AttitudeReading read_attitude(const AttitudeModel& model, const FeatureRows& rows) {
  AttitudeReading out;
  const std::vector<float> p = label_probabilities(model.chain, label_scores(model.chain, rows));
  for (std::size_t k = 0; k < 3; ++k) {
    out.probability[k] = p[k];
    if (p[k] > out.probability[static_cast<std::size_t>(out.attitude)]) out.attitude = static_cast<Attitude>(k);
  }
  return out;
}

}  // namespace attache
