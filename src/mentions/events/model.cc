#include "mentions/events/model.h"

#include <algorithm>

#include "mentions/event.h"
#include "mentions/events/qualifiers.h"
#include "sequence/chain_file.h"
#include "tables/embedded.h"

namespace attache {
namespace {

ChainFileForm form() { return {"attache-events 2\n", "events", {trigger_labels(), role_labels(), gate_labels(), mode_labels(), context_labels()}, 3}; }

}  // namespace

std::vector<std::string> trigger_labels() {
  std::vector<std::string> out{"O"};
  for (const std::string_view name : kEventTypeNames) out.push_back("B-" + std::string(name));
  return out;
}

std::vector<std::string> role_labels() { return {"O", "B-actor", "B-recipient"}; }
std::vector<std::string> gate_labels() { return {"O", "B-act"}; }

std::vector<std::string> mode_labels() {
  std::vector<std::string> out{"O"};
  for (std::size_t t = 0; t < kEventTypes; ++t) {
    for (const std::string_view mode : modes_of(static_cast<EventType>(t))) {
      const std::string label = "B-" + std::string(mode);
      if (std::find(out.begin(), out.end(), label) == out.end()) out.push_back(label);
    }
  }
  return out;
}

std::vector<std::string> context_labels() {
  std::vector<std::string> out{"O"};
  for (const std::string_view name : kEventContexts) out.push_back("B-" + std::string(name));
  return out;
}

std::string serialise(const EventModel& model) { return serialise(form(), {{model.least_trigger, model.least_role, model.least_sentence}, {model.triggers, model.roles, model.gate, model.modes, model.contexts}}); }

Result<EventModel> parse_event_model(std::string_view bytes, const std::string& source) {
  Result<ChainFile> file = parse_chain_file(form(), bytes, source);
  if (!file) return tl::unexpected<Error>(file.error());
  EventModel model;
  model.least_trigger = file->numbers[0];
  model.least_role = file->numbers[1];
  model.least_sentence = file->numbers[2];
  model.gate = std::move(file->chains[2]);
  model.modes = std::move(file->chains[3]);
  model.contexts = std::move(file->chains[4]);
  model.triggers = std::move(file->chains[0]);
  model.roles = std::move(file->chains[1]);
  return model;
}

Result<EventModel> shipped_event_model() { return parse_event_model(embedded_file("events.bin"), "events.bin"); }

}  // namespace attache
