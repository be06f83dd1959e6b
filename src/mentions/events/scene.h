// What falls to a side of an act that the sentence leaves open: the land that its content is about, and the state of those who are named by what they are.
#pragma once

#include "mentions/event.h"
#include "mentions/events/coder.h"

namespace attache {

// "agreed to send troops to a force in Liberia", "shortened the curfew in Sudan": where nobody receives the act, the place that its content is about does.
void add_scene(const EventSentence& sentence, CodedAct& act);

// "Turkish police held students", "the Malian president met rebels": crowds, parties, rebels and officials whose state no word tells are
// taken for those of the one state across the act, and marked so. Never between states and bodies that are not of one country.
void share_state(EventMention& mention);

}  // namespace attache
