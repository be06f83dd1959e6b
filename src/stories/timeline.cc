#include "stories/timeline.h"

#include <algorithm>
#include <map>

#include "base/parallel.h"
#include "stories/timeline_line.h"
#include "stories/timeline_sentences.h"
#include "stories/timeline_topic.h"

namespace attache {
namespace {

// Day -> score, of the days with any evidence. Sums run in the order of the texts, so they are the same on every run.
std::map<int, double> score_days(const TimelineReports& all, const TimelineOptions& options) {
  std::map<std::pair<int, std::uint32_t>, double> best;  // day, text
  for (const TimelineReport& r : all.reports) {
    for (const TimelineSentence& s : r.sentences) {
      for (const DayMention& m : s.days) {
        double& known = best[{m.day, r.text}];
        known = std::max(known, mention_weight(r, s, m, options));
      }
    }
  }
  std::map<int, double> evidence;
  for (const auto& [at, weight] : best) evidence[at.first] += weight;
  for (const TimelineReport& r : all.reports) {
    if (!r.first_of_text) continue;
    const double volume = options.volume / 2 * (r.on_topic ? 1 : options.volume_off_topic);
    for (const int day : {*r.published, *r.published - 1}) {
      if (!options.named_only || all.named_in.contains(day)) evidence[day] += volume;
    }
  }
  std::map<int, double> scores;
  const auto of = [&](int day) {
    const auto found = evidence.find(day);
    return found == evidence.end() ? 0.0 : found->second;
  };
  for (const auto& [day, weight] : evidence) scores[day] = weight + options.neighbour * (of(day - 1) + of(day + 1));
  return scores;
}

// The heaviest days within the range, in their own order; of equals the earlier.
std::vector<std::pair<int, double>> pick(const std::map<int, double>& scores, const TimelineOptions& options) {
  std::vector<std::pair<int, double>> days;
  for (const auto& [day, score] : scores) {
    if (score <= 0 || (options.from.year && day < days_of(options.from)) || (options.to.year && day > days_of(options.to))) continue;
    days.emplace_back(day, score);
  }
  std::stable_sort(days.begin(), days.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  days.resize(std::min(days.size(), options.days));
  std::sort(days.begin(), days.end());
  return days;
}

}  // namespace

std::vector<TimelineDay> find_timeline(std::span<const Analysis> analyses, const Lineage& lineage, std::span<const std::uint32_t> reports, const TimelineOptions& options) {
  TimelineReports all = read_timeline_reports(analyses, lineage, reports, options);
  set_topics(all, analyses, options);
  LineChooser lines(all, analyses, options);
  std::vector<TimelineDay> out;
  for (const auto& picked : pick(score_days(all, options), options)) {
    const int day = picked.first;
    const std::optional<SentenceRef> line = lines.choose(day);
    if (!line) continue;
    const TimelineReport& report = all.reports[line->report];
    const TimelineSentence& sentence = report.sentences[line->sentence];
    TimelineDay entry{date_of(day), picked.second, report.report, sentence.span, false, {}};
    entry.named = std::any_of(sentence.days.begin(), sentence.days.end(), [&](const DayMention& m) { return m.day == day; });
    if (const auto named = all.named_in.find(day); named != all.named_in.end()) entry.reports = named->second;
    const auto at = std::lower_bound(entry.reports.begin(), entry.reports.end(), entry.report);
    if (at == entry.reports.end() || *at != entry.report) entry.reports.insert(at, entry.report);
    out.push_back(std::move(entry));
  }
  return out;
}

std::vector<std::vector<TimelineDay>> find_timelines(std::span<const Analysis> analyses, const Lineage& lineage, const Stories& stories, const TimelineOptions& options, int threads) {
  std::vector<std::vector<TimelineDay>> out(stories.threads.size());
  parallel_for(out.size(), threads, [&](std::size_t t) {
    std::vector<std::uint32_t> reports;
    for (const std::uint32_t s : stories.threads[t].stories) reports.insert(reports.end(), stories.stories[s].reports.begin(), stories.stories[s].reports.end());
    if (reports.size() < 2) return;
    out[t] = find_timeline(analyses, lineage, reports, options);
    if (out[t].size() < 2) out[t].clear();
  });
  return out;
}

}  // namespace attache
