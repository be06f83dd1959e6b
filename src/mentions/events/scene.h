// The land that an act's content is about, where nobody receives the act.
#pragma once

#include "mentions/event.h"
#include "mentions/events/coder.h"

namespace attache {

// "offered doctors for a clinic in Bolivia", "reopened the ports of Yemen": the place becomes the recipient.
void add_scene(const EventSentence& sentence, CodedAct& act);

}  // namespace attache
