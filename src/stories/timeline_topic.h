// The names that the reports of a timeline share, and how much of them a sentence holds. Found in each language by itself.
#pragma once

#include "stories/timeline_sentences.h"

namespace attache {

// Fills names and topic of the sentences, and on_topic of the reports.
void set_topics(TimelineReports& reports, std::span<const Analysis> analyses, const TimelineOptions& options);

}  // namespace attache
