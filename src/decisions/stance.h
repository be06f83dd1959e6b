// Where a member stands on a question, in kinds: what it says, what it did, what follows from something else.
#pragma once

#include <cstdint>
#include <string_view>

namespace attache {

enum class Stance : std::uint8_t {
  supports,
  opposes,
  conditions,        // would agree on conditions, or threatens to block
  obstacle_implied,  // does not recognise the candidate: no word against the decision, but in its way
  asked,             // was asked, no answer is reported
  not_yet,           // a report says that it has not approved so far; no word of why
  unknown            // nobody has said anything
};
inline constexpr std::size_t kStances = 7;

enum class Strength : std::uint8_t { none, implied, said, acted };

[[nodiscard]] std::string_view name_of(Stance stance);      // "obstacle_implied"
[[nodiscard]] std::string_view words_of(Stance stance);     // "obstacle implied"
[[nodiscard]] std::string_view name_of(Strength strength);  // "acted"; empty = none

}  // namespace attache
