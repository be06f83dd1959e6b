#include "mentions/events/speakers.h"

#include <algorithm>

#include "base/strings.h"

namespace attache {
namespace {

const StatementMention* statement_of(std::span<const StatementMention> statements, Span trigger) {
  for (const StatementMention& s : statements) {
    if (s.kind == StatementKind::indirect) continue;
    if (std::any_of(s.content.begin(), s.content.end(), [&](Span p) { return p.overlaps(trigger); })) return &s;
  }
  return nullptr;
}

}  // namespace

void name_speakers(std::string_view text, std::span<const StatementMention> statements, const ActorCoder& coder, EventMention& mention) {
  const auto person = [&](const Participant& p) { return p.entity == kNoEntity ? lower_ascii(slice(text, p.span)) : std::string(); };
  const auto is_first = [](std::string_view word) { return is_one_of(word, {"i", "me", "we", "us", "our", "my"}); };
  const auto is_second = [](std::string_view word) { return is_one_of(word, {"you", "your"}); };
  const StatementMention* said = statement_of(statements, mention.trigger);
  for (auto* side : {&mention.actors, &mention.recipients}) {
    for (Participant& p : *side) {
      const std::string word = said ? person(p) : std::string();
      const std::uint32_t entity = is_first(word) ? said->speaker : is_second(word) ? said->addressee : kNoEntity;
      if (entity != kNoEntity) p = coder.code(p.span, entity);
    }
  }
  std::erase_if(mention.recipients, [&](const Participant& r) { return r.entity != kNoEntity && std::any_of(mention.actors.begin(), mention.actors.end(), [&](const Participant& a) { return a.entity == r.entity; }); });
}

}  // namespace attache
