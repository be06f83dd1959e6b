#include "training/lineage.h"

#include "lineage/document.h"
#include "lineage/kinship.h"

namespace attache {

TrainingRows kinship_rows(std::span<const JudgedReports> folders) {
  TrainingRows rows;
  rows.signals.assign(kKinshipSignals.begin(), kKinshipSignals.end());
  for (const JudgedReports& folder : folders) {
    SketchIndex index;
    for (std::uint32_t i = 0; i < folder.reports.size(); ++i) index.add(i, make_sketch(make_fingerprint(folder.reports[i])), published_day(folder.reports[i]));
    for (const JudgedPair& pair : folder.pairs) {
      const Report &a = folder.reports[pair.a], &b = folder.reports[pair.b];
      const KinshipSignals signals = kinship_signals(a, make_shape(a), b, make_shape(b), index);
      rows.values.insert(rows.values.end(), signals.begin(), signals.end());
      rows.weights.push_back(static_cast<float>(pair.weight));
      rows.positive.push_back(pair.copy);
    }
  }
  return rows;
}

}  // namespace attache
