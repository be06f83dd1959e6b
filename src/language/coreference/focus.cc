#include "language/coreference/focus.h"

#include <algorithm>

#include "base/strings.h"
#include "language/coreference/reference_nouns.h"

namespace attache {
namespace {

namespace wc = word_class;

bool owner_of_a_name(const Discourse& d, std::uint32_t clitic) {
  for (std::uint32_t t = clitic + 1; t < std::min(d.end, clitic + 5) && !d.is_finite_verb(t); ++t) {
    if (d.name_at(t)) return true;
  }
  return false;
}

bool is_metonym(const Discourse& d, const Spoken& s) {
  const Name* name = d.name_at(s.first);
  return name && name->metonym;
}

}  // namespace

std::uint32_t body_before(const Discourse& d, const std::string& noun, std::uint32_t of, std::uint32_t not_this, std::uint32_t i) {
  const std::vector<std::uint32_t> subjects = subjects_around(d, i);
  return d.spoken.best(d.sentence, kNounReach, kNounMargin, [&](const Spoken& s) {
    if (s.entity == kSomebody || std::find(subjects.begin(), subjects.end(), s.entity) != subjects.end()) return Salience::kUnfit;
    const Entity& e = d.entity(s.entity);
    if (s.adjective || s.entity == not_this || e.type != EntityType::organisation || !can_mean(noun, e.key, e.name, d.knowledge)) return Salience::kUnfit;
    return of == kNone || belongs_to(d, s.entity, of) ? 0 : Salience::kUnfit;
  });
}

bool belongs_to(const Discourse& d, std::uint32_t body, std::uint32_t state) {
  const Entity& e = d.entity(body);
  if (e.name.find(d.entity(state).name) != std::string::npos) return true;
  const auto known = d.knowledge.organisation_by_id.find(d.code_of(body));
  return known != d.knowledge.organisation_by_id.end() && d.knowledge.organisations[known->second].country == d.code_of(state);
}

std::uint32_t state_before(const Discourse& d, std::uint32_t not_this, std::uint32_t i) {
  const std::vector<std::uint32_t> subjects = subjects_around(d, i);
  return d.spoken.best(d.sentence, kReach, kNounMargin, [&](const Spoken& s) {
    if (s.adjective || s.entity == not_this || s.entity == kSomebody || !d.is_state(s.entity) || is_metonym(d, s)) return Salience::kUnfit;
    if (std::find(subjects.begin(), subjects.end(), s.entity) != subjects.end()) return Salience::kUnfit;
    return 0;
  });
}

std::vector<std::uint32_t> subjects_around(const Discourse& d, std::uint32_t i) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t t = clause_begin(d, i); t < i; ++t) {
    const Name* name = d.name_at(t);
    if (name && !(d.is_clitic(name->last) && !owner_of_a_name(d, name->last))) out.push_back(name->entity);
    if (d.is_finite_verb(t) && !name) break;
  }
  const auto& spoken = d.spoken.spoken();
  for (std::size_t n = spoken.size(); n-- > 0 && spoken[n].sentence == d.sentence && spoken[n].first >= clause_begin(d, i);) {
    if (spoken[n].subject) out.push_back(spoken[n].entity);
  }
  return out;
}

std::uint32_t clause_begin(const Discourse& d, std::uint32_t i) {
  for (std::uint32_t t = i; t-- > d.begin;) {
    if (d.has(t, wc::subordinator | wc::relative | wc::coordinator) && !d.name_at(t)) return t + 1;
    if (d.tokens[t].kind == TokenKind::mark && (d.word(t) == ";" || d.word(t) == ":")) return t + 1;
    if (d.is_word(t) && is_one_of(d.lower(t), {"said", "says", "say", "believes", "believed", "thinks", "thought", "added", "hopes", "hoped"})) return t + 1;  // "said the alliance was ready"
  }
  return d.begin;
}

std::uint32_t state_in_focus(const Discourse& d) {
  std::uint32_t found = kNone;
  bool several = false;
  const auto& spoken = d.spoken.spoken();
  for (std::size_t n = spoken.size(); n-- > 0 && spoken[n].sentence + 2 >= d.sentence;) {
    const std::uint32_t e = spoken[n].entity;
    if (e == kSomebody || !d.is_state(e)) continue;
    several = several || (found != kNone && found != e);
    if (found == kNone) found = e;
  }
  if (!several) return found;
  for (std::size_t n = spoken.size(); n-- > 0 && spoken[n].sentence == d.sentence;) {
    if (spoken[n].entity == kSomebody) continue;
    const auto known = d.knowledge.organisation_by_id.find(d.code_of(spoken[n].entity));
    if (known == d.knowledge.organisation_by_id.end()) continue;
    const auto state = d.by_key.find("country:" + d.knowledge.organisations[known->second].country);
    return state == d.by_key.end() ? kNone : state->second;
  }
  return kNone;
}

std::uint32_t state_of(const Discourse& d, std::uint32_t person) {
  std::uint32_t found = kNone;
  for (const Role& role : d.entity(person).roles) {
    const auto country = d.by_key.find("country:" + role.of);
    const auto state = country == d.by_key.end() ? d.by_key.find("state:" + role.of) : country;
    if (state == d.by_key.end()) continue;
    if (found != kNone && found != state->second) return kNone;
    found = state->second;
  }
  return found;
}

bool may_be_person(const Entity& e) { return e.type == EntityType::person || (e.type == EntityType::other && e.name.find(' ') != std::string::npos); }

bool is_body(const Entity& e) { return e.type == EntityType::state || e.type == EntityType::organisation || e.type == EntityType::agency; }

}  // namespace attache
