// Where the main event was: the one place phrase of a report that fits best.
//
// Method: each place collects weight from its mentions in the title and the first sentences: in full behind a preposition of
// place, little in front of a noun or a possessive mark, less for a state than for a town, less sentence by sentence; the
// dateline's place counts by itself. "Arlow, Hestmark" is one mention, of Arlow; the phrase is its longest form early on.
// Cost: linear in the lead. Limits: places that the names stage knows or the model sees; buildings and events are none.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "mentions/event_words.h"
#include "mentions/lead.h"
#include "mentions/main_event.h"

namespace attache {

// The title's sentences and the first ones of the body, names marked; spans of the title are into `title`.
struct PlaceSources {
  std::string_view title, text;
  const std::vector<EventWords>& title_sentences;
  const std::vector<EventWords>& lead_sentences;
  std::optional<Span> dateline;
};

[[nodiscard]] std::optional<EventPhrase> find_event_place(const PlaceSources& sources, const NameAnalysis& names);

}  // namespace attache
