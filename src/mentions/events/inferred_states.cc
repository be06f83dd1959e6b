#include "mentions/events/inferred_states.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/strings.h"

namespace attache {
namespace {

bool is_body(const std::string& country) { return country == "IGO" || country == "NGO"; }

// An embassy, an envoy, peacekeepers: they stand in another land than their own.
bool stands_abroad(std::string_view text, const Participant& p) {
  const std::string words = lower_ascii(slice(text, p.span));
  constexpr std::array<std::string_view, 9> kAbroad = {"embass", "consul", "ambassador", "envoy", "diplomat", "peacekeep", "peace-keep", "mission", "foreign correspondent"};
  return std::any_of(kAbroad.begin(), kAbroad.end(), [&](std::string_view w) { return words.starts_with(w) || words.find(" " + std::string(w)) != std::string::npos; });
}

// Who deals with people of the own state: its police, courts, government; whom a crowd protests against. An army's enemies are others.
bool is_at_home(EventType type, const Participant& p) {
  if (p.country.empty() || is_body(p.country) || p.country_inferred) return false;
  if (type == EventType::assault) return p.sector == "COP";
  return type == EventType::protest || is_one_of(p.sector, {"COP", "GOV", "LEG", "JUD", "PTY", "OPP"});
}

// The one state of a side, whose people those across may be; empty = none, or several.
std::string state_of(std::string_view text, EventType type, const std::vector<Participant>& side) {
  std::string state;
  for (const Participant& p : side) {
    if (stands_abroad(text, p) || !is_at_home(type, p) || (!state.empty() && p.country != state)) return {};
    state = p.country;
  }
  return state;
}

bool is_inside_a_state(EventType t) { return is_one_of(name_of(t), {"PROTEST", "COERCE", "ASSAULT", "CONCEDE", "RETREAT"}); }

void share(const Language& language, EventType type, std::vector<Participant>& side, const std::string& state) {
  if (state.empty()) return;
  for (Participant& p : side) {
    const bool named = p.entity != kNoEntity && !language.names.entities[p.entity].unnamed && (language.names.entities[p.entity].type == EntityType::person || !language.names.entities[p.entity].key.empty());
    if (!p.country.empty() || named) continue;
    if (!is_one_of(p.sector, {"CVL", "PTY", "OPP", "REB", "COP", "LAB", "EDU", "MED"}) && !(is_inside_a_state(type) && is_one_of(p.sector, {"GOV", "LEG", "JUD"}))) continue;
    p.country = state;
    p.country_inferred = true;
  }
}

}  // namespace

void share_states(std::string_view text, const Language& language, std::vector<EventMention>& mentions) {
  std::map<std::uint32_t, Participant> known;  // of each entity: the first state and the first sector that a mention tells
  const auto each = [&](auto visit) {
    for (EventMention& m : mentions) {
      for (auto* side : {&m.actors, &m.recipients}) {
        for (Participant& p : *side) {
          if (p.entity != kNoEntity) visit(p);
        }
      }
    }
  };
  each([&](const Participant& p) {
    Participant& best = known.try_emplace(p.entity, p).first->second;
    if (best.country.empty()) best.country = p.country;
    if (best.sector.empty()) best.sector = p.sector;
  });
  each([&](Participant& p) {
    if (p.country.empty()) p.country = known[p.entity].country;
    if (p.sector.empty() && language.names.entities[p.entity].type != EntityType::state) p.sector = known[p.entity].sector;
  });
  for (EventMention& m : mentions) {
    if (m.reciprocal) continue;
    const std::string of_actors = state_of(text, m.type, m.actors), of_recipients = state_of(text, m.type, m.recipients);
    share(language, m.type, m.recipients, of_actors);
    share(language, m.type, m.actors, of_recipients);
  }
}

}  // namespace attache
