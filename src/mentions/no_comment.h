// Refusals to speak: "did not immediately respond", "declined to comment", "had no comment".
#pragma once

#include <vector>

#include "mentions/draft.h"
#include "mentions/scene.h"

namespace attache {

// The refusals of a sentence; the cues that stand inside them are taken out of the scene.
[[nodiscard]] std::vector<Draft> find_no_comment(const Language& language, const Clauses& clauses, Scene& scene);

}  // namespace attache
