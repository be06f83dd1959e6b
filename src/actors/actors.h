// Stage "actors": the persons, states, organisations of all reports, each once, with the forms and roles met.
//
// Method: what a table knows is joined by its key; persons with full names by fitting surnames and given names; a
// surname alone by the one person with that surname in the same story, else in the same thread, else nowhere ("Smith" of
// two affairs stays two); full names that differ in spelling only ("Zelenskyy", "Zelenskiy") within a thread. Other names
// join by equal folded form. Whom a report only describes ("a diplomat") is one with nobody but those whom copies of
// the report describe in the same words. Corrections by hand come last. Cost: n log n in entities.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "actors/corrections.h"
#include "analysis/analysis.h"
#include "stories/stories.h"

namespace attache {

struct Actor {
  std::string id;
  EntityType type = EntityType::other;
  std::string name;  // the table's, else the fullest form most reports use
  std::string key;   // of a table, else empty
  char gender = 0;
  bool unnamed = false;  // `name` is how its reports describe a person or group they do not name
  std::vector<Role> roles;
  std::vector<std::string> aliases;    // other forms met, sorted
  std::vector<std::uint32_t> reports;  // that name it
  std::vector<std::string> corrections;  // made by hand, in words
};

struct Actors {
  std::vector<Actor> actors;                        // by name
  std::vector<std::vector<std::uint32_t>> actor_of;  // of each report's entities
  std::vector<Correction> unused_corrections;        // that found nobody to correct
};

[[nodiscard]] Actors find_actors(std::span<const Analysis> analyses, const Lineage& lineage, const Stories& stories, std::span<const Correction> corrections = {});

// "president of Kosovo" for a role, with the names of countries and organisations written out.
[[nodiscard]] std::string role_in_words(const Role& role, const Knowledge& knowledge);

}  // namespace attache
