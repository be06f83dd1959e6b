// The events of a dossier for programs that read other coders' events.
//
// GDELT: the 61 columns of its event table, version 2.0, tab-separated, without a first line, a row for each pair of actor and recipient. What
// nobody looked for stays empty; EventCode is the root with "0" behind it; NumSources counts independent origins; the day is that of the event,
// else of its first report, and rows without either are left out. ICEWS: the 20 columns of its event files with a first line. PLOVER: an
// object a line in the terms of its manual. JSONL: an object a line with everything a row of ours holds.
#pragma once

#include <string>

#include "dossier/dossier.h"

namespace attache {

[[nodiscard]] std::string events_gdelt(const Dossier& dossier);
[[nodiscard]] std::string events_icews(const Dossier& dossier);
[[nodiscard]] std::string events_plover(const Dossier& dossier);
[[nodiscard]] std::string events_jsonl(const Dossier& dossier);

}  // namespace attache
