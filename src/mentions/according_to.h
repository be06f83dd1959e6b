// "According to" somebody: the source behind it, the content before it or behind the source.
#pragma once

#include <vector>

#include "language/analysis.h"
#include "mentions/clause.h"
#include "mentions/clause_end.h"
#include "mentions/draft.h"
#include "mentions/scene.h"

namespace attache {

// Statements of one sentence; `drafts` are those read before, the last ones of the same sentence.
[[nodiscard]] std::vector<Draft> find_according_to(const Language& language, const Clauses& clauses, const ClauseEnds& ends, const Scene& scene, const std::vector<Draft>& drafts);

}  // namespace attache
