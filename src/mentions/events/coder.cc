#include "mentions/events/coder.h"

#include <algorithm>

#include "base/strings.h"
#include "mentions/events/roles.h"

namespace attache {
namespace {

constexpr float kLeastUnlisted = 0.45f;  // probability of an act that a word carries which no list of triggers has

// "pledged to welcome refugees": what is promised, asked for, threatened or refused is no act of its own.
bool is_content(const SentenceTree& tree, const std::vector<CodedAct>& acts, std::uint32_t trigger) {
  if (tree.words[trigger].upos != "VERB") return false;
  for (std::uint32_t word = trigger; word != kNoWord;) {
    const TreeWord& w = tree.words[word];
    if (w.head == kNoWord || !is_one_of(w.relation, {"xcomp", "conj", "advcl", "acl", "ccomp"})) return false;
    const auto above = std::find_if(acts.begin(), acts.end(), [&](const CodedAct& a) { return a.trigger == w.head; });
    if (above != acts.end()) return w.relation == "xcomp" && (above->type == EventType::agree || above->type == EventType::request || above->type == EventType::threaten || above->type == EventType::reject);
    if (w.relation == "ccomp") return false;
    word = w.head;
  }
  return false;
}

}  // namespace

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
  std::vector<CodedAct> own;
  for (const CodedAct& act : out) {
    if (!is_content(s.tree, out, act.trigger)) own.push_back(act);
  }
  return own;
}

}  // namespace attache
