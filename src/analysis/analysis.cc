#include "analysis/analysis.h"

#include "language/printed_times.h"
#include "mentions/facts/find_facts.h"
#include "mentions/find_events.h"
#include "mentions/find_statements.h"

namespace attache {

Resources::Resources() : knowledge(load_knowledge()), lexicon(load_lexicon()), cues(load_cues()), attribution(shipped_attribution_model().value()), triggers(load_trigger_lexicon()), actor_tables(load_actor_tables(knowledge)), events(shipped_event_model().value()), facts(load_fact_patterns()), reader(shipped_model().value(), knowledge) {}

Resources load_resources() { return Resources(); }

Analysis analyse_report(Report report, const Resources& resources) {
  Analysis analysis;
  Language language = analyse_language(report, resources.lexicon, resources.knowledge, resources.reader);
  if (is_english(report)) analysis.statements = find_statements(report, language, {resources.lexicon, resources.cues, resources.attribution}, resources.knowledge);
  ReadSentences read;  // a sentence is parsed once, whichever stage asks first
  if (is_english(report)) analysis.events = find_events(report, language, analysis.statements, {resources.lexicon, resources.triggers, resources.actor_tables, resources.events, resources.reader, &read}, resources.knowledge);
  language.names.read.merge(read);
  if (is_english(report)) analysis.facts = find_facts(report, language, analysis.statements, {resources.lexicon, resources.facts, resources.actor_tables, resources.reader}, resources.knowledge);
  analysis.main_event = find_main_event(report, language, resources.lexicon, resources.reader);
  for (const Sentence& s : language.segmentation.sentences) analysis.sentences.push_back({s.span, s.block, s.title});
  for (const Name& n : language.names.names) analysis.names.push_back({n.span, n.entity, n.adjective, n.metonym});
  for (Reference& r : language.references) analysis.references.push_back({r.span, r.entity, r.kind, std::move(r.reason)});
  analysis.asides = std::move(language.asides);
  analysis.entities = std::move(language.names.entities);
  analysis.times = in_text_order(std::move(language.times), find_printed_times(report, resources.lexicon));
  analysis.quantities = std::move(language.quantities);
  analysis.report = std::move(report);
  return analysis;
}

}  // namespace attache
