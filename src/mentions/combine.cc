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

// The rules seldom err in what the tagger leaves out in front of the same end; and where it took their source into the content.
bool prefers_rule(const Draft& rule, const Attribution& a) {
  if (a.source.empty() && rule.source && overlap(a.content, *rule.source)) return true;
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

}  // namespace

std::vector<Draft> combine(std::vector<Draft> by_rules, const std::vector<Attribution>& tagged, std::string_view text, const Language& language, const Lexicon& lexicon, const CueLexicon& cues) {
  std::vector<Draft> out;
  for (const Draft& d : by_rules) {
    if (d.act == Act::no_comment) out.push_back(d);
  }
  const std::size_t refusals = out.size();
  for (const Attribution& a : tagged) {
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
    draft.sentence = a.sentence;
    draft.cue = {cue};
    draft.content = a.content;
    if (rule != by_rules.end() && prefers_rule(*rule, a)) {
      draft = *rule;
    } else if (!a.source.empty()) draft.source = a.source.front();
    if (draft.source && overlap(draft.content, *draft.source)) draft.source.reset();
    if (draft.addressee && overlap(draft.content, *draft.addressee)) draft.addressee.reset();
    out.push_back(std::move(draft));
  }
  for (const Draft& d : by_rules) {
    if (d.act != Act::no_comment && std::none_of(out.begin(), out.end(), [&](const Draft& x) { return std::any_of(d.cue.begin(), d.cue.end(), [&](Range r) { return overlap(x.cue, r); }); })) out.push_back(d);
  }
  return out;
}

}  // namespace attache
