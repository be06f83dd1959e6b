#include "lineage/edits.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/strings.h"
#include "language/number_reader.h"
#include "language/segment.h"
#include "lineage/spelling.h"
#include "lineage/words.h"
#include "text/fold.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 8> kOps = {"same", "typography", "punctuation", "spelling", "reworded", "replaced", "dropped", "added"};
constexpr std::array<std::string_view, 7> kChanges = {"same", "typography", "punctuation", "spelling", "number", "name", "words"};

constexpr double kLeastDice = 0.42;          // two sentences are the same one reworded: alignment F1 on the wire pairs of bench/lineage is flat from .4 to .6; Reuters .957 at .5, .966 here and at .38
constexpr std::size_t kGapCells = 1u << 20;  // sentence pairs compared at most: 1,000 against 1,000
constexpr std::size_t kDiffCells = 1u << 18; // tokens against tokens of one word diff: 512 x 512

struct Bag {
  std::vector<std::uint64_t> words;
};

// Indexes of the pairs on the longest strictly increasing run of `to` (patience sorting).
std::vector<bool> on_longest_run(const std::vector<std::uint32_t>& to) {
  std::vector<std::size_t> tails;
  std::vector<std::int64_t> previous(to.size(), -1);
  for (std::size_t i = 0; i < to.size(); ++i) {
    const auto at = std::lower_bound(tails.begin(), tails.end(), to[i], [&](std::size_t t, std::uint32_t value) { return to[t] < value; });
    if (at != tails.begin()) previous[i] = static_cast<std::int64_t>(*(at - 1));
    if (at == tails.end()) {
      tails.push_back(i);
    } else {
      *at = i;
    }
  }
  std::vector<bool> on(to.size(), false);
  for (std::int64_t i = tails.empty() ? -1 : static_cast<std::int64_t>(tails.back()); i >= 0; i = previous[static_cast<std::size_t>(i)]) on[static_cast<std::size_t>(i)] = true;
  return on;
}

class Aligner {
 public:
  Aligner(const Document& from, const Document& to, const Lexicon& lexicon) : a_(from), b_(to), lexicon_(lexicon) {}

  std::vector<Edit> run() {
    collect(a_, a_index_, a_bags_);
    collect(b_, b_index_, b_bags_);
    match_equal();
    match_similar();
    return edits();
  }

 private:
  const Document& a_;
  const Document& b_;
  const Lexicon& lexicon_;
  std::vector<std::uint32_t> a_index_, b_index_;  // body sentences
  std::vector<Bag> a_bags_, b_bags_;
  std::vector<std::int32_t> to_of_;    // a -> b, -1
  std::vector<std::int32_t> from_of_;  // b -> a, -1

  static void collect(const Document& d, std::vector<std::uint32_t>& index, std::vector<Bag>& bags) {
    for (std::uint32_t s = 0; s < d.sentences.size(); ++s) {
      if (d.sentences[s].title) continue;
      index.push_back(s);
      bags.push_back({word_bag(d.report->text, d.sentences[s].span)});
    }
  }

  // Hash of the words in order, which the bag does not keep.
  static std::uint64_t order_hash(const Document& d, std::uint32_t s) {
    std::uint64_t h = 7;
    for_each_word(slice(d.report->text, d.sentences[s].span), [&](std::string_view word, bool) { h = mix(h ^ hash64(spelling_key(word))); });
    return h;
  }

  void link(std::size_t a, std::size_t b) {
    to_of_[a] = static_cast<std::int32_t>(b);
    from_of_[b] = static_cast<std::int32_t>(a);
  }

  void match_equal() {
    to_of_.assign(a_index_.size(), -1);
    from_of_.assign(b_index_.size(), -1);
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> places;
    for (std::size_t b = b_index_.size(); b-- > 0;) places[order_hash(b_, b_index_[b])].push_back(static_cast<std::uint32_t>(b));  // popped from the back: first place first
    for (std::size_t a = 0; a < a_index_.size(); ++a) {
      const auto found = places.find(order_hash(a_, a_index_[a]));
      if (found == places.end() || found->second.empty()) continue;
      link(a, found->second.back());
      found->second.pop_back();
    }
  }

  struct Pair {
    double dice;
    std::uint32_t a, b;
  };

  void match_similar() {
    // candidates share a word that few sentences have, so that long texts do not cost a full product
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> holders;
    for (std::size_t b = 0; b < b_index_.size(); ++b) {
      if (from_of_[b] >= 0) continue;
      std::uint64_t last = 0;
      for (std::uint64_t w : b_bags_[b].words) {
        if (w != last) holders[w].push_back(static_cast<std::uint32_t>(b));
        last = w;
      }
    }
    std::vector<Pair> pairs;
    std::size_t cells = 0;
    std::vector<std::uint32_t> seen(b_index_.size(), 0);
    for (std::size_t a = 0; a < a_index_.size() && cells < kGapCells; ++a) {
      if (to_of_[a] >= 0) continue;
      for (std::uint64_t w : a_bags_[a].words) {
        const auto found = holders.find(w);
        if (found == holders.end() || found->second.size() > 40) continue;
        for (std::uint32_t b : found->second) {
          if (seen[b] == a + 1) continue;
          seen[b] = static_cast<std::uint32_t>(a + 1);
          ++cells;
          const double dice = word_dice(a_bags_[a].words, b_bags_[b].words);
          if (dice >= kLeastDice) pairs.push_back({dice, static_cast<std::uint32_t>(a), b});
        }
      }
    }
    std::sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) { return x.dice != y.dice ? x.dice > y.dice : std::pair(x.a, x.b) < std::pair(y.a, y.b); });
    for (const Pair& p : pairs) {
      if (to_of_[p.a] < 0 && from_of_[p.b] < 0) link(p.a, p.b);
    }
  }

  std::vector<Edit> edits() const {
    std::vector<std::uint32_t> as, bs;  // matched pairs in the order of a
    for (std::size_t a = 0; a < to_of_.size(); ++a) {
      if (to_of_[a] < 0) continue;
      as.push_back(static_cast<std::uint32_t>(a));
      bs.push_back(static_cast<std::uint32_t>(to_of_[a]));
    }
    const std::vector<bool> fixed = on_longest_run(bs);
    std::vector<bool> moved_b(b_index_.size(), false);
    std::vector<std::int32_t> anchor_of_b(b_index_.size(), -1);  // a of fixed pairs
    for (std::size_t p = 0; p < as.size(); ++p) {
      if (fixed[p]) {
        anchor_of_b[bs[p]] = static_cast<std::int32_t>(as[p]);
      } else {
        moved_b[bs[p]] = true;
      }
    }
    std::vector<Edit> out;
    std::size_t next_a = 0;
    std::size_t b = 0;
    const auto gap = [&](std::size_t a_end, std::size_t b_begin, std::size_t b_end) {
      std::vector<std::uint32_t> dropped, added;
      for (; next_a < a_end; ++next_a) {
        if (to_of_[next_a] < 0) dropped.push_back(a_index_[next_a]);
      }
      // what was dropped stands first, or together with the sentences that took its place
      const auto put = [&](EditOp op, std::vector<std::uint32_t>& from, std::vector<std::uint32_t>& to) {
        Edit edit;
        edit.op = op;
        edit.from = std::move(from);
        edit.to = std::move(to);
        from.clear();
        to.clear();
        out.push_back(std::move(edit));
      };
      std::vector<std::uint32_t> none;
      const auto put_added = [&] {
        if (added.empty()) return;
        if (!dropped.empty() && may_replace(dropped, added)) {
          put(EditOp::replaced, dropped, added);
          return;
        }
        if (!dropped.empty()) put(EditOp::dropped, dropped, none);
        put(EditOp::added, none, added);
      };
      for (std::size_t k = b_begin; k < b_end; ++k) {
        if (from_of_[k] < 0) {
          added.push_back(b_index_[k]);
        } else if (moved_b[k]) {
          put_added();
          Edit edit = pair_edit(static_cast<std::size_t>(from_of_[k]), k);
          edit.moved = true;
          out.push_back(std::move(edit));
        }
      }
      put_added();
      if (!dropped.empty()) put(EditOp::dropped, dropped, none);
    };
    std::size_t gap_begin = 0;
    for (; b < b_index_.size(); ++b) {
      if (anchor_of_b[b] < 0) continue;
      gap(static_cast<std::size_t>(anchor_of_b[b]), gap_begin, b);
      out.push_back(pair_edit(static_cast<std::size_t>(anchor_of_b[b]), b));
      next_a = static_cast<std::size_t>(anchor_of_b[b]) + 1;
      gap_begin = b + 1;
    }
    gap(a_index_.size(), gap_begin, b_index_.size());
    return out;
  }

  // What stands in the place of something else speaks of it: they share a word of more than three letters, or an answer
  // takes the place of "did not answer".
  static constexpr std::uint32_t kFunctionWords = word_class::determiner | word_class::preposition | word_class::pronoun | word_class::possessive | word_class::coordinator | word_class::subordinator | word_class::auxiliary | word_class::modal | word_class::relative | word_class::adverb | word_class::time_word;

  bool may_replace(const std::vector<std::uint32_t>& dropped, const std::vector<std::uint32_t>& added) const {
    std::unordered_set<std::string> words;
    bool unanswered = false;
    for (std::uint32_t s : dropped) {
      for_each_word(slice(a_.report->text, a_.sentences[s].span), [&](std::string_view word, bool number) {
        unanswered |= word == "declined" || word == "respond" || word == "reply" || word == "answer" || word == "comment" || word == "confirm";
        if (word.size() > 3 && !number && !(classes_of(lexicon_, word) & kFunctionWords)) words.emplace(word);
      });
    }
    bool shared = false, answers = false;
    for (std::uint32_t s : added) {
      for_each_word(slice(b_.report->text, b_.sentences[s].span), [&](std::string_view word, bool) {
        shared |= words.contains(std::string(word));
        answers |= word == "said" || word == "told" || word == "wrote" || word == "denied" || word == "rejected" || word == "dismissed" || word == "confirmed" || word == "called" || word == "replied";
      });
    }
    return shared || (unanswered && answers);
  }

  // The words of the changed names of one side, sorted.
  static std::vector<std::string> names_of(std::string_view text, const std::vector<WordDiff>& words, bool later) {
    std::vector<std::string> names;
    for (const WordDiff& d : words) {
      if (d.change != WordChange::name) continue;
      for_each_word(slice(text, later ? d.to : d.from), [&](std::string_view word, bool) { names.emplace_back(word); });
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  // By their values: "twenty-five" as "25", "2 million" as "2,000,000". One is as often a pronoun and counts as none.
  std::vector<std::string> numbers_of(std::string_view text, Span span) const {
    const std::vector<Token> tokens = tokenise(text, span, lexicon_);
    const NumberText words{text, tokens, lexicon_, 0, static_cast<std::uint32_t>(tokens.size())};
    std::vector<std::string> numbers;
    for (std::uint32_t i = 0; i < tokens.size();) {
      std::uint32_t skip = 0;
      if (const std::optional<NumberPhrase> number = read_number(words, i, skip)) {
        if (number->value != 1 || number->range()) numbers.push_back(fmt::format("{} {}", number->value, number->most));
        i = std::max(number->last, i + 1);
        continue;
      }
      const std::string_view word = words.word(i++);
      if (std::any_of(word.begin(), word.end(), is_digit)) numbers.push_back(fold(word));  // "10th", "3-2"
    }
    return numbers;
  }

  Edit pair_edit(std::size_t a, std::size_t b) const {
    Edit edit;
    edit.from.push_back(a_index_[a]);
    edit.to.push_back(b_index_[b]);
    const Span from = a_.sentences[a_index_[a]].span;
    const Span to = b_.sentences[b_index_[b]].span;
    if (slice(a_.report->text, from) == slice(b_.report->text, to)) return edit;
    edit.words = diff_words(a_.report->text, from, b_.report->text, to, lexicon_);
    WordChange worst = WordChange::same;
    // "17 July" and "July 17": the same numbers in the same order are no change of numbers
    const bool numbers = std::any_of(edit.words.begin(), edit.words.end(), [](const WordDiff& d) { return d.change == WordChange::number; });
    const bool same_numbers = numbers && numbers_of(a_.report->text, from) == numbers_of(b_.report->text, to);
    // "March 12" and "12 March": a name that stands in both is no other name
    const bool same_names = names_of(a_.report->text, edit.words, false) == names_of(b_.report->text, edit.words, true);
    for (WordDiff& d : edit.words) {
      if (same_names && d.change == WordChange::name) d.change = WordChange::words;
      if (same_numbers && d.change == WordChange::number) d.change = WordChange::words;
      worst = std::max(worst, d.change);
      edit.number_changed |= d.change == WordChange::number;
      edit.name_changed |= d.change == WordChange::name;
    }
    switch (worst) {
      case WordChange::same: edit.op = EditOp::same; break;
      case WordChange::typography: edit.op = EditOp::typography; break;
      case WordChange::punctuation: edit.op = EditOp::punctuation; break;
      case WordChange::spelling: edit.op = EditOp::spelling; break;
      default: edit.op = EditOp::reworded; break;
    }
    return edit;
  }
};

// Tokens compared: equal after folding marks (typography), or by spelling key.
struct DiffToken {
  Span span;
  std::string exact;
  std::string key;  // what two tokens must share to stand under each other
  TokenKind kind = TokenKind::word;
  bool capitalised = false;
  bool number = false;  // digits or a number word
};

std::vector<DiffToken> diff_tokens(std::string_view text, Span span, const Lexicon& lexicon) {
  std::vector<DiffToken> out;
  for (const Token& t : tokenise(text, span, lexicon)) {
    DiffToken d;
    d.span = t.span;
    d.exact = slice(text, t.span);
    d.kind = t.kind;
    d.capitalised = t.capitalised;
    d.key = t.kind == TokenKind::word ? spelling_key(fold(d.exact)) : fold(d.exact);
    if (t.kind == TokenKind::number) std::erase(d.key, ',');
    d.number = t.kind == TokenKind::number || (t.kind == TokenKind::word && lexicon.numbers.contains(d.key));
    if (t.kind == TokenKind::mark && (d.key == "--" || d.key == "-")) d.key = "-";
    out.push_back(std::move(d));
  }
  return out;
}

WordChange change_of(const std::vector<DiffToken>& a, std::size_t a0, std::size_t a1, const std::vector<DiffToken>& b, std::size_t b0, std::size_t b1) {
  bool number = false, name = false, word = false;
  const auto look = [&](const std::vector<DiffToken>& tokens, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      if (tokens[i].number) number = true;
      else if (tokens[i].kind != TokenKind::mark) (tokens[i].capitalised && i > 0 ? name : word) = true;
    }
  };
  look(a, a0, a1);
  look(b, b0, b1);
  if (!number && !name && !word) return WordChange::punctuation;
  if (number) return WordChange::number;
  if (name && !word) return WordChange::name;
  return WordChange::words;
}

}  // namespace

std::string_view name_of(EditOp op) { return kOps[static_cast<std::size_t>(op)]; }
std::string_view name_of(WordChange change) { return kChanges[static_cast<std::size_t>(change)]; }

std::vector<Edit> align_sentences(const Document& from, const Document& to, const Lexicon& lexicon) { return Aligner(from, to, lexicon).run(); }

std::vector<std::uint64_t> word_bag(std::string_view text, Span span) {
  std::vector<std::uint64_t> words;
  for_each_word(slice(text, span), [&](std::string_view word, bool) { words.push_back(hash64(spelling_key(word))); });
  std::sort(words.begin(), words.end());
  return words;
}

double word_dice(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t shared = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] < b[k]) ++i;
    else if (b[k] < a[i]) ++k;
    else ++shared, ++i, ++k;
  }
  return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

std::vector<WordDiff> diff_words(std::string_view from_text, Span from, std::string_view to_text, Span to, const Lexicon& lexicon) {
  const std::vector<DiffToken> a = diff_tokens(from_text, from, lexicon);
  const std::vector<DiffToken> b = diff_tokens(to_text, to, lexicon);
  std::vector<WordDiff> out;
  const auto add = [&](WordChange change, std::size_t a0, std::size_t a1, std::size_t b0, std::size_t b1) {
    WordDiff d;
    d.change = change;
    const std::uint32_t a_at = a0 < a.size() ? a[a0].span.begin : from.end;
    const std::uint32_t b_at = b0 < b.size() ? b[b0].span.begin : to.end;
    d.from = a1 > a0 ? Span{a[a0].span.begin, a[a1 - 1].span.end} : Span{a_at, a_at};
    d.to = b1 > b0 ? Span{b[b0].span.begin, b[b1 - 1].span.end} : Span{b_at, b_at};
    if (change == WordChange::same && !out.empty() && out.back().change == WordChange::same) {
      out.back().from.end = d.from.end;
      out.back().to.end = d.to.end;
      return;
    }
    out.push_back(d);
  };
  if (a.size() * b.size() > kDiffCells) {
    add(WordChange::words, 0, a.size(), 0, b.size());
    return out;
  }
  // longest common subsequence over keys
  const std::size_t n = a.size(), m = b.size();
  std::vector<std::uint16_t> table((n + 1) * (m + 1), 0);
  const auto cell = [&](std::size_t i, std::size_t k) -> std::uint16_t& { return table[i * (m + 1) + k]; };
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = m; k-- > 0;) {
      cell(i, k) = a[i].key == b[k].key ? static_cast<std::uint16_t>(cell(i + 1, k + 1) + 1) : std::max(cell(i + 1, k), cell(i, k + 1));
    }
  }
  std::size_t i = 0, k = 0;
  while (i < n || k < m) {
    if (i < n && k < m && a[i].key == b[k].key) {
      WordChange change = WordChange::same;
      if (a[i].exact != b[k].exact) {
        const bool marks_only = fold(a[i].exact) == fold(b[k].exact);
        change = marks_only || a[i].kind == TokenKind::mark ? WordChange::typography : WordChange::spelling;
        if (marks_only && lower_ascii(a[i].exact) == lower_ascii(b[k].exact) && a[i].exact != b[k].exact && fold_marks(a[i].exact) != fold_marks(b[k].exact)) change = WordChange::typography;
      }
      add(change, i, i + 1, k, k + 1);
      ++i;
      ++k;
      continue;
    }
    const std::size_t a0 = i, b0 = k;
    while ((i < n || k < m) && !(i < n && k < m && a[i].key == b[k].key)) {
      if (k >= m || (i < n && cell(i + 1, k) >= cell(i, k + 1))) ++i;
      else ++k;
    }
    add(change_of(a, a0, i, b, b0, k), a0, i, b0, k);
  }
  return out;
}

}  // namespace attache
