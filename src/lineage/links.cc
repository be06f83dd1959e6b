#include "lineage/links.h"

#include <algorithm>

#include "base/parallel.h"
#include "base/sorted.h"
#include "lineage/candidates.h"
#include "lineage/text_shape.h"

namespace attache {
namespace {

constexpr std::size_t kSketches = 4096;  // in memory at a time
constexpr std::size_t kTexts = 8u << 20;  // bytes of text whose shapes are in memory at a time, and those of one report's candidates
constexpr double kIdentical = 0.95;      // confidence that reports of the same 4-grams are one text

class Finder {
 public:
  Finder(const std::vector<Document>& documents, const BoostedTrees& kinship, const LinkOptions& options, int threads)
      : documents_(documents), kinship_(kinship), options_(options), threads_(threads), candidates_(documents.size()) {}

  Links run() {
    links_.to_earlier.resize(documents_.size());
    std::size_t compared = 0;
    for (std::size_t begin = 0; begin < documents_.size(); begin += kSketches) {
      const std::size_t end = std::min(begin + kSketches, documents_.size());
      find_candidates(begin, end);
      if (options_.window == 0) continue;
      while (compared < end) compared = compare_from(compared, end);
      if (end < documents_.size()) forget();
    }
    // only now, when the index knows what the whole collection repeats
    while (compared < documents_.size()) compared = compare_from(compared, documents_.size());
    links_.index_bytes = std::max(links_.index_bytes, index_.bytes());
    for (const std::vector<Candidate>& list : candidates_) links_.candidates += list.size();
    return std::move(links_);
  }

 private:
  const std::vector<Document>& documents_;
  const BoostedTrees& kinship_;
  const LinkOptions& options_;
  int threads_;
  SketchIndex index_;
  std::int32_t latest_ = SketchIndex::kNoDay;  // of the days so far
  std::vector<std::vector<Candidate>> candidates_;
  Links links_;

  const Report& report(std::size_t i) const { return *documents_[i].report; }

  void find_candidates(std::size_t begin, std::size_t end) {
    std::vector<Sketch> sketches(end - begin);
    parallel_for(sketches.size(), threads_, [&](std::size_t i) { sketches[i] = make_sketch(make_fingerprint(report(begin + i))); });
    for (std::size_t i = 0; i < sketches.size(); ++i) {
      if (sketches[i].total == 0) continue;
      const std::int32_t day = published_day(report(begin + i));
      latest_ = std::max(latest_, day);
      candidates_[begin + i] = index_.find_and_add(static_cast<std::uint32_t>(begin + i), sketches[i], day, options_.least_estimate, options_.candidates, first_day(day == SketchIndex::kNoDay ? latest_ : day));
    }
  }

  // Of the window that ends on this day.
  std::int32_t first_day(std::int32_t day) const { return options_.window == 0 || day == SketchIndex::kNoDay ? SketchIndex::kNoDay : day - options_.window; }

  // What the window has left behind, when it is half of the index: each time costs as much as the index is large.
  void forget() {
    const std::int32_t first = first_day(latest_);
    if (2 * index_.reports_before(first) >= index_.reports()) links_.index_bytes = std::max(links_.index_bytes, index_.forget_before(first));
  }

  // As many of the reports as fit, with their candidates; returns the one behind them.
  std::size_t compare_from(std::size_t begin, std::size_t last) {
    std::vector<std::uint32_t> needed;
    std::size_t end = begin, bytes = 0;
    const auto need = [&](std::size_t i) {
      needed.push_back(static_cast<std::uint32_t>(i));
      bytes += report(i).text.size();
    };
    for (; end < last && bytes < kTexts; ++end) {
      if (candidates_[end].empty()) continue;
      need(end);
      for (const Candidate& candidate : candidates_[end]) need(candidate.report);
    }
    sort_and_unite(needed);
    std::vector<TextShape> shapes(needed.size());
    parallel_for(needed.size(), threads_, [&](std::size_t i) { shapes[i] = make_shape(report(needed[i])); });
    const auto shape_of = [&](std::size_t i) -> const TextShape& { return shapes[static_cast<std::size_t>(std::lower_bound(needed.begin(), needed.end(), i) - needed.begin())]; };
    parallel_for(end - begin, threads_, [&](std::size_t k) {
      const std::size_t later = begin + k;
      for (const Candidate& candidate : candidates_[later]) {
        const TextShape& own = shape_of(later);
        const TextShape& other = shape_of(candidate.report);
        const Overlap overlap = compare(other.fingerprint, own.fingerprint);
        if (overlap.shared < options_.least_shared || overlap.containment < options_.least_containment) continue;
        const KinshipSignals signals = kinship_signals(report(candidate.report), other, report(later), own, index_);
        // the same words throughout are a copy, however few they are
        const double confidence = std::max(kin_probability(kinship_, signals), overlap.jaccard >= 1 ? kIdentical : 0.0);
        if (confidence >= options_.bound) links_.to_earlier[later].push_back({candidate.report, static_cast<std::uint32_t>(later), overlap, confidence, lead_share(own, other), signals});
      }
    });
    return end;
  }
};

}  // namespace

Links find_links(const std::vector<Document>& documents, const BoostedTrees& kinship, const LinkOptions& options, int threads) { return Finder(documents, kinship, options, threads).run(); }

}  // namespace attache
