// The names that the body has, found again in the words of the title: a headline alone is too short to tell their kinds.
#pragma once

#include <string_view>
#include <vector>

#include "mentions/event_words.h"

namespace attache {

// Places, states and persons of the report; the longest first, where the model's own reading does not speak against it.
void mark_title_names(std::string_view title, const NameAnalysis& names, std::vector<EventWords>& sentences);

}  // namespace attache
