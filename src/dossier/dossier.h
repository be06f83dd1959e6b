// The dossier: everything the stages found about a set of reports, in canonical order. Writers (json.h, html.h, the
// store) only read it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "analysis/analysis.h"
#include "base/error.h"
#include "decisions/decision.h"
#include "events/merge.h"
#include "facts/merge.h"
#include "lineage/family.h"
#include "statements/merge.h"
#include "stories/dating.h"
#include "stories/origins.h"
#include "stories/stories.h"
#include "stories/story_event.h"
#include "stories/timeline.h"

namespace attache {

// An input that is, letter by letter and address by address, a report already stored.
struct Duplicate {
  std::string source;
  std::string of;  // report id
};

// Who published: an agency, else an outlet, else one report of unknown origin. Its letter names reports ("R1") and
// stands in the gauges.
struct Newsroom {
  std::string name;    // empty = not stated
  std::string letter;  // "R"; "Aa" and so on once the letters are used up
  std::vector<std::uint32_t> reports;
};

// Of the story that most origins tell, in the largest thread: the headline that shares most words with the headlines of
// the thread; the first body sentence where no report has a headline.
struct DossierTitle {
  std::string words;
  std::uint32_t report = 0;
  Span span;  // where the words stand; empty when they come from metadata
};

struct Dossier {
  std::vector<Analysis> analyses;  // by publication time, then id
  Lineage lineage;
  Stories stories;
  std::vector<DateBound> bounds;  // of each report; empty for dated ones
  Origins origins;
  std::vector<StoryEvent> story_events;             // of each story: who did what, when and where
  std::vector<std::vector<TimelineDay>> timelines;  // of each thread; empty where it names fewer than two days or is one report
  Actors actors;
  std::vector<Statement> statements;
  std::vector<EventRecord> events;                  // political events, each once
  std::vector<Fact> facts;                          // each once, what is disputed first
  std::vector<Decision> decisions;                  // one a question asked, in that order

  DossierTitle title;
  std::vector<std::uint32_t> order;         // reports as a person reads them (reading_order.h)
  std::vector<std::uint32_t> place;         // of each report in that order
  std::vector<std::uint32_t> story_order;   // stories and threads in that order
  std::vector<std::uint32_t> thread_order;
  std::vector<Newsroom> newsrooms;          // most reports first
  std::vector<std::uint32_t> newsroom_of;   // of each report
  std::vector<std::string> labels;          // of each report: letter and number, "R2"
  std::vector<std::uint32_t> thread_of_story;

  std::vector<Duplicate> duplicates;
  std::vector<Error> refused;
};

// Fills title, orders, newsrooms, labels and thread_of_story from the rest.
void label_reports(Dossier& dossier);

// Number of independent origins behind a set of reports: newsrooms, or single texts where the newsroom is not stated
// (copies of one text count once).
[[nodiscard]] std::uint32_t count_origins(const Dossier& dossier, const std::vector<std::uint32_t>& reports);

// The newsrooms behind a set of reports, in the order of Dossier::newsrooms, each once.
[[nodiscard]] std::vector<std::uint32_t> newsrooms_of(const Dossier& dossier, const std::vector<std::uint32_t>& reports);

// Distinct reports of a statement, in document order.
[[nodiscard]] std::vector<std::uint32_t> reports_of(const Statement& statement);

[[nodiscard]] std::vector<std::uint32_t> reports_of(const EventRecord& event);

// Stable ids: the hash of what makes the thing what it is (its first report, usually).
[[nodiscard]] std::string family_id(const Dossier& dossier, std::size_t family);
[[nodiscard]] std::string origin_id(const Dossier& dossier, std::size_t origin);
[[nodiscard]] std::string story_id(const Dossier& dossier, std::size_t story);
[[nodiscard]] std::string thread_id(const Dossier& dossier, std::size_t thread);

// First body sentence of a report; an empty span when it has none.
[[nodiscard]] Span lead_of(const Analysis& analysis);

// The report that tells a story best: of the origin with most reports, dated, with a headline; the first of equals.
[[nodiscard]] std::uint32_t chief_report(const Dossier& dossier, const Story& story);

}  // namespace attache
