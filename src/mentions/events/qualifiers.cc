#include "mentions/events/qualifiers.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "sequence/feature_hasher.h"

namespace attache {
namespace {

constexpr float kLeastContext = 0.2f;  // share of the probability of contexts
constexpr std::size_t kMostContexts = 3;  // the labels give one to three

std::uint64_t h(std::string_view s) { return hash64(s); }

}  // namespace

const std::vector<std::string_view>& modes_of(EventType type) {
  static const std::array<std::vector<std::string_view>, kEventTypes> kModes = [] {
    std::array<std::vector<std::string_view>, kEventTypes> m;
    const auto of = [&](EventType t) -> std::vector<std::string_view>& { return m[static_cast<std::size_t>(t)]; };
    of(EventType::consult) = {"visit", "host", "phone", "third-party", "multilateral"};
    of(EventType::retreat) = {"release", "return", "ease", "access", "ceasefire", "disarm", "withdraw"};
    of(EventType::request) = {"assist", "change", "yield", "meet"};
    of(EventType::accuse) = {"disapprove", "allege", "investigate"};
    of(EventType::reject) = {"assist", "change", "yield", "meet"};
    of(EventType::threaten) = {"restrict", "ban", "arrest", "relations", "expel", "territory", "violence", "curfew"};
    of(EventType::protest) = {"demo", "riot", "strike", "hunger", "boycott", "obstruct"};
    of(EventType::sanction) = {"withdraw", "discontinue", "expel"};
    of(EventType::mobilize) = {"troops", "weapons", "police", "militia"};
    of(EventType::coerce) = {"seize", "restrict", "ban", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber"};
    of(EventType::assault) = {"abduct", "beat", "torture", "sexual", "assassinate", "firearms", "explosives", "suicide-attack", "heavy-weapons", "drone", "massacre", "cleansing", "destroy"};
    return m;
  }();
  return kModes[static_cast<std::size_t>(type)];
}

FeatureRows qualifier_features(const EventSentence& s, const CodedAct& act) {
  FeatureRows rows;
  const FeatureHasher add(rows);
  const std::vector<TreeWord>& words = s.tree.words;
  const TreeWord& w = words[act.trigger];
  const std::uint64_t type = static_cast<std::uint64_t>(act.type) + 1, lemma = h(w.lemma);
  const auto is_content = [&](std::uint32_t i) { return (words[i].upos == "NOUN" || words[i].upos == "VERB" || words[i].upos == "ADJ") && !is_name(s.kinds[i]); };
  add(1, type);
  add(2, lemma);
  add(3, lemma, type);
  for (const Trigger* t : s.triggers[act.trigger]) {
    add(4, h(t->mode), static_cast<std::uint64_t>(t->type) + 1);
    add(5, h(t->mode), type);
  }
  for (const std::uint32_t c : w.children) {
    if (is_content(c)) {
      add(6, h(words[c].lemma), type);
      add(7, h(words[c].relation), h(words[c].lemma));
    }
    for (const std::uint32_t g : words[c].children) {
      if (is_content(g)) add(8, h(words[g].lemma), type);
    }
  }
  if (w.head != kNoWord) add(9, h(words[w.head].lemma), h(w.relation));
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (i == act.trigger || !is_content(i)) continue;
    add(10, h(words[i].lemma));
    if (i + 6 >= act.trigger && i <= act.trigger + 6) add(11, h(words[i].lemma), type);
  }
  for (const auto* side : {&act.actors, &act.recipients}) {
    const std::uint64_t which = side == &act.actors ? 0 : 1;
    add(12, which, std::min<std::uint64_t>(side->size(), 3), type);
    for (const std::uint32_t p : *side) {
      add(13, which, static_cast<std::uint64_t>(s.kinds[p]), type);
      if (!is_name(s.kinds[p])) add(14, which, h(words[p].lemma));
    }
  }
  rows.end_token();
  return rows;
}

Qualifiers qualify(const EventModel& model, const EventSentence& sentence, const CodedAct& act) {
  const FeatureRows rows = qualifier_features(sentence, act);
  Qualifiers out;
  if (const auto& modes = modes_of(act.type); !modes.empty()) {
    const std::vector<float> p = label_probabilities(model.modes, label_scores(model.modes, rows));
    float most = p[0];
    for (std::size_t k = 1; k < p.size(); ++k) {
      const std::string_view mode = std::string_view(model.modes.labels[k]).substr(2);
      if (p[k] <= most || std::find(modes.begin(), modes.end(), mode) == modes.end()) continue;
      most = p[k];
      out.mode = mode;
    }
  }
  const std::vector<float> p = label_probabilities(model.contexts, label_scores(model.contexts, rows));
  std::vector<std::size_t> likely;
  for (std::size_t k = 1; k < p.size(); ++k) {
    if (p[k] >= kLeastContext && p[k] > p[0]) likely.push_back(k);
  }
  std::sort(likely.begin(), likely.end(), [&](std::size_t a, std::size_t b) { return p[a] != p[b] ? p[a] > p[b] : a < b; });
  for (const std::size_t k : likely) {
    if (out.contexts.size() < kMostContexts) out.contexts.emplace_back(kEventContexts[k - 1]);
  }
  return out;
}

}  // namespace attache
