// What happened on which day of a thread: one sentence a day, as its report has it. The heaviest days are open, for a page
// is read in order; the others are folded in the same order.
#include <algorithm>

#include <fmt/format.h>

#include "base/strings.h"
#include "dossier/html/parts.h"

namespace attache {
namespace {

constexpr std::size_t kOpenDays = 12;  // a screen and a half

std::string row(const PageContext& c, const TimelineDay& day) {
  return fmt::format("<li class=r data-o=\"{}\"><span class=\"v tx\"><time datetime={}>{}</time> {}</span>{}<span class=cs>{}</span></li>", c.letters(day.reports), to_string(day.day), short_date(day.day), escape_html(collapse_space(c.words(day.report, day.span))), c.gauge(day.reports), c.cite(day.report, day.span.begin));
}

}  // namespace

std::string days_of_thread(const PageContext& c, std::uint32_t thread) {
  const std::vector<TimelineDay>& days = c.d.timelines[thread];
  if (days.empty()) return {};
  std::vector<double> weights;
  for (const TimelineDay& day : days) weights.push_back(day.weight);
  std::sort(weights.begin(), weights.end(), std::greater<>());
  const double least = days.size() > kOpenDays ? weights[kOpenDays - 1] : 0;
  std::string open, folded;
  std::size_t hidden = 0;
  for (const TimelineDay& day : days) {
    if (day.weight >= least) {
      open += row(c, day);
    } else {
      folded += row(c, day);
      ++hidden;
    }
  }
  std::string out = "<h4>Day by day</h4><p class=sm>Days that sentences of these reports name, each with one of these sentences. The number counts the independent origins that name the day.</p><ol class=rows>" + open + "</ol>";
  if (hidden) out += fmt::format("<details><summary>{}</summary><ol class=rows>{}</ol></details>", counted(hidden, "further day"), folded);
  return out;
}

}  // namespace attache
