#include "lineage/candidates.h"

#include <algorithm>
#include <array>
#include <utility>

namespace attache {
namespace {

// Sampled hashes up to a bound.
std::size_t count_below(const Sketch& s, std::uint32_t bound) {
  return static_cast<std::size_t>(std::upper_bound(s.kept.begin(), s.kept.end(), bound) - s.kept.begin());
}

// Share of the smaller sample below both bounds that the other has too; 0 when `most_shared` cannot reach `least`.
double estimate(const Sketch& a, const Sketch& b, std::size_t most_shared, double least) {
  const std::uint32_t bound = std::min(a.bound, b.bound);
  const std::size_t na = count_below(a, bound), nb = count_below(b, bound);
  const std::size_t smaller = std::min(na, nb);
  if (smaller == 0 || static_cast<double>(most_shared) < least * static_cast<double>(smaller)) return 0;
  std::size_t shared = 0;
  for (std::size_t i = 0, k = 0; i < na && k < nb;) {
    const std::uint32_t x = a.kept[i], y = b.kept[k];
    shared += x == y;
    i += x <= y;
    k += y <= x;
  }
  return static_cast<double>(shared) / static_cast<double>(smaller);
}

}  // namespace

std::vector<Candidate> SketchIndex::find(const Sketch& sketch, double least, std::size_t most) {
  touched_.clear();
  std::uint32_t cut = 0;  // 4-grams whose lists are full: a slot may hold them without a hit
  for (std::uint32_t hash : sketch.kept) {
    const auto found = postings_.find(hash);
    if (found == postings_.end()) continue;
    cut += found->second.size() == kPostings;
    for (std::uint32_t slot : found->second) {
      if (hits_[slot]++ == 0) touched_.push_back(slot);
    }
  }
  std::vector<Candidate> candidates;
  for (std::uint32_t slot : touched_) {
    const std::uint32_t count = std::exchange(hits_[slot], 0);
    if (count < 2 && sketch.kept.size() > 8) continue;
    const double containment = estimate(sketch, sketches_[slot], count + cut, least);
    if (containment >= least) candidates.push_back({reports_[slot], containment});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.containment != b.containment ? a.containment > b.containment : a.report < b.report; });
  if (candidates.size() > most) candidates.resize(most);
  return candidates;
}

SketchIndex::Holders SketchIndex::holders(std::uint64_t gram) const {
  const auto found = postings_.find(static_cast<std::uint32_t>(gram >> 32));
  if (found == postings_.end()) return {};
  std::array<std::int32_t, kPostings> days{};
  std::size_t count = 0;
  for (std::uint32_t slot : found->second) {
    if (days_[slot] != kNoDay) days[count++] = days_[slot];
  }
  std::sort(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(count));
  const auto distinct = static_cast<std::size_t>(std::unique(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(count)) - days.begin());
  return {found->second.size(), distinct};
}

void SketchIndex::add(std::uint32_t report, Sketch sketch, std::int32_t day) {
  const auto slot = static_cast<std::uint32_t>(sketches_.size());
  for (std::uint32_t hash : sketch.kept) {
    std::vector<std::uint32_t>& list = postings_[hash];
    if (list.size() < kPostings) list.push_back(slot);
  }
  hits_.push_back(0);
  sketches_.push_back(std::move(sketch));
  reports_.push_back(report);
  days_.push_back(day);
}

}  // namespace attache
