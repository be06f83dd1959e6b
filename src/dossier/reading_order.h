// The order in which a person reads the reports: by day of publication; an undated report by the earliest day it can be
// from, and not before the version it was copied from; reports without any day last.
#pragma once

#include <cstdint>
#include <vector>

#include "dossier/dossier.h"

namespace attache {

// Needs analyses, lineage, stories and bounds.
[[nodiscard]] std::vector<std::uint32_t> reading_order(const Dossier& dossier);

// Indexes of stories and threads by their first report in that order.
[[nodiscard]] std::vector<std::uint32_t> story_order(const Dossier& dossier, const std::vector<std::uint32_t>& reading_order);
[[nodiscard]] std::vector<std::uint32_t> thread_order(const Dossier& dossier, const std::vector<std::uint32_t>& story_order);

}  // namespace attache
