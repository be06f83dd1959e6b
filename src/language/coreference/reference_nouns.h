// Common nouns by what they can stand for once it was named: "the alliance" for NATO, "the country" for Kosovo.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/names.h"
#include "tables/knowledge.h"

namespace attache {

enum class NounClass : std::uint8_t {
  none,
  body,        // "alliance", "ministry": an organisation of that kind
  state,       // "country", "nation"
  claimed,     // "breakaway province": a state in one view, a part of another in a second; the noun alone is no state
  government,  // "government", "authorities"
  presidency,  // "presidential office"
  forces       // "troops", "army"
};

// The singular, lower case, and the word before it. "region", "province" and the like are `claimed` only behind such an adjective (is_claim_word).
[[nodiscard]] NounClass noun_class_of(std::string_view noun, std::string_view before = {});
[[nodiscard]] bool is_claim_word(std::string_view adjective);  // "breakaway", "separatist"

// Whether the body noun can mean this organisation: by its kind in the table, or because its name holds the word.
// `key` and `name` as in Entity.
[[nodiscard]] bool can_mean(std::string_view noun, std::string_view key, std::string_view name, const Knowledge& knowledge);

}  // namespace attache
