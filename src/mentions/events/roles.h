// Who takes part in an act: the trained chain's participants, what they are coordinated with, and what the tree rules out.
#pragma once

#include "mentions/events/coder.h"

namespace attache {

// Of act.trigger as an act of act.type, whatever its participants were.
void find_roles(const EventModel& model, const EventSentence& sentence, CodedAct& act);

}  // namespace attache
