// What a timeline is made from: the sentences of its reports, headlines too, and the days that they name.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "stories/timeline.h"

namespace attache {

enum class DayKind : std::uint8_t { dated, weekday, yesterday, today };  // yesterday: tomorrow and "two days ago" too

struct DayMention {
  int day = 0;  // days_of
  DayKind kind = DayKind::dated;
};

struct TimelineSentence {
  Span span;
  std::uint32_t words = 0;  // between blanks
  std::vector<DayMention> days;
  std::optional<int> opens;  // the day whose date stands at its head
  double names = 0;          // of the topic in itself, 0 to 1
  double topic = 0;          // with its neighbours
};

struct TimelineReport {
  std::uint32_t report = 0;  // index into the analyses
  std::uint32_t text = 0;    // reports of one family have one number; ascending by first report
  std::optional<int> published;
  bool first_of_text = false;  // the first report of its family with a date
  bool on_topic = false;
  std::vector<TimelineSentence> sentences;  // that no earlier report holds
};

struct TimelineReports {
  std::vector<TimelineReport> reports;  // by publication, undated last, then id
  std::map<int, std::vector<std::uint32_t>> named_in;  // day -> reports that name it, ascending
  std::uint32_t texts = 0;
};

// A report that its agency took back is left out.
[[nodiscard]] TimelineReports read_timeline_reports(std::span<const Analysis> analyses, const Lineage& lineage, std::span<const std::uint32_t> reports, const TimelineOptions& options);

// The weight of a sentence for a day that it names: of one mention, and the best of all, 0 if it does not name it.
[[nodiscard]] double mention_weight(const TimelineReport& report, const TimelineSentence& sentence, const DayMention& mention, const TimelineOptions& options);
[[nodiscard]] double day_weight(const TimelineReport& report, const TimelineSentence& sentence, int day, const TimelineOptions& options);

}  // namespace attache
