// What the rules and what the tagger found, one statement a cue.
#pragma once

#include <vector>

#include "mentions/attribution/tagger.h"
#include "mentions/can_speak.h"
#include "mentions/clause.h"
#include "mentions/cues.h"
#include "mentions/draft.h"

namespace attache {

// The tagger decides which cues attribute and what belongs to them; the rules keep the addressee and what nobody said ("declined to
// comment"), which it has not learnt.
[[nodiscard]] std::vector<Draft> combine(const std::vector<Draft>& by_rules, std::vector<Attribution> tagged, const Language& language, const Clauses& clauses, const Lexicon& lexicon, const CueLexicon& cues);

}  // namespace attache
