// What a text says of its own reporters: "told Reuters", "seen by AFP". The weakest evidence of an agency.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "tables/knowledge.h"

namespace attache {

struct SelfMention {
  int agency = -1;  // index into Knowledge::agencies, or -1 with the written name
  std::string name;
  Span span;        // the words, e.g. "seen by Reuters"
};

// "told Reuters", "seen by AFP", "a Reuters reporter": the agency speaks of itself. Only names of our table and names
// that end in "News Agency", "Press Agency" and the like.
[[nodiscard]] std::vector<SelfMention> find_self_mentions(std::string_view text, const Knowledge& knowledge);

}  // namespace attache
