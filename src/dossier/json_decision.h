// A decision as JSON: the list `decisions` of the dossier, and `attache question show --json`.
#pragma once

#include <functional>
#include <vector>

#include <nlohmann/json.hpp>

#include "decisions/decision.h"

namespace attache {

// How the dossier writes the sentence that is cited, and reports.
struct DecisionCiting {
  std::function<nlohmann::ordered_json(const FactRef&)> citation;
  std::function<nlohmann::ordered_json(const std::vector<std::uint32_t>&)> reports;  // ascending, each once
};

[[nodiscard]] nlohmann::ordered_json decision_json(const Decision& decision, const DecisionCiting& citing);

}  // namespace attache
