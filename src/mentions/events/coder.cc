#include "mentions/events/coder.h"

#include <algorithm>

#include "base/strings.h"
#include "mentions/events/roles.h"

namespace attache {
namespace {

constexpr float kLeastUnlisted = 0.45f;  // probability of an act that a word carries which no list of triggers has

bool has_content(EventType t) { return t == EventType::agree || t == EventType::request || t == EventType::threaten || t == EventType::reject; }

// Not told as done: "to send", "will send", "should send".
bool is_to_come(const SentenceTree& tree, std::uint32_t verb) {
  if (tree.words[verb].feats.find("VerbForm=Inf") != std::string_view::npos) return true;
  return std::any_of(tree.words[verb].children.begin(), tree.words[verb].children.end(), [&](std::uint32_t c) { return tree.words[c].relation == "aux" && is_one_of(tree.words[c].lemma, {"will", "would", "shall", "should", "can", "could", "may", "might", "must"}); });
}

// "pledged to welcome refugees", "expressed hope that they will help": what is promised, asked for, threatened or refused is no act of its own.
bool is_content(const SentenceTree& tree, const std::vector<CodedAct>& acts, std::uint32_t trigger) {
  if (tree.words[trigger].upos != "VERB" || !is_to_come(tree, trigger)) return false;
  bool complement = false;
  for (std::uint32_t word = trigger; word != kNoWord;) {
    const TreeWord& w = tree.words[word];
    const bool object = w.relation == "obj" && complement;  // "hope that ..."
    if (w.head == kNoWord || (!object && !is_one_of(w.relation, {"xcomp", "conj", "advcl", "acl", "ccomp"}))) return false;
    complement |= w.relation == "xcomp" || w.relation == "ccomp" || w.relation == "acl";
    const auto above = std::find_if(acts.begin(), acts.end(), [&](const CodedAct& a) { return a.trigger == w.head; });
    if (above != acts.end()) return complement && has_content(above->type);
    word = w.head;
  }
  return false;
}

// "the sanctions that Chad imposed": one act, told by the verb.
bool is_told_below(const SentenceTree& tree, const std::vector<CodedAct>& acts, const CodedAct& noun) {
  if (tree.words[noun.trigger].upos != "NOUN") return false;
  return std::any_of(acts.begin(), acts.end(), [&](const CodedAct& a) { return a.type == noun.type && tree.words[a.trigger].head == noun.trigger && tree.words[a.trigger].relation.starts_with("acl"); });
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
    out.push_back({w, static_cast<EventType>(best - 1), row[best], {}, {}});
  }
  std::vector<CodedAct> own;
  for (const CodedAct& act : out) {
    if (is_content(s.tree, out, act.trigger) || is_told_below(s.tree, out, act)) continue;
    own.push_back(act);
    find_roles(model, s, own.back());
  }
  return own;
}

}  // namespace attache
