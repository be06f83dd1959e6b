#include "language/quantities.h"

#include <algorithm>
#include <charconv>

#include "base/strings.h"

namespace attache {
namespace {

namespace wc = word_class;

struct Parsed {
  double value = 0;
  std::uint32_t last = 0;
};

class Finder {
 public:
  Finder(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const std::vector<TimeExpression>& times)
      : text_(text), tokens_(segmentation.tokens), sentences_(segmentation.sentences), lexicon_(lexicon), times_(times) {}

  std::vector<Quantity> run() {
    std::size_t time = 0;
    for (std::uint32_t s = 0; s < sentences_.size(); ++s) {
      for (std::uint32_t i = sentences_[s].first; i < sentences_[s].last;) {
        while (time < times_.size() && times_[time].last <= i) ++time;
        if (time < times_.size() && times_[time].first <= i) {
          i = times_[time].last;
          continue;
        }
        const Parsed number = number_at(i, sentences_[s].last);
        if (number.last == 0) {
          ++i;
          continue;
        }
        add(s, i, number);
        i = number.last;
      }
    }
    return std::move(out_);
  }

 private:
  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<Sentence>& sentences_;
  const Lexicon& lexicon_;
  const std::vector<TimeExpression>& times_;
  std::vector<Quantity> out_;

  std::string_view word(std::uint32_t i) const { return slice(text_, tokens_[i].span); }
  std::string lower(std::uint32_t i) const { return lower_ascii(word(i)); }

  static bool parse_digits(std::string_view w, double& value) {
    std::string digits;
    bool comma = false, dot = false;
    for (std::size_t k = 0; k < w.size(); ++k) {
      const char c = w[k];
      if (is_digit(c)) {
        digits += c;
      } else if (c == ',') {
        comma = true;
      } else if (c == '.') {
        // a second dot makes it no decimal number; "50.000" with three digits is left as a decimal, as English has it
        if (dot) return false;
        dot = true;
        digits += c;
      } else {
        return false;
      }
    }
    (void)comma;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return code == std::errc() && end == digits.data() + digits.size() && !digits.empty();
  }

  // "3,770", "1.8 million", "four", "twenty-five thousand", "two dozen", "hundreds"
  Parsed number_at(std::uint32_t i, std::uint32_t last) const {
    double value = 0;
    std::uint32_t at = i;
    if (tokens_[i].kind == TokenKind::number) {
      if (!parse_digits(word(i), value)) return {};
      ++at;
    } else if (tokens_[i].kind == TokenKind::word) {
      if (!word_number(lower(i), value)) return {};
      const std::string w = lower(i);
      if (w == "one" || w == "hundred" || w == "thousand" || w == "million" || w == "billion" || w == "dozen") {
        // "one of", "no one": only before a noun; bare scale words need an article before ("a million")
        if (w == "one" && (at + 1 >= last || tokens_[at + 1].kind != TokenKind::word || tokens_[at + 1].classes & (wc::preposition | wc::auxiliary | wc::modal | wc::coordinator | wc::relative))) return {};
        if (w != "one" && (i == 0 || (lower(i - 1) != "a" && lower(i - 1) != "half"))) return {};
      }
      ++at;
    } else {
      return {};
    }
    while (at < last && tokens_[at].kind == TokenKind::word) {
      const std::string w = lower(at);
      if (w == "hundred") value *= 1e2;
      else if (w == "thousand") value *= 1e3;
      else if (w == "million" || w == "mln") value *= 1e6;
      else if (w == "billion" || w == "bn") value *= 1e9;
      else if (w == "trillion") value *= 1e12;
      else if (w == "dozen") value *= 12;
      else break;
      ++at;
    }
    return {value, at};
  }

  bool word_number(const std::string& w, double& value) const {
    const auto found = lexicon_.numbers.find(w);
    if (found != lexicon_.numbers.end()) {
      value = found->second;
      return true;
    }
    const std::size_t dash = w.find('-');
    if (dash == std::string::npos) return false;
    const auto tens = lexicon_.numbers.find(w.substr(0, dash));
    const auto ones = lexicon_.numbers.find(w.substr(dash + 1));
    if (tens == lexicon_.numbers.end() || ones == lexicon_.numbers.end() || tens->second < 20 || ones->second > 9) return false;
    value = tens->second + ones->second;
    return true;
  }

  // The hedge before token i, longest first; `begin` moves to its first token.
  std::string hedge_before(std::uint32_t i, std::uint32_t first, std::uint32_t& begin) const {
    static constexpr std::string_view kHedges[] = {"more than", "less than", "fewer than", "up to", "at least", "at most", "as many as", "as much as", "no more than", "no fewer than", "close to", "an estimated", "or so", "only about",
                                                   "some", "about", "around", "nearly", "almost", "roughly", "approximately", "over", "under", "just", "only", "exactly", "estimated", "another", "further", "additional", "below", "above", "circa"};
    std::string best;
    for (std::string_view hedge : kHedges) {
      const auto words = split(hedge, ' ');
      if (i < first + words.size()) continue;
      bool equal = true;
      for (std::size_t k = 0; k < words.size(); ++k) equal &= lower(i - static_cast<std::uint32_t>(words.size() - k)) == words[k];
      if (equal && hedge.size() > best.size()) {
        best = hedge;
        begin = i - static_cast<std::uint32_t>(words.size());
      }
    }
    return best;
  }

  void add(std::uint32_t s, std::uint32_t i, const Parsed& number) {
    const Sentence& sentence = sentences_[s];
    Quantity q;
    q.sentence = s;
    q.value = number.value;
    std::uint32_t begin = i;
    std::uint32_t end = number.last;
    q.number = {tokens_[i].span.begin, tokens_[end - 1].span.end};
    if (i > sentence.first && (word(i - 1) == "$" || word(i - 1) == "\u20AC" || word(i - 1) == "\u00A3")) {
      q.unit = word(i - 1);
      begin = i - 1;
    }
    q.hedge = hedge_before(begin, sentence.first, begin);
    if (end < sentence.last && (word(end) == "%" || lower(end) == "percent" || lower(end) == "per")) {
      const bool per_cent = lower(end) == "per" && end + 1 < sentence.last && lower(end + 1) == "cent";
      if (lower(end) != "per" || per_cent) {
        q.unit = "%";
        end += per_cent ? 2 : 1;
      }
    } else if (q.unit.empty()) {
      // the noun phrase that is counted: adjectives and nouns up to a function word or mark
      std::uint32_t at = end;
      if (at + 1 < sentence.last && lower(at) == "of" && (lower(at + 1) == "the" || lower(at + 1) == "its" || lower(at + 1) == "their" || lower(at + 1) == "them")) {
        at = end;  // "four of the members": the noun stands behind; taken as written below
        std::uint32_t noun = at + 2;
        while (noun < sentence.last && is_noun_like(noun)) ++noun;
        if (noun > at + 2) at = noun;
      } else {
        while (at < sentence.last && at < end + 5 && is_noun_like(at)) ++at;
      }
      if (at > end) {
        q.unit = collapse_space(slice(text_, {tokens_[end].span.begin, tokens_[at - 1].span.end}));
        end = at;
      }
    }
    q.span = {tokens_[begin].span.begin, tokens_[end - 1].span.end};
    out_.push_back(std::move(q));
  }

  bool is_noun_like(std::uint32_t i) const {
    if (tokens_[i].kind != TokenKind::word) return false;
    constexpr std::uint32_t kStops = wc::determiner | wc::preposition | wc::pronoun | wc::possessive | wc::coordinator | wc::subordinator | wc::auxiliary | wc::modal | wc::relative | wc::infinitive_to | wc::adverb;
    const std::uint32_t c = tokens_[i].classes;
    if (c & wc::common_adjective) return true;
    if (c & kStops) return false;
    // a verb form ends the phrase unless it is capitalised or a participle before another noun
    if ((c & wc::verb_form) && !tokens_[i].capitalised) {
      const std::string w = lower(i);
      return (w.ends_with("ed") || w.ends_with("ing")) ? i + 1 < tokens_.size() && is_noun_like_plain(i + 1) : w == "states" || w == "votes" || w == "reports" || w == "attacks" || w == "troops" || w == "works" || w == "wounded";
    }
    return true;
  }

  bool is_noun_like_plain(std::uint32_t i) const { return tokens_[i].kind == TokenKind::word && (tokens_[i].classes & ~(wc::verb_form | wc::common_adjective)) == 0; }
};

}  // namespace

std::vector<Quantity> find_quantities(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const std::vector<TimeExpression>& times) {
  return Finder(text, segmentation, lexicon, times).run();
}

}  // namespace attache
