#include "language/coreference/pronouns.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "language/coreference/focus.h"
#include "language/coreference/nouns.h"
#include "text/fold.h"

namespace attache {
namespace {

namespace wc = word_class;

// Weights chosen on gum-train; what other values did stands in docs/rejected.md.
constexpr int kPersonMargin = 3;  // how far the best candidate must stand before the second
constexpr int kBodyMargin = 4;
constexpr int kSomebodyBonus = 5;  // silence is better than a name for an unnamed man's "he"

char gender_of_pronoun(std::string_view w) {
  if (is_one_of(w, {"he", "him", "his", "himself"})) return 'm';
  if (is_one_of(w, {"she", "her", "hers", "herself"})) return 'f';
  return 0;
}

// "her" is one before a noun, an object before anything else.
bool is_possessive(const Discourse& d, std::uint32_t i, const std::string& w) {
  if (w != "her") return d.has(i, wc::possessive);
  return i + 1 < d.end && d.is_word(i + 1) && !d.has(i + 1, wc::preposition | wc::determiner | wc::coordinator | wc::auxiliary | wc::modal | wc::infinitive_to | wc::subordinator | wc::relative | wc::pronoun);
}

// "X told Y that he ...", "X spoke with Y before he ...": either can be meant.
bool two_before(const Discourse& d, std::uint32_t i, char gender) {
  if (i == d.begin || !(d.has(i - 1, wc::subordinator | wc::relative) || d.lower(i - 1) == "that")) return false;
  std::uint32_t first = kNone;
  const auto& spoken = d.spoken.spoken();
  for (std::size_t n = spoken.size(); n-- > 0 && spoken[n].sentence == d.sentence;) {
    const Spoken& one = spoken[n];
    if (one.first >= i || one.possessor || one.adjective || one.entity == kSomebody) continue;
    const Entity& e = d.entity(one.entity);
    if (!may_be_person(e) || (e.gender && e.gender != gender)) continue;
    if (first != kNone && first != one.entity) return true;
    first = one.entity;
  }
  return false;
}

// gender 0: it and its.
bool fits(const Entity& e, char gender) { return gender ? may_be_person(e) && (!e.gender || e.gender == gender) : is_body(e); }

// Of whom the clause around `i` says something; of "X sued Y and accused him" that is X in both clauses.
std::uint32_t subject_of_clause(const Discourse& d, std::uint32_t i, char gender) {
  std::uint32_t begin = clause_begin(d, i);
  for (int steps = 0; steps < 3; ++steps) {
    const auto& spoken = d.spoken.spoken();
    for (std::size_t n = spoken.size(); n-- > 0 && spoken[n].sentence == d.sentence && spoken[n].first >= begin;) {
      if (!spoken[n].subject || spoken[n].first >= i) continue;
      if (spoken[n].entity == kSomebody) return kNone;
      const Entity& e = d.entity(spoken[n].entity);
      return fits(e, gender) ? spoken[n].entity : kNone;
    }
    if (begin <= d.begin + 1 || !d.has(begin - 1, wc::coordinator) || !d.is_finite_verb(begin)) return kNone;
    begin = clause_begin(d, begin - 1);
  }
  return kNone;
}

// "accused Azerbaijan of moving its troops": the doer of the gerund is the object named before it.
std::uint32_t subject_of_gerund(const Discourse& d, std::uint32_t i, char gender) {
  for (std::uint32_t t = i; t-- > clause_begin(d, i) + 1;) {
    if (!d.is_word(t) || !d.lower(t).ends_with("ing") || !is_one_of(d.lower(t - 1), {"of", "for", "from"})) continue;
    const auto& spoken = d.spoken.spoken();
    for (std::size_t n = spoken.size(); n-- > 0 && spoken[n].sentence == d.sentence;) {
      if (spoken[n].last > t - 1 || spoken[n].last + 3 < t || spoken[n].subject || spoken[n].entity == kSomebody) continue;
      const Entity& e = d.entity(spoken[n].entity);
      return fits(e, gender) ? spoken[n].entity : kNone;
    }
    return kNone;
  }
  return kNone;
}

// "each witness put her hand on the book"
bool each_before(const Discourse& d, std::uint32_t i) {
  for (std::uint32_t t = clause_begin(d, i); t < i; ++t) {
    if (d.is_word(t) && is_one_of(d.lower(t), {"each", "every", "everyone", "everybody", "nobody", "anyone", "anybody"})) return true;
  }
  return false;
}

char gender_of_given_name(const Discourse& d, std::string_view name) {
  const auto known = d.knowledge.given_names.find(fold(name));
  return known == d.knowledge.given_names.end() ? '\0' : known->second;
}

std::uint32_t person_before(const Discourse& d, std::uint32_t i, char gender, std::uint32_t not_this) {
  const std::uint32_t found = d.spoken.best(d.sentence, kReach, kPersonMargin, [&](const Spoken& s) {
    if (s.entity == kSomebody) return kSomebodyBonus;
    const Entity& e = d.entity(s.entity);
    if (s.adjective || s.entity == not_this || s.first >= i) return Salience::kUnfit;
    if (e.type == EntityType::other && e.name.find(' ') == std::string::npos) return s.subject && gender_of_given_name(d, e.name) != (gender == 'm' ? 'f' : 'm') ? 0 : Salience::kUnfit;
    if (!may_be_person(e) || (e.gender && e.gender != gender) || (e.type == EntityType::other && !s.subject)) return Salience::kUnfit;
    return e.gender == gender ? 2 : 0;
  });
  if (found == kSomebody || found == kNone) return kNone;
  // a word alone that nothing shows to be a person may be whom the pronoun means, or not
  const Entity& e = d.entity(found);
  return e.type == EntityType::other && e.name.find(' ') == std::string::npos && gender_of_given_name(d, e.name) != gender ? kNone : found;
}

std::uint32_t body_or_state_before(const Discourse& d) {
  return d.spoken.best(d.sentence, 1, kBodyMargin, [&](const Spoken& s) { return s.entity != kSomebody && !s.adjective && is_body(d.entity(s.entity)) ? 0 : Salience::kUnfit; });
}

// A phrase of this sentence that no name resolves stands nearer: "Microsoft's rivals say the update lost its lead".
bool something_else_before(const Discourse& d, std::uint32_t i) {
  for (std::uint32_t t = d.begin; t < i; ++t) {
    if (!d.has(t, wc::determiner) || is_one_of(d.lower(t), {"that", "all", "both"}) || d.name_at(t)) continue;
    const auto covered = [&](const Spoken& s) { return s.first <= t + 1 && t < s.last; };
    const auto& spoken = d.spoken.spoken();
    bool known = false;
    for (std::size_t n = spoken.size(); n-- > 0 && spoken[n].sentence == d.sentence && !known;) known = covered(spoken[n]);
    if (!known) return true;
  }
  return false;
}

// "It pledged", "it has blocked", "it has no institutions there": what states and bodies do; "it is clear", "it rained"
// and "it broke down" may be said of anything.
bool means_a_body(const Discourse& d, std::uint32_t i) {
  std::uint32_t next = d.skip_adverbs(i + 1);
  bool owns = false;
  for (int steps = 0; next < d.end && steps < 3 && d.has(next, wc::auxiliary | wc::modal); ++steps) {
    if (is_one_of(d.lower(next), {"is", "was", "be", "been", "'s", "are", "were"})) return false;
    owns = is_one_of(d.lower(next), {"has", "had"});
    next = d.skip_adverbs(next + 1);
  }
  if (next >= d.end || !d.is_word(next)) return false;
  if (owns && d.lower(next) == "no") return true;
  static constexpr std::array<std::string_view, 58> kActs = {
      "say", "announce", "pledge", "call", "urge", "warn", "accuse", "deny", "demand", "agree", "sign", "vote", "join", "launch", "impose", "withdraw", "recognise", "recognize", "refuse", "reject", "condemn", "deploy", "send", "hope", "want", "plan", "seek", "expect", "promise",
      "threaten", "ask", "tell", "add", "denounce", "invite", "block", "declare", "decide", "elect", "approve", "adopt", "ratify", "veto", "appeal", "apply", "protest", "invade", "attack", "forbid", "ban", "lift", "expel", "recall", "negotiate", "supply", "pay", "hire", "support"};
  return std::find(kActs.begin(), kActs.end(), verb_lemma_of(d.lexicon, d.lower(next))) != kActs.end();
}

std::uint32_t antecedent(const Discourse& d, std::uint32_t i, const std::string& w, char gender, bool possessive) {
  if (w == "it" && !means_a_body(d, i)) return kNone;
  const std::uint32_t subject = subject_of_clause(d, i, gender);
  if (w.ends_with("self")) return subject;
  if (possessive) {
    if (each_before(d, i)) return kNone;
    if (const std::uint32_t doer = subject_of_gerund(d, i, gender); doer != kNone) return doer;
    if (subject != kNone) return subject;
  }
  if (gender && !possessive && is_one_of(w, {"he", "she"}) && two_before(d, i, gender)) return kNone;
  if (gender) return person_before(d, i, gender, is_one_of(w, {"him", "her"}) && !possessive ? subject : kNone);
  return something_else_before(d, i) ? kNone : body_or_state_before(d);
}

// "Despite its losses, the Civic Renewal Party": what stands before its name.
std::uint32_t named_behind_comma(const Discourse& d, std::uint32_t i, char gender) {
  const std::uint32_t first = d.begin;
  if (i == first || i > first + 3 || !d.has(first, wc::preposition | wc::subordinator)) return kNone;
  for (std::uint32_t t = i + 1; t + 1 < std::min(d.end, i + 15); ++t) {
    if (d.name_at(t)) {
      const Entity& between = d.entity(d.name_at(t)->entity);
      if (gender ? may_be_person(between) : false) return kNone;
    }
    if (d.word(t) != ",") continue;
    const std::uint32_t at = d.lower(t + 1) == "the" && t + 2 < d.end ? t + 2 : t + 1;
    const Name* name = d.name_at(at);
    if (!name || name->adjective || !d.is_finite_verb(d.skip_apposition(name->last))) return kNone;
    const Entity& e = d.entity(name->entity);
    return fits(e, gender) ? name->entity : kNone;
  }
  return kNone;
}

}  // namespace

std::uint32_t read_pronoun(Discourse& d, std::uint32_t i) {
  const std::string w = d.lower(i);
  const char gender = gender_of_pronoun(w);
  const bool body = is_one_of(w, {"it", "its", "itself"});
  if (!gender && !body) {
    if (d.has(i, wc::possessive)) note_somebody(d, i);  // "my father"
    return i + 1;
  }
  const bool possessive = is_possessive(d, i, w);
  std::uint32_t found = named_behind_comma(d, i, gender);
  if (found == kNone) found = antecedent(d, i, w, gender, possessive);
  if (found != kNone) {
    d.refer(i, i + 1, found, ReferenceKind::pronoun, gender ? "the person spoken of" : "the state or body spoken of");
    d.spoken.add({i, i + 1, d.sentence, found, !possessive && d.is_finite_verb(d.skip_adverbs(i + 1)), possessive, false, false});
  }
  if (!possessive) return i + 1;
  const std::uint32_t next = read_noun_phrase(d, i, found);
  if (next == i + 1) note_somebody(d, i);
  return next;
}

}  // namespace attache
