#include "mentions/events/word_kinds.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/strings.h"
#include "language/person_words.h"

namespace attache {
namespace {

// "Pellia signed an accord": a bare singular noun with a capital before the verb that neither its ending nor the table knows for a thing names somebody.
bool opens_as_name(const Clauses& clauses, const SentenceTree& tree, std::size_t word, const std::unordered_set<std::string>& bare_nouns) {
  const TreeWord& w = tree.words[word];
  if (word != 0 || w.relation != "nsubj" || !clauses.has_capital(w.token)) return false;
  const auto beside_name = [&](std::uint32_t c) { return tree.words[c].relation == "conj" && tree.words[c].upos == "PROPN"; };
  const bool read_as_adjective = w.upos == "ADJ" && std::any_of(w.children.begin(), w.children.end(), beside_name);
  if (!read_as_adjective && (w.upos != "NOUN" || w.feats.find("Number=Sing") == std::string_view::npos)) return false;
  if (std::any_of(w.children.begin(), w.children.end(), [&](std::uint32_t c) { return !is_one_of(tree.words[c].relation, {"conj", "appos", "punct"}); })) return false;
  constexpr std::array<std::string_view, 22> kEndingsOfThings = {"tion", "sion", "ment", "ness", "ity", "ism", "ing", "ance", "ence", "ship", "hood", "ure", "age", "cy", "wth", "ogy", "ics", "ery", "work", "fare", "ware", "ght"};
  const std::string lower = clauses.lower(w.token);
  return !bare_nouns.contains(lower) && std::none_of(kEndingsOfThings.begin(), kEndingsOfThings.end(), [&](std::string_view e) { return lower.ends_with(e); });
}

WordKind kind_of(const Language& language, const Clauses& clauses, const SentenceTree& tree, std::size_t word, const std::unordered_set<std::string>& bare_nouns) {
  const TreeWord& w = tree.words[word];
  const std::uint32_t t = w.token;
  if (const Name* name = clauses.name_at(t)) {
    if (name->adjective) return WordKind::nationality;
    switch (language.names.entities[name->entity].type) {
      case EntityType::person: return WordKind::person;
      case EntityType::state: return WordKind::state;
      case EntityType::organisation:
      case EntityType::agency: return WordKind::organisation;
      case EntityType::place: return WordKind::place;
      case EntityType::group: return WordKind::group;
      case EntityType::other: return WordKind::name;
    }
  }
  if (clauses.in_time(t)) return WordKind::time;
  if (clauses.title_at(t)) return WordKind::title;
  if (w.upos == "PRON") return WordKind::pronoun;
  if (w.upos == "NUM") return WordKind::number;
  if (w.upos == "NOUN" || w.upos == "PROPN") {
    const std::string lower = clauses.lower(t);
    if (is_body_noun(lower) || is_body_noun(w.lemma)) return WordKind::body;
    if (is_person_noun(lower) || is_person_noun(w.lemma)) return WordKind::person_noun;
    if (is_stateless_people(lower)) return WordKind::group;
    if (w.upos == "PROPN") return WordKind::name;
  }
  if (opens_as_name(clauses, tree, word, bare_nouns)) return WordKind::name;
  return WordKind::other;
}

}  // namespace

std::vector<WordKind> word_kinds(const Language& language, const Clauses& clauses, const SentenceTree& tree, const std::unordered_set<std::string>& bare_nouns) {
  std::vector<WordKind> out;
  out.reserve(tree.words.size());
  for (std::size_t w = 0; w < tree.words.size(); ++w) out.push_back(kind_of(language, clauses, tree, w, bare_nouns));
  return out;
}

}  // namespace attache
