// What a story tells: who did what, when and where, as phrases that one of its reports has.
//
// Method: the main events of the reports vote, one vote a text (a family of copies is one). Who and what come from one
// report, so that nobody is said to do what another did: the one whose words most others share. When goes by the day meant,
// where by the words. Ties fall to the earliest report.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "analysis/analysis.h"
#include "lineage/family.h"
#include "mentions/main_event.h"
#include "stories/stories.h"

namespace attache {

struct StoryPhrase {
  std::uint32_t report = 0;
  EventPhrase phrase;
  std::vector<std::uint32_t> reports;  // that answer alike, itself among them; ascending
};

// What no report answers is left out.
struct StoryEvent {
  std::optional<StoryPhrase> who, what, when, where;
};

[[nodiscard]] StoryEvent find_story_event(std::span<const Analysis> analyses, const Lineage& lineage, const Story& story);

// The words of a phrase, from the text or from the title.
[[nodiscard]] std::string_view words_of(const Analysis& analysis, const EventPhrase& phrase);

}  // namespace attache
