// Who the source of a statement is, within one report: a name, the name behind a pronoun or "the official", the author
// of a letter that "reads" something. Unnamed sources stay unnamed, described as the report describes them.
#pragma once

#include <vector>

#include "language/analysis.h"
#include "mentions/clause.h"
#include "mentions/draft.h"
#include "mentions/statement.h"

namespace attache {

// `drafts` and `mentions` are parallel, in text order; fills in speaker, addressee and form of the mentions.
void resolve_speakers(const Report& report, const Language& language, const Knowledge& knowledge, const std::vector<Draft>& drafts, const Clauses& clauses, std::vector<StatementMention>& mentions);

}  // namespace attache
