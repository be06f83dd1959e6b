#include "mentions/events/roles.h"

#include <algorithm>

#include "base/strings.h"

namespace attache {
namespace {

constexpr float kNearShare = 0.5f;  // of the least probability of a participant, where its side would stay empty; chosen with the other bounds (docs/stages/events.md)

bool is_nominal(const TreeWord& w) { return is_one_of(w.upos, {"NOUN", "PROPN", "PRON"}); }

bool is_in(const std::vector<std::uint32_t>& list, std::uint32_t word) { return std::find(list.begin(), list.end(), word) != list.end(); }

// "Kenya and Uganda", "the minister, the envoy and their aides".
void add_coordinated(const SentenceTree& tree, std::uint32_t head, std::vector<std::uint32_t>& out) {
  if (is_in(out, head)) return;
  out.push_back(head);
  for (const std::uint32_t c : tree.words[head].children) {
    if (tree.words[c].relation == "conj" && is_nominal(tree.words[c])) add_coordinated(tree, c, out);
  }
}

// The first of those coordinated with a word.
std::uint32_t first_of(const EventSentence& s, std::uint32_t word, std::uint32_t trigger) {
  while (s.tree.words[word].relation == "conj") {
    const std::uint32_t head = s.tree.words[word].head;
    if (head == kNoWord || head == trigger || !can_take_part(s.kinds[head])) break;
    word = head;
  }
  return word;
}

// "Peru, Chile, and Bolivia met", read as "Chile, and Bolivia met" or "Bolivia met" beside names without a verb: the others hang above the verb. The trees
// get most lists of three with a comma before "and" wrong in this way.
void add_those_above(const EventSentence& s, std::uint32_t trigger, std::vector<std::uint32_t>& actors) {
  const TreeWord& verb = s.tree.words[trigger];
  if (verb.upos != "VERB" || verb.relation != "conj" || verb.head == kNoWord || !can_take_part(s.kinds[verb.head])) return;
  const std::uint32_t subject = s.tree.child(trigger, "nsubj");
  if (subject == kNoWord || !is_in(actors, subject)) return;
  const bool joined = std::any_of(verb.children.begin(), verb.children.end(), [&](std::uint32_t c) { return s.tree.words[c].relation == "cc" && c < subject; });
  if (joined) add_coordinated(s.tree, verb.head, actors);
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

// What the act happened in spite of, or beside: "signed the accord despite protests in Chad".
bool is_beside(const SentenceTree& tree, std::uint32_t trigger, std::uint32_t word) {
  for (std::size_t steps = 0; word != kNoWord && steps <= tree.words.size() && !tree.under(trigger, word); ++steps) {
    const TreeWord& w = tree.words[word];
    if (w.relation == "obl" && is_one_of(tree.preposition(word), {"despite", "amid", "during", "following", "since", "pending"})) return true;
    word = w.head;
  }
  return false;
}

// "condemned an attack by the army", "said Chad's invasion": who did what a noun names stands with the noun; the subject of the verb above did not.
void keep_named_agents(const SentenceTree& tree, std::uint32_t trigger, std::vector<std::uint32_t>& actors) {
  if (tree.words[trigger].upos != "NOUN") return;
  const auto agent = [&](std::uint32_t a) { return tree.under(a, trigger) && (tree.preposition(a) == "by" || is_one_of(tree.words[a].relation, {"nmod:poss", "amod"})); };
  if (std::none_of(actors.begin(), actors.end(), agent)) return;
  std::erase_if(actors, [&](std::uint32_t a) { return !tree.under(a, trigger); });
}

// "Chad does not recognise the island, and Kenya has blocked its bid": a coordinated clause with a subject of its own has its own participants.
bool is_of_the_clause_before(const SentenceTree& tree, std::uint32_t trigger, std::uint32_t word) {
  const TreeWord& t = tree.words[trigger];
  if (t.upos != "VERB" || t.relation != "conj" || word > trigger || tree.under(word, trigger)) return false;
  return tree.child(trigger, "nsubj") != kNoWord || tree.child(trigger, "nsubj:pass") != kNoWord;
}

// "Chad has been guarded by French troops": beside an agent the subject of a passive receives.
void part_passive(const EventSentence& s, CodedAct& act) {
  const SentenceTree& tree = s.tree;
  if (std::none_of(act.actors.begin(), act.actors.end(), [&](std::uint32_t a) { return tree.words[a].head == act.trigger && tree.preposition(a) == "by"; })) return;
  const auto received = std::stable_partition(act.actors.begin(), act.actors.end(), [&](std::uint32_t a) {
    const TreeWord& first = tree.words[first_of(s, a, act.trigger)];
    return first.relation != "nsubj:pass" || first.head != act.trigger;
  });
  act.recipients.insert(act.recipients.end(), received, act.actors.end());
  act.actors.erase(received, act.actors.end());
}

// "a letter sent to the president", "the help given to Chad": who a noun's own participle names as receiver.
std::uint32_t stated_receiver(const EventSentence& s, std::uint32_t trigger) {
  if (s.tree.words[trigger].upos != "NOUN") return kNoWord;
  for (const std::uint32_t c : s.tree.words[trigger].children) {
    if (s.tree.words[c].relation != "acl") continue;
    for (const std::uint32_t r : s.tree.words[c].children) {
      if (s.tree.words[r].relation.starts_with("obl") && s.tree.preposition(r) == "to" && can_take_part(s.kinds[r])) return r;
    }
  }
  return kNoWord;
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
    if (recipient > actor && is_beside(s.tree, act.trigger, w)) continue;
    if (is_of_the_clause_before(s.tree, act.trigger, w)) continue;
    add_coordinated(s.tree, first_of(s, w, act.trigger), actor >= recipient ? act.actors : act.recipients);
  }
  add_those_above(s, act.trigger, act.actors);
  keep_named_agents(s.tree, act.trigger, act.actors);
  part_passive(s, act);
  if (const std::uint32_t receiver = stated_receiver(s, act.trigger); receiver != kNoWord) {
    act.recipients.clear();
    add_coordinated(s.tree, receiver, act.recipients);
    std::erase_if(act.actors, [&](std::uint32_t a) { return is_in(act.recipients, a); });
  }
  std::erase_if(act.recipients, [&](std::uint32_t r) { return is_in(act.actors, r); });
  // a side that nobody stands on: who comes nearest to it, where that is not far
  const auto fill = [&](std::size_t label, std::vector<std::uint32_t>& side, const std::vector<std::uint32_t>& other) {
    if (!side.empty()) return;
    std::uint32_t best = kNoWord;
    for (std::uint32_t w = 0; w < s.tree.words.size(); ++w) {
      if (w == act.trigger || !can_take_part(s.kinds[w]) || is_in(other, w) || is_beside(s.tree, act.trigger, w) || is_of_the_clause_before(s.tree, act.trigger, w)) continue;
      if (p[w * 3 + label] >= kNearShare * model.least_role && (best == kNoWord || p[w * 3 + label] > p[best * 3 + label])) best = w;
    }
    if (best != kNoWord) add_coordinated(s.tree, best, side);
  };
  fill(1, act.actors, act.recipients);
  fill(2, act.recipients, act.actors);
  std::erase_if(act.recipients, [&](std::uint32_t r) { return is_in(act.actors, r); });
  drop_inner(s.tree, act.actors);
  drop_inner(s.tree, act.recipients);
  std::sort(act.actors.begin(), act.actors.end());
  std::sort(act.recipients.begin(), act.recipients.end());
}

}  // namespace attache
