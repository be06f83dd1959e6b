#include "mentions/facts/tree_path.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"

namespace attache {
namespace {

constexpr int kDeepest = 6;  // clauses that a shared subject is looked for through
constexpr std::uint32_t kNear = 12, kNext = 4;  // words behind a noun within which a preposition belongs to it though the tree says otherwise

bool has(std::string_view feats, std::string_view value) { return feats.find(value) != std::string_view::npos; }

// "first", "twenty-eighth", "19th", "last"
bool is_ordinal(const TreeWord& w) {
  const std::string_view last = std::string_view(w.lemma).substr(w.lemma.rfind('-') + 1);  // rfind + 1 is 0 where there is no dash
  if (is_one_of(last, {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "last", "latest", "only", "next"})) return true;
  if (last.ends_with("teenth") || last.ends_with("tieth")) return true;
  return last.size() > 2 && last.front() >= '0' && last.front() <= '9' && is_one_of(last.substr(last.size() - 2), {"st", "nd", "rd", "th"});
}

bool is_relative(const TreeWord& w) { return w.upos == "PRON" && is_one_of(w.lemma, {"who", "which", "that", "whom"}); }

bool is_passive(const SentenceTree& tree, std::uint32_t verb) {
  return tree.child(verb, "aux:pass") != kNoWord || tree.child(verb, "nsubj:pass") != kNoWord;
}

// A participle that stands behind its noun: "troops stationed there", "states recognising it".
bool is_participle_clause(const TreeWord& w) { return w.relation == "acl" && has(w.feats, "VerbForm=Part"); }
bool is_past_participle(const TreeWord& w) { return has(w.feats, "VerbForm=Part") && has(w.feats, "Tense=Past"); }

// What a relative clause describes. "that" describes no name: "power at the United Nations that has helped" means the power.
std::uint32_t antecedent(const SentenceTree& tree, std::uint32_t verb) {
  for (int k = 0; k < 3; ++k) {
    const TreeWord& w = tree.words[verb];
    if (w.head == kNoWord) return kNoWord;
    if (w.relation == "acl:relcl") {
      const auto that = [&](std::uint32_t c) { return tree.words[c].lemma == "that" && tree.words[c].upos == "PRON"; };
      std::uint32_t noun = w.head;
      if (std::any_of(w.children.begin(), w.children.end(), that)) {
        while (tree.words[noun].upos == "PROPN" && tree.words[noun].relation == "nmod" && tree.words[noun].head != kNoWord) noun = tree.words[noun].head;
      }
      return noun;
    }
    if (w.relation != "conj" && w.relation != "xcomp" && w.relation != "ccomp") return kNoWord;
    verb = w.head;
  }
  return kNoWord;
}

std::uint32_t agent_of(const SentenceTree& tree, std::uint32_t verb) {
  if (const std::uint32_t a = tree.child(verb, "obl:agent"); a != kNoWord) return a;
  for (const std::uint32_t c : tree.words[verb].children) {
    if (tree.words[c].relation == "obl" && tree.preposition(c) == "by") return c;
  }
  return kNoWord;
}

std::vector<std::uint32_t> said_of(const SentenceTree& tree, std::uint32_t noun);

bool is_definite(const SentenceTree& tree, std::uint32_t noun) {
  const std::uint32_t det = tree.child(noun, "det");
  return det != kNoWord && tree.words[det].lemma == "the";
}

bool joins_subject(std::string_view lemma) { return is_one_of(lemma, {"remain", "become", "be", "stay", "constitute", "represent", "form"}); }

// "remain the two that ..."
bool is_predicate_of_joining_verb(const SentenceTree& tree, std::uint32_t noun) {
  const TreeWord& w = tree.words[noun];
  return (w.relation == "obj" || w.relation == "xcomp") && w.head != kNoWord && joins_subject(tree.words[w.head].lemma);
}

// The verb's nsubj or nsubj:pass; what a relative pronoun stands for.
std::uint32_t own_subject(const SentenceTree& tree, std::uint32_t verb, bool passive) {
  for (const std::uint32_t c : tree.words[verb].children) {
    const std::string_view r = tree.words[c].relation;
    if (passive ? r != "nsubj:pass" : r != "nsubj") continue;
    if (!is_relative(tree.words[c])) return c;
    const std::uint32_t noun = antecedent(tree, verb);
    // "Chad is the only state that ...", "A and B are the two that ...": who is said to be it
    if (noun != kNoWord && is_definite(tree, noun) && (tree.child(noun, "cop") != kNoWord || is_predicate_of_joining_verb(tree, noun))) {
      if (const std::vector<std::uint32_t> who = said_of(tree, noun); !who.empty()) return who.front();
    }
    return noun;
  }
  return kNoWord;
}

// Verbs whose object does what follows: "asked Chad to recognise it".
bool gives_object(std::string_view lemma) { return is_one_of(lemma, {"ask", "urge", "allow", "force", "want", "help", "let", "make", "invite", "order", "tell", "persuade", "enable", "permit", "encourage", "expect", "press"}); }

// "Some settlers who live there - and who are backed by Chad - refuse to leave": where the noun before the clauses became the root of the tree,
// it is the subject of the finite verb behind them.
std::uint32_t stray_subject(const SentenceTree& tree, std::uint32_t verb) {
  const TreeWord& w = tree.words[verb];
  if (w.relation == "root" || w.relation.starts_with("acl") || w.relation == "ccomp" || !(has(w.feats, "VerbForm=Fin") || has(w.feats, "VerbForm=Inf")) || tree.child(verb, "mark") != kNoWord) return kNoWord;
  for (std::uint32_t r = 0; r < verb; ++r) {
    if (tree.words[r].head != kNoWord || (tree.words[r].upos != "NOUN" && tree.words[r].upos != "PROPN")) continue;
    return tree.child(r, "acl:relcl") != kNoWord ? r : kNoWord;
  }
  return kNoWord;
}

std::uint32_t subject_of(const SentenceTree& tree, std::uint32_t verb, int deep = 0) {
  if (deep > kDeepest) return kNoWord;
  const TreeWord& w = tree.words[verb];
  const bool passive = is_passive(tree, verb) || (w.relation == "acl" && is_past_participle(w));
  if (passive) return agent_of(tree, verb);
  if (const std::uint32_t own = own_subject(tree, verb, false); own != kNoWord) return own;
  if (w.head == kNoWord) return kNoWord;
  if (w.relation == "xcomp" || (w.relation == "advcl" && (tree.words[w.head].upos == "VERB" || tree.words[w.head].upos == "AUX") && !has(w.feats, "VerbForm=Fin"))) {
    const TreeWord& head = tree.words[w.head];
    if (gives_object(head.lemma)) {
      if (const std::uint32_t o = tree.child(w.head, "obj"); o != kNoWord) return o;
    }
    if (is_passive(tree, w.head)) return own_subject(tree, w.head, true);
    return subject_of(tree, w.head, deep + 1);
  }
  if (w.relation == "conj") {
    if (tree.words[w.head].upos != "VERB" && tree.words[w.head].upos != "AUX") return own_subject(tree, w.head, false);
    return is_passive(tree, w.head) ? own_subject(tree, w.head, true) : subject_of(tree, w.head, deep + 1);
  }
  if (is_participle_clause(w)) return w.head;
  if (w.relation == "acl" && tells_deed(tree, w.head)) {
    const std::vector<std::uint32_t> who = said_of(tree, w.head);
    return who.empty() ? kNoWord : who.front();
  }
  if (w.relation == "acl:relcl" && tree.child(verb, "obj") != kNoWord) return w.head;
  return stray_subject(tree, verb);
}

std::uint32_t object_of(const SentenceTree& tree, std::uint32_t verb) {
  const TreeWord& w = tree.words[verb];
  if (is_passive(tree, verb)) return own_subject(tree, verb, true);
  if (const std::uint32_t o = tree.child(verb, "obj"); o != kNoWord) return is_relative(tree.words[o]) ? antecedent(tree, verb) : o;
  if (w.relation == "acl" && is_past_participle(w)) return w.head;
  if (w.relation == "conj" && w.head != kNoWord && is_past_participle(w) && is_passive(tree, w.head) && own_subject(tree, verb, false) == kNoWord) return own_subject(tree, w.head, true);
  const auto relative_subject = [&](std::uint32_t c) { return tree.words[c].relation == "nsubj" && is_relative(tree.words[c]); };
  if (std::any_of(w.children.begin(), w.children.end(), relative_subject)) return kNoWord;  // "the state that ratified": it did
  if (const std::uint32_t a = antecedent(tree, verb); a != kNoWord && own_subject(tree, verb, false) != a) return a;
  return kNoWord;
}

// "Seoul, whose closest ally is Washington": the noun that the clause around a word describes.
std::uint32_t described_by_clause_of(const SentenceTree& tree, std::uint32_t word) {
  for (int k = 0; k < 4 && word != kNoWord; ++k) {
    if (tree.words[word].relation == "acl:relcl") return tree.words[word].head;
    word = tree.words[word].head;
  }
  return kNoWord;
}

// The name or pronoun whose own the word is.
std::vector<std::uint32_t> owners_of(const SentenceTree& tree, std::uint32_t noun, bool with_of = true) {
  std::vector<std::uint32_t> out;
  const auto collect = [&](auto fits) {
    if (!out.empty()) return;
    for (const std::uint32_t c : tree.words[noun].children) {
      if (fits(c)) out.push_back(c);
    }
  };
  for (const std::uint32_t c : tree.words[noun].children) {
    if (tree.words[c].relation != "nmod:poss") continue;
    const std::uint32_t whose = tree.words[c].lemma == "whose" || tree.words[c].lemma == "who" ? described_by_clause_of(tree, noun) : c;
    if (whose != kNoWord) out.push_back(whose);
  }
  if (with_of) collect([&](std::uint32_t c) { return tree.words[c].relation == "nmod" && tree.preposition(c) == "of"; });
  collect([&](std::uint32_t c) { return tree.words[c].relation == "compound" && tree.words[c].upos == "PROPN" && c < noun; });
  collect([&](std::uint32_t c) { return tree.words[c].relation == "amod" && (tree.words[c].upos == "PROPN" || tree.words[c].upos == "ADJ") && tree.words[c].capital; });
  return out;
}

bool is_group(const SentenceTree& tree, std::uint32_t word) { return tree.words[word].upos == "NOUN" && has(tree.words[word].feats, "Number=Plur"); }

// "its ally Chad", "the president, Ana Tull".
std::uint32_t apposed_name(const SentenceTree& tree, std::uint32_t noun) {
  for (const std::uint32_t c : tree.words[noun].children) {
    if (tree.words[c].relation == "appos" && tree.words[c].upos == "PROPN" && c > noun) return c;
  }
  return kNoWord;
}

std::uint32_t first_word_under(const SentenceTree& tree, std::uint32_t head) {
  std::uint32_t first = head;
  for (std::uint32_t w = 0; w < head; ++w) {
    if (tree.under(w, head)) {
      first = w;
      break;
    }
  }
  return first;
}

bool is_pause(const TreeWord& w) { return w.upos == "PUNCT"; }

// "Y, the W of Z,": the name right before the comma that the phrase begins behind, where the tree has torn them apart.
std::uint32_t name_before(const SentenceTree& tree, std::uint32_t noun) {
  std::uint32_t w = first_word_under(tree, noun);
  bool pause = false;
  while (w > 0 && is_pause(tree.words[w - 1])) {
    --w;
    pause = true;
  }
  if (!pause || w == 0 || tree.words[w - 1].upos != "PROPN") return kNoWord;
  return w - 1;
}

std::vector<std::uint32_t> said_of(const SentenceTree& tree, std::uint32_t noun) {
  const TreeWord& w = tree.words[noun];
  if (tree.child(noun, "cop") != kNoWord) {
    for (const std::uint32_t c : w.children) {
      const TreeWord& s = tree.words[c];
      if (s.relation == "nsubj" || s.relation == "csubj") {
        if (!is_relative(s)) return {c};
        if (const std::uint32_t a = antecedent(tree, noun); a != kNoWord) return {a};
      }
    }
    if (w.relation == "conj" && w.head != kNoWord) return said_of(tree, w.head);
    return {};
  }
  std::vector<std::uint32_t> out = examples_of(tree, noun);
  if (!out.empty()) return out;
  if (const std::uint32_t name = apposed_name(tree, noun); name != kNoWord) return {name};
  if (w.head == kNoWord) return {};
  const TreeWord& head = tree.words[w.head];
  if (w.relation == "nsubj" && head.upos == "PROPN" && tree.child(w.head, "cop") != kNoWord) return {w.head};  // "its closest ally is Chad"
  if ((w.relation == "xcomp" || w.relation == "obj") && joins_subject(head.lemma)) {
    const std::uint32_t s = subject_of(tree, w.head);
    return s == kNoWord ? out : std::vector<std::uint32_t>{s};
  }
  if (w.relation == "appos") return {w.head};
  if (tree.preposition(noun) == "as") {
    if (w.relation.starts_with("obl") && is_one_of(head.lemma, {"describe", "see", "regard", "view", "consider", "call", "define", "treat"})) {
      const std::uint32_t o = object_of(tree, w.head);
      return o == kNoWord ? out : std::vector<std::uint32_t>{o};
    }
    if (w.relation == "nmod" && w.head < noun) return {w.head};
  }
  if (w.relation == "conj" && tree.preposition(noun).empty() && head.upos == "NOUN" && tree.preposition(w.head) == "as") return said_of(tree, w.head);
  if ((w.relation == "compound" || w.relation == "amod" || w.relation == "nmod:desc") && head.upos == "PROPN" && w.head > noun) return {w.head};
  if (noun + 1 < tree.words.size() && tree.words[noun + 1].upos == "PROPN" && tree.words[noun + 1].head == w.head && tree.words[noun + 1].relation == w.relation) return {noun + 1};  // "its ally Chad", read as two subjects
  if (const std::uint32_t name = name_before(tree, noun); name != kNoWord && w.relation != "conj") return {name};
  return out;
}

// A preposition's noun: among the children, else right behind.
std::vector<std::uint32_t> behind_preposition(const SentenceTree& tree, std::uint32_t word, std::string_view preposition) {
  std::vector<std::uint32_t> out;
  for (const std::uint32_t c : tree.words[word].children) {
    if (tree.preposition(c) == preposition && c > word && !tree.words[c].time) out.push_back(c);
  }
  if (!out.empty()) return out;
  for (const std::uint32_t c : tree.words[word].children) {
    if (tree.preposition(c) == preposition && !tree.words[c].time) out.push_back(c);
  }
  if (!out.empty() || (tree.words[word].upos != "NOUN" && tree.words[word].upos != "PROPN")) return out;
  const bool loose = is_one_of(preposition, {"for", "to", "on"});  // "the request of the minister, Ana Tull, for help"
  for (std::uint32_t w = word + 1; w < tree.words.size() && w <= word + (loose ? kNear : kNext); ++w) {
    const TreeWord& p = tree.words[w];
    if (p.upos == "PUNCT" && !loose) break;
    if (p.upos == "VERB" && !is_past_participle(p)) break;
    if (p.upos == "AUX" || p.upos == "CCONJ" || (p.upos == "PUNCT" && p.lemma != ",")) break;
    if (p.upos != "ADP" || p.lemma != preposition) continue;
    if (p.head != kNoWord && p.head > w && !tree.words[p.head].time) return {p.head};
  }
  return out;
}

std::uint32_t holder_of(const SentenceTree& tree, std::uint32_t noun) {
  const TreeWord& w = tree.words[noun];
  if (w.relation != "obj" || w.head == kNoWord || !is_one_of(tree.words[w.head].lemma, {"have", "keep", "maintain", "station", "deploy", "send", "retain", "share"})) return kNoWord;
  return w.head;
}

std::vector<std::uint32_t> step(const SentenceTree& tree, std::uint32_t word, const PathStep& s) {
  const auto one = [](std::uint32_t w) { return w == kNoWord ? std::vector<std::uint32_t>{} : std::vector<std::uint32_t>{w}; };
  if (s.role == "self") return {word};
  if (s.role == "subj") return one(subject_of(tree, word));
  if (s.role == "obj") return one(object_of(tree, word));
  if (s.role == "agent") return one(agent_of(tree, word));
  if (s.role == "owner") return owners_of(tree, word);
  if (s.role == "doer") return owners_of(tree, word, false);
  if (s.role == "is") return said_of(tree, word);
  if (s.role == "under") return one(tree.words[word].head);
  if (s.role == "holder") {
    const std::uint32_t verb = holder_of(tree, word);
    return one(verb);
  }
  if (s.role == "above") {  // the nearest verb above that has both a subject and an object
    std::uint32_t at = tree.words[word].head;
    while (at != kNoWord && (tree.child(at, "nsubj") == kNoWord || tree.child(at, "obj") == kNoWord)) at = tree.words[at].head;
    return one(at);
  }
  if (s.role == "iobj" || s.role == "xcomp" || s.role == "advcl" || s.role == "acl" || s.role == "compound") return one(tree.child(word, s.role));
  return behind_preposition(tree, word, s.role);
}

bool fits(const TreeWord& w, const PathStep& s) { return s.lemmas.empty() || std::find(s.lemmas.begin(), s.lemmas.end(), w.lemma) != s.lemmas.end(); }

void add_conjuncts(const SentenceTree& tree, std::uint32_t word, std::vector<std::uint32_t>& out) {
  const std::uint32_t name = tree.words[word].upos == "NOUN" && !is_group(tree, word) ? apposed_name(tree, word) : kNoWord;
  out.push_back(name == kNoWord ? word : name);
  for (const std::uint32_t c : tree.words[word].children) {
    if (tree.words[c].relation == "conj" && (tree.words[c].upos == "PROPN" || tree.words[c].upos == "NOUN" || tree.words[c].upos == "PRON")) add_conjuncts(tree, c, out);
  }
}

}  // namespace

bool tells_deed(const SentenceTree& tree, std::uint32_t noun) {
  const TreeWord& w = tree.words[noun];
  return is_ordinal(w) || std::any_of(w.children.begin(), w.children.end(), [&](std::uint32_t c) { return tree.words[c].relation == "amod" && is_ordinal(tree.words[c]); });
}

TreePath parse_tree_path(std::string_view path) {
  TreePath out;
  if (path == "-") return out;
  for (std::string_view way : split(path, '|')) {
    if (way.ends_with('*')) {
      out.any_words = true;
      way.remove_suffix(1);
    }
    std::vector<PathStep> steps;
    for (const std::string_view s : split(way, '.')) {
      PathStep step;
      const std::size_t colon = s.find(':');
      step.role = std::string(s.substr(0, colon));
      if (colon != std::string_view::npos) {
        for (const std::string_view lemma : split(s.substr(colon + 1), ',')) step.lemmas.emplace_back(lemma);
      }
      steps.push_back(std::move(step));
    }
    out.ways.push_back(std::move(steps));
  }
  return out;
}

std::vector<std::uint32_t> follow(const SentenceTree& tree, std::uint32_t from, const TreePath& path) {
  for (const std::vector<PathStep>& way : path.ways) {
    std::vector<std::uint32_t> at = {from};
    for (std::size_t k = 0; k < way.size() && !at.empty(); ++k) {
      std::vector<std::uint32_t> next;
      for (const std::uint32_t w : at) {
        for (const std::uint32_t n : step(tree, w, way[k])) {
          if (fits(tree.words[n], way[k])) next.push_back(n);
        }
      }
      // "holder" alone means the holder's subject; with a step behind it, the verb.
      if (way[k].role == "holder" && k + 1 == way.size()) {
        std::vector<std::uint32_t> subjects;
        for (const std::uint32_t v : next) {
          if (const std::uint32_t s = subject_of(tree, v); s != kNoWord) subjects.push_back(s);
        }
        next = std::move(subjects);
      }
      at = std::move(next);
    }
    if (!at.empty()) return at;
  }
  return {};
}

std::vector<std::uint32_t> examples_of(const SentenceTree& tree, std::uint32_t word) {
  std::vector<std::uint32_t> out;
  if (!is_group(tree, word)) return out;
  for (const std::uint32_t c : tree.words[word].children) {
    const TreeWord& w = tree.words[c];
    if (w.upos != "PROPN") continue;
    const bool apposed = w.relation == "appos" && c > word;
    const bool listed = (w.relation == "nmod" || w.relation == "obl" || w.relation == "acl") && is_one_of(tree.preposition(c), {"including", "include", "like", "such", "as", "namely"});
    if (apposed || listed) add_conjuncts(tree, c, out);
  }
  if (out.empty()) return out;
  for (const std::uint32_t c : tree.words[word].children) {  // a name that hangs on the group though it goes on the list
    if (tree.words[c].relation == "conj" && tree.words[c].upos == "PROPN" && std::find(out.begin(), out.end(), c) == out.end()) add_conjuncts(tree, c, out);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::uint32_t> with_coordinated(const SentenceTree& tree, std::uint32_t word) {
  if (std::vector<std::uint32_t> names = examples_of(tree, word); !names.empty()) return names;
  std::vector<std::uint32_t> out;
  add_conjuncts(tree, word, out);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace attache
