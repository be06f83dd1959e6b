#include "mentions/combine.h"

#include <algorithm>
#include <string>

#include "base/strings.h"

namespace attache {
namespace {

bool overlap(const std::vector<Range>& ranges, Range r) {
  return std::any_of(ranges.begin(), ranges.end(), [&](Range x) { return x.first < r.last && r.first < x.last; });
}

bool holds(const std::vector<Range>& ranges, Range r) {
  return std::any_of(ranges.begin(), ranges.end(), [&](Range x) { return x.first <= r.first && r.last <= x.last; });
}

std::uint32_t words_of(const std::vector<Range>& ranges) {
  std::uint32_t sum = 0;
  for (const Range& r : ranges) sum += r.last - r.first;
  return sum;
}

bool has_verb(const std::vector<Range>& ranges, const Clauses& c) {
  for (const Range& r : ranges) {
    for (std::uint32_t t = r.first; t < r.last; ++t) {
      if (c.is_finite_verb(t) || c.quoted(t)) return true;
    }
  }
  return false;
}

std::uint32_t shared_words(const std::vector<Range>& a, const std::vector<Range>& b) {
  std::uint32_t sum = 0;
  for (const Range& x : a) {
    for (const Range& y : b) sum += std::min(x.last, y.last) > std::max(x.first, y.first) ? std::min(x.last, y.last) - std::max(x.first, y.first) : 0;
  }
  return sum;
}

// Of two cues with the same words the surer has them: "Doran, speaking on Friday, said".
std::vector<const Attribution*> one_for_each_content(const std::vector<Attribution>& tagged) {
  std::vector<const Attribution*> out;
  for (const Attribution& a : tagged) out.push_back(&a);
  std::stable_sort(out.begin(), out.end(), [](const Attribution* x, const Attribution* y) { return x->cue.sure > y->cue.sure; });
  std::vector<const Attribution*> kept;
  for (const Attribution* a : out) {
    const bool taken = std::any_of(kept.begin(), kept.end(), [&](const Attribution* k) { return 4 * shared_words(a->content, k->content) >= words_of(a->content) + words_of(k->content); });
    if (!taken) kept.push_back(a);
  }
  std::sort(kept.begin(), kept.end(), [](const Attribution* x, const Attribution* y) { return x->cue.tokens < y->cue.tokens; });
  return kept;
}

// The rules seldom err in what the tagger leaves out in front of the same end; and where it took their source into the content.
// A clause without its verb ("said the guard", of "said the guard, who slept, had left") is cut short.
bool prefers_rule(const Draft& rule, const Attribution& a, const Clauses& c) {
  const bool swapped = a.source.empty() || overlap(rule.content, a.source.front());
  if (swapped && rule.source && overlap(a.content, *rule.source)) return true;
  if (rule.content.front().first == a.content.front().first && words_of(rule.content) > words_of(a.content) && !has_verb(a.content, c) && has_verb(rule.content, c)) return true;
  return rule.content != a.content && rule.content.back().last == a.content.back().last && std::all_of(a.content.begin(), a.content.end(), [&](Range r) { return holds(rule.content, r); });
}

bool quotes_anything(const Language& language, const Attribution& a) {
  return std::any_of(a.content.begin(), a.content.end(), [&](Range r) {
    return std::any_of(language.quotes.of_token.begin() + r.first, language.quotes.of_token.begin() + r.last, [](std::int32_t q) { return q >= 0; });
  });
}

// The verb of a cue that no rule read, and what kind of act the list says it is.
void read_verb(Draft& draft, Range cue, std::string_view text, const Language& language, const Lexicon& lexicon, const CueLexicon& cues) {
  const auto lower = [&](std::uint32_t t) { return lower_ascii(slice(text, language.segmentation.tokens[t].span)); };
  draft.lemma = lower(cue.last - 1);
  for (std::uint32_t t = cue.last; t-- > cue.first;) {
    const std::string_view lemma = verb_lemma_of(lexicon, lower(t));
    if (lemma.empty() || (language.segmentation.tokens[t].classes & (word_class::auxiliary | word_class::modal))) continue;
    draft.lemma = lemma;
    if (const auto known = cues.verbs.find(draft.lemma); known != cues.verbs.end()) {
      draft.act = known->second.act;
      draft.document = known->second.document;
    }
    return;
  }
}

bool same_words(const Draft& a, const Draft& b) { return 4 * shared_words(a.content, b.content) >= words_of(a.content) + words_of(b.content); }

// What the rules read and the tagger did not: two of three are right. Where it gave the same words to another cue that one stays,
// unless it swallowed the cue of the rules with them.
void add_missed(const std::vector<Draft>& by_rules, std::vector<Draft>& out) {
  for (const Draft& d : by_rules) {
    if (d.act == Act::no_comment || d.cue.empty()) continue;
    const Range cue = d.cue.front();
    if (std::any_of(out.begin(), out.end(), [&](const Draft& x) { return overlap(x.cue, cue); })) continue;
    const auto same = std::find_if(out.begin(), out.end(), [&](const Draft& x) { return same_words(d, x); });
    if (same == out.end() || (overlap(same->content, cue) && same->content.front().first != d.content.front().first)) {
      out.push_back(d);  // words of their own, or words told within other words
    } else if (overlap(same->content, cue)) {
      *same = d;
    }
  }
}

}  // namespace

std::vector<Draft> combine(std::vector<Draft> by_rules, const std::vector<Attribution>& tagged, std::string_view text, const Language& language, const Clauses& clauses, const Lexicon& lexicon, const CueLexicon& cues) {
  std::vector<Draft> out;
  for (const Draft& d : by_rules) {
    if (d.act == Act::no_comment) out.push_back(d);
  }
  const std::size_t refusals = out.size();
  for (const Attribution* each : one_for_each_content(tagged)) {
    const Attribution& a = *each;
    const Range cue = a.cue.tokens;
    const bool refused = std::any_of(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(refusals), [&](const Draft& d) { return overlap(d.cue, cue) || overlap(d.content, cue); });
    if (refused) continue;
    if (a.source.empty() && !quotes_anything(language, a)) continue;  // nobody, and no quotation: wrong three times of four
    const auto rule = std::find_if(by_rules.begin(), by_rules.end(), [&](const Draft& d) { return overlap(d.cue, cue); });
    Draft draft;
    if (rule != by_rules.end()) {
      draft = *rule;
    } else {
      read_verb(draft, cue, text, language, lexicon, cues);
    }
    if (rule == by_rules.end() || !prefers_rule(*rule, a, clauses)) {
      draft.sentence = a.sentence;
      draft.cue = {cue};
      draft.content = a.content;
      if (!a.source.empty()) draft.source = a.source.front();
      if (draft.source && overlap(draft.content, *draft.source)) draft.source.reset();
      if (draft.addressee && overlap(draft.content, *draft.addressee)) draft.addressee.reset();
    }
    out.push_back(std::move(draft));
  }
  add_missed(by_rules, out);
  return out;
}

}  // namespace attache
