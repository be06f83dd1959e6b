// The clause of the lead that tells what the title is about: for titles that are no clause, and for reports without one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mentions/event_subject.h"
#include "mentions/event_words.h"

namespace attache {

struct LeadClause {
  EventWords words;  // with the tree
  std::size_t verb = 0, subject = 0;
};

// Of the first sentences the one that shares most words with the title, early ones first; `skimmed` are their words.
// Cost: the trees of at most kMostReadings sentences, most often of one.
[[nodiscard]] std::optional<LeadClause> find_lead_clause(const std::vector<EventWords>& title, const std::vector<EventWords>& skimmed, const LeadReader& lead);

}  // namespace attache
