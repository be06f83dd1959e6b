// What falls to a side of an act that the sentence leaves open: the land that its content is about, and the state of those who are named by what they are.
#pragma once

#include "language/analysis.h"
#include "mentions/event.h"
#include "mentions/events/coder.h"

namespace attache {

// "offered doctors for a clinic in Bolivia", "reopened the ports of Yemen": where nobody receives the act, the place that its content is about does.
void add_scene(const EventSentence& sentence, CodedAct& act);

// What one mention of a report tells of somebody's state and sector holds for the others. Then: "Danish police led squatters away": crowds, parties,
// rebels and officials without a name whose state no word tells are taken for those of the one state across the act, and marked so;
// officials only where the act is done inside of a state.
void share_states(std::string_view text, const Language& language, std::vector<EventMention>& mentions);

}  // namespace attache
