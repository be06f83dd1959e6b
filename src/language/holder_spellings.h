// Office holders under a spelling that no table lists: "French President Emanuel Macaron".
#pragma once

#include "base/date.h"
#include "language/names.h"
#include "tables/knowledge.h"

namespace attache {

// A person without a key to whom the report gives an office of a state or body that a person of nearly the same name held
// on `day` (ever, where the report has no day) gets that person's key and name. Two entities that come to mean one person
// become one. Cost: linear in persons.
void recognise_holders(const Knowledge& knowledge, const Date& day, NameAnalysis& names);

}  // namespace attache
