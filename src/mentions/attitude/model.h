// The model of attitudes: one chain whose sequences have one token, so that it is a softmax over hashed features.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "sequence/linear_chain.h"

namespace attache {

struct AttitudeModel {
  LinearChain chain;
};

[[nodiscard]] std::vector<std::string> attitude_labels();  // in the order of Attitude

[[nodiscard]] std::string serialise(const AttitudeModel& model);
[[nodiscard]] Result<AttitudeModel> parse_attitude_model(std::string_view bytes, const std::string& source);
[[nodiscard]] Result<AttitudeModel> shipped_attitude_model();

}  // namespace attache
