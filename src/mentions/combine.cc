#include "mentions/combine.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/strings.h"

namespace attache {
namespace {

bool holds(const std::vector<Range>& ranges, Range r) {
  return std::any_of(ranges.begin(), ranges.end(), [&](Range x) { return x.first <= r.first && r.last <= x.last; });
}

std::uint32_t words_of(const std::vector<Range>& ranges) {
  std::uint32_t sum = 0;
  for (const Range& r : ranges) sum += r.last - r.first;
  return sum;
}

// Which statement has taken a token: the first that asks for it.
class Takings {
 public:
  explicit Takings(std::size_t tokens) : of_(tokens, -1) {}

  void take(const std::vector<Range>& ranges, std::int32_t statement) {
    for (const Range& r : ranges) {
      for (std::uint32_t t = r.first; t < r.last; ++t) {
        if (of_[t] < 0) of_[t] = statement;
      }
    }
  }

  // The statement that took a token of these; -1 when none did.
  [[nodiscard]] std::int32_t at(Range r) const {
    for (std::uint32_t t = r.first; t < r.last; ++t) {
      if (of_[t] >= 0) return of_[t];
    }
    return -1;
  }

  // The statement that took most of these words, and how many.
  [[nodiscard]] std::pair<std::int32_t, std::uint32_t> most(const std::vector<Range>& ranges) const {
    std::vector<std::pair<std::int32_t, std::uint32_t>> counts;  // a content has few neighbours
    for (const Range& r : ranges) {
      for (std::uint32_t t = r.first; t < r.last; ++t) {
        if (of_[t] < 0) continue;
        if (counts.empty() || counts.back().first != of_[t]) counts.emplace_back(of_[t], 0);
        ++counts.back().second;
      }
    }
    std::pair<std::int32_t, std::uint32_t> best{-1, 0};
    for (const auto& c : counts) {
      if (c.second > best.second) best = c;
    }
    return best;
  }

 private:
  std::vector<std::int32_t> of_;
};

class Combiner {
 public:
  Combiner(const std::vector<Draft>& by_rules, const Language& language, const Clauses& clauses, const Lexicon& lexicon, const CueLexicon& cues)
      : rules_(by_rules), c_(clauses), speakers_(language, clauses), lexicon_(lexicon), cues_(cues),
        rule_cues_(language.segmentation.tokens.size()), refusals_(language.segmentation.tokens.size()), cues_taken_(language.segmentation.tokens.size()), contents_(language.segmentation.tokens.size()) {
    for (std::size_t d = 0; d < rules_.size(); ++d) rule_cues_.take(rules_[d].cue, static_cast<std::int32_t>(d));
  }

  std::vector<Draft> run(std::vector<Attribution> tagged) {
    for (const Draft& d : rules_) {
      if (d.act != Act::no_comment) continue;
      const auto number = static_cast<std::int32_t>(out_.size());
      refusals_.take(d.cue, number);
      refusals_.take(d.content, number);
      out_.push_back(d);
    }
    // of two cues with the same words the surer has them: "Doran, speaking on Friday, said"
    std::stable_sort(tagged.begin(), tagged.end(), [](const Attribution& x, const Attribution& y) { return x.cue.sure > y.cue.sure; });
    for (const Attribution& a : tagged) {
      if (refusals_.at(a.cue.tokens) >= 0 || is_told(a.content)) continue;
      if (std::optional<Draft> draft = draft_of(a)) add(std::move(*draft), a.content);
    }
    for (const Draft& d : rules_) add_missed(d);
    return std::move(out_);
  }

 private:
  const std::vector<Draft>& rules_;
  const Clauses& c_;
  const Speakers speakers_;
  const Lexicon& lexicon_;
  const CueLexicon& cues_;
  Takings rule_cues_, refusals_, cues_taken_, contents_;
  std::vector<Draft> out_;

  void add(Draft draft, const std::vector<Range>& content) {
    const auto number = static_cast<std::int32_t>(out_.size());
    cues_taken_.take(draft.cue, number);
    contents_.take(content, number);
    out_.push_back(std::move(draft));
  }

  // Half of the words and more are another statement's.
  [[nodiscard]] bool is_told(const std::vector<Range>& content) const { return said_by(content) >= 0; }
  [[nodiscard]] std::int32_t said_by(const std::vector<Range>& content) const {
    const auto [other, shared] = contents_.most(content);
    return other >= 0 && 4 * shared >= words_of(content) + words_of(out_[static_cast<std::size_t>(other)].content) ? other : -1;
  }

  std::optional<Draft> draft_of(const Attribution& a) const {
    const bool quotes = has(a.content, [&](std::uint32_t t) { return c_.quoted(t); });
    if (a.source.empty() && !quotes) return std::nullopt;  // nobody, and no quotation: wrong three times of four
    const Range cue = a.cue.tokens;
    const std::int32_t known = rule_cues_.at(cue);
    const Draft* rule = known < 0 ? nullptr : &rules_[static_cast<std::size_t>(known)];
    if (rule && prefers(*rule, a)) return *rule;
    Draft draft;
    if (rule) {
      draft = *rule;
    } else {
      read_verb(draft, cue);
      if (!quotes && !may_be(draft, a)) return std::nullopt;
    }
    draft.sentence = a.sentence;
    draft.cue = {cue};
    draft.content = a.content;
    if (!a.source.empty()) draft.source = a.source.front();
    if (draft.source && overlap(draft.content, *draft.source)) draft.source.reset();
    if (draft.addressee && overlap(draft.content, *draft.addressee)) draft.addressee.reset();
    return draft;
  }

  // What no rule read and no marks quote needs a source that can speak.
  bool may_be(const Draft& draft, const Attribution& a) const {
    if (a.source.empty()) return false;
    if (!speakers_.may_have_said(a.source.front(), draft.lemma)) return false;
    const std::string first = c_.lower(a.content.front().first);
    return !is_one_of(first, {"nothing", "little"}) && !(draft.lemma == "say" && first == "to");  // "is said to be": by nobody
  }

  // The rules seldom err in what the tagger leaves out in front of the same end; where it took their source into the content; where it
  // cut a clause before its verb ("said the guard", of "said the guard, who slept, had left"); and where its source is nobody who speaks.
  bool prefers(const Draft& rule, const Attribution& a) const {
    const bool swapped = a.source.empty() || overlap(rule.content, a.source.front());
    if (swapped && rule.source && overlap(a.content, *rule.source)) return true;
    if (!a.source.empty() && rule.source && holds({*rule.source}, a.source.front()) && !speakers_.can_speak(a.source.front()) && speakers_.can_speak(*rule.source)) return true;
    if (rule.content.front().first == a.content.front().first && words_of(rule.content) > words_of(a.content) && !has_clause(a.content) && has_clause(rule.content)) return true;
    return rule.content != a.content && rule.content.back().last == a.content.back().last && std::all_of(a.content.begin(), a.content.end(), [&](Range r) { return holds(rule.content, r); });
  }

  template <class Is>
  static bool has(const std::vector<Range>& ranges, const Is& is) {
    for (const Range& r : ranges) {
      for (std::uint32_t t = r.first; t < r.last; ++t) {
        if (is(t)) return true;
      }
    }
    return false;
  }

  bool has_clause(const std::vector<Range>& ranges) const {
    return has(ranges, [&](std::uint32_t t) { return c_.is_finite_verb(t) || c_.quoted(t); });
  }

  // The verb of a cue that no rule read, and what kind of act the list says it is.
  void read_verb(Draft& draft, Range cue) const {
    draft.lemma = c_.lower(cue.last - 1);
    for (std::uint32_t t = cue.last; t-- > cue.first;) {
      const std::string_view lemma = verb_lemma_of(lexicon_, c_.lower(t));
      if (lemma.empty() || c_.has(t, word_class::auxiliary | word_class::modal)) continue;
      draft.lemma = lemma;
      if (const auto known = cues_.verbs.find(draft.lemma); known != cues_.verbs.end()) {
        draft.act = known->second.act;
        draft.document = known->second.document;
      }
      return;
    }
  }

  // What the rules read and the tagger did not: two of three are right. Where it gave the same words to another cue that one stays,
  // unless it swallowed the cue of the rules behind them.
  void add_missed(const Draft& d) {
    if (d.act == Act::no_comment || d.cue.empty()) return;
    const Range cue = d.cue.front();
    if (cues_taken_.at(cue) >= 0) return;
    const std::int32_t same = said_by(d.content);
    if (same < 0) {
      add(d, d.content);
      return;
    }
    Draft& other = out_[static_cast<std::size_t>(same)];
    if (!overlap(other.content, cue)) return;
    if (other.content.front().first == d.content.front().first) {
      other = d;
    } else {
      add(d, d.content);  // told within other words
    }
  }
};

}  // namespace

std::vector<Draft> combine(const std::vector<Draft>& by_rules, std::vector<Attribution> tagged, const Language& language, const Clauses& clauses, const Lexicon& lexicon, const CueLexicon& cues) {
  return Combiner(by_rules, language, clauses, lexicon, cues).run(std::move(tagged));
}

}  // namespace attache
