// "she", "his", "it", "its", "itself".
#pragma once

#include <cstdint>

#include "language/coreference/discourse.h"

namespace attache {

[[nodiscard]] std::uint32_t read_pronoun(Discourse& d, std::uint32_t i);

}  // namespace attache
