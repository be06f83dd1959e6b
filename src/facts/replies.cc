#include "facts/replies.h"

#include <algorithm>

#include "base/strings.h"
#include "facts/sides.h"
#include "text/fold.h"

namespace attache {
namespace {

bool holds(const Analysis& a, std::uint32_t sentence, const StatementMention& m) {
  const Span span = a.sentences[sentence].span;
  const auto in = [&](const std::vector<Span>& pieces) { return std::any_of(pieces.begin(), pieces.end(), [&](Span p) { return p.overlaps(span); }); };
  return in(m.cue) || in(m.content);
}

const StatementMention* statement_in(const Analysis& a, const std::vector<std::uint32_t>& sentences, bool missing_reply) {
  for (const std::uint32_t s : sentences) {
    for (const StatementMention& m : a.statements) {
      if ((m.act == Act::no_comment) == missing_reply && holds(a, s, m)) return &m;
    }
  }
  return nullptr;
}

// The same speaker; or a description that shares a word with who was asked ("officials of the pact", "a pact official").
bool may_answer_for(const StatementMention& asked, const StatementMention& answer) {
  if (asked.speaker != kNoEntity && asked.speaker_text == answer.speaker_text) return true;
  const std::string a = fold_words(asked.speaker_text), b = fold_words(answer.speaker_text);
  for (const std::string_view word : split(a, ' ')) {
    if (word.size() > 2 && !is_one_of(word, {"the", "and", "for", "its", "his", "her"}) && (" " + b + " ").find(" " + std::string(word) + " ") != std::string::npos) return true;
  }
  return false;
}

FactClaim claim(const Analysis& a, std::uint32_t report, const std::vector<std::uint32_t>& sentences, std::string value, const StatementMention& m) {
  FactClaim out;
  out.value = std::move(value);
  for (const std::uint32_t s : sentences) {
    if (!holds(a, s, m)) continue;
    out.mentions.push_back({report, a.sentences[s].span, m.source.empty() ? Span{} : m.source.front(), {}, m.cue.empty() ? Span{} : m.cue.front()});
    break;
  }
  return out;
}

}  // namespace

std::vector<Fact> find_replies(std::span<const Analysis> analyses, const Lineage& lineage, const Actors& actors, const Origins&) {
  std::vector<Fact> out;
  for (const Family& family : lineage.families) {
    for (const Member& member : family.members) {
      if (member.parent < 0) continue;
      const std::uint32_t from = family.members[static_cast<std::size_t>(member.parent)].report;
      for (const Edit& e : member.edits) {
        if (e.op != EditOp::replaced || !e.superseded) continue;
        const StatementMention* asked = statement_in(analyses[from], e.from, true);
        const StatementMention* answer = statement_in(analyses[member.report], e.to, false);
        if (!asked || !answer || asked->speaker_text.empty() || !may_answer_for(*asked, *answer)) continue;
        Fact f;
        f.relation = "answered";
        if (asked->speaker != kNoEntity) f.subject.actor = actors.actor_of[from][asked->speaker];
        f.subject.name = f.subject.actor != kNobody ? actors.actors[f.subject.actor].name : asked->speaker_text;
        f.status = FactStatus::superseded;
        f.sentence = f.subject.name + " answered a request for comment";
        f.reason = "an answer stands in a later version of the story";
        f.claims.push_back(claim(analyses[member.report], member.report, e.to, "answered", *answer));
        f.claims.push_back(claim(analyses[from], from, e.from, "had not answered", *asked));
        if (!f.claims[0].mentions.empty() && !f.claims[1].mentions.empty()) out.push_back(std::move(f));
      }
    }
  }
  return out;
}

}  // namespace attache
