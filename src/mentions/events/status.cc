#include "mentions/events/status.h"

#include <algorithm>

#include "base/strings.h"

namespace attache {
namespace {

constexpr std::uint32_t kClausesUp = 3;  // governing verbs that are looked at

bool is_infinitive(const TreeWord& w) { return w.feats.find("VerbForm=Inf") != std::string_view::npos; }

// A coordinated verb with a subject or an auxiliary of its own: what is said of the verb before it does not hold for it.
bool stands_alone(const SentenceTree& tree, std::uint32_t verb) {
  const auto& children = tree.words[verb].children;
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) { return tree.words[c].relation.starts_with("nsubj") || tree.words[c].relation.starts_with("aux"); });
}

}  // namespace

EventStatus status_of(const SentenceTree& tree, std::uint32_t trigger, bool past) {
  std::uint32_t word = trigger;
  bool planned = false, possible = false, demanded = false, denied = false, ongoing = false;
  for (std::uint32_t up = 0; up < kClausesUp && word != kNoWord; ++up) {
    const TreeWord& w = tree.words[word];
    for (const std::uint32_t c : w.children) {
      const std::string& lemma = tree.words[c].lemma;
      const std::string_view r = tree.words[c].relation;
      if (r == "aux") {
        planned |= is_one_of(lemma, {"will", "shall", "'ll", "wo"});
        possible |= is_one_of(lemma, {"may", "might", "could", "would", "can"});
        demanded |= is_one_of(lemma, {"should", "must"});
        ongoing |= lemma == "be" && w.feats.find("Tense=Pres") != std::string_view::npos;  // "is shelling"
      } else if (r == "advmod" || r == "det") {
        denied |= is_one_of(lemma, {"not", "never", "n't", "no"});
      } else if (r == "mark") {
        possible |= is_one_of(lemma, {"if", "unless", "whether"});
      }
    }
    if (w.head == kNoWord) break;
    if (w.relation == "conj" && stands_alone(tree, word)) break;  // "do not recognise it, and have blocked its bid"
    const TreeWord& head = tree.words[w.head];
    const std::string_view r = w.relation;
    if (r == "xcomp" || r == "ccomp" || r == "advcl" || r == "obj" || r == "acl") {
      const bool infinitive = is_infinitive(w);
      if (is_one_of(head.lemma, {"deny", "refute"}) && (r == "xcomp" || r == "ccomp" || r == "obj")) denied = true;
      if (is_one_of(head.lemma, {"demand", "ask", "urge", "call", "appeal", "request", "want", "insist", "order", "press"}) && (infinitive || r == "ccomp")) demanded = true;
      if (is_one_of(head.lemma, {"plan", "intend", "prepare", "agree", "promise", "pledge", "vow", "threaten", "expect", "schedule", "aim", "hope", "decide", "offer", "propose"}) && infinitive) planned = true;
      if (r == "advcl" || r == "acl") break;  // a clause of its own
    } else if (r != "conj" && r != "obl" && r != "nsubj" && r != "nsubj:pass" && r != "nmod") {
      break;
    } else if (r != "conj") {
      break;  // what the governing verb is does not change what a noun beside it tells
    }
    word = w.head;
  }
  if (denied) return EventStatus::denied;
  if (demanded) return EventStatus::demanded;
  if (possible) return EventStatus::possible;
  if (planned) return EventStatus::planned;
  if (past) return EventStatus::background;
  return ongoing ? EventStatus::ongoing : EventStatus::happened;
}

}  // namespace attache
