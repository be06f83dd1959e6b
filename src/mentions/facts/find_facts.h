// Facts of one report: relations between those it names, numbers, dates (docs/stages/facts.md).
//
// Problem: a fact is told as a verb, a noun or an apposition, in the passive, in a clause of its own, of a list of states at once.
// Method: a table of anchors (words that carry a relation) and ways through the sentence's tree to those who take part
// (facts/tree_path.h); who they are by names, references and offices (events/actor_code.h), each held to what its side of the relation may
// be. What is denied tells the contrary where the table knows one; what is only possible, asked or planned tells nothing.
// Cost: a tree for each sentence that holds an anchor and somebody named. Limits: English; one sentence at a time, but for a verb left out
// ("several others have not").
#pragma once

#include <span>
#include <vector>

#include "ingest/report.h"
#include "language/analysis.h"
#include "mentions/events/actor_code.h"
#include "mentions/facts/fact.h"
#include "mentions/facts/patterns.h"
#include "mentions/statement.h"

namespace attache {

struct FactReader {
  const Lexicon& lexicon;
  const FactPatterns& patterns;
  const ActorTables& actors;
  const SyntaxReader& syntax;
};

// In text order.
[[nodiscard]] std::vector<FactMention> find_facts(const Report& report, const Language& language, std::span<const StatementMention> statements, const FactReader& reader, const Knowledge& knowledge);

}  // namespace attache
