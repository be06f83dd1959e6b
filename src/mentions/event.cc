#include "mentions/event.h"

#include <algorithm>

namespace attache {
namespace {

constexpr std::array<std::string_view, kEventTypes> kRoots = {"03", "04", "05", "06", "07", "08", "08", "10", "11", "12", "13", "14", "16", "15", "17", "19"};
constexpr std::array<int, kEventTypes> kQuads = {1, 1, 1, 2, 2, 1, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4};
constexpr std::array<std::string_view, 7> kStatusNames = {"happened", "ongoing", "planned", "demanded", "denied", "possible", "background"};

}  // namespace

std::string_view name_of(EventType type) { return kEventTypeNames[static_cast<std::size_t>(type)]; }

EventType event_type_of(std::string_view name) {
  const auto found = std::find(kEventTypeNames.begin(), kEventTypeNames.end(), name);
  return found == kEventTypeNames.end() ? EventType::consult : static_cast<EventType>(found - kEventTypeNames.begin());
}

std::string_view cameo_root_of(EventType type) { return kRoots[static_cast<std::size_t>(type)]; }

int quad_class_of(EventType type) { return kQuads[static_cast<std::size_t>(type)]; }

std::string_view name_of(EventStatus status) { return kStatusNames[static_cast<std::size_t>(status)]; }

EventStatus event_status_of(std::string_view name) {
  const auto found = std::find(kStatusNames.begin(), kStatusNames.end(), name);
  return found == kStatusNames.end() ? EventStatus::happened : static_cast<EventStatus>(found - kStatusNames.begin());
}

}  // namespace attache
