// The decisions of a dossier as rows for other programs: one for each member and each report that tells where it stands; one without a
// report for a member of whom none speaks.
#pragma once

#include <string>

#include "dossier/dossier.h"

namespace attache {

[[nodiscard]] std::string decisions_csv(const Dossier& dossier);    // RFC 4180, with a head line
[[nodiscard]] std::string decisions_jsonl(const Dossier& dossier);  // one object a row, the same members

}  // namespace attache
