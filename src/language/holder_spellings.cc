#include "language/holder_spellings.h"

#include <algorithm>

#include "language/person_name.h"

namespace attache {
namespace {

constexpr std::size_t kEdits = 2;

const OfficeHolder* holder_spelt_like(const Knowledge& k, const Date& day, const Entity& entity) {
  const std::vector<std::string> words = person_words(entity.name);
  const OfficeHolder* found = nullptr;
  for (const Role& role : entity.roles) {
    const auto holders = k.holders_of.find(role.office + " of " + role.of);
    if (holders == k.holders_of.end()) continue;
    const OfficeHolder* on_day = holder_on(k, role.office, role.of, day);
    for (std::uint32_t index : holders->second) {
      const OfficeHolder& holder = k.holders[index];
      if ((on_day && on_day->person != holder.person) || !spelt_alike(words, person_words(holder.person), kEdits)) continue;
      if (found && found->person != holder.person) return nullptr;
      found = &holder;
    }
  }
  return found;
}

// Everything of `from` becomes `into`'s; entities behind `from` move up by one.
void merge_entities(NameAnalysis& names, std::uint32_t from, std::uint32_t into) {
  Entity gone = std::move(names.entities[from]);
  Entity& kept = names.entities[into];
  kept.roles.insert(kept.roles.end(), gone.roles.begin(), gone.roles.end());
  kept.aliases.insert(kept.aliases.end(), gone.aliases.begin(), gone.aliases.end());
  std::sort(kept.roles.begin(), kept.roles.end());
  kept.roles.erase(std::unique(kept.roles.begin(), kept.roles.end()), kept.roles.end());
  std::sort(kept.aliases.begin(), kept.aliases.end());
  kept.aliases.erase(std::unique(kept.aliases.begin(), kept.aliases.end()), kept.aliases.end());
  if (!kept.gender) kept.gender = gone.gender;
  names.entities.erase(names.entities.begin() + from);
  for (Name& name : names.names) {
    if (name.entity == from) name.entity = into;
    if (name.entity > from) --name.entity;
  }
}

}  // namespace

void recognise_holders(const Knowledge& knowledge, const Date& day, NameAnalysis& names) {
  for (std::uint32_t e = 0; e < names.entities.size(); ++e) {
    Entity& entity = names.entities[e];
    if (entity.type != EntityType::person || !entity.key.empty() || entity.roles.empty()) continue;
    const OfficeHolder* holder = holder_spelt_like(knowledge, day, entity);
    if (!holder) continue;
    const std::string key = "person:" + holder->person;
    const auto known = std::find_if(names.entities.begin(), names.entities.end(), [&](const Entity& other) { return other.key == key; });
    if (known != names.entities.end()) {
      const auto into = static_cast<std::uint32_t>(known - names.entities.begin());
      merge_entities(names, e, into);
      --e;
      continue;
    }
    entity.key = key;
    entity.name = holder->person;
    if (!entity.gender) entity.gender = holder->gender;
  }
}

}  // namespace attache
