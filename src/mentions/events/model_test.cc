#include "mentions/events/model.h"

#include <gtest/gtest.h>

#include "mentions/event.h"

namespace attache {
namespace {

EventModel blank_model() {
  EventModel m;
  m.triggers.labels = trigger_labels();
  m.roles.labels = role_labels();
  m.gate.labels = gate_labels();
  m.modes.labels = mode_labels();
  m.contexts.labels = context_labels();
  for (LinearChain* chain : {&m.triggers, &m.roles, &m.gate, &m.modes, &m.contexts}) {
    chain->bits = 3;
    chain->scale = 0.1f;
    chain->weights.assign(8 * chain->stride(), 0);
    chain->transitions.assign(chain->labels.size() * chain->labels.size(), 0.0f);
  }
  return m;
}

TEST(EventModel, ComesBackAsItWasWritten) {
  const std::string bytes = serialise(blank_model());
  const auto read = parse_event_model(bytes, "m");
  ASSERT_TRUE(read);
  EXPECT_EQ(serialise(*read), bytes);
}

TEST(EventModel, RefusesWhatIsNoneCutOrChanged) {
  const std::string bytes = serialise(blank_model());
  EXPECT_FALSE(parse_event_model("", "m"));
  EXPECT_FALSE(parse_event_model("attache-events 2\n", "m"));
  EXPECT_FALSE(parse_event_model(bytes.substr(0, bytes.size() - 1), "m"));
  for (const std::size_t at : {std::size_t{0}, std::size_t{20}, bytes.size() / 2, bytes.size() - 1}) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    const auto read = parse_event_model(changed, "m");
    ASSERT_FALSE(read) << at;
    EXPECT_EQ(read.error().source, "m");
  }
}

TEST(EventModel, RefusesOtherLabelsAndNoProbability) {
  EventModel m = blank_model();
  m.triggers.labels[1] = "B-AGREED";
  EXPECT_FALSE(parse_event_model(serialise(m), "m"));
  m = blank_model();
  m.least_role = 1.5f;
  EXPECT_FALSE(parse_event_model(serialise(m), "m"));
}

TEST(EventModel, TheShippedOneIsRead) {
  const auto model = shipped_event_model();
  ASSERT_TRUE(model) << describe(model.error());
  EXPECT_EQ(model->triggers.labels.size(), kEventTypes + 1);
}

}  // namespace
}  // namespace attache
