// The state of those whom a sentence names only by what they are.
#pragma once

#include <string_view>
#include <vector>

#include "language/analysis.h"
#include "mentions/event.h"

namespace attache {

// What one mention of a report tells of somebody's state and sector holds for the others. Then: "Danish police led squatters away": crowds, parties,
// rebels and officials without a name whose state no word tells are taken for those of the one state across the act, and marked so;
// officials only where the act is done inside of a state.
void share_states(std::string_view text, const Language& language, std::vector<EventMention>& mentions);

}  // namespace attache
