// How an act was done and what it is about: PLOVER's mode and contexts (Halterman et al. 2023; data/training/events/GUIDELINE.md lists them).
//
// Method: two chains over one row an act; its words, those around it and who takes part. The mode is the likeliest of the category's; contexts are at most
// three that are likelier than none and reach .2 of the probability (chosen on the training sentences, three-fold: .15 and .27 do not better), the likeliest first.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "mentions/events/coder.h"

namespace attache {

inline constexpr std::array<std::string_view, 22> kEventContexts = {"military", "diplomatic", "economic", "political", "rights", "territory", "legal", "resource", "humanitarian", "religion", "refugee", "legislative", "crime", "election", "terrorism", "health", "environment", "intelligence", "peacekeeping", "corruption", "cbrn", "cyber"};

[[nodiscard]] const std::vector<std::string_view>& modes_of(EventType type);  // empty for categories without

[[nodiscard]] FeatureRows qualifier_features(const EventSentence& sentence, const CodedAct& act);

struct Qualifiers {
  std::string mode;  // empty = none
  std::vector<std::string> contexts;
};
[[nodiscard]] Qualifiers qualify(const EventModel& model, const EventSentence& sentence, const CodedAct& act);

}  // namespace attache
