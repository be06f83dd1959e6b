// Who of a state acts or speaks in a sentence, and whether that binds it: a parliament does, one of its two chambers, a committee
// or a party does not.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/analysis.h"

namespace attache {

enum class ActorRank : std::uint8_t {
  nobody,      // a committee, a party, a region, a private person
  chamber,     // one of two chambers
  executive,   // head of state or government, minister, government, diplomat
  parliament,  // the whole of it
  member       // the member itself: "Chad", "N'Djamena", a member that is no state under its name
};

// What one of two chambers is called, and where that name is the whole parliament (data/chambers.tsv).
struct ChamberName {
  std::string words;                // lower case
  bool everywhere = false;
  std::vector<std::string> whole;   // ISO 3166 alpha-3: there it is the whole
  std::vector<std::string> part;    // there it is one of two, where not everywhere
};
[[nodiscard]] std::vector<ChamberName> load_chambers();

// `who`: of a fact mention of this report.
[[nodiscard]] ActorRank rank_of(const Analysis& analysis, const Participant& who, const std::vector<ChamberName>& chambers, const Knowledge& knowledge);

}  // namespace attache
