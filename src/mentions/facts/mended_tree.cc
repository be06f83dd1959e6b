#include "mentions/facts/mended_tree.h"

#include <algorithm>

#include "base/strings.h"

namespace attache {
namespace {

void hang(SentenceTree& tree, std::uint32_t word, std::uint32_t head, std::string_view relation) {
  TreeWord& w = tree.words[word];
  if (w.head != kNoWord) std::erase(tree.words[w.head].children, word);
  w.head = head;
  w.relation = relation;
  if (head == kNoWord) return;
  auto& children = tree.words[head].children;
  children.insert(std::upper_bound(children.begin(), children.end(), word), word);
}

// Names with nothing but commas and "and" between them; of each the word that the others of the name hang on.
struct NameList {
  std::vector<std::uint32_t> heads;
  std::uint32_t end = 0;  // the word behind the last
};

NameList list_at(const SentenceTree& tree, std::uint32_t first) {
  NameList out;
  std::uint32_t at = first;
  while (at < tree.words.size()) {
    const std::uint32_t begin = at;
    while (at < tree.words.size() && tree.words[at].upos == "PROPN") ++at;
    if (at == begin) break;
    std::uint32_t head = begin;
    for (std::uint32_t w = begin; w < at; ++w) {
      if (tree.words[w].head == kNoWord || tree.words[w].head < begin || tree.words[w].head >= at) head = w;
    }
    out.heads.push_back(head);
    out.end = at;
    std::uint32_t next = at;
    if (next < tree.words.size() && tree.words[next].lemma == ",") ++next;
    if (next < tree.words.size() && is_one_of(tree.words[next].lemma, {"and", "or"})) ++next;
    if (next < tree.words.size() && tree.words[next].lemma == "the") ++next;
    if (next == at) break;
    at = next;
  }
  return out;
}

// The predicate whose first word stands at `word` ("had given" at "had"), where it is finite and says nobody as its subject.
std::uint32_t predicate_without_subject(const SentenceTree& tree, std::uint32_t word) {
  if (word >= tree.words.size()) return kNoWord;
  std::uint32_t verb = word;
  bool finite = tree.words[word].feats.find("VerbForm=Fin") != std::string_view::npos;
  if (tree.words[word].relation.starts_with("aux") || tree.words[word].relation == "cop") verb = tree.words[word].head;
  else if (tree.words[word].upos != "VERB") return kNoWord;
  if (!finite || verb == kNoWord) return kNoWord;
  for (const std::uint32_t c : tree.words[verb].children) {
    const TreeWord& child = tree.words[c];
    if ((child.relation.starts_with("nsubj") || child.relation.starts_with("csubj") || child.relation == "expl") && !is_one_of(child.lemma, {"each", "all", "both"})) return kNoWord;
  }
  return verb;
}

}  // namespace

void mend_named_subjects(SentenceTree& tree, const std::function<bool(std::uint32_t)>& is_state) {
  for (std::uint32_t first = 0; first < tree.words.size(); ++first) {
    if (tree.words[first].upos != "PROPN" || (first > 0 && tree.words[first - 1].upos == "PROPN")) continue;
    const NameList list = list_at(tree, first);
    const std::uint32_t head = list.heads.front();
    if (list.heads.size() > 2) {
      for (std::size_t k = 1; k < list.heads.size(); ++k) {
        const std::uint32_t w = list.heads[k];
        if (is_one_of(tree.words[w].relation, {"appos", "nmod:unmarked", "nmod", "parataxis", "obl:unmarked"}) && tree.child(w, "case") == kNoWord && is_state(w) && is_state(list.heads[k - 1]) && !tree.under(head, w)) hang(tree, w, head, "conj");
      }
    }
    std::uint32_t behind = list.end;
    while (behind < tree.words.size() && is_one_of(tree.words[behind].lemma, {"each", "all", "both", "also", "too", "now", "then", "thus", "already"})) ++behind;
    const std::uint32_t verb = predicate_without_subject(tree, behind);
    if (verb != kNoWord && tree.child(head, "case") == kNoWord && !tree.words[head].relation.starts_with("nsubj") && verb != head) {
      if (tree.under(verb, head)) {
        const std::uint32_t above = tree.words[head].head;
        const std::string_view relation = tree.words[head].relation;
        hang(tree, verb, above, relation);
      }
      hang(tree, head, verb, tree.child(verb, "aux:pass") == kNoWord ? "nsubj" : "nsubj:pass");
      for (const std::uint32_t c : std::vector<std::uint32_t>(tree.words[verb].children)) {
        if (c != head && tree.words[c].relation.starts_with("nsubj")) tree.words[c].relation = "det";  // "each"
      }
    }
    first = list.end - 1;
  }
}

void mend_lost_subjects(SentenceTree& tree) {
  for (std::uint32_t v = 1; v < tree.words.size(); ++v) {
    const TreeWord& verb = tree.words[v];
    if (verb.upos != "VERB" || !is_one_of(verb.relation, {"root", "ccomp", "parataxis"})) continue;
    const bool finite = verb.feats.find("VerbForm=Fin") != std::string_view::npos || tree.child(v, "aux") != kNoWord;
    const auto subject = [&](std::uint32_t c) { return tree.words[c].relation.starts_with("nsubj") || tree.words[c].relation.starts_with("csubj") || tree.words[c].relation == "expl" || tree.words[c].relation == "aux:pass"; };
    if (!finite || std::any_of(verb.children.begin(), verb.children.end(), subject)) continue;
    for (std::uint32_t n = v; n-- > 0;) {
      const TreeWord& noun = tree.words[n];
      if (noun.time || is_one_of(noun.upos, {"ADV", "AUX", "ADP"}) || (noun.upos == "PUNCT" && noun.lemma != ",")) continue;
      const bool stray = (noun.upos == "NOUN" || noun.upos == "PROPN") && is_one_of(noun.relation, {"nmod", "obl", "appos", "nmod:unmarked", "obl:unmarked"}) && tree.child(n, "case") == kNoWord && (noun.upos == "PROPN" || tree.child(n, "det") != kNoWord);
      if (stray && noun.head != v && !tree.under(v, n)) hang(tree, n, v, "nsubj");
      break;
    }
  }
}

void mend_infinitives(SentenceTree& tree) {
  for (std::uint32_t v = 2; v < tree.words.size(); ++v) {
    TreeWord& w = tree.words[v];
    if (w.upos != "VERB" || tree.words[v - 1].lemma != "to" || tree.words[v - 1].upos != "PART" || w.head == v - 2) continue;
    if (!is_one_of(tree.words[v - 2].lemma, {"refuse", "decline", "fail", "want", "seek", "agree", "plan", "hope", "wish"}) || tree.words[v - 2].upos != "VERB") continue;
    if (tree.under(v - 2, v)) continue;  // it would hang on itself
    if (w.head != kNoWord) std::erase(tree.words[w.head].children, v);
    w.head = v - 2;
    w.relation = "xcomp";
    auto& children = tree.words[v - 2].children;
    children.insert(std::upper_bound(children.begin(), children.end(), v), v);
  }
}

}  // namespace attache
