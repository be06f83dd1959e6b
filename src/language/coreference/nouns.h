// Nouns for bodies, states, governments and forces: "the alliance", "the country", "its army", "Serb forces"; and what
// stands beside a name.
#pragma once

#include <cstdint>

#include "language/coreference/discourse.h"

namespace attache {

// "the Military Alliance", "the Government": written like names, but descriptions.
void redirect_description(Discourse& d, Name& name);

// "Kosovo's government", "Serb forces", "Serbia's breakaway region of Kosovo". Returns the end of what was read, 0 for nothing.
[[nodiscard]] std::uint32_t read_state_body(Discourse& d, const Name& name);

// "North Atlantic Council (NATO's only decision-making body)", "the Assembly, its parliament,"
void read_apposition(Discourse& d, const Name& name);

// "a masked man", "the gunman": a person no name tells may be whom a pronoun means.
void note_somebody(Discourse& d, std::uint32_t i);

// From a determiner or possessive at `i`; `owner` is who the possessive means. Returns where to read on.
[[nodiscard]] std::uint32_t read_noun_phrase(Discourse& d, std::uint32_t i, std::uint32_t owner);

}  // namespace attache
