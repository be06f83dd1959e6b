#include "facts/sides.h"

#include <algorithm>

#include "base/strings.h"
#include "text/fold.h"

namespace attache {

Sides::Sides(std::span<const Analysis> analyses, const Actors& actors, const Knowledge& knowledge) : analyses_(analyses), actors_(actors), knowledge_(knowledge) {
  for (std::uint32_t a = 0; a < actors.actors.size(); ++a) {
    const Actor& actor = actors.actors[a];
    if (!actor.key.starts_with("country:")) continue;
    const auto found = knowledge.country_by_code.find(actor.key.substr(8));
    if (found != knowledge.country_by_code.end()) states_.emplace_back(knowledge.countries[found->second].alpha3, a);
  }
  std::sort(states_.begin(), states_.end());
}

std::uint32_t Sides::state(const std::string& country) const {
  const auto found = std::lower_bound(states_.begin(), states_.end(), country, [](const auto& entry, const std::string& code) { return entry.first < code; });
  return found != states_.end() && found->first == country ? found->second : kNobody;
}

bool Sides::speaks_for_state(const Actor& actor) const {
  return std::any_of(actor.roles.begin(), actor.roles.end(), [&](const Role& r) {
    return knowledge_.country_by_code.contains(r.of) && is_office_of_state(knowledge_, r.office);
  });
}

// "NATO troops"
std::uint32_t Sides::organisation_in(std::uint32_t report, Span words) const {
  for (const NameMention& n : analyses_[report].names) {
    if (words.contains(n.span.begin) && analyses_[report].entities[n.entity].type == EntityType::organisation) return actors_.actor_of[report][n.entity];
  }
  return kNobody;
}

FactSide Sides::of(std::uint32_t report, const Participant& p, Span value, bool official, bool as_told) const {
  FactSide out;
  out.country = p.country;
  if (p.entity != kNoEntity) out.actor = actors_.actor_of[report][p.entity];
  if (out.actor != kNobody && actors_.actors[out.actor].unnamed) out.actor = kNobody;
  if (official && !p.country.empty()) {
    const std::uint32_t land = state(p.country);
    const bool person = out.actor != kNobody && actors_.actors[out.actor].type == EntityType::person;
    const bool stands = person ? speaks_for_state(actors_.actors[out.actor]) : p.sector == "GOV" || p.sector == "MIL";
    if (land != kNobody && stands) (as_told && out.actor != kNobody ? out.stands_for : out.actor) = land;
  }
  if (official && out.actor == kNobody && p.sector == "MIL") out.actor = organisation_in(report, p.span);
  if (out.actor != kNobody) {
    out.name = actors_.actors[out.actor].name;
    return out;
  }
  const std::string& text = analyses_[report].report.text;
  Span words = p.span;
  if (!value.empty() && words.contains(value.begin) && value.end <= words.end) words.begin = value.end;
  out.name = collapse_space(slice(text, words));
  for (const std::string_view opening : {"for ", "of ", "the ", "The ", "a ", "A ", "an ", "An "}) {
    if (out.name.starts_with(opening) && out.name.size() > opening.size()) out.name = out.name.substr(opening.size());
  }
  if (const std::size_t comma = out.name.find(", "); comma != std::string::npos && comma > 2 && p.entity == kNoEntity && !value.empty()) out.name.resize(comma);  // "Twelve people, 12 by another count"
  return out;
}

std::string Sides::key(const FactSide& side) {
  if (side.name.empty()) return {};
  return side.stands_for != kNobody ? "a" + std::to_string(side.stands_for) : side.actor != kNobody ? "a" + std::to_string(side.actor) : "w" + fold_words(side.name);
}

}  // namespace attache
