// The timeline of a set of reports: which days mattered, and one cited sentence for each.
//
// Problem: the reports of a long affair name hundreds of days. Method:
//   read    sentences with the days they name (timeline_sentences.h); a sentence that several reports hold counts once,
//           copies of one text (families) have one vote
//   topic   names that most openings share; a sentence is on topic by how many of them it or its neighbours hold
//           (timeline_topic.h): keeps out comments, other countries, local news
//   score   of a day: over the texts the best mention each, more when it is explicit, on topic, at the head of its sentence and
//           long after the day; a little for reports published on it and the day after, and for the days beside it
//   line    among the sentences that name the day, or open a report of that day or the next: likest to the others, long enough
//           (timeline_line.h)
// Dates as evidence after Tran et al. 2015 and Gholipour Ghalandari & Ifrim 2020. Figures: docs/stages/stories.md.
// Cost: linear in the text, n log n in the days. Limits: a day told without its date is not seen.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/analysis.h"
#include "lineage/family.h"
#include "stories/stories.h"

namespace attache {

// Set by hand on the nine timelines of bench/timeline, where a change of a fifth moves date F1 by less than .01 unless noted;
// a search on two of the three crises and test on the third gains nothing over them.
struct TimelineOptions {
  std::size_t days = 30;  // at most
  Date from{}, to{};      // only days in this range; year 0 = no bound
  bool named_only = false;  // only days that a sentence names: none for which only the time of publication speaks

  // sentences
  std::uint32_t least_words = 6;  // fewer are menus and time stamps; 9 and 3 are worse
  std::uint32_t lead = 30;        // sentences of a report's opening

  // topic
  double name_share = 0.6;  // a topic name stands in at least this share of as many openings as the commonest one
  double name_full = 1.5;   // so much name weight in a sentence is the full topic
  std::uint32_t near = 2;   // sentences on each side that lend their topic; without them -.03
  double off_topic = 0.05;  // weight with no topic name near

  // kind of mention: date with or without year, weekday, yesterday or tomorrow, today
  double dated = 1.0, weekday = 0.7, yesterday = 0.5, today = 0.15;
  double lag = 0.3;         // more for a day still named long after: 1 + lag ln(1 + days); without it -.03
  int lag_days = 120;       // at most
  double ahead = 0.5;       // named before it comes
  double dated_line = 0.5;  // bonus of a date at the head of its sentence, a line of a chronicle
  double volume = 0.3;      // of a text published on the day, half of it the day after
  double volume_off_topic = 0.1;
  double neighbour = 0.1;   // share of the days beside it: crises come in runs

  // the line
  std::uint32_t opening = 3;    // sentences of a report of that day or the next that may stand for it unnamed
  double opening_weight = 0.25;
  double other_day = 0.3;       // factor of an opening that tells another day
  std::uint32_t good_words = 25, most_words = 60;
  double no_prose = 0.3;        // factor of menus and captions
  double used = 0.1;            // factor of a sentence that stands for another day already
};

struct TimelineDay {
  Date day;
  double weight = 0;
  std::uint32_t report = 0;  // of the line
  Span span;                 // its sentence
  bool named = false;        // the sentence names the day; otherwise it opens a report of that day or the next
  std::vector<std::uint32_t> reports;  // that name the day, copies too, and always that of the line; ascending
};

// `reports`: indexes into `analyses`, in any order. The days come in their own order, the heaviest `options.days` of them.
[[nodiscard]] std::vector<TimelineDay> find_timeline(std::span<const Analysis> analyses, const Lineage& lineage, std::span<const std::uint32_t> reports, const TimelineOptions& options);

// Of each thread; empty for a thread of one report, and for one with fewer than two days.
[[nodiscard]] std::vector<std::vector<TimelineDay>> find_timelines(std::span<const Analysis> analyses, const Lineage& lineage, const Stories& stories, const TimelineOptions& options, int threads);

}  // namespace attache
