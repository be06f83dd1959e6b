#include "stories/origins.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>

#include "stories/newsrooms.h"

namespace attache {
Origins find_origins(std::span<const Analysis> analyses, const Lineage& lineage, const Stories& stories) {
  const std::size_t n = analyses.size();
  std::vector<std::uint32_t> root(n);
  std::iota(root.begin(), root.end(), 0u);
  const auto find = [&](std::uint32_t x) {
    while (root[x] != x) x = root[x] = root[root[x]];
    return x;
  };
  const auto join = [&](std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (a != b) root[std::max(a, b)] = std::min(a, b);
  };
  for (const Family& family : lineage.families) {
    for (const Member& member : family.members) join(family.members.front().report, member.report);
  }
  const NewsroomNames names(analyses);
  std::vector<bool> by_newsroom(n, false);
  std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> first;
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::string name = names.key_of(analyses[i].report);
    if (name.empty()) continue;
    const auto [it, fresh] = first.emplace(std::pair(stories.story_of[i], name), i);
    if (!fresh && find(it->second) != find(i)) {
      join(it->second, i);
      by_newsroom[find(i)] = true;
    }
  }
  Origins out;
  out.origin_of.resize(n);
  std::map<std::uint32_t, std::uint32_t> slot;
  for (std::uint32_t i = 0; i < n; ++i) {
    const auto [it, fresh] = slot.emplace(find(i), static_cast<std::uint32_t>(out.origins.size()));
    if (fresh) out.origins.emplace_back();
    out.origin_of[i] = it->second;
    out.origins[it->second].reports.push_back(i);
  }
  for (SourceOrigin& origin : out.origins) {
    // the agency most of its reports name, the first of equals
    std::map<std::string, std::pair<int, std::string>> votes;
    for (std::uint32_t r : origin.reports) {
      const Report& report = analyses[r].report;
      const std::string name = !report.agencies.empty() ? report.agencies.front().value : "";
      if (!name.empty()) {
        auto& [count, display] = votes[names.key(name)];
        ++count;
        if (display.empty()) display = name;
      }
    }
    int best = 0;
    for (const auto& [key, vote] : votes) {
      if (vote.first > best) {
        best = vote.first;
        origin.name = vote.second;
      }
    }
    if (origin.name.empty()) origin.name = analyses[origin.reports.front()].report.outlet.value;
    if (origin.reports.size() > 1) origin.reason = by_newsroom[find(origin.reports.front())] ? "one newsroom on one story" : "copies of one text";
  }
  return out;
}

std::uint32_t count_newsrooms(const Origins& origins, std::span<const std::uint32_t> reports) {
  std::set<std::string> out;
  for (const std::uint32_t report : reports) {
    const std::uint32_t origin = origins.origin_of[report];
    const std::string& name = origins.origins[origin].name;
    out.insert(name.empty() ? "#" + std::to_string(origin) : name);
  }
  return static_cast<std::uint32_t>(out.size());
}

}  // namespace attache
