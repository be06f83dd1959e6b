#include "mentions/find_statements.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "mentions/attribution/tagger.h"
#include "mentions/clause.h"
#include "mentions/combine.h"
#include "mentions/floating_quotes.h"
#include "mentions/read_by_rules.h"
#include "mentions/speaker.h"

namespace attache {
namespace {

StatementKind kind_of(const Draft& draft, const std::vector<Token>& tokens, const Clauses& c) {
  std::uint32_t inside = 0, outside = 0;
  for (const Range& piece : draft.content) {
    for (std::uint32_t t = piece.first; t < piece.last; ++t) {
      if (tokens[t].kind == TokenKind::mark) continue;
      (c.quoted(t) ? inside : outside) += 1;
    }
  }
  return inside == 0 ? StatementKind::indirect : outside == 0 ? StatementKind::direct : StatementKind::mixed;
}

// "asked the council to stay" is no question.
Act act_of(const Draft& draft, const Clauses& c) {
  if (draft.act != Act::asks) return draft.act;
  static const std::set<std::string_view> kQuestionWords{"whether", "if", "who", "whom", "what", "which", "why", "where", "when", "how"};
  if (kQuestionWords.contains(c.lower(draft.content.front().first))) return Act::asks;
  for (const Range& piece : draft.content) {
    for (std::uint32_t t = piece.first; t < piece.last; ++t) {
      if (c.quoted(t) || c.is(t, "?")) return Act::asks;
      if (t + 1 < piece.last && c.has(t, word_class::infinitive_to) && c.has(t + 1, word_class::verb_form)) return Act::requests;
    }
  }
  return Act::asks;
}

}  // namespace

std::vector<StatementMention> find_statements(const Report& report, const Language& language, const StatementReader& reader, const Knowledge& knowledge) {
  const Clauses clauses(report.text, language, language.quotes);
  std::vector<Draft> drafts = read_by_rules(report, language, reader.lexicon, reader.cues, clauses);
  const ReportSigns signs = read_signs(report.text, language, reader.lexicon, reader.cues, clauses, drafts);
  drafts = combine(drafts, tag_attributions(reader.model, language, signs), language, clauses, reader.lexicon, reader.cues);
  attach_floating_quotes(report, language, language.quotes, clauses, drafts);
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return a.content.front().first < b.content.front().first; });
  std::vector<StatementMention> mentions;
  for (const Draft& draft : drafts) {
    StatementMention m;
    m.kind = kind_of(draft, language.segmentation.tokens, clauses);
    m.act = act_of(draft, clauses);
    m.cue_lemma = draft.lemma;
    if (draft.source) m.source.push_back(clauses.span_of(*draft.source));
    for (const Range& r : draft.cue) m.cue.push_back(clauses.span_of(r));
    for (const Range& r : draft.content) m.content.push_back(clauses.span_of(r));
    mentions.push_back(std::move(m));
  }
  resolve_speakers(report, language, knowledge, drafts, clauses, mentions);
  return mentions;
}

}  // namespace attache
