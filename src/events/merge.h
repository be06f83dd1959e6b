// Stage "events": each political event once, however many reports tell it.
//
// Problem: one shelling stands in forty reports, in three sentences each; counted by mention it is a hundred events, counted by category and
// actors alone every request to one person is one request. Method: mentions join by category, actors and recipients (the dossier's actors,
// else state and sector), and by time; within a report, a family or a story dates that do not contradict each other are enough, between stories the act must be a deed,
// not words, with both sides alike, and told with the same word; one that is told as background joins over the whole thread by date or word.
// Order of joining: document order; a mention joins the record it fits best. Cost: mentions times the records of their category and thread.
// Limits: two raids by the same side on one story and day are one record; whether they were two is for the numbers to tell.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "stories/stories.h"

namespace attache {

struct EventMergeOptions {
  int days = 2;           // dates of one event may differ by this: day of the act, day of the report
  int between_stories = 60;  // days between the reports of a deed told in two stories
};

struct EventRef {
  std::uint32_t report = 0;
  std::uint32_t mention = 0;  // index into Analysis::events
};

// A side of an event.
struct EventParty {
  std::uint32_t actor = 0xFFFFFFFF;  // of the dossier; none for what is only described
  std::string name;                  // the actor's, else the words of the first mention
  std::string country, sector;       // as in Participant
  bool country_inferred = false;
};

struct EventRecord {
  std::string id;
  EventType type = EventType::consult;
  EventStatus status = EventStatus::happened;
  std::string mode;
  std::vector<std::string> contexts;  // that at least half of the mentions have, in the order of most
  std::vector<EventParty> actors, recipients;
  bool reciprocal = false;
  Date begin, end;                    // year 0 = no mention dates it
  bool dates_differ = false;          // mentions give days that lie further apart than EventMergeOptions::days
  bool places_differ = false;         // mentions name places of which none holds the other
  bool numbers_differ = false;        // mentions count the same people or things differently: "40 soldiers", "41 soldiers"
  std::vector<EventRef> mentions;     // in document order
  EventRef best;                      // the mention that names most of both sides
};

// In document order of the first mention. What was asked for, denied or only possible is no event and stays a mention.
[[nodiscard]] std::vector<EventRecord> merge_events(std::span<const Analysis> analyses, const Lineage& lineage, const Stories& stories, const Actors& actors, const EventMergeOptions& options);

}  // namespace attache
