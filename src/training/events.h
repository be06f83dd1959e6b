// Training of the event coder (mentions/events/model.h) on labelled sentences (data/training/events/GUIDELINE.md).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mentions/events/coder.h"
#include "training/linear_chain.h"
#include "training/statements.h"

namespace attache {

// Heads are words of the sentence's tree.
struct LabelledAct {
  std::uint32_t trigger = 0;
  EventType type = EventType::consult;
  std::string mode;  // empty = none
  std::vector<std::string> contexts;
  EventStatus status = EventStatus::happened;
  bool reciprocal = false;
  std::vector<std::uint32_t> actors, recipients;
};

struct EventExample {
  std::string text;
  EventSentence sentence;
  FeatureRows gate;  // of its words
  std::vector<LabelledAct> acts;
};

struct EventAnnotationReader {
  EventAnnotationReader() : triggers(load_trigger_lexicon()) {}
  const AnnotationReader language;
  const TriggerLexicon triggers;  // sentences point into it
};

// A line that is none of the form, or that names words which do not stand in its sentence, is refused with its number.
[[nodiscard]] Result<std::vector<EventExample>> parse_event_examples(std::string_view text, const std::string& source, const EventAnnotationReader& reader);
[[nodiscard]] Result<std::vector<EventExample>> read_event_examples(const std::string& path, const EventAnnotationReader& reader);

struct EventTraining {
  LinearChainOptions triggers{.bits = 19, .epochs = 5, .rate = 0.1f, .decay = 1e-3f, .seed = 1, .start = 1};
  LinearChainOptions roles{.bits = 17, .epochs = 5, .rate = 0.05f, .decay = 1e-3f, .seed = 1, .start = 1};
  LinearChainOptions gate{.bits = 16, .epochs = 5, .rate = 0.1f, .decay = 1e-3f, .seed = 1, .start = 1};
  LinearChainOptions modes{.bits = 15, .epochs = 8, .rate = 0.1f, .decay = 1e-3f, .seed = 1, .start = 1};
  LinearChainOptions contexts{.bits = 15, .epochs = 8, .rate = 0.1f, .decay = 1e-3f, .seed = 1, .start = 1};
  float least_sentence = 0.05f;
  float least_trigger = 0.31f, least_role = 0.35f;
};

[[nodiscard]] EventModel train_events(const std::vector<const EventExample*>& sentences, const EventTraining& options, const std::function<void(const std::string&)>& tell);

// Sentences with an act that the gate lets through (found: all that it lets through). Acts whose trigger is right; of these with the right
// category; participants with the trigger and category given.
struct EventScores {
  PieceCounts sentences;
  PieceCounts triggers, categories, actors, recipients;
  PieceCounts modes, contexts;  // of acts with category and participants given
};
void add_event_scores(const EventModel& model, const std::vector<const EventExample*>& sentences, EventScores& scores);

}  // namespace attache
