// How a sentence speaks of somebody it names: well, ill, or neither. Of the sentence's own words, not of what the world thinks.
//
// Problem: "Ministers praised Orlin, who had jailed the editors" speaks well of Orlin by the verb and ill by the clause; a count of
// good and bad words knows neither whom they are about. Method: a linear model over one row of hashed features: the words left and
// right of the target with their distance, and its place in the tree: what it is subject or object of, with what, and what is
// said of it; the colour that our table gives words, by the part the target has beside them; learnt from sentences labelled for one target each (models/attitude.card.md).
// Limits: English; irony, quotations and what only the report as a whole tells stay unread.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/span.h"
#include "mentions/attitude/attitude_words.h"
#include "mentions/attitude/model.h"
#include "mentions/events/sentence_tree.h"

namespace attache {

enum class Attitude : std::uint8_t { neutral, negative, positive };
[[nodiscard]] std::string_view name_of(Attitude attitude);

// target: bytes of the text, inside of the sentence.
[[nodiscard]] FeatureRows attitude_features(std::string_view text, const SentenceTree& tree, Span target, const AttitudeWords& coloured);

struct AttitudeReading {
  Attitude attitude = Attitude::neutral;  // the likeliest
  std::array<float, 3> probability{};     // by Attitude
};
[[nodiscard]] AttitudeReading read_attitude(const AttitudeModel& model, const FeatureRows& rows);

}  // namespace attache
