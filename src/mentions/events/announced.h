// Acts that are only announced or demanded are acts of speech: CAMEO codes "will withdraw" as an expressed intent to yield (root 03), "will
// bomb" as a threat (13), "X said Y must withdraw" as a demand by X (10) (Schrodt, CAMEO manual, 2012).
#pragma once

#include <string>

#include "mentions/event.h"
#include "mentions/events/coder.h"

namespace attache {

// Changes category and participants of an act with this status; gives what was changed in words, empty where nothing was.
[[nodiscard]] std::string code_announced(const EventSentence& sentence, EventStatus status, CodedAct& act);

}  // namespace attache
