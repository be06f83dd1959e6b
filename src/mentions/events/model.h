// The trained event coder: models/events.bin, its card beside it.
//
// Five chains. One says by its words whether a sentence is worth a tree (gate.h). The next gives the words that carry a political act its category; the third marks, around each of them by turns, the
// heads of the phrases that act and that are acted on. What the lexicon of triggers says is among the features of all. Two more give an act its mode and
// contexts (qualifiers.h).
//
// File: "attache-events 2\n", the least probability of an act, of a participant and of a sentence (32-bit floats), the five chains, the XXH3 hash of all before it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "sequence/linear_chain.h"

namespace attache {

struct EventModel {
  LinearChain triggers;  // trigger_labels()
  LinearChain roles;     // role_labels()
  LinearChain gate;      // gate_labels()
  LinearChain modes;     // mode_labels()
  LinearChain contexts;  // context_labels()
  float least_trigger = 0.5f, least_role = 0.5f, least_sentence = 0.5f;
};

[[nodiscard]] std::vector<std::string> trigger_labels();  // "O", then "B-AGREE" ... in the order of EventType
[[nodiscard]] std::vector<std::string> role_labels();     // "O", "B-actor", "B-recipient"

[[nodiscard]] std::vector<std::string> gate_labels();     // "O", "B-act"
[[nodiscard]] std::vector<std::string> mode_labels();     // "O", then "B-" and each mode of a category once
[[nodiscard]] std::vector<std::string> context_labels();  // "O", then "B-" and each of kEventContexts

[[nodiscard]] std::string serialise(const EventModel& model);

// Refuses what is no such model, of another version, damaged, or larger than 64 MiB.
[[nodiscard]] Result<EventModel> parse_event_model(std::string_view bytes, const std::string& source);

// The model in the program itself.
[[nodiscard]] Result<EventModel> shipped_event_model();

}  // namespace attache
