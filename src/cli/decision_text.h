// A decision for the terminal.
#pragma once

#include <string>

#include "dossier/dossier.h"

namespace attache {

[[nodiscard]] std::string decision_text(const Dossier& dossier, const Decision& decision);

}  // namespace attache
