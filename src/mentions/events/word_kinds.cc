#include "mentions/events/word_kinds.h"

#include "language/person_words.h"

namespace attache {
namespace {

WordKind kind_of(const Language& language, const Clauses& clauses, const TreeWord& w) {
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
  return WordKind::other;
}

}  // namespace

std::vector<WordKind> word_kinds(const Language& language, const Clauses& clauses, const SentenceTree& tree) {
  std::vector<WordKind> out;
  out.reserve(tree.words.size());
  for (const TreeWord& w : tree.words) out.push_back(kind_of(language, clauses, w));
  return out;
}

}  // namespace attache
