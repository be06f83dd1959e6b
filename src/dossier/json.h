// The dossier as JSON, "attache-dossier/1": docs/dossier-format.md and docs/dossier.schema.json. One record a line, so
// that two dossiers can be compared with line tools. Offsets are code points of the report's `text`; every citation
// carries the exact words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "dossier/dossier.h"

namespace attache {

[[nodiscard]] std::string to_json(const Dossier& dossier);

// What touches some reports of a dossier: the members "reports" to "facts" of the format, in one line. "others" names the reports outside
// that something cites or descends from.
[[nodiscard]] nlohmann::ordered_json part_to_json(const Dossier& dossier, const std::vector<std::uint32_t>& reports);

// One of the dossier's decisions by itself, indented.
[[nodiscard]] std::string decision_to_json(const Dossier& dossier, const Decision& decision);

}  // namespace attache
