#include "mentions/facts/patterns.h"

#include <algorithm>
#include <cassert>

#include "base/strings.h"
#include "tables/embedded.h"
#include "tables/tsv.h"

namespace attache {
namespace {

SideKind side_kind_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, SideKind>, 7> kNames = {{{"any", SideKind::any}, {"actor", SideKind::actor}, {"state", SideKind::state}, {"land", SideKind::land}, {"polity", SideKind::polity}, {"body", SideKind::body}, {"cause", SideKind::cause}}};
  for (const auto& [n, kind] : kNames) {
    if (n == name) return kind;
  }
  return SideKind::none;
}

// Among what depends on the word, or the noun that its clause describes ("sanctions that it imposed").
bool stands_with(const SentenceTree& tree, std::uint32_t word, const std::vector<std::string>& companions) {
  const auto listed = [&](std::uint32_t w) { return tree.words[w].upos != "DET" && std::find(companions.begin(), companions.end(), tree.words[w].lemma) != companions.end(); };  // "a no", not "no vote"
  const TreeWord& w = tree.words[word];
  if (std::any_of(w.children.begin(), w.children.end(), listed)) return true;
  for (const std::uint32_t c : w.children) {  // "voted against asking"
    if (tree.words[c].relation == "advcl" && tree.child(c, "mark") != kNoWord && listed(tree.child(c, "mark"))) return true;
  }
  for (const std::uint32_t c : w.children) {  // "held talks and meetings", "five-member peace mission"
    if (tree.words[c].relation != "obj" && tree.words[c].relation != "amod" && tree.words[c].relation != "compound" && tree.words[c].relation != "xcomp") continue;
    if (std::any_of(tree.words[c].children.begin(), tree.words[c].children.end(), listed)) return true;
  }
  return w.head != kNoWord && (w.relation.starts_with("acl")) && listed(w.head);
}

}  // namespace

FactPatterns load_fact_patterns() {
  FactPatterns out;
  for_each_row(embedded_file("relations.tsv"), 9, [&](const auto& c) {
    FactRelation r;
    r.id = c[0];
    r.sentence = c[1];
    if (c[2] != "-") r.denied = c[2];
    for (const std::string_view stated : split(c[3], '|')) {
      const std::size_t colon = stated.find(':');
      if (colon == std::string_view::npos) continue;
      const std::string_view form = stated.substr(0, colon);
      (form == "will" ? r.willing : form == "pledge" ? r.pledged : form == "wont" ? r.refused : r.conditional) = std::string(stated.substr(colon + 1));
    }
    std::string_view subject = c[4];
    if (subject.ends_with('^') || subject.ends_with('~')) {
      r.official = true;
      r.as_told = subject.ends_with('~');
      subject.remove_suffix(1);
    }
    r.subject = side_kind_of(subject);
    std::string_view object = c[5];
    if (object.ends_with('%')) {
      r.stand = true;
      r.object_needed = false;
      object.remove_suffix(1);
    }
    if (object.ends_with('?')) {
      r.object_needed = false;
      object.remove_suffix(1);
    }
    if (object.ends_with('=')) {
      r.symmetric = true;
      object.remove_suffix(1);
    }
    r.object = side_kind_of(object);
    r.value = c[6];
    r.running = c[7] == "running";
    r.single = r.running || c[7] == "yes";
    r.value_needed = r.sentence.find("{v}") != std::string::npos;
    out.relations.push_back(std::move(r));
  });
  for_each_row(embedded_file("fact_patterns.tsv"), 7, [&](const auto& c) {
    FactPattern p;
    const auto relation = std::find_if(out.relations.begin(), out.relations.end(), [&](const FactRelation& r) { return r.id == c[0]; });
    assert(relation != out.relations.end());
    p.relation = static_cast<std::uint32_t>(relation - out.relations.begin());
    const std::size_t plus = c[1].find('+');
    if (plus != std::string_view::npos) {
      for (const std::string_view w : split(c[1].substr(plus + 1), ',')) p.companions.emplace_back(w);
    }
    p.noun = c[2] == "noun";
    p.preposition = c[2] == "case";
    p.subject = parse_tree_path(c[3]);
    p.object_needed = c[4].ends_with('!');
    p.object = parse_tree_path(c[4].substr(0, c[4].size() - (p.object_needed ? 1 : 0)));
    if (c[5] != "-") {
      const std::size_t colon = c[5].find(':');
      p.value = std::string(c[5].substr(0, colon));
      if (colon != std::string_view::npos) {
        if (p.value == "date") p.value_word = std::string(c[5].substr(colon + 1));
        else p.value_path = parse_tree_path(c[5].substr(colon + 1));
      }
    }
    for (const std::string_view lemma : split(c[1].substr(0, plus), ',')) (p.preposition ? out.by_preposition : out.by_anchor)[std::string(lemma)].push_back(static_cast<std::uint32_t>(out.patterns.size()));
    out.patterns.push_back(std::move(p));
  });
  return out;
}

const FactRelation* find_relation(const FactPatterns& patterns, std::string_view id) {
  const auto found = std::find_if(patterns.relations.begin(), patterns.relations.end(), [&](const FactRelation& r) { return r.id == id; });
  return found == patterns.relations.end() ? nullptr : &*found;
}

std::vector<const FactPattern*> patterns_at(const FactPatterns& patterns, const SentenceTree& tree, std::uint32_t word) {
  std::vector<const FactPattern*> out;
  const TreeWord& w = tree.words[word];
  const auto& anchors = w.upos == "ADP" ? patterns.by_preposition : patterns.by_anchor;
  const auto found = anchors.find(w.lemma);
  if (found == anchors.end()) return out;
  const bool noun = w.upos == "NOUN" || w.upos == "PROPN";
  if (w.upos == "ADP" && (w.head == kNoWord || tree.child(w.head, "cop") == kNoWord)) return out;
  for (const std::uint32_t i : found->second) {
    const FactPattern& p = patterns.patterns[i];
    if (p.noun == noun && (p.companions.empty() || stands_with(tree, word, p.companions))) out.push_back(&p);
  }
  return out;
}

}  // namespace attache
