#include "mentions/events/scene.h"

#include <algorithm>

#include "base/strings.h"

namespace attache {
namespace {

constexpr std::size_t kDeepest = 6;  // steps of the tree from a place up to the act whose content it is; beyond it attachments are guesses

bool is_land(WordKind kind) { return kind == WordKind::state || kind == WordKind::place; }

// Steps from a word up to the act through its objects and complements; 0 = not in its content.
std::size_t depth_in_content(const SentenceTree& tree, std::uint32_t trigger, std::uint32_t word) {
  for (std::size_t steps = 1; steps <= kDeepest; ++steps) {
    const TreeWord& w = tree.words[word];
    if (w.head == kNoWord || !(w.relation.starts_with("obj") || w.relation.starts_with("nmod") || w.relation.starts_with("obl") || w.relation == "xcomp" || w.relation == "ccomp" || w.relation == "acl" || w.relation == "compound")) return 0;
    if (w.head == trigger) return steps;
    word = w.head;
  }
  return 0;
}

// A place beside the act itself is where it was done; what is eased, seized, held or left there falls to the place.
bool reaches(EventType type, std::string_view preposition, std::size_t depth) {
  if (is_one_of(preposition, {"from", "against", "into", "throughout"})) return true;
  if (depth > 1) return is_one_of(preposition, {"in", "on", "to", "at", "with", "over", "for", "inside", "across"});
  return is_one_of(preposition, {"in", "on", "across", "inside"}) && (type == EventType::retreat || type == EventType::concede || type == EventType::mobilize || type == EventType::coerce || type == EventType::sanction || type == EventType::aid);
}

}  // namespace

void add_scene(const EventSentence& s, CodedAct& act) {
  if (!act.recipients.empty() || act.actors.empty() || act.type == EventType::consult || act.type == EventType::protest || act.type == EventType::cooperate) return;
  std::uint32_t best = kNoWord;
  std::size_t least = kDeepest + 1;
  for (std::uint32_t w = 0; w < s.tree.words.size(); ++w) {
    if (!is_land(s.kinds[w]) || std::find(act.actors.begin(), act.actors.end(), w) != act.actors.end()) continue;
    const std::size_t depth = depth_in_content(s.tree, act.trigger, w);
    if (depth == 0 || depth >= least || !reaches(act.type, s.tree.preposition(w), depth)) continue;
    if (std::any_of(act.actors.begin(), act.actors.end(), [&](std::uint32_t a) { return s.tree.under(w, a); })) continue;
    best = w;
    least = depth;
  }
  if (best != kNoWord) act.recipients.push_back(best);
}

}  // namespace attache
