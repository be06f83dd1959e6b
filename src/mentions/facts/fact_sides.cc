#include "mentions/facts/fact_sides.h"

#include <algorithm>

#include "base/strings.h"
#include "language/person_words.h"

namespace attache {

EntityType FactSides::type_of(const Participant& p) const { return p.entity == kNoEntity ? EntityType::other : language_.names.entities[p.entity].type; }

bool FactSides::is_land(const Participant& p, std::uint32_t word) const {
  const EntityType t = type_of(p);
  if (t == EntityType::state || t == EntityType::place) return true;
  if (p.entity != kNoEntity && t == EntityType::other) return true;
  if (p.entity == kNoEntity && tree_.words[word].upos == "NOUN") return !p.country.empty() && is_one_of(tree_.words[word].lemma, {"part", "north", "south", "east", "west", "region", "area", "province", "territory", "city", "town", "village", "island", "enclave", "capital", "border", "coast", "country", "soil"});
  return p.entity == kNoEntity && tree_.words[word].upos == "PROPN" && tree_.words[word].capital && p.sector.empty();
}

bool FactSides::may_stand(SideKind kind, const Participant& p, std::uint32_t word) const {
  const TreeWord& w = tree_.words[word];
  const EntityType t = type_of(p);
  switch (kind) {
    case SideKind::none: return false;
    case SideKind::any: return true;
    case SideKind::land: return is_land(p, word);
    case SideKind::polity: return is_land(p, word) || (is_one_of(p.sector, {"GOV", "OPP", "REB", "LEG"}) && !is_one_of(w.lemma, {"authority", "institution", "court"})) || (is_one_of(w.lemma, {"republic", "state", "government", "administration", "entity"}) && describes_name(word));
    case SideKind::state: return t == EntityType::state || (p.entity != kNoEntity && t == EntityType::other) || (!p.country.empty() && t != EntityType::person && t != EntityType::organisation);
    case SideKind::body: return t == EntityType::organisation || (t == EntityType::other && w.upos == "PROPN");
    case SideKind::cause: return names_somebody(word, end_of_purpose(tree_.words[word].head, word)) || is_one_of(w.lemma, {"resolution", "accord", "agreement", "treaty", "plan", "proposal", "bill", "deal", "annexation", "accession", "membership", "enlargement", "mediation", "sanction", "raid", "war", "ceasefire", "declaration", "referendum", "reform", "protocol", "bid", "application", "entry", "admission", "candidacy", "draft", "motion", "measure", "package", "embargo", "ban", "tariff", "mandate"});
    case SideKind::actor: return p.entity != kNoEntity || !p.sector.empty() || (!p.country.empty() && (clauses_.name_at(w.token) || is_forces_noun(w.lemma) || is_body_noun(w.lemma) || is_person_noun(w.lemma))) || (w.upos == "PROPN" && w.capital) || is_group_of_states(w) || is_one_of(w.lemma, {"some", "other", "most"});
  }
  return false;
}

bool FactSides::is_forces_noun(std::string_view lemma) { return is_one_of(lemma, {"aircraft", "jet", "plane", "warplane", "tank", "ship", "warship", "troop", "soldier", "artillery", "navy", "army", "missile", "drone", "bomber", "gunboat"}); }

bool FactSides::describes_name(std::uint32_t word) const {
  const auto& children = tree_.words[word].children;
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) { return c < word && tree_.words[c].capital && tree_.words[c].relation != "det" && !tree_.words[c].time; });
}

bool FactSides::is_group_of_states(const TreeWord& w) { return w.upos == "NOUN" && is_one_of(w.lemma, {"country", "state", "nation", "member", "ally", "government", "power", "capital", "parliament"}) && w.feats.find("Plur") != std::string_view::npos; }

bool FactSides::says_none(std::uint32_t word) const {
  const auto none = [&](std::uint32_t c) { return tree_.words[c].relation == "det" && is_one_of(tree_.words[c].lemma, {"no", "neither", "any", "either", "which", "what"}); };
  return is_one_of(tree_.words[word].lemma, {"nobody", "nothing", "none", "neither", "who", "what"}) || std::any_of(tree_.words[word].children.begin(), tree_.words[word].children.end(), none);
}

bool FactSides::names_somebody(std::uint32_t word, std::uint32_t end) const {
  for (std::uint32_t w = 0; w < tree_.words.size(); ++w) {
    if ((tree_.under(w, word) || (w > word && tree_.words[w].span.end <= end)) && (clauses_.name_at(tree_.words[w].token) || coder_.code(tree_, w, {}).entity != kNoEntity)) return true;
  }
  return false;
}

Span FactSides::all_words(std::uint32_t word, const std::vector<std::uint32_t>& apart) const {
  Span span = tree_.words[word].span;
  const auto holds_other = [&](std::uint32_t c) { return std::any_of(apart.begin(), apart.end(), [&](std::uint32_t a) { return tree_.under(a, c); }); };
  const auto add = [&](auto&& self, std::uint32_t at) -> void {
    for (const std::uint32_t c : tree_.words[at].children) {
      const TreeWord& w = tree_.words[c];
      if (holds_other(c)) continue;
      if (is_one_of(w.relation, {"acl:relcl", "punct", "parataxis", "appos", "advcl", "cc", "nsubj", "mark", "aux"}) || (w.relation == "conj" && is_contrast(c)) || (w.relation == "case" && at == word) || (at == word && w.relation == "cop") || (w.relation == "conj" && at == word)) continue;
      if (w.time) continue;
      span.begin = std::min(span.begin, w.span.begin);
      span.end = std::max(span.end, w.span.end);
      self(self, c);
    }
  };
  add(add, word);
  return without_opening(span);
}

Span FactSides::without_opening(Span span) const {
  const std::string_view text = slice(report_.text, span);
  const std::size_t comma = text.find(", ");
  if (comma != std::string_view::npos && is_one_of(lower_ascii(text.substr(0, comma)), {"however", "meanwhile", "still", "moreover", "instead", "also", "nevertheless", "nonetheless", "yet", "but"})) span.begin += static_cast<std::uint32_t>(comma) + 2;
  return span;
}

std::optional<Participant> FactSides::side(SideKind kind, std::uint32_t word, bool whole, const std::vector<std::uint32_t>& apart) const {
  if (word == kNoWord || tree_.words[word].time || tree_.words[word].upos == "PUNCT") return std::nullopt;
  Participant p = coder_.code(tree_, titled(word), apart);
  p.span = without_opening(p.span);
  if (!may_stand(kind, p, word)) return std::nullopt;
  if (kind == SideKind::land && p.entity == kNoEntity) p.span = up_to_name(p.span);
  if ((whole || kind == SideKind::cause || kind == SideKind::any) && !number_at(word)) p.span = all_words(word, apart);
  const auto negates = [&](std::uint32_t c) { return tree_.words[c].relation == "det" && is_one_of(tree_.words[c].lemma, {"no", "any", "neither", "which", "what", "every"}); };
  if (std::any_of(tree_.words[word].children.begin(), tree_.words[word].children.end(), negates)) return std::nullopt;  // "no state", "not by any state"
  if (tree_.words[word].upos == "PRON" && p.entity == kNoEntity && p.country.empty()) return std::nullopt;  // nobody knows whom it means
  if (whole && tree_.words[word].relation == "csubj") {  // "joining the pact was her aim": up to the verb
    p.entity = kNoEntity;
    if (const std::uint32_t cop = tree_.child(tree_.words[word].head, "cop"); cop != kNoWord && cop > 0) p.span.end = std::max(p.span.end, tree_.words[cop - 1].span.end);
  }
  const Name* name = clauses_.name_at(tree_.words[word].token);
  if (name && p.entity == name->entity && tree_.child(word, "cop") != kNoWord) p.span = name->span;  // "the last was Chad": not the whole clause
  if (name && name->adjective && tree_.words[word].upos != "ADJ") p.entity = kNoEntity;  // "50,000 Chadians" are not Chad
  return p;
}

Span FactSides::up_to_name(Span span) const {
  for (const Name& n : language_.names.names) {
    if (n.sentence == tree_.sentence && span.contains(n.span.begin) && !n.adjective) return {span.begin, std::max(n.span.end, span.begin)};
  }
  return span;
}

std::uint32_t FactSides::titled(std::uint32_t word) const {
  std::uint32_t w = word + 1;
  while (w < tree_.words.size() && clauses_.title_at(tree_.words[w].token)) ++w;
  if (w == word + 1 || w >= tree_.words.size() || !clauses_.name_at(tree_.words[word].token)) return word;
  const Name* name = clauses_.name_at(tree_.words[w].token);
  return name && language_.names.entities[name->entity].type == EntityType::person ? w : word;
}

const Quantity* FactSides::number_at(std::uint32_t word) const {
  const TreeWord& w = tree_.words[word];
  const auto over = [&](std::uint32_t k) -> const Quantity* {
    for (const Quantity& q : language_.quantities) {
      if (q.sentence == tree_.sentence && q.number.overlaps(tree_.words[k].span)) return &q;
    }
    return nullptr;
  };
  if (const Quantity* q = over(word)) return q;
  for (const std::uint32_t c : w.children) {
    if (tree_.words[c].relation == "nummod" || tree_.words[c].upos == "NUM") {
      if (const Quantity* q = over(c)) return q;
    }
  }
  return nullptr;
}

bool FactSides::is_contrast(std::uint32_t word) const {
  const std::uint32_t cc = tree_.child(word, "cc");
  return cc != kNoWord && tree_.words[cc].lemma == "but";
}

Span FactSides::with_conjuncts(std::uint32_t word, Span span) const {
  for (const std::uint32_t c : tree_.words[word].children) {
    if (tree_.words[c].relation == "conj" && !is_contrast(c) && c > word && tree_.words[c].upos != "VERB") span.end = std::max(span.end, all_words(c, {}).end);
  }
  return span;
}

void FactSides::cut_before(Span& words, Span other) const {
  if (!words.overlaps(other) || other.begin <= words.begin) return;
  words.end = other.begin;
  while (words.end > words.begin && is_space(report_.text[words.end - 1])) --words.end;
  for (const std::string_view preposition : {" to", " for", " of", " from"}) {
    if (slice(report_.text, words).ends_with(preposition)) words.end -= static_cast<std::uint32_t>(preposition.size());
  }
}

std::uint32_t FactSides::end_of_purpose(std::uint32_t verb, std::uint32_t object) const {
  for (const std::uint32_t at : {object, verb, tree_.words[object].head}) {
    if (at == kNoWord) continue;
    for (const std::uint32_t c : tree_.words[at].children) {
      const TreeWord& w = tree_.words[c];
      if (c < object || !is_one_of(w.relation, {"xcomp", "acl", "advcl"}) || w.feats.find("VerbForm=Inf") == std::string_view::npos) continue;
      const bool next = object + 1 < tree_.words.size() && first_below(c) <= object + 3;
      if (next) return all_words(c, {}).end;
    }
  }
  return 0;
}

std::uint32_t FactSides::first_below(std::uint32_t word) const {
  for (std::uint32_t w = 0; w < word; ++w) {
    if (tree_.under(w, word)) return w;
  }
  return word;
}

std::uint32_t FactSides::end_of_place(std::uint32_t end) const {
  for (std::uint32_t w = 0; w + 1 < tree_.words.size(); ++w) {
    const TreeWord& p = tree_.words[w];
    if (p.span.begin < end || p.upos == "PUNCT") continue;
    const bool follows = p.upos == "ADP" && is_one_of(p.lemma, {"in", "of"}) && p.span.begin <= end + 1 && p.head != kNoWord && p.head > w && tree_.words[p.head].upos != "VERB" && !tree_.words[p.head].time;
    return follows ? phrase_of(tree_, p.head).end : 0;
  }
  return 0;
}

bool FactSides::only_name(std::uint32_t word) const { return clauses_.name_at(tree_.words[word].token) != nullptr && tree_.child(word, "acl") == kNoWord; }

bool FactSides::same(const Participant& a, const Participant& b) { return a.span.overlaps(b.span) || (a.entity != kNoEntity && a.entity == b.entity); }

}  // namespace attache
