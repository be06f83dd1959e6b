// "6 July - Chad, Mali": lines of days and states, behind a sentence that tells of many at once ("Twelve of the states have ratified").
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ingest/report.h"
#include "language/analysis.h"
#include "mentions/events/actor_code.h"
#include "mentions/facts/fact.h"

namespace attache {

// A relation told of a group or of a number of states.
struct GroupTold {
  std::string relation;
  std::uint32_t sentence = 0;
};

// One fact a state and line. A list is two lines or more, at most kListReach sentences behind the sentence that tells what it is of, and all
// of its days lie before the report's; the line before it is that sentence or says that a list follows; what speaks of what is to come
// makes it none.
inline constexpr std::uint32_t kListReach = 4;  // the sentence, two more, a heading
[[nodiscard]] std::vector<FactMention> read_dated_lists(const Report& report, const Language& language, const ActorCoder& coder, std::span<const GroupTold> told);

}  // namespace attache
