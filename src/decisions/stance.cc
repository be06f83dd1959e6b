#include "decisions/stance.h"

#include <array>

namespace attache {
namespace {

constexpr std::array<std::string_view, kStances> kNames = {"supports", "opposes", "conditions", "obstacle_implied", "asked", "not_yet", "unknown"};
constexpr std::array<std::string_view, kStances> kWords = {"supports", "opposes", "sets conditions", "obstacle implied", "asked, no answer", "not yet approved", "not heard"};
constexpr std::array<std::string_view, 4> kStrengths = {"", "implied", "said", "acted"};

}  // namespace

std::string_view name_of(Stance stance) { return kNames[static_cast<std::size_t>(stance)]; }
std::string_view words_of(Stance stance) { return kWords[static_cast<std::size_t>(stance)]; }
std::string_view name_of(Strength strength) { return kStrengths[static_cast<std::size_t>(strength)]; }

}  // namespace attache
