#include "mentions/events/coder.h"

#include <algorithm>

namespace attache {
namespace {

constexpr float kNearShare = 0.5f;       // of the least probability of a participant, where its side would stay empty
constexpr float kLeastUnlisted = 0.45f;  // probability of an act that a word carries which no list of triggers has

// "Kenya and Uganda", "the minister, the envoy and their aides".
void add_coordinated(const SentenceTree& tree, std::uint32_t head, std::vector<std::uint32_t>& out) {
  if (std::find(out.begin(), out.end(), head) != out.end()) return;
  out.push_back(head);
  for (const std::uint32_t c : tree.words[head].children) {
    const std::string_view upos = tree.words[c].upos;
    if (tree.words[c].relation == "conj" && (upos == "NOUN" || upos == "PROPN" || upos == "PRON")) add_coordinated(tree, c, out);
  }
}

// A word inside of a phrase that is taken already ("the army of Chad") takes no part of its own.
void drop_inner(const SentenceTree& tree, std::vector<std::uint32_t>& heads) {
  std::vector<std::uint32_t> kept;
  for (const std::uint32_t h : heads) {
    const bool inner = std::any_of(heads.begin(), heads.end(), [&](std::uint32_t o) {
      if (o == h) return false;
      const Span span = phrase_of(tree, o);
      return span.contains(tree.words[h].span.begin) && tree.under(h, o);
    });
    if (!inner) kept.push_back(h);
  }
  heads = std::move(kept);
}

}  // namespace

void find_roles(const EventModel& model, const EventSentence& s, CodedAct& act) {
  const std::vector<float> p = label_probabilities(model.roles, label_scores(model.roles, role_features(s, act.trigger, act.type)));
  act.actors.clear();
  act.recipients.clear();
  for (std::uint32_t w = 0; w < s.tree.words.size(); ++w) {
    if (w == act.trigger) continue;
    const float actor = p[w * 3 + 1], recipient = p[w * 3 + 2];
    if (std::max(actor, recipient) < model.least_role) continue;
    add_coordinated(s.tree, w, actor >= recipient ? act.actors : act.recipients);
  }
  // a side that nobody stands on: who comes nearest to it, where that is not far
  const auto fill = [&](std::size_t label, std::vector<std::uint32_t>& side, const std::vector<std::uint32_t>& other) {
    if (!side.empty()) return;
    std::uint32_t best = kNoWord;
    for (std::uint32_t w = 0; w < s.tree.words.size(); ++w) {
      if (w == act.trigger || !can_take_part(s.kinds[w]) || std::find(other.begin(), other.end(), w) != other.end()) continue;
      if (p[w * 3 + label] >= kNearShare * model.least_role && (best == kNoWord || p[w * 3 + label] > p[best * 3 + label])) best = w;
    }
    if (best != kNoWord) add_coordinated(s.tree, best, side);
  };
  fill(1, act.actors, act.recipients);
  fill(2, act.recipients, act.actors);
  std::erase_if(act.recipients, [&](std::uint32_t r) { return std::find(act.actors.begin(), act.actors.end(), r) != act.actors.end(); });
  drop_inner(s.tree, act.actors);
  drop_inner(s.tree, act.recipients);
  std::sort(act.actors.begin(), act.actors.end());
  std::sort(act.recipients.begin(), act.recipients.end());
}

std::vector<CodedAct> code_acts(const EventModel& model, const EventSentence& s) {
  std::vector<CodedAct> out;
  const std::vector<float> p = label_probabilities(model.triggers, label_scores(model.triggers, trigger_features(s)));
  const std::size_t labels = kEventTypes + 1;
  for (std::uint32_t w = 0; w < s.tree.words.size(); ++w) {
    if (!can_carry(s.tree.words[w])) continue;
    const float* row = p.data() + w * labels;
    const std::size_t best = static_cast<std::size_t>(std::max_element(row + 1, row + labels) - row);
    const float least = s.triggers[w].empty() ? std::max(model.least_trigger, kLeastUnlisted) : model.least_trigger;
    if (1.0f - row[0] < least) continue;
    CodedAct act{w, static_cast<EventType>(best - 1), row[best], {}, {}};
    find_roles(model, s, act);
    out.push_back(std::move(act));
  }
  return out;
}

}  // namespace attache
