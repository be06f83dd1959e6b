// Statements by rules: cue verbs of a list and a clause grammar.
//
// Method: cue verbs (cues.h) are read sentence by sentence; a clause grammar over word classes (clause.h) gives the
// subject on the left, or behind the verb where the order is inverted; the content is the adjacent quotation, the clause
// or infinitive on the right, or the clause before the comma. Coordinated and participle cues share the subject of the
// clause. Sources: Krestel et al. 2008 and Pareti 2013 for the patterns of reported speech.
// Cost: linear in tokens, times the cues of a sentence. Limits: English; no parser, so attachment inside long
// subjects and nested clauses is by position.
#pragma once

#include <vector>

#include "language/analysis.h"
#include "mentions/clause.h"
#include "mentions/cues.h"
#include "mentions/draft.h"

namespace attache {

// Sentence by sentence; quotations without a cue are left to floating_quotes.h.
[[nodiscard]] std::vector<Draft> read_by_rules(const Report& report, const Language& language, const Lexicon& lexicon, const CueLexicon& cues, const Clauses& clauses);

}  // namespace attache
