#include "lineage/candidates.h"

#include <algorithm>

namespace attache {
namespace {

// Share of `a`'s sampled 4-grams below both bounds that `b` has too.
double estimate(const Sketch& a, const Sketch& b) {
  const std::uint32_t bound = std::min(a.bound, b.bound);
  std::size_t na = 0, nb = 0, shared = 0;
  std::size_t i = 0, k = 0;
  while (i < a.kept.size() && a.kept[i] <= bound && k < b.kept.size() && b.kept[k] <= bound) {
    if (a.kept[i] < b.kept[k]) {
      ++na, ++i;
    } else if (b.kept[k] < a.kept[i]) {
      ++nb, ++k;
    } else {
      ++na, ++nb, ++shared, ++i, ++k;
    }
  }
  for (; i < a.kept.size() && a.kept[i] <= bound; ++i) ++na;
  for (; k < b.kept.size() && b.kept[k] <= bound; ++k) ++nb;
  const std::size_t smaller = std::min(na, nb);
  return smaller ? static_cast<double>(shared) / static_cast<double>(smaller) : 0;
}

}  // namespace

std::vector<Candidate> SketchIndex::find(const Sketch& sketch, double least, std::size_t most) const {
  std::unordered_map<std::uint32_t, std::uint32_t> hits;
  for (std::uint32_t hash : sketch.kept) {
    const auto found = postings_.find(hash);
    if (found == postings_.end()) continue;
    for (std::uint32_t slot : found->second) ++hits[slot];
  }
  std::vector<Candidate> candidates;
  for (const auto& [slot, count] : hits) {
    if (count < 2 && sketch.kept.size() > 8) continue;
    const double containment = estimate(sketch, sketches_[slot]);
    if (containment >= least) candidates.push_back({reports_[slot], containment});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.containment != b.containment ? a.containment > b.containment : a.report < b.report; });
  if (candidates.size() > most) candidates.resize(most);
  return candidates;
}

void SketchIndex::add(std::uint32_t report, Sketch sketch) {
  const auto slot = static_cast<std::uint32_t>(sketches_.size());
  for (std::uint32_t hash : sketch.kept) {
    std::vector<std::uint32_t>& list = postings_[hash];
    if (list.size() < kPostings) list.push_back(slot);
  }
  sketches_.push_back(std::move(sketch));
  reports_.push_back(report);
}

}  // namespace attache
