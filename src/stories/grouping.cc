#include "stories/grouping.h"

#include <algorithm>
#include <queue>
#include <tuple>
#include <unordered_map>

namespace attache {
namespace {

struct Entry {
  double mean;
  std::uint32_t a, b;
  std::uint32_t version_a, version_b;
};

struct Later {
  bool operator()(const Entry& x, const Entry& y) const { return x.mean != y.mean ? x.mean < y.mean : std::tie(x.a, x.b) > std::tie(y.a, y.b); }
};

}  // namespace

std::vector<std::uint32_t> average_link(std::size_t nodes, const std::vector<Edge>& edges, const std::vector<double>& sizes, double bound) {
  std::vector<std::unordered_map<std::uint32_t, double>> sums(nodes);  // group -> neighbour -> sum of similarities
  std::vector<double> size(nodes, 1);
  for (std::size_t i = 0; i < sizes.size(); ++i) size[i] = sizes[i];
  std::vector<std::uint32_t> group(nodes), version(nodes, 0);
  std::vector<std::vector<std::uint32_t>> members(nodes);
  for (std::uint32_t i = 0; i < nodes; ++i) {
    group[i] = i;
    members[i] = {i};
  }
  std::priority_queue<Entry, std::vector<Entry>, Later> heap;
  for (const Edge& e : edges) {
    const double weighted = e.similarity * size[e.a] * size[e.b];
    sums[e.a][e.b] += weighted;
    sums[e.b][e.a] += weighted;
  }
  for (std::uint32_t a = 0; a < nodes; ++a) {
    for (const auto& [b, sum] : sums[a]) {
      if (a < b) heap.push({sum / (size[a] * size[b]), a, b, 0, 0});
    }
  }
  while (!heap.empty()) {
    const Entry top = heap.top();
    heap.pop();
    if (top.mean < bound) break;
    if (version[top.a] != top.version_a || version[top.b] != top.version_b) continue;
    // the smaller map goes into the larger one; the joined group keeps the smaller index
    std::uint32_t keep = top.a, gone = top.b;
    if (sums[gone].size() > sums[keep].size()) std::swap(sums[gone], sums[keep]);
    // after the swap both maps still name neighbours; self entries are dropped
    for (const auto& [n, sum] : sums[gone]) {
      if (n == keep || n == gone) continue;
      sums[keep][n] += sum;
    }
    sums[keep].erase(keep);
    sums[keep].erase(gone);
    sums[gone].clear();
    size[keep] += size[gone];
    members[keep].insert(members[keep].end(), members[gone].begin(), members[gone].end());
    members[gone].clear();
    ++version[keep];
    version[gone] = 0xFFFFFFFF;
    for (const auto& [n, sum] : sums[keep]) {
      sums[n].erase(gone);
      sums[n][keep] = sum;
      heap.push({sum / (size[keep] * size[n]), std::min(keep, n), std::max(keep, n), version[std::min(keep, n)], version[std::max(keep, n)]});
    }
  }
  for (std::uint32_t g = 0; g < nodes; ++g) {
    if (members[g].empty()) continue;
    const std::uint32_t smallest = *std::min_element(members[g].begin(), members[g].end());
    for (std::uint32_t m : members[g]) group[m] = smallest;
  }
  return group;
}

}  // namespace attache
