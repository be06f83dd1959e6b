// Names that take a side: one report's "country" is another's "breakaway region", its "invasion" another's "occupation".
#pragma once

#include <span>
#include <vector>

#include "facts/merge.h"

namespace attache {

// For each state or place that independent origins give names of different camps to, and for each act of one state against another: a fact
// with one claim a name.
[[nodiscard]] std::vector<Fact> find_word_choices(std::span<const Analysis> analyses, const Origins& origins, const Actors& actors);

}  // namespace attache
