#include "syntax/spanning_tree.h"

#include <algorithm>
#include <limits>

namespace attache {
namespace {

constexpr float kNever = -1e30f;

// Nodes 0 (root) to n; score[d][h]. Returns heads[1..n]; heads[0] is unused.
std::vector<std::uint32_t> edmonds(const std::vector<std::vector<float>>& score) {
  const std::size_t n = score.size();
  std::vector<std::uint32_t> head(n, 0);
  for (std::size_t d = 1; d < n; ++d) {
    float best = -std::numeric_limits<float>::infinity();
    for (std::size_t h = 0; h < n; ++h) {
      if (h != d && score[d][h] > best) {
        best = score[d][h];
        head[d] = static_cast<std::uint32_t>(h);
      }
    }
  }
  // a cycle
  std::vector<std::uint32_t> seen(n, 0);
  std::vector<std::uint32_t> cycle;
  for (std::size_t start = 1; start < n && cycle.empty(); ++start) {
    std::size_t at = start;
    while (at != 0 && seen[at] == 0) {
      seen[at] = static_cast<std::uint32_t>(start);
      at = head[at];
    }
    if (at != 0 && seen[at] == start) {
      std::size_t c = at;
      do {
        cycle.push_back(static_cast<std::uint32_t>(c));
        c = head[c];
      } while (c != at);
    }
  }
  if (cycle.empty()) return head;
  std::vector<bool> inside(n, false);
  for (const std::uint32_t c : cycle) inside[c] = true;
  std::vector<std::uint32_t> outer;  // nodes outside the cycle, in order; the contracted node comes last
  for (std::size_t v = 0; v < n; ++v) {
    if (!inside[v]) outer.push_back(static_cast<std::uint32_t>(v));
  }
  const std::size_t m = outer.size() + 1, whole = m - 1;
  std::vector<std::vector<float>> smaller(m, std::vector<float>(m, kNever));
  std::vector<std::uint32_t> enters(m, cycle[0]), leaves(m, cycle[0]);
  for (std::size_t a = 0; a < outer.size(); ++a) {
    for (std::size_t b = 0; b < outer.size(); ++b) smaller[a][b] = score[outer[a]][outer[b]];
    for (const std::uint32_t c : cycle) {
      if (score[outer[a]][c] > smaller[a][whole]) {  // from the cycle to a
        smaller[a][whole] = score[outer[a]][c];
        leaves[a] = c;
      }
      const float gain = score[c][outer[a]] - score[c][head[c]];  // from a into the cycle
      if (gain > smaller[whole][a]) {
        smaller[whole][a] = gain;
        enters[a] = c;
      }
    }
  }
  const std::vector<std::uint32_t> inner = edmonds(smaller);
  for (std::size_t a = 1; a < outer.size(); ++a) head[outer[a]] = inner[a] == whole ? leaves[a] : outer[inner[a]];
  const std::uint32_t from = inner[whole];
  head[enters[from]] = outer[from];
  return head;
}

double total(const std::vector<std::vector<float>>& score, const std::vector<std::uint32_t>& head) {
  double sum = 0;
  for (std::size_t d = 1; d < head.size(); ++d) sum += static_cast<double>(score[d][head[d]]);
  return sum;
}

std::vector<std::uint32_t> greedy_heads(const Matrix& scores) {
  std::vector<std::uint32_t> out(scores.rows, 0);
  for (std::size_t d = 0; d < scores.rows; ++d) {
    const float* row = scores.row(d);
    float best = -std::numeric_limits<float>::infinity();
    for (std::size_t h = 0; h < scores.cols; ++h) {
      if (h != d + 1 && row[h] > best) {
        best = row[h];
        out[d] = static_cast<std::uint32_t>(h);
      }
    }
  }
  return out;
}

// One root and no cycle.
bool is_tree(const std::vector<std::uint32_t>& heads) {
  if (std::count(heads.begin(), heads.end(), 0u) != 1) return false;
  std::vector<std::uint32_t> seen(heads.size() + 1, 0);
  for (std::size_t start = 1; start <= heads.size(); ++start) {
    std::size_t at = start;
    while (at != 0 && seen[at] == 0) {
      seen[at] = static_cast<std::uint32_t>(start);
      at = heads[at - 1];
    }
    if (at != 0 && seen[at] == start) return false;
  }
  return true;
}

}  // namespace

std::vector<std::uint32_t> best_tree(const Matrix& scores) {
  const std::size_t n = scores.rows;
  if (std::vector<std::uint32_t> greedy = greedy_heads(scores); is_tree(greedy)) return greedy;
  std::vector<std::vector<float>> score(n + 1, std::vector<float>(n + 1, kNever));
  for (std::size_t d = 0; d < n; ++d) {
    for (std::size_t h = 0; h <= n; ++h) {
      if (h != d + 1) score[d + 1][h] = scores.row(d)[h];
    }
  }
  std::vector<std::uint32_t> best = edmonds(score);
  std::vector<std::size_t> roots;
  for (std::size_t d = 1; d <= n; ++d) {
    if (best[d] == 0) roots.push_back(d);
  }
  if (roots.size() > 1) {
    double most = -std::numeric_limits<double>::infinity();
    for (const std::size_t root : roots) {
      auto only = score;
      for (std::size_t d = 1; d <= n; ++d) {
        if (d != root) only[d][0] = kNever;
      }
      std::vector<std::uint32_t> tree = edmonds(only);
      if (const double sum = total(score, tree); sum > most) {
        most = sum;
        best = std::move(tree);
      }
    }
  }
  best.erase(best.begin());
  return best;
}

}  // namespace attache
