// The result of "analyse": everything found in one report, with no knowledge of any other. A value; it can be written as
// a line of JSON (json.h) and read back on another machine.
#pragma once

#include <string>
#include <vector>

#include "ingest/report.h"
#include "language/analysis.h"
#include "mentions/attribution/model.h"
#include "mentions/cues.h"
#include "mentions/event.h"
#include "mentions/events/actor_code.h"
#include "mentions/events/model.h"
#include "mentions/events/trigger_lexicon.h"
#include "mentions/facts/fact.h"
#include "mentions/facts/patterns.h"
#include "mentions/main_event.h"
#include "mentions/statement.h"

namespace attache {

struct NameMention {
  Span span;
  std::uint32_t entity = 0;  // index into Analysis::entities
  bool adjective = false;
  bool metonym = false;
};

struct ReferenceMention {  // "the alliance", "she"
  Span span;
  std::uint32_t entity = 0;
  ReferenceKind kind = ReferenceKind::pronoun;
  std::string reason;
};

struct Analysis {
  Report report;
  std::vector<SentenceSpan> sentences;
  std::vector<Entity> entities;
  std::vector<NameMention> names;
  std::vector<ReferenceMention> references;
  std::vector<Aside> asides;
  std::vector<TimeExpression> times;      // token indexes are not kept
  std::vector<Quantity> quantities;
  std::vector<StatementMention> statements;
  std::vector<EventMention> events;       // English only
  std::vector<FactMention> facts;         // English only
  MainEvent main_event;                   // English only
};

// What every analysis needs and none changes: tables, word lists and the trained model. Stays where it is made: the model's
// reader looks into `knowledge`.
struct Resources {
  Resources();
  Resources(const Resources&) = delete;
  Resources& operator=(const Resources&) = delete;

  const Knowledge knowledge;
  const Lexicon lexicon;
  const CueLexicon cues;
  const AttributionModel attribution;
  const TriggerLexicon triggers;
  const ActorTables actor_tables;
  const EventModel events;
  const FactPatterns facts;
  const SyntaxReader reader;
};
[[nodiscard]] Resources load_resources();

// Language and mentions of a report. A report that is not in English gets its names of the tables, dates and structure,
// but neither statements nor a main event: the grammar is English.
[[nodiscard]] Analysis analyse_report(Report report, const Resources& resources);

}  // namespace attache
