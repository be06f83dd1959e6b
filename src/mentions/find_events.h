// Political events of one report: who did what to whom, sentence by sentence.
//
// Problem: news tells acts as verbs, as verb and noun and as nouns ("the invasion"), hides who did them in other clauses, and puts most
// verbs to no political use at all. Method: a trained gate reads each sentence and lets those through that may tell an act (events/gate.h);
// they are parsed; a chain gives words that carry an act their category, a second one finds who takes part (events/model.h), two more
// say how and about what (events/qualifiers.h); participants are coded by names, references and offices (events/actor_code.h).
// Tense, modality and negation are read from the tree (events/status.h) and kept apart from the act.
// Cost: a tree for each sentence that passes the gate. Limits: English; body sentences of at most 200 words; a role that only the sentence before names stays
// empty unless a pronoun or description stands for it.
#pragma once

#include <span>
#include <vector>

#include "ingest/report.h"
#include "mentions/event.h"
#include "mentions/events/actor_code.h"
#include "mentions/events/model.h"
#include "mentions/events/trigger_lexicon.h"

namespace attache {

// What finding events needs beside the language of a report.
struct EventReader {
  const Lexicon& lexicon;
  const TriggerLexicon& triggers;
  const ActorTables& actors;
  const EventModel& model;
  const SyntaxReader& syntax;
  ReadSentences* keep = nullptr;  // sentences read here, for the stages that follow; may be null
};

// In text order. What a statement tells as a refusal to comment ("declined to comment", "a request for comment") is no event.
[[nodiscard]] std::vector<EventMention> find_events(const Report& report, const Language& language, std::span<const StatementMention> statements, const EventReader& reader, const Knowledge& knowledge);

}  // namespace attache
