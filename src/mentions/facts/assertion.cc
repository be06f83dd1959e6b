#include "mentions/facts/assertion.h"

#include <algorithm>

#include "base/strings.h"
#include "mentions/facts/tree_path.h"

namespace attache {
namespace {

constexpr int kClausesUp = 5;  // governing words that are looked at

bool is_negative(std::string_view lemma) { return is_one_of(lemma, {"not", "never", "n't", "no", "neither", "nor"}); }

bool has_yet(const SentenceTree& tree, std::uint32_t verb) {
  const auto& children = tree.words[verb].children;
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) { return tree.words[c].lemma == "yet" || tree.words[c].lemma == "still"; });
}

// "a possible occupation", "the planned annexation"; "fear an invasion", "prevented an invasion", "claims that ..."
bool told_as_noun(const SentenceTree& tree, std::uint32_t word) {
  const TreeWord& w = tree.words[word];
  if (w.upos != "NOUN") return true;
  for (const std::uint32_t c : w.children) {
    if (tree.words[c].relation == "amod" && is_one_of(tree.words[c].lemma, {"possible", "potential", "planned", "plan", "alleged", "allege", "likely", "threatened", "threaten", "feared", "future", "proposed", "propose", "hypothetical", "attempted", "attempt", "imminent", "would-be", "failed", "supposed"})) return false;
  }
  if (w.head == kNoWord || (w.relation != "obj" && w.relation != "obl" && w.relation != "nmod")) return true;
  if (w.relation == "obj" && is_one_of(tree.words[w.head].lemma, {"lift", "withdraw", "drop", "end", "abandon", "overcome", "remove", "resolve", "silence", "reject", "dismiss", "ignore", "criticise", "criticize"})) return false;  // it is no more
  return !is_one_of(tree.words[w.head].lemma, {"fear", "prevent", "avert", "avoid", "threaten", "plan", "risk", "threat", "prospect", "possibility", "deny", "warn", "deter", "danger", "prepare", "preparation", "rule", "dream", "oppose", "expect"}) || (w.relation == "obl" && tree.words[w.head].lemma == "rule");
}

bool asks(const SentenceTree& tree) {
  const auto mark = [](const TreeWord& w) { return w.upos == "PUNCT" && w.lemma == "?"; };
  return std::any_of(tree.words.begin(), tree.words.end(), mark);
}

// "... only if it changes its laws", "unless", "provided that": a condition that the clause of the verb sets; of what is to come
// also "once", "until".
bool sets_condition(const SentenceTree& tree, std::uint32_t verb, bool to_come) {
  if (!to_come && tree.words[verb].feats.find("Tense=Pres") == std::string_view::npos) return false;
  const auto is_only = [&](std::uint32_t w) { return tree.words[w].lemma == "only"; };
  bool only = std::any_of(tree.words[verb].children.begin(), tree.words[verb].children.end(), is_only);
  for (const std::uint32_t c : tree.words[verb].children) {
    if (tree.words[c].relation == "advcl" || tree.words[c].relation == "obl") only |= std::any_of(tree.words[c].children.begin(), tree.words[c].children.end(), is_only);
  }
  for (const std::uint32_t c : tree.words[verb].children) {
    if (only && to_come && tree.words[c].relation == "obl" && tree.preposition(c) == "after") return true;
    if (tree.words[c].relation != "advcl") continue;
    if (tree.words[c].lemma == "provide" && tree.words[c].feats.find("Tense=Past") != std::string_view::npos) return true;  // "provided that"
    std::uint32_t first = c;
    while (first > 0 && tree.under(first - 1, c)) --first;
    only |= tree.words[first].lemma == "only" || (first > 0 && tree.words[first - 1].lemma == "only");
    for (const std::uint32_t m : tree.words[c].children) {
      if ((tree.words[m].relation == "mark" || tree.words[m].lemma == "when") && (is_one_of(tree.words[m].lemma, {"if", "unless", "provided", "provide"}) || (to_come && (is_one_of(tree.words[m].lemma, {"until", "once", "before"}) || (only && is_one_of(tree.words[m].lemma, {"when", "after", "as"})))))) return true;
    }
  }
  return false;
}

// The same wherever the tree has hung it: "would not agree before it had paid", "will agree only once it has".
bool names_condition_behind(const SentenceTree& tree, std::uint32_t verb, bool denied) {
  for (std::uint32_t w = verb + 1; w < tree.words.size(); ++w) {
    if (is_one_of(tree.words[w].lemma, {"unless", "provided"})) return true;
    if (denied && is_one_of(tree.words[w].lemma, {"before", "until"})) return true;
    if (tree.words[w].lemma == "only" && w + 1 < tree.words.size() && is_one_of(tree.words[w + 1].lemma, {"if", "once", "when", "after"})) return true;
  }
  return false;
}

}  // namespace

Assertion assertion_of(const SentenceTree& tree, std::uint32_t word, bool planned, bool reported) {
  bool denied = false, declined = false, will = false, would = false, pledged = false, said = reported, can = false;
  std::uint32_t at = word;
  for (int up = 0; up < kClausesUp && at != kNoWord; ++up) {
    const TreeWord& w = tree.words[at];
    if (at == word && !told_as_noun(tree, at)) return Assertion::open;
    const bool verb = w.upos == "VERB" || w.upos == "AUX" || tree.child(at, "cop") != kNoWord;
    for (const std::uint32_t c : w.children) {
      const TreeWord& child = tree.words[c];
      const std::string_view r = child.relation;
      // "was to approve it", "is due to": of what was planned
      if (verb && r == "mark" && child.lemma == "to" && c > 0 && tree.words[c - 1].lemma == "be" && tree.words[c - 1].head == at) return Assertion::open;
      if (r == "aux") {
        if (at == word && !planned && is_one_of(child.lemma, {"will", "shall", "'ll", "wo"})) will = true;
        else if (at == word && !planned && is_one_of(child.lemma, {"would", "'d"})) would = true;
        else if (at == word && !planned && is_one_of(child.lemma, {"can", "could"})) can = true;
        else if (is_one_of(child.lemma, {"may", "might", "could", "would", "can", "should", "must"}) && !(planned && is_one_of(child.lemma, {"would", "must"}))) return Assertion::open;
        else if (is_one_of(child.lemma, {"will", "shall", "'ll", "wo"}) && !planned) return Assertion::open;
      } else if (r == "advmod" || r == "det" || r == "cc" || r == "cc:preconj") {
        if (is_negative(child.lemma) && (r != "det" || !verb)) denied = !denied;
      } else if (r == "obj" && at == word && is_one_of(child.lemma, {"nothing", "none", "neither"})) {
        denied = !denied;
      } else if (r == "mark" && is_one_of(child.lemma, {"if", "unless", "whether"})) {
        return Assertion::open;
      }
    }
    if (w.head == kNoWord) {
      if (asks(tree)) return Assertion::open;
      break;
    }
    const TreeWord& head = tree.words[w.head];
    const std::string_view r = w.relation;
    if (r == "xcomp" || (r == "obj" && !verb) || (r == "advcl" && w.feats.find("VerbForm=Inf") != std::string_view::npos) || (r == "acl" && w.feats.find("VerbForm=Inf") != std::string_view::npos)) {
      const bool clause = r != "obj";
      if (r == "acl" && tells_deed(tree, w.head)) {
        // what the first one did is done
      } else if (clause && is_one_of(head.lemma, {"refuse", "decline"})) declined = true;
      else if (clause && is_one_of(head.lemma, {"fail", "refrain"})) denied = !denied;
      else if (clause && is_one_of(head.lemma, {"pledge", "promise", "vow", "agree", "undertake", "commit"})) pledged = true;
      else if (clause && head.lemma == "have" && (has_yet(tree, w.head) || has_yet(tree, at))) denied = true;
      else if (clause && head.lemma == "yet") denied = true;
      else if (clause && !is_one_of(head.lemma, {"continue", "begin", "start", "come", "remain", "keep", "help", "go", "become", "seem", "manage", "resort", "consider", "regard", "see", "claim"})) return Assertion::open;
    } else if (r == "ccomp") {
      if (is_one_of(head.lemma, {"claim", "allegation", "rumour", "rumor", "suggestion", "report"}) && head.upos == "NOUN") return Assertion::open;  // "rejected claims that"
      if (is_one_of(head.lemma, {"deny", "refute", "doubt"})) denied = true;
      if (is_one_of(head.lemma, {"demand", "hope", "wish", "propose", "suggest", "ask", "wonder", "ensure", "urge", "fear", "expect", "want", "insist", "require", "imagine", "pretend"})) return Assertion::open;
      said = true;
      break;  // whatever is said of the saying does not hold for what is said
    } else if (r == "acl" && is_one_of(head.lemma, {"claim", "allegation", "rumour", "rumor", "suggestion"})) {
      return Assertion::open;
    } else if (r == "conj") {
      const auto own = [&](std::uint32_t c) { return tree.words[c].relation.starts_with("nsubj") || tree.words[c].relation.starts_with("aux"); };
      if (std::any_of(w.children.begin(), w.children.end(), own) || head.upos != w.upos) break;
      if (w.upos == "VERB" && w.feats.find("VerbForm=Fin") != std::string_view::npos) break;
    } else {
      break;
    }
    at = w.head;
  }
  if (declined) return denied || will || would ? Assertion::open : Assertion::refused;
  if (can && (declined || pledged)) return Assertion::open;
  if (pledged) return denied || would ? Assertion::open : Assertion::pledged;
  const bool to_come = will || would || can;
  if (sets_condition(tree, word, to_come) || (to_come && names_condition_behind(tree, word, denied))) return Assertion::conditional;
  if (can) return Assertion::open;
  if (would && !said) return Assertion::open;  // what would be, not what somebody says will be
  if (will || would) return denied ? Assertion::refused : Assertion::willing;
  return denied ? Assertion::denied : Assertion::told;
}

}  // namespace attache
