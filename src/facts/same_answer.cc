#include "facts/same_answer.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

#include <libstemmer.h>

#include "base/strings.h"
#include "tables/embedded.h"
#include "tables/tsv.h"
#include "text/fold.h"

namespace attache {
namespace {

// Words of grammar, those that hedge, and those that only lead to a reason or an aim.
constexpr std::string_view kGrammar[] = {
    "a", "about", "above", "after", "again", "against", "all", "also", "am", "an", "and", "any", "are", "aren't", "as", "at", "be", "because", "been", "before", "being", "below", "between", "both", "but", "by", "can", "cannot",
    "could", "did", "do", "does", "doing", "down", "due", "during", "each", "even", "ever", "every", "few", "for", "from", "further", "had", "has", "have", "having", "he", "her", "here", "hers", "him", "his", "how", "if",
    "in", "into", "is", "it", "it's", "its", "just", "may", "me", "might", "more", "most", "much", "must", "my", "no", "nor", "not", "now", "of", "off", "on", "once", "one", "only", "or", "other", "our", "out", "over",
    "own", "per", "rather", "said", "same", "say", "says", "she", "should", "since", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "too",
    "toward", "towards", "under", "until", "up", "upon", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "you", "your"};

static_assert(std::is_sorted(std::begin(kGrammar), std::end(kGrammar)));

bool is_grammar(std::string_view word) { return std::binary_search(std::begin(kGrammar), std::end(kGrammar), word); }

constexpr double kApart = -1e9;              // outweighs all that a group may have in common
constexpr std::size_t kMostStems = 40;       // of an answer; the longest of the two sets measured has 17

class Stemmer {
 public:
  Stemmer() : stemmer_(sb_stemmer_new("english", nullptr), &sb_stemmer_delete) {}
  [[nodiscard]] std::string stem(const std::string& word) const {
    if (!stemmer_) return word;
    const sb_symbol* out = sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    if (!out) return word;
    return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
  }

 private:
  std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> stemmer_;
};

struct Stem {
  std::string text;
  std::vector<std::uint32_t> lines;  // of SameWords
  auto operator<=>(const Stem& other) const { return text <=> other.text; }
  bool operator==(const Stem& other) const { return text == other.text; }

  [[nodiscard]] bool stands_for(const Stem& other) const {
    return text == other.text || std::find_first_of(lines.begin(), lines.end(), other.lines.begin(), other.lines.end()) != lines.end();
  }
};

struct Answer {
  std::set<Stem> stems;
  std::set<std::string> numbers;
};

Answer read(const Stemmer& stemmer, const SameWords& same_words, std::string_view text, const std::set<Stem>& without) {
  Answer out;
  const std::string folded = fold_words(text);
  for (std::string_view word : split(folded, ' ')) {
    if (word.ends_with("'s")) word.remove_suffix(2);
    if (word.empty() || is_grammar(word)) continue;
    if (out.stems.size() >= kMostStems) break;
    if (std::all_of(word.begin(), word.end(), is_digit)) out.numbers.insert(std::string(word));
    Stem stem{stemmer.stem(std::string(word)), {}};
    if (without.contains(stem)) continue;
    if (const auto lines = same_words.lines_of.find(stem.text); lines != same_words.lines_of.end()) stem.lines = lines->second;
    out.stems.insert(std::move(stem));
  }
  return out;
}

// Stems of the first that stand for one of the second.
std::size_t in_common(const std::set<Stem>& a, const std::set<Stem>& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](const Stem& x) { return std::any_of(b.begin(), b.end(), [&](const Stem& y) { return x.stands_for(y); }); }));
}

bool contradict(const std::set<std::string>& a, const std::set<std::string>& b) {
  return !a.empty() && !b.empty() && std::none_of(a.begin(), a.end(), [&](const std::string& x) { return b.contains(x); });
}

double likeness(const Answer& a, const Answer& b) {
  if (contradict(a.numbers, b.numbers)) return kApart;
  if (a.stems.empty() || b.stems.empty()) return a.stems == b.stems ? 1 : 0;
  return static_cast<double>(in_common(a.stems, b.stems) + in_common(b.stems, a.stems)) / static_cast<double>(a.stems.size() + b.stems.size());
}

}  // namespace

SameWords load_same_words() {
  SameWords out;
  const Stemmer stemmer;
  std::uint32_t line = 0;
  for_each_row(embedded_file("same_words.tsv"), 2, [&](const auto& c) {
    for (const std::string_view word : values_of(c[0])) {
      std::vector<std::uint32_t>& lines = out.lines_of[stemmer.stem(std::string(word))];
      if (lines.empty() || lines.back() != line) lines.push_back(line);
    }
    ++line;
  });
  return out;
}

std::vector<std::uint32_t> group_answers(std::string_view question, std::span<const std::string> answers, const SameWords& same_words, const SameAnswerOptions& options) {
  const Stemmer stemmer;
  const std::set<Stem> asked = read(stemmer, same_words, question, {}).stems;
  const std::size_t n = std::min(answers.size(), kMostAnswers);
  std::vector<Answer> read_answers;
  for (std::size_t i = 0; i < n; ++i) {
    Answer answer = read(stemmer, same_words, answers[i], asked);
    if (answer.stems.empty()) answer = read(stemmer, same_words, answers[i], {});  // nothing but the question's own words
    read_answers.push_back(std::move(answer));
  }
  // sums of likeness between groups; a group is known by its first answer
  std::vector<std::vector<double>> sum(n, std::vector<double>(n));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) sum[i][k] = sum[k][i] = likeness(read_answers[i], read_answers[k]);
  }
  std::vector<std::size_t> size(n, 1);
  std::vector<std::uint32_t> first(answers.size());
  for (std::size_t i = 0; i < answers.size(); ++i) first[i] = static_cast<std::uint32_t>(i);
  for (;;) {
    double best = options.least_likeness;
    std::optional<std::pair<std::size_t, std::size_t>> join;
    for (std::size_t a = 0; a < n; ++a) {
      if (size[a] == 0) continue;
      for (std::size_t b = a + 1; b < n; ++b) {
        if (size[b] == 0) continue;
        const double mean = sum[a][b] / static_cast<double>(size[a] * size[b]);
        if (mean < best || (join && mean <= best)) continue;
        best = mean;
        join = {a, b};
      }
    }
    if (!join) break;
    const auto [a, b] = *join;
    for (std::size_t k = 0; k < n; ++k) {
      sum[a][k] += sum[b][k];
      sum[k][a] = sum[a][k];
    }
    size[a] += size[b];
    size[b] = 0;
    for (std::size_t i = 0; i < n; ++i) {
      if (first[i] == b) first[i] = static_cast<std::uint32_t>(a);
    }
  }
  std::vector<std::uint32_t> group(answers.size()), number(answers.size(), 0xFFFFFFFF);
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (number[first[i]] == 0xFFFFFFFF) number[first[i]] = next++;
    group[i] = number[first[i]];
  }
  return group;
}

}  // namespace attache
