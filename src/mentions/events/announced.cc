#include "mentions/events/announced.h"

#include <vector>

namespace attache {
namespace {

constexpr std::uint32_t kClausesUp = 2;  // between the act and the verb that speaks of it

// Who says it: the subject of the clause that the act's clause is the content of.
std::uint32_t speaker_of(const SentenceTree& tree, std::uint32_t word) {
  for (std::uint32_t up = 0; up < kClausesUp; ++up) {
    const TreeWord& w = tree.words[word];
    if (w.head == kNoWord) return kNoWord;
    if (w.relation == "ccomp") return tree.child(w.head, "nsubj");
    if (w.relation == "parataxis") return kNoWord;
    if (const std::uint32_t said = tree.child(word, "parataxis"); said != kNoWord) return tree.child(said, "nsubj");  // "..., the envoy said"
    word = w.head;
  }
  return kNoWord;
}

}  // namespace

std::string code_announced(const EventSentence& sentence, EventStatus status, CodedAct& act) {
  const std::string was(name_of(act.type));
  if (status == EventStatus::planned) {
    switch (act.type) {
      case EventType::cooperate:
      case EventType::aid:
      case EventType::retreat:
      case EventType::concede: act.type = EventType::agree; break;
      case EventType::coerce:
      case EventType::assault:
      case EventType::sanction:
      case EventType::mobilize: act.type = EventType::threaten; break;
      default: return {};
    }
    return "announced " + was;
  }
  if (status == EventStatus::demanded && act.type != EventType::request) {
    const std::uint32_t speaker = speaker_of(sentence.tree, act.trigger);
    if (speaker == kNoWord || act.actors.empty() || !can_take_part(sentence.kinds[speaker])) return {};
    std::erase(act.actors, speaker);
    act.type = EventType::request;
    if (!act.actors.empty()) act.recipients = act.actors;
    act.actors = {speaker};
    return "demanded " + was;
  }
  return {};
}

}  // namespace attache
