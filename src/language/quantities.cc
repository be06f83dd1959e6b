#include "language/quantities.h"

#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "language/number_reader.h"

namespace attache {
namespace {

namespace wc = word_class;

class Finder {
 public:
  Finder(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const std::vector<TimeExpression>& times)
      : text_(text), tokens_(segmentation.tokens), sentences_(segmentation.sentences), lexicon_(lexicon), times_(times) {}

  std::vector<Quantity> run() {
    std::size_t time = 0;
    for (std::uint32_t s = 0; s < sentences_.size(); ++s) {
      const NumberText t{text_, tokens_, lexicon_, sentences_[s].first, sentences_[s].last};
      for (std::uint32_t i = t.first; i < t.last;) {
        while (time < times_.size() && times_[time].last <= i) ++time;
        if (time < times_.size() && times_[time].first <= i) {
          i = times_[time].last;
          continue;
        }
        std::uint32_t skip = i + 1;
        const auto number = read_number(t, i, skip);
        constexpr double kLargest = 1e18;  // beyond it nothing in the news is counted
        if (number && std::abs(number->most) <= kLargest && std::abs(number->value) <= kLargest && !is_name_or_age(t, *number)) {
          const std::uint32_t next = add(t, s, *number);
          i = std::max(next, number->last);
        } else {
          i = number ? number->last : skip;
        }
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

  // "Resolution 1701", "aged 12", "Halvard Brekke, 45,", "no one", "7 a.m.", "in 1990"
  bool is_name_or_age(const NumberText& t, const NumberPhrase& n) const {
    const std::string before = n.first > t.first ? t.lower(n.first - 1) : std::string();
    const std::string after = t.lower(n.last);
    const bool digits = tokens_[n.first].kind == TokenKind::number;
    if (lower_ascii(slice(text_, n.span)) == "one") return !counts_with_one(t, n, before, after);
    if (is_one_of(before, {"aged", "age", "no"}) && digits) return true;
    if (is_one_of(after, {"a.m", "p.m", "a.m.", "p.m.", "am", "pm", "gmt", "o'clock", "o\u2019clock"})) return true;
    if (is_one_of(after, {"year", "years"}) && t.lower(n.last + 1) == "old") return true;
    if (!digits) return false;
    if (before == "," && after == "," && n.first >= t.first + 2 && tokens_[n.first - 2].capitalised) return true;  // an age in apposition
    if (is_one_of(before, {"resolution", "article", "chapter", "section", "paragraph", "clause", "annex", "page", "protocol"})) return true;
    const bool bare = slice(text_, n.span).find_first_not_of("0123456789") == std::string_view::npos;
    if (!bare || n.range()) return false;
    const bool counted = counts_noun(t, n.last);
    if (before == "of" && n.first >= t.first + 2 && tokens_[n.first - 2].capitalised && !counted) return true;  // "Group of 20"
    if (n.first > t.first && tokens_[n.first - 1].kind == TokenKind::word && tokens_[n.first - 1].capitalised && !hedges(before) && !counted && (tokens_[n.first - 1].classes & (wc::determiner | wc::preposition | wc::auxiliary | wc::adverb)) == 0) return true;
    return !counted && before != "$" && after != "%" && after != "percent" && after != "per" && n.value >= 1900 && n.value < 2100 && n.span.size() == 4;  // a year that no time expression took
  }

  static bool hedges(std::string_view before) { return is_one_of(before, {"some", "about", "around", "nearly", "almost", "roughly", "approximately", "over", "under", "only", "exactly", "another", "than", "least", "most", "all"}); }

  // "one soldier"; not "one of them", "no one", "one another", "at one point"
  bool counts_with_one(const NumberText& t, const NumberPhrase& n, const std::string& before, const std::string& after) const {
    if (is_one_of(before, {"no", "any", "some", "each", "every", "this", "that", "another", "which"})) return false;
    if (is_one_of(after, {"another", "day", "point", "thing", "hand", "way", "side"})) return false;
    if (is_one_of(after, {"percent", "%"}) || (after == "per" && t.lower(n.last + 1) == "cent")) return true;
    return n.last < t.last && counts_noun(t, n.last) && tokens_[n.last].kind == TokenKind::word;
  }

  bool counts_noun(const NumberText& t, std::uint32_t i) const { return i < t.last && is_noun_like(t, i, true); }

  // The hedge before token i, longest first; `begin` moves to its first token.
  std::string hedge_before(const NumberText& t, std::uint32_t i, bool time_unit, std::uint32_t& begin) const {
    static constexpr std::string_view kHedges[] = {
        "more than", "less than", "fewer than", "up to",  "at least", "at most", "as many as", "as much as", "as few as", "as little as", "no more than", "no fewer than", "no less than", "not more than", "close to", "an estimated", "only about",
        "well over", "just over", "just under", "little more than", "slightly more than", "slightly less than", "far more than", "some", "about", "around", "nearly", "almost", "roughly", "approximately", "over", "under", "just", "only", "exactly",
        "estimated", "another", "a further", "an additional", "below", "above", "circa", "upwards of", "between", "from"};
    std::string best;
    for (std::string_view hedge : kHedges) {
      const auto words = split(hedge, ' ');
      if (i < t.first + words.size()) continue;
      bool equal = true;
      for (std::size_t k = 0; k < words.size() && equal; ++k) equal = t.lower(i - static_cast<std::uint32_t>(words.size() - k)) == words[k];
      if (equal && hedge.size() > best.size()) {
        best = hedge;
        begin = i - static_cast<std::uint32_t>(words.size());
      }
    }
    // prepositions in other duties: "talked about three letters", "over two weeks"
    const std::string before = begin > t.first ? t.lower(begin - 1) : std::string();
    const bool said = best == "about" && (is_one_of(verb_lemma_of(lexicon_, before), {"talk", "speak", "know", "ask", "hear", "complain", "think", "worry", "write", "learn", "tell", "read", "say", "warn"}) ||
                                          is_one_of(before, {"talks", "questions", "question", "letter", "letters", "report", "reports", "concerns", "information", "what"}));
    if (said || (best == "over" && time_unit)) {
      begin = i;
      return "";
    }
    return best;
  }

  // Appends the quantity; gives the token behind it.
  std::uint32_t add(const NumberText& t, std::uint32_t s, const NumberPhrase& n) {
    Quantity q;
    q.sentence = s;
    q.value = n.value;
    q.most = n.most;
    q.number = n.span;
    std::uint32_t begin = n.first;
    std::uint32_t end = n.last;
    if (begin > t.first && is_one_of(t.word(begin - 1), {"$", "\u20AC", "\u00A3"})) {
      --begin;
      q.unit = t.word(begin);
    } else if (const std::uint32_t behind = percent_end(t, end); behind > end) {
      q.unit = "%";
      end = behind;
    } else if (n.form == NumberForm::compound && n.glued != "strong") {
      q.unit = n.glued;
    } else if (!n.glued.empty() && n.glued != "strong") {
      q.unit = n.glued;
    } else {
      take_unit(t, n, q, end);
    }
    const bool time_unit = is_one_of(t.lower(end - 1), {"day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "hour", "minutes", "decades"});
    std::uint32_t at = begin;
    q.hedge = hedge_before(t, begin, time_unit, at);
    if ((q.hedge == "between" || q.hedge == "from") && !n.range()) {
      q.hedge.clear();
      at = begin;
    }
    begin = at;
    if (q.hedge.empty() && t.lower(n.last) == "or" && is_one_of(t.lower(n.last + 1), {"so", "more", "fewer", "less"})) {
      q.hedge = "or " + t.lower(n.last + 1);
      end = std::max(end, n.last + 2);
      if (q.unit.empty()) {
        NumberPhrase rest = n;
        rest.last = n.last + 2;
        take_unit(t, rest, q, end);
      }
    }
    q.span = {tokens_[begin].span.begin, std::max(tokens_[end - 1].span.end, n.span.end)};
    out_.push_back(std::move(q));
    return end;
  }

  // Behind "%", "percent", "per cent", "percentage points"; `at` itself where none stands.
  std::uint32_t percent_end(const NumberText& t, std::uint32_t at) const {
    const std::string w = t.lower(at);
    if (w == "%" || w == "percent" || w == "pct") return at + 1;
    if (w == "per" && t.lower(at + 1) == "cent") return at + 2;
    if (w == "percentage" && t.lower(at + 1).starts_with("point")) return at + 2;
    return at;
  }

  // The noun phrase that is counted: adjectives and nouns up to a function word or mark. "Four of its members" counts
  // members; "four of the nine members" leaves them to the nine, and a part of something has no unit.
  void take_unit(const NumberText& t, const NumberPhrase& n, Quantity& q, std::uint32_t& end) const {
    std::uint32_t from = n.last;
    if (t.lower(from) == "of") {
      if (n.form == NumberForm::fraction || !is_one_of(t.lower(from + 1), {"the", "its", "their", "his", "her", "our", "these", "those"})) return;
      from += 2;
    } else if (n.form == NumberForm::fraction && is_one_of(t.lower(from), {"the", "its", "their", "his", "her", "our", "these", "those"})) {
      from += 1;
    }
    std::uint32_t at = from;
    while (at < t.last && at < from + 5 && is_noun_like(t, at, at == from)) ++at;
    if (at == from || tokens_[from].kind == TokenKind::number) return;
    q.unit = collapse_space(slice(text_, {tokens_[from].span.begin, tokens_[at - 1].span.end}));
    end = at;
  }

  bool is_noun_like(const NumberText& t, std::uint32_t i, bool first) const {
    if (i >= t.last || tokens_[i].kind != TokenKind::word) return false;
    constexpr std::uint32_t kStops = wc::determiner | wc::preposition | wc::pronoun | wc::possessive | wc::coordinator | wc::subordinator | wc::auxiliary | wc::modal | wc::relative | wc::infinitive_to | wc::adverb | wc::number_word;
    const std::uint32_t c = tokens_[i].classes;
    if (c & wc::common_adjective) return true;
    if (c & kStops) return false;
    const std::string w = t.lower(i);
    if (w == "half" || w == "times") return first && w == "times";
    if (!first && t.lower(i - 1) == "times") return false;
    if (tokens_[i].capitalised) return true;
    // a verb ends the phrase unless it is a participle before another noun
    const bool participle = w.ends_with("ed") || w.ends_with("ing");
    if ((c & wc::verb_form) || (participle && !first)) {
      if (participle) return is_plain_noun(t, i + 1);
// "four bombs", "nine judges"; but "the force of 2,100 costs the members"
      const bool subject = i >= t.first + 2 && t.lower(i - 2) == "of" && i + 1 < t.last && (tokens_[i + 1].classes & (wc::determiner | wc::possessive)) != 0;
      return first && !subject && w.ends_with('s') && w != "says";
    }
    return true;
  }

  bool is_plain_noun(const NumberText& t, std::uint32_t i) const { return i < t.last && tokens_[i].kind == TokenKind::word && (tokens_[i].classes & ~(wc::verb_form | wc::common_adjective)) == 0; }
};

}  // namespace

std::vector<Quantity> find_quantities(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const std::vector<TimeExpression>& times) {
  return Finder(text, segmentation, lexicon, times).run();
}

}  // namespace attache
