// Who was asked and did not answer in one version of a story, and answered in a later one: no contradiction, an update.
#pragma once

#include <span>
#include <vector>

#include "facts/merge.h"

namespace attache {

[[nodiscard]] std::vector<Fact> find_replies(std::span<const Analysis> analyses, const Lineage& lineage, const Actors& actors, const Origins& origins);

}  // namespace attache
