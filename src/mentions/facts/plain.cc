#include "mentions/facts/plain.h"

#include <algorithm>

#include "base/strings.h"

namespace attache {
namespace {

constexpr int kClausesUp = 8;       // governing words: more than any sentence of our own affairs nests
constexpr std::uint32_t kNear = 4;  // words before: "is by no means opposed"

bool has(const TreeWord& w, std::string_view value) { return w.feats.find(value) != std::string_view::npos; }

bool any_child(const SentenceTree& tree, std::uint32_t word, const auto& fits) {
  const auto& children = tree.words[word].children;
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) { return fits(tree.words[c], c); });
}

bool is_doubtful_verb(std::string_view lemma) {
  return is_one_of(lemma, {"claim", "believe", "think", "predict", "bet", "suspect", "guess", "fear", "expect", "hope", "imagine", "pretend", "suppose", "assume", "speculate", "allege", "reckon", "worry", "doubt", "deny", "wonder", "ask", "wish", "demand", "suggest", "dream", "joke", "want", "propose", "rumour", "rumor", "forecast", "foresee", "refute", "dismiss", "reject", "withdraw", "retract", "forget", "seem", "appear", "feel"});
}

bool is_nobody(const TreeWord& w) { return is_one_of(w.lemma, {"nobody", "none", "nothing", "bot", "rumour", "rumor", "analyst", "expert", "observer", "pundit", "columnist", "gossip", "who"}); }

bool is_hedge(std::string_view lemma) {
  return is_one_of(lemma, {"almost", "nearly", "allegedly", "reportedly", "perhaps", "possibly", "maybe", "probably", "supposedly", "hardly", "barely", "scarcely", "seemingly", "apparently", "likely", "theoretically", "ostensibly", "purportedly", "longer", "anymore", "once", "formerly", "previously", "initially", "originally", "hypothetically"});
}

// Past, or perfect: done, whatever "when" and "after" stand before it.
bool is_past(const SentenceTree& tree, std::uint32_t verb) {
  return has(tree.words[verb], "Tense=Past") || any_child(tree, verb, [](const TreeWord& c, std::uint32_t) { return c.relation.starts_with("aux") && (is_one_of(c.lemma, {"have", "had"}) || has(c, "Tense=Past")); });
}

bool opens_clause_that_tells_nothing(const SentenceTree& tree, std::uint32_t verb, const TreeWord& mark) {
  if (is_one_of(mark.lemma, {"until", "till", "before", "lest", "provided", "provide", "assuming", "assume", "unless", "if", "whether", "in", "than"})) return true;
  if (is_one_of(mark.lemma, {"once", "when", "whenever", "after", "as", "while"})) return !is_past(tree, verb);
  const bool gerund = has(tree.words[verb], "VerbForm=Ger") || has(tree.words[verb], "VerbForm=Part");
  return gerund && is_one_of(mark.lemma, {"of", "for", "from", "against", "without", "instead", "about", "at", "to", "over", "on", "toward", "towards"});
}

bool clause_tells_nothing(const SentenceTree& tree, std::uint32_t at) {
  return any_child(tree, at, [&](const TreeWord& c, std::uint32_t k) {
    if (c.relation == "advmod" && (is_hedge(c.lemma) || is_one_of(c.lemma, {"neither", "nor"}))) return true;
    if ((c.relation.starts_with("cc") || c.relation == "det") && is_one_of(c.lemma, {"neither", "nor"})) return true;
    if (c.relation == "mark" || c.relation == "case" || (c.relation == "advmod" && is_one_of(c.lemma, {"when", "whenever"}))) {
      if (tree.words[at].upos != "NOUN" && opens_clause_that_tells_nothing(tree, at, c)) return true;
    }
    if ((c.relation == "obl" || c.relation == "advmod" || c.relation == "nmod") && is_one_of(c.lemma, {"mean", "means", "way", "account", "circumstance", "case", "condition"})) {
      return any_child(tree, k, [](const TreeWord& d, std::uint32_t) { return d.lemma == "no"; });
    }
    return c.relation == "parataxis" && is_doubtful_verb(c.lemma);
  });
}

bool head_makes_it_doubtful(const SentenceTree& tree, std::uint32_t at) {
  const TreeWord& w = tree.words[at];
  const TreeWord& head = tree.words[w.head];
  const std::string_view r = w.relation;
  const auto negated = [](const TreeWord& c, std::uint32_t) { return is_one_of(c.lemma, {"not", "never", "n't", "longer", "hardly", "neither", "nor"}) && c.relation != "conj"; };
  if (r.starts_with("acl") && is_one_of(head.lemma, {"odds", "odd", "chance", "idea", "impression", "possibility", "risk", "fear", "prospect", "likelihood", "hope", "threat", "rumour", "rumor", "claim", "allegation", "suggestion", "speculation", "belief", "theory", "accusation", "question", "doubt", "talk", "dream", "version", "report", "attempt", "plan", "bid", "lie", "myth", "falsehood", "nonsense", "hoax", "joke", "notion", "story", "view", "assumption"})) return true;
  if (r == "ccomp" || r == "csubj" || r == "parataxis") {
    if (is_doubtful_verb(head.lemma) || any_child(tree, w.head, negated)) return true;
    if (any_child(tree, w.head, [](const TreeWord& c, std::uint32_t) { return c.relation.starts_with("nsubj") && is_nobody(c); })) return true;
    if (r == "ccomp" && has(w, "VerbForm=Ger")) return !is_one_of(head.lemma, {"keep", "continue", "announce", "confirm"});
    if (r != "parataxis" && (head.upos == "ADJ" || head.upos == "NOUN")) return !is_one_of(head.lemma, {"clear", "certain", "evident", "obvious", "news", "fact", "announcement", "statement", "decision", "pledge", "promise", "assurance", "confirmation", "happy", "glad", "pleased"});
    return false;
  }
  if (r == "xcomp") return is_one_of(head.lemma, {"begin", "start", "seem", "appear", "try", "come", "help", "regret", "consider", "avoid", "risk", "stop"}) || any_child(tree, w.head, negated);
  return false;
}

}  // namespace

bool is_told_plainly(const SentenceTree& tree, std::uint32_t word) {
  for (const TreeWord& w : tree.words) {
    if (w.upos == "PUNCT" && w.lemma == "?") return false;
  }
  for (std::uint32_t k = word; k > 0 && k + kNear > word; --k) {
    const std::string& before = tree.words[k - 1].lemma;
    if (tree.words[k - 1].upos == "PUNCT") break;
    if (is_one_of(before, {"neither", "nor"})) return false;
    const std::string_view earlier = k > 1 ? std::string_view(tree.words[k - 2].lemma) : std::string_view();
    if (earlier == "no" && is_one_of(before, {"long", "longer", "mean", "means", "way"})) return false;  // "no longer", "by no means"
    if (earlier == "in" && before == "case") return false;
    if (is_one_of(before, {"provide", "provided", "assuming", "suppose", "supposing"}) && k == 1) return false;
    if (before == "yet" && k < tree.words.size() && tree.words[k].lemma == "to" && k + 1 < word && tree.words[k + 1].lemma == "be") return false;  // "yet to be ratified"
  }
  std::uint32_t at = word;
  for (int up = 0; up < kClausesUp && at != kNoWord; ++up) {
    if (clause_tells_nothing(tree, at)) return false;
    if (tree.words[at].head == kNoWord) break;
    if (head_makes_it_doubtful(tree, at)) return false;
    at = tree.words[at].head;
  }
  return true;
}

bool is_excepted(const SentenceTree& tree, std::uint32_t name) {
  std::uint32_t first = name;
  while (first > 0 && tree.under(first - 1, name) && tree.words[first - 1].upos != "PUNCT" && tree.words[first - 1].upos != "CCONJ" && tree.words[first - 1].relation != "case") --first;
  const auto excepts = [](const TreeWord& w) { return is_one_of(w.lemma, {"but", "except", "minus", "excluding", "exclude", "bar", "barring", "save", "besides", "unlike", "without", "nor"}); };
  for (std::uint32_t k = first; k > 0 && k + 3 > first; --k) {
    if (excepts(tree.words[k - 1])) return true;
    if (tree.words[k - 1].upos != "ADP" && tree.words[k - 1].lemma != "not" && tree.words[k - 1].upos != "PART") break;
  }
  if (name + 2 < tree.words.size() && tree.words[name + 1].lemma == "not" && tree.words[name + 2].lemma == "among") return true;
  const auto either = [&](std::uint32_t c) { return (tree.words[c].relation == "cc" && tree.words[c].lemma == "or") || tree.words[c].lemma == "either"; };
  const auto& children = tree.words[name].children;
  if (std::any_of(children.begin(), children.end(), either)) return true;
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) { return tree.words[c].relation == "conj" && std::any_of(tree.words[c].children.begin(), tree.words[c].children.end(), either); });
}

}  // namespace attache
