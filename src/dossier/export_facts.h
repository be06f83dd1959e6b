// The facts of a dossier as rows for other programs: one for each report that tells one.
#pragma once

#include <string>

#include "dossier/dossier.h"

namespace attache {

[[nodiscard]] std::string facts_csv(const Dossier& dossier);    // RFC 4180, with a head line
[[nodiscard]] std::string facts_jsonl(const Dossier& dossier);  // one object a row, the same members

}  // namespace attache
