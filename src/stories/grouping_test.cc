#include "stories/grouping.h"

#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>

namespace attache {
namespace {

using Groups = std::vector<std::uint32_t>;

TEST(AverageLink, NoNodes) { EXPECT_TRUE(average_link(0, {}, {}, 0.5).empty()); }

TEST(AverageLink, WithoutEdgesEachStaysAlone) { EXPECT_EQ(average_link(3, {}, {}, 0.1), (Groups{0, 1, 2})); }

TEST(AverageLink, TheBoundItselfJoins) {
  EXPECT_EQ(average_link(2, {{0, 1, 0.5}}, {}, 0.5), (Groups{0, 0}));
  EXPECT_EQ(average_link(2, {{0, 1, 0.5}}, {}, 0.51), (Groups{0, 1}));
}

TEST(AverageLink, AMissingEdgeCountsAsZero) {
  // 0-1 joins; then the mean of 2 to {0, 1} is (.75 + 0) / 2
  EXPECT_EQ(average_link(3, {{0, 1, 1.0}, {1, 2, 0.75}}, {}, 0.5), (Groups{0, 0, 2}));
  EXPECT_EQ(average_link(3, {{0, 1, 1.0}, {1, 2, 0.75}}, {}, 0.375), (Groups{0, 0, 0}));
}

TEST(AverageLink, NoChainOfNeighbours) {
  // each is near the next only: 0-1 and 2-3 join, then their mean is .5 / 4
  EXPECT_EQ(average_link(4, {{0, 1, 0.75}, {1, 2, 0.5}, {2, 3, 0.75}}, {}, 0.25), (Groups{0, 0, 2, 2}));
}

TEST(AverageLink, TheNearestPairFirst) {
  EXPECT_EQ(average_link(3, {{0, 1, 0.5}, {1, 2, 0.75}}, {}, 0.5), (Groups{0, 1, 1}));
}

TEST(AverageLink, TiesGoToTheSmallerIndex) {
  EXPECT_EQ(average_link(3, {{1, 2, 0.5}, {0, 1, 0.5}}, {}, 0.5), (Groups{0, 0, 2}));
}

TEST(AverageLink, EdgesMayComeInAnyOrderAndDirection) {
  EXPECT_EQ(average_link(4, {{3, 1, 0.75}, {2, 0, 0.75}}, {}, 0.5), (Groups{0, 1, 0, 1}));
}

TEST(AverageLink, AHeavyNodeCountsAsManyItems) {
  // {0 of size 3, 1} and 2: mean is (3 x .5 + 1 x 0) / 4 with sizes, .25 without
  const std::vector<Edge> edges = {{0, 1, 1.0}, {0, 2, 0.5}};
  EXPECT_EQ(average_link(3, edges, {3, 1, 1}, 0.375), (Groups{0, 0, 0}));
  EXPECT_EQ(average_link(3, edges, {}, 0.375), (Groups{0, 0, 2}));
}

// Average linkage from the definition: the mean over all pairs of items, counted anew for all pairs of groups each time.
Groups slow_average_link(std::size_t nodes, const std::vector<Edge>& edges, const std::vector<double>& sizes, double bound) {
  std::vector<std::vector<double>> similarity(nodes, std::vector<double>(nodes, 0));
  for (const Edge& e : edges) similarity[e.a][e.b] = similarity[e.b][e.a] = e.similarity;
  std::vector<std::vector<std::uint32_t>> groups;  // by smallest member
  for (std::uint32_t i = 0; i < nodes; ++i) groups.push_back({i});
  for (;;) {
    double best = 0;
    std::size_t best_a = 0, best_b = 0;
    for (std::size_t a = 0; a < groups.size(); ++a) {
      for (std::size_t b = a + 1; b < groups.size(); ++b) {
        double sum = 0, pairs = 0;
        for (std::uint32_t x : groups[a]) {
          for (std::uint32_t y : groups[b]) {
            sum += similarity[x][y] * sizes[x] * sizes[y];
            pairs += sizes[x] * sizes[y];
          }
        }
        if (sum > 0 && sum / pairs > best) best = sum / pairs, best_a = a, best_b = b;
      }
    }
    if (best == 0 || best < bound) break;
    groups[best_a].insert(groups[best_a].end(), groups[best_b].begin(), groups[best_b].end());
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(best_b));
  }
  Groups out(nodes);
  for (const auto& group : groups) {
    for (std::uint32_t m : group) out[m] = *std::min_element(group.begin(), group.end());
  }
  return out;
}

TEST(AverageLink, AgreesWithASlowTwinOnGeneratedGraphs) {
  std::uint32_t state = 20240312;
  const auto below = [&](std::uint32_t bound) {
    state = state * 1664525u + 1013904223u;
    return static_cast<std::uint32_t>((static_cast<std::uint64_t>(state) * bound) >> 32);
  };
  std::size_t joined = 0;
  for (int round = 0; round < 400; ++round) {
    SCOPED_TRACE(round);
    const std::uint32_t nodes = 1 + below(24);
    std::vector<double> sizes(nodes, 1);
    if (round % 2) {
      for (double& s : sizes) s = 1 + below(4);
    }
    // sixteenths: sums are exact in both, so that ties are ties
    std::vector<Edge> edges;
    for (std::uint32_t a = 0; a < nodes; ++a) {
      for (std::uint32_t b = a + 1; b < nodes; ++b) {
        if (below(3) == 0) edges.push_back(below(2) ? Edge{a, b, (1 + below(16)) / 16.0} : Edge{b, a, (1 + below(16)) / 16.0});
      }
    }
    for (std::size_t i = edges.size(); i > 1; --i) std::swap(edges[i - 1], edges[below(static_cast<std::uint32_t>(i))]);
    const double bound = (1 + below(10)) / 20.0;
    const Groups found = average_link(nodes, edges, round % 2 ? sizes : std::vector<double>{}, bound);
    EXPECT_EQ(found, slow_average_link(nodes, edges, sizes, bound));
    for (std::uint32_t i = 0; i < nodes; ++i) joined += found[i] != i;
  }
  EXPECT_GT(joined, 500u);
}

}  // namespace
}  // namespace attache
