#include "dossier/reading_order.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace attache {
namespace {

constexpr int kNoDay = std::numeric_limits<int>::max();

std::vector<int> days(const Dossier& d) {
  std::vector<int> out(d.analyses.size(), kNoDay);
  for (std::size_t r = 0; r < out.size(); ++r) {
    const Date& stated = d.analyses[r].report.published.value;
    const Date& bound = d.bounds[r].not_before;
    if (stated.year) out[r] = days_of(stated);
    else if (bound.year) out[r] = days_of(bound);
  }
  for (const Family& family : d.lineage.families) {
    for (const Member& m : family.members) {  // parents stand before their copies
      if (m.parent < 0 || d.analyses[m.report].report.published.value.year) continue;
      const int parent = out[family.members[static_cast<std::size_t>(m.parent)].report];
      if (parent != kNoDay && (out[m.report] == kNoDay || out[m.report] < parent)) out[m.report] = parent;
    }
  }
  return out;
}

std::vector<std::uint32_t> numbers_up_to(std::size_t count) {
  std::vector<std::uint32_t> out(count);
  std::iota(out.begin(), out.end(), 0u);
  return out;
}

// Indexes of groups by the smallest place one of their members has.
template <class Members>
std::vector<std::uint32_t> by_first_member(std::size_t groups, const std::vector<std::uint32_t>& order, std::size_t items, Members members) {
  std::vector<std::uint32_t> place(items), first(groups, std::numeric_limits<std::uint32_t>::max());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  for (std::size_t g = 0; g < groups; ++g) {
    for (std::uint32_t m : members(g)) first[g] = std::min(first[g], place[m]);
  }
  std::vector<std::uint32_t> out = numbers_up_to(groups);
  std::stable_sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) { return first[a] < first[b]; });
  return out;
}

}  // namespace

std::vector<std::uint32_t> reading_order(const Dossier& d) {
  const std::vector<int> day = days(d);
  const auto key = [&](std::uint32_t r) {
    const int minute = d.analyses[r].report.published_minute;
    const bool timed = d.analyses[r].report.published.value.year && minute != kNoTime;
    return std::tuple(day[r], timed ? minute : 24 * 60, d.lineage.family_of[r] < 0 ? 0 : d.lineage.member_of[r], r);
  };
  std::vector<std::uint32_t> order = numbers_up_to(d.analyses.size());
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  return order;
}

std::vector<std::uint32_t> story_order(const Dossier& d, const std::vector<std::uint32_t>& order) {
  return by_first_member(d.stories.stories.size(), order, d.analyses.size(), [&](std::size_t s) -> const std::vector<std::uint32_t>& { return d.stories.stories[s].reports; });
}

std::vector<std::uint32_t> thread_order(const Dossier& d, const std::vector<std::uint32_t>& order) {
  return by_first_member(d.stories.threads.size(), order, d.stories.stories.size(), [&](std::size_t t) -> const std::vector<std::uint32_t>& { return d.stories.threads[t].stories; });
}

}  // namespace attache
