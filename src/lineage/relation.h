// What two reports are to each other, how sure that is, and why in words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lineage/kinship.h"

namespace attache {

enum class Relation : std::uint8_t {
  same_text,   // kin: the same words but for a few
  edited,      // kin: a version of the other
  excerpt,     // kin: nearly all of the one stands in the longer other, which opens with it or goes on from it
  digest,      // kin: one of several texts that the longer one holds
  form,        // not kin: the same sentences filled in with other facts (market reports, results, one agency's series)
  quotations,  // not kin: what they share stands inside quotation marks
  separate     // not kin: independent texts, of one event or of two
};
[[nodiscard]] std::string_view name_of(Relation relation);

struct Judgement {
  Relation relation = Relation::separate;
  double confidence = 0;  // that they are kin, or that they are not
  std::string reason;     // "81 % of the shorter text stands in the other, 45 words in one piece; 3 of 4 numbers agree"
};

// `kin`: probability by the trained decision; from `bound` on the reports are kin.
[[nodiscard]] Judgement judge(const KinshipSignals& signals, double kin, double bound);

}  // namespace attache
