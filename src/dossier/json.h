// The dossier as JSON, "attache-dossier/1": docs/dossier-format.md and docs/dossier.schema.json. One record a line, so
// that two dossiers can be compared with line tools. Offsets are code points of the report's `text`; every citation
// carries the exact words.
#pragma once

#include <string>

#include "dossier/dossier.h"

namespace attache {

[[nodiscard]] std::string to_json(const Dossier& dossier);

// One of the dossier's decisions by itself, indented.
[[nodiscard]] std::string decision_to_json(const Dossier& dossier, const Decision& decision);

}  // namespace attache
