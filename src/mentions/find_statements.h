// Statements of one report: direct, mixed and indirect quotations with source, cue and content.
//
// Method: cue verbs (cues.h) are read sentence by sentence; a clause grammar over word classes (clause.h) gives the
// subject on the left, or behind the verb where the order is inverted; the content is the adjacent quotation, the clause
// or infinitive on the right, or the clause before the comma. Coordinated and participle cues share the subject of the
// clause. Quotations without any cue go on with the speaker of the paragraph before. Sources: the span conventions of
// PolNeAR (Newell, Margolin, Ruths, LREC 2018); Krestel et al. 2008 and Pareti 2013 for the patterns of reported speech.
// Cost: linear in tokens, times the cues of a sentence. Limits: English; no parser yet, so attachment inside long
// subjects and nested clauses is by position.
#pragma once

#include <vector>

#include "language/analysis.h"
#include "mentions/cues.h"
#include "mentions/statement.h"

namespace attache {

[[nodiscard]] std::vector<StatementMention> find_statements(const Report& report, const Language& language, const Lexicon& lexicon, const CueLexicon& cues, const Knowledge& knowledge);

}  // namespace attache
