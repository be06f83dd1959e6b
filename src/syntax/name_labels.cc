#include "syntax/name_labels.h"

#include <algorithm>
#include <limits>

namespace attache {
namespace {

enum Part : std::uint32_t { begin, inside, end, single, none };

Part part_of(std::uint32_t label) { return label == 0 ? none : static_cast<Part>((label - 1) % 4); }
std::uint32_t kind_of(std::uint32_t label) { return label == 0 ? 99 : (label - 1) / 4; }
bool is_open(std::uint32_t label) { return part_of(label) == begin || part_of(label) == inside; }

}  // namespace

bool may_follow(std::uint32_t label, std::uint32_t before) {
  const bool goes_on = part_of(label) == inside || part_of(label) == end;
  return is_open(before) ? goes_on && kind_of(label) == kind_of(before) : !goes_on;
}

std::vector<std::uint32_t> best_name_labels(const Matrix& scores) {
  const std::size_t n = scores.rows, count = scores.cols;
  constexpr float kNever = -std::numeric_limits<float>::infinity();
  std::vector<std::uint32_t> out(n, 0);
  if (n == 0) return out;
  std::vector<float> best(count, kNever), next(count);
  std::vector<std::uint8_t> from(n * count, 0);
  for (std::uint32_t l = 0; l < count; ++l) {
    if (may_follow(l, 0)) best[l] = scores.row(0)[l];
  }
  for (std::size_t t = 1; t < n; ++t) {
    // only "not open" or one kind's open labels go before: two maxima are enough
    std::fill(next.begin(), next.end(), kNever);
    std::uint32_t closed = 0;
    for (std::uint32_t l = 1; l < count; ++l) {
      if (!is_open(l) && best[l] > best[closed]) closed = l;
    }
    for (std::uint32_t l = 0; l < count; ++l) {
      std::uint32_t before = closed;
      const Part p = part_of(l);
      if (p == inside || p == end) {
        const std::uint32_t b = kind_of(l) * 4 + 1;
        before = best[b] >= best[b + 1] ? b : b + 1;
      }
      next[l] = best[before] + scores.row(t)[l];
      from[t * count + l] = static_cast<std::uint8_t>(before);
    }
    best.swap(next);
  }
  std::uint32_t at = 0;
  for (std::uint32_t l = 1; l < count; ++l) {
    if (!is_open(l) && best[l] > best[at]) at = l;
  }
  for (std::size_t t = n; t-- > 0;) {
    out[t] = at;
    at = from[t * count + at];
  }
  return out;
}

}  // namespace attache
