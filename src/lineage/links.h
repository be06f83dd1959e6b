// Links: pairs of reports of which one descends from the text of the other. Candidates from the sketch index, then a trained
// decision over the whole of both texts (kinship.h).
// With a window of days, for a stream without end, a report is judged by what the index knew soon after it came.
// Cost: a look-up and at most `candidates` comparisons a report; texts are read in groups of bounded size: what is made of one is
// used for all its comparisons in the group, and nothing of it stays.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "boosting/boosted_trees.h"
#include "lineage/document.h"
#include "lineage/fingerprint.h"
#include "lineage/kinship.h"

namespace attache {

struct LinkOptions {
  double bound = 0.50;             // least probability of kinship; five-fold on the Reuters leads F1 .895, .886 and .882 at .40, .50 and .60, before the guard of kinship.h
  std::uint32_t least_shared = 3;  // 4-grams
  double least_containment = 0.12; // three kin pairs of the training sets share less, most candidates by chance do; halves the time of verification
  std::size_t candidates = 16;     // verified a report
  double least_estimate = 0.18;    // of the sketches: two standard errors below a containment of .40 for 48 samples
  int window = 0;                  // days: copies are looked for among the reports of so many days before, and what is older is forgotten; 0 = among all
};

struct Link {
  std::uint32_t a = 0, b = 0;  // a < b
  Overlap overlap;
  double confidence = 0;
  double lead = 0;  // share of the later one's first paragraph that the earlier one has
  KinshipSignals signals{};
};

struct Links {
  std::vector<std::vector<Link>> to_earlier;  // of each report, best candidate first
  std::size_t candidates = 0;                 // compared
  std::size_t index_bytes = 0;                // resident, at most, while links were looked for
};

// Documents come in canonical order.
[[nodiscard]] Links find_links(const std::vector<Document>& documents, const BoostedTrees& kinship, const LinkOptions& options, int threads);

}  // namespace attache
