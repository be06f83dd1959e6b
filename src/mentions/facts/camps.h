// "For: Chad, Mali. Against: Niger": who stands where, in lists that a word and a colon open.
#pragma once

#include <vector>

#include "ingest/report.h"
#include "language/analysis.h"
#include "mentions/events/actor_code.h"
#include "mentions/facts/fact.h"

namespace attache {

// Relations in_favour_of and against, without an object: only stands. States alone count, up to the end of the sentence or a full stop.
[[nodiscard]] std::vector<FactMention> read_camps(const Report& report, const Language& language, const ActorCoder& coder);

}  // namespace attache
