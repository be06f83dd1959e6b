#include "lineage/document.h"

#include <algorithm>
#include <tuple>

namespace attache {

PublicationTime publication_time(const Report& report) {
  PublicationTime time;
  if (!report.published.value.full()) return time;
  time.dated = true;
  time.timed = report.published_minute != kNoTime;
  time.minute = 1440LL * days_of(report.published.value) + (time.timed ? report.published_minute : 1439);
  return time;
}

std::int32_t published_day(const Report& report) { return report.published.value.full() ? days_of(report.published.value) : INT32_MIN; }

int compare_publication(const Report& a, const Report& b) {
  const PublicationTime ta = publication_time(a);
  const PublicationTime tb = publication_time(b);
  if (!ta.dated || !tb.dated) return 0;
  if (ta.timed && tb.timed) return ta.minute < tb.minute ? -1 : ta.minute > tb.minute ? 1 : 0;
  const int da = days_of(a.published.value);
  const int db = days_of(b.published.value);
  return da < db ? -1 : da > db ? 1 : 0;
}

bool comes_before(const Report& a, const Report& b) {
  const PublicationTime ta = publication_time(a);
  const PublicationTime tb = publication_time(b);
  if (ta.dated != tb.dated) return ta.dated;
  if (ta.minute != tb.minute) return ta.minute < tb.minute;
  return std::tie(a.id, a.source) < std::tie(b.id, b.source);
}

void sort_reports(std::vector<Analysis>& analyses) {
  std::sort(analyses.begin(), analyses.end(), [](const Analysis& a, const Analysis& b) { return comes_before(a.report, b.report); });
}

}  // namespace attache
