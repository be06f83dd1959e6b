// Actors in the making: which entity of which report belongs to which, and what is gathered of each.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "actors/corrections.h"

namespace attache {

struct ActorDraft {
  Actor actor;
  std::map<std::string, std::uint32_t> forms;  // display form -> reports
  std::string name_by_hand;                    // empty = the program chooses
};

struct Drafts {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  explicit Drafts(std::span<const Analysis> of);

  std::span<const Analysis> analyses;
  std::vector<ActorDraft> list;                        // a draft whose entities were all merged away has no reports
  std::vector<std::vector<std::uint32_t>> of;     // draft of each report's entities

  std::uint32_t add(const Entity& entity);
  void put(std::uint32_t report, std::uint32_t entity, std::uint32_t draft);
};

// The name a draft is shown by: by hand, the table's, else the fullest form most reports use.
[[nodiscard]] std::string name_of(const ActorDraft& draft);

// Applies the corrections in their order; gives back those that found nobody.
[[nodiscard]] std::vector<Correction> apply_corrections(std::span<const Correction> corrections, Drafts& drafts);

}  // namespace attache
