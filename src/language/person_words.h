// Common nouns by who they can stand for: persons, who are "he" or "she", and bodies, which can speak too.
#pragma once

#include <string_view>

namespace attache {

// "lawyer", "spokeswoman", "farmers", "brother". Lower case.
[[nodiscard]] bool is_person_noun(std::string_view lower);

// "ministry", "party", "rebels".
[[nodiscard]] bool is_body_noun(std::string_view lower);

// "kurds", "muslims": peoples and communities that no state's adjective names, in the plural.
[[nodiscard]] bool is_stateless_people(std::string_view lower);

// Either of them: storms, clocks and letters say nothing.
[[nodiscard]] inline bool is_speaker_noun(std::string_view lower) { return is_person_noun(lower) || is_body_noun(lower); }

}  // namespace attache
