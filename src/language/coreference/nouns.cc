#include "language/coreference/nouns.h"

#include <algorithm>

#include "base/strings.h"
#include "language/coreference/focus.h"
#include "language/coreference/reference_nouns.h"
#include "language/person_words.h"

namespace attache {
namespace {

namespace wc = word_class;

constexpr std::uint32_t kLongestPhrase = 6;
constexpr std::uint32_t kLongestApposition = 14;

// "the country of 1.8 million"
std::uint32_t with_size(const Discourse& d, std::uint32_t end) {
  if (end + 1 >= d.end || d.lower(end) != "of" || d.tokens[end + 1].kind != TokenKind::number) return end;
  std::uint32_t at = end + 2;
  while (at < d.end && d.is_word(at) && (d.has(at, wc::number_word) || d.lower(at) == "people")) ++at;
  return at;
}

// "in the company of lawyers", "on the court", "at the party", "I ask this court": the noun means something else.
bool is_common_use(const Discourse& d, std::uint32_t i, std::uint32_t end, const std::string& noun, std::uint32_t of) {
  if (of == kNone && end < d.end && d.lower(end) == "of") return true;
  if (d.lower(i) == "this" && is_one_of(noun, {"court", "council", "committee", "assembly", "commission", "congress", "senate", "parliament", "body"})) return true;  // a member speaks
  const std::string before = i > d.begin ? d.lower(i - 1) : std::string();
  return (before == "on" && (noun == "court" || noun == "bank")) || (before == "at" && noun == "party");
}

std::uint32_t state_behind_of(const Discourse& d, std::uint32_t end) {
  if (end + 1 >= d.end || d.lower(end) != "of") return kNone;
  const std::uint32_t at = d.lower(end + 1) == "the" && end + 2 < d.end ? end + 2 : end + 1;
  const Name* name = d.name_at(at);
  return name && d.is_state(name->entity) ? name->entity : kNone;
}

// "its peacekeeping operation in Kosovo": the one force of that body in the table whose name holds the state's.
std::uint32_t mission_of(Discourse& d, std::uint32_t owner, std::uint32_t end) {
  if (end + 1 >= d.end || !is_one_of(d.lower(end), {"in", "to", "for"})) return kNone;
  const Name* where = d.name_at(end + 1);
  if (!where || !d.is_state(where->entity) || !d.entity(owner).key.starts_with("organisation:")) return kNone;
  const Organisation* mission = nullptr;
  for (const Organisation& o : d.knowledge.organisations) {
    if (o.kind != "force" || o.parent != d.code_of(owner) || o.name.find(d.entity(where->entity).name) == std::string::npos) continue;
    if (mission) return kNone;
    mission = &o;
  }
  return mission ? d.entity_with("organisation:" + mission->id, EntityType::organisation, mission->name) : kNone;
}

// Its government, presidential office or forces.
std::uint32_t part_of(Discourse& d, std::uint32_t state, NounClass kind) { return kind == NounClass::government ? d.government_of(state) : kind == NounClass::presidency ? d.presidency_of(state) : d.forces_of(state); }

void read_noun(Discourse& d, std::uint32_t i, std::uint32_t end, const std::string& noun, NounClass kind, bool claim, std::uint32_t owner, std::uint32_t adjective) {
  const bool possessive = d.has(i, wc::possessive);
  if (possessive && owner == kNone) return;
  if (noun == "soldiers" && !possessive) return;  // some of them, not the forces
  const std::uint32_t of = adjective != kNone ? adjective : state_behind_of(d, end);
  std::uint32_t found = kNone;
  ReferenceKind as = ReferenceKind::body;
  std::string reason;
  switch (kind) {
    case NounClass::body:
      found = possessive ? mission_of(d, owner, end) : is_common_use(d, i, end, noun, of) ? kNone : body_before(d, noun, of, kNone, i);
      reason = possessive ? "by the table of organisations" : "the " + noun + " named before";
      break;
    case NounClass::state:
      as = ReferenceKind::state;
      if (possessive && d.is_person(owner)) {
        found = state_of(d, owner);
        reason = "the state whose office that person holds";
      } else if (!possessive && of == kNone) {
        found = state_before(d, kNone, i);
        reason = "the state spoken of before";
      }
      break;
    case NounClass::claimed:
      as = ReferenceKind::state;
      if (claim) found = state_before(d, possessive ? owner : of, i);
      reason = "the other state spoken of before";
      break;
    case NounClass::government:
    case NounClass::presidency:
    case NounClass::forces: {
      as = kind == NounClass::forces ? ReferenceKind::forces : ReferenceKind::government;
      const bool may_be_in_focus = kind != NounClass::forces || noun == "army" || noun == "military";
      const std::uint32_t state = possessive ? owner : of != kNone ? of : may_be_in_focus ? state_in_focus(d) : kNone;
      if (state != kNone && d.is_state(state)) found = part_of(d, state, kind);
      reason = kind == NounClass::government ? "government of the state spoken of" : kind == NounClass::presidency ? "presidential office of the state spoken of" : "its forces";
      break;
    }
    case NounClass::none: break;
  }
  if (found == kNone) return;
  d.refer(i, end, found, as, std::move(reason));
  d.speak(i, end, found, false);
}

}  // namespace

void redirect_description(Discourse& d, Name& name) {
  const Entity& described = d.entity(name.entity);
  if (!described.key.empty() || d.is_person(name.entity) || name.first == d.begin || d.lower(name.first - 1) != "the") return;
  const std::string noun = d.lower(name.last - 1);
  for (std::uint32_t t = name.first; t + 1 < name.last; ++t) {
    if (!is_one_of(d.lower(t), {"military", "defence", "defense", "regional", "western", "transatlantic", "federal", "national", "interim"})) return;
  }
  const NounClass kind = noun_class_of(noun);
  std::uint32_t found = kNone;
  if (kind == NounClass::body) found = body_before(d, noun, kNone, name.entity, name.first);
  if (kind == NounClass::government) {
    if (const std::uint32_t state = state_in_focus(d); state != kNone) found = d.government_of(state);
  }
  if (found != kNone) name.entity = found;
}

std::uint32_t read_state_body(Discourse& d, const Name& name) {
  std::uint32_t at = name.last;
  if (d.is_clitic(at)) ++at;
  bool claim = false;
  for (std::uint32_t steps = 0; at < d.end && steps < 3 && d.is_word(at) && !d.tokens[at].capitalised && !d.name_at(at); ++at, ++steps) {
    const std::string w = d.lower(at);
    const NounClass kind = noun_class_of(w, d.lower(at - 1));
    if (kind == NounClass::none) {
      if (d.is_title(at) || d.is_finite_verb(at) || d.has(at, wc::preposition | wc::auxiliary | wc::modal | wc::determiner | wc::coordinator | wc::pronoun | wc::relative | wc::infinitive_to)) return 0;
      claim = claim || is_claim_word(w);
      continue;
    }
    if (!d.ends_phrase(at)) continue;
    const std::uint32_t end = at + 1;
    if (w == "soldiers" && name.first > d.begin && (d.has(name.first - 1, wc::determiner | wc::number_word | wc::quantifier) || d.tokens[name.first - 1].kind == TokenKind::number)) return 0;  // some of them only
    if (kind == NounClass::government || kind == NounClass::presidency || kind == NounClass::forces) {
      const std::uint32_t e = part_of(d, name.entity, kind);
      d.refer(name.first, end, e, kind == NounClass::forces ? ReferenceKind::forces : ReferenceKind::government, kind == NounClass::government ? "its government" : kind == NounClass::presidency ? "its presidential office" : "its forces");
      d.speak(name.first, end, e, false);
      return end;
    }
    if (kind == NounClass::claimed && claim) {
      if (end + 1 < d.end && d.lower(end) == "of") {
        if (const Name* apposed = d.name_at(end + 1); apposed && d.is_state(apposed->entity)) {
          d.refer(name.first, end, apposed->entity, ReferenceKind::apposition, "\"" + w + " of\" the name behind it");
          return end;
        }
      }
      if (const std::uint32_t state = state_before(d, name.entity, name.first); state != kNone) {
        d.refer(name.first, end, state, ReferenceKind::state, "the other state named before");
        d.speak(name.first, end, state, false);
        return end;
      }
    }
    return 0;
  }
  return 0;
}

void read_apposition(Discourse& d, const Name& name) {
  const std::uint32_t open = name.last;
  if (open + 2 >= d.end || (d.word(open) != "," && d.word(open) != "(")) return;
  const bool bracket = d.word(open) == "(";
  const std::uint32_t begin = open + 1;
  const Name* possessor = d.name_at(begin);
  const bool article = d.is_word(begin) && is_one_of(d.lower(begin), {"the", "a", "an", "its", "his", "her", "their"});
  if (!article && !(possessor && d.is_clitic(possessor->last))) return;
  std::uint32_t end = begin + 1;
  std::uint32_t head = kNone;
  for (; end < d.end && end < begin + kLongestApposition; ++end) {
    const std::string_view w = d.word(end);
    if (bracket ? w == ")" : w == ",") break;
    if (w == ";" || w == ":" || d.has(end, wc::coordinator | wc::modal | wc::auxiliary)) return;
    if (d.has(end, wc::preposition | wc::relative) || (d.is_word(end) && d.lower(end).ends_with("ing") && d.word(end).find('-') == std::string_view::npos)) {
      if (head == kNone) head = end - 1;
    }
  }
  if (end >= begin + kLongestApposition || end >= d.end) return;
  if (head == kNone) head = end - 1;
  if (!d.is_word(head)) return;
  const std::string noun = d.lower(head);
  const bool of_person = is_person_noun(noun) || d.is_title(head);
  const NounClass kind = noun_class_of(noun);
  const EntityType type = d.entity(name.entity).type;
  const bool of_state = kind == NounClass::state || kind == NounClass::claimed || is_one_of(noun, {"neighbour", "neighbor", "ally"});
  const bool of_body = !of_person && (kind == NounClass::body || is_body_noun(noun));
  if (type == EntityType::person ? of_person : type == EntityType::state ? of_state : type == EntityType::organisation && of_body) d.refer(begin, end, name.entity, ReferenceKind::apposition, "stands beside the name");
}

void note_somebody(Discourse& d, std::uint32_t i) {
  for (std::uint32_t at = i + 1; at < std::min(d.end, i + 5) && d.is_word(at) && !d.name_at(at) && !d.is_title(at); ++at) {
    if (d.has(at, wc::preposition | wc::auxiliary | wc::modal | wc::determiner | wc::coordinator | wc::relative)) return;
    const std::string w = d.lower(at);
    if (w.ends_with('s') || !is_person_noun(w) || !d.ends_phrase(at)) continue;
    d.speak(i, at + 1, kSomebody, false);
    return;
  }
}

std::uint32_t read_noun_phrase(Discourse& d, std::uint32_t i, std::uint32_t owner) {
  bool claim = false;
  std::uint32_t adjective = kNone;
  for (std::uint32_t at = i + 1; at < d.end && at < i + kLongestPhrase; ++at) {
    if (!d.is_word(at) || d.is_title(at)) return i + 1;
    if (const Name* name = d.name_at(at)) {  // "the small Balkan nation", "the Turkish parliament"
      if (!name->adjective && d.entity(name->entity).type != EntityType::other && d.entity(name->entity).type != EntityType::place) return i + 1;
      if (name->adjective) adjective = name->entity;
      continue;
    }
    if (d.has(at, wc::preposition | wc::auxiliary | wc::modal | wc::determiner | wc::coordinator | wc::pronoun | wc::relative | wc::possessive)) return i + 1;
    const std::string w = d.lower(at);
    const NounClass kind = noun_class_of(w, d.lower(at - 1));
    claim = claim || is_claim_word(w);
    if (kind == NounClass::none || !d.ends_phrase(at)) continue;
    read_noun(d, i, with_size(d, at + 1), w, kind, claim, owner, adjective);
    return at + 1;
  }
  return i + 1;
}

}  // namespace attache
