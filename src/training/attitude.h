// Sentences with a target each, to learn and to judge attitudes (mentions/attitude/attitude.h).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentions/attitude/attitude.h"
#include "training/linear_chain.h"
#include "training/statements.h"

namespace attache {

struct AttitudeExample {
  std::string id;
  FeatureRows rows;
  std::optional<Attitude> label;
};

struct AttitudeAnnotationReader {
  AttitudeAnnotationReader() : coloured(load_attitude_words()) {}
  const AnnotationReader language;
  const AttitudeWords coloured;
};

// One record a line: {"id": ..., "sentence": ..., "from": ..., "to": ..., "label": "negative" | "neutral" | "positive"}; from and to in
// code points, the label may be missing. A line that is none is refused by number.
[[nodiscard]] Result<std::vector<AttitudeExample>> parse_attitude_examples(std::string_view text, const std::string& source, const AttitudeAnnotationReader& reader);
[[nodiscard]] Result<std::vector<AttitudeExample>> read_attitude_examples(const std::string& path, const AttitudeAnnotationReader& reader);

struct AttitudeTraining {
  LinearChainOptions chain{.bits = 19, .epochs = 10, .rate = 0.02f, .decay = 1e-2f, .seed = 1, .start = 0.1f};
};

// Examples without a label are left out.
[[nodiscard]] AttitudeModel train_attitude(const std::vector<const AttitudeExample*>& examples, const AttitudeTraining& options, const std::function<void(const std::string&)>& tell);

}  // namespace attache
