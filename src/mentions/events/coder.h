// Acts of one sentence by the trained model: which words carry one, of what category, and who takes part.
#pragma once

#include <cstdint>
#include <vector>

#include "mentions/events/features.h"
#include "mentions/events/model.h"

namespace attache {

struct CodedAct {
  std::uint32_t trigger = 0;  // word of the tree
  EventType type = EventType::consult;
  float sure = 0;             // probability of the category
  std::vector<std::uint32_t> actors, recipients;  // heads of their phrases, in text order
};

// In text order.
[[nodiscard]] std::vector<CodedAct> code_acts(const EventModel& model, const EventSentence& sentence);

}  // namespace attache
