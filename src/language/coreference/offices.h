// Offices without a name: "the president", "Kosovo's prime minister".
#pragma once

#include <cstdint>

#include "language/coreference/discourse.h"

namespace attache {

void read_office(Discourse& d, const TitleMention& title);

}  // namespace attache
