#include "mentions/attribution/model.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

AttributionModel blank_model() {
  AttributionModel m;
  m.least_cue = 0.25f;
  m.cues.labels = cue_labels();
  m.parts.labels = part_labels();
  for (LinearChain* chain : {&m.cues, &m.parts}) {
    chain->bits = 3;
    chain->scale = 0.1f;
    chain->weights.assign(8 * chain->stride(), 0);
    chain->transitions.assign(chain->labels.size() * chain->labels.size(), 0.0f);
  }
  return m;
}

TEST(AttributionModel, ComesBackAsItWasWritten) {
  const std::string bytes = serialise(blank_model());
  const auto read = parse_attribution_model(bytes, "m");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->least_cue, 0.25f);
  EXPECT_EQ(serialise(*read), bytes);
}

TEST(AttributionModel, RefusesWhatIsNoneCutOrChanged) {
  const std::string bytes = serialise(blank_model());
  EXPECT_FALSE(parse_attribution_model("", "m"));
  EXPECT_FALSE(parse_attribution_model("attache-statements 1\n", "m"));
  EXPECT_FALSE(parse_attribution_model(bytes.substr(0, bytes.size() - 1), "m"));
  for (const std::size_t at : {std::size_t{0}, std::size_t{23}, bytes.size() / 2, bytes.size() - 1}) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    const auto read = parse_attribution_model(changed, "m");
    ASSERT_FALSE(read) << at;
    EXPECT_EQ(read.error().source, "m");
  }
}

TEST(AttributionModel, RefusesOtherLabels) {
  AttributionModel m = blank_model();
  m.cues.labels[1] = "B-verb";
  EXPECT_FALSE(parse_attribution_model(serialise(m), "m"));
  m = blank_model();
  m.least_cue = 2;
  EXPECT_FALSE(parse_attribution_model(serialise(m), "m"));
}

TEST(AttributionModel, TheShippedOneIsRead) {
  const auto model = shipped_attribution_model();
  ASSERT_TRUE(model) << describe(model.error());
  EXPECT_EQ(model->cues.labels, cue_labels());
}

}  // namespace
}  // namespace attache
