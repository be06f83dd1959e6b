#include "lineage/relation.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace attache {
namespace {

constexpr std::array<std::string_view, 7> kNames = {"same text", "edited version", "excerpt", "digest", "form filled in anew", "shared quotations", "separate texts"};

double signal(const KinshipSignals& signals, std::string_view name) {
  const auto at = std::find(kKinshipSignals.begin(), kKinshipSignals.end(), name);
  return at == kKinshipSignals.end() ? -1 : static_cast<double>(signals[static_cast<std::size_t>(at - kKinshipSignals.begin())]);
}

// Of a signal that is the log of 1 + a count.
long count_of(const KinshipSignals& signals, std::string_view name) { return std::lround(std::expm1(std::max(0.0, signal(signals, name)))); }

// The bounds are those of the labels that the training pairs carry (data/training/lineage).
Relation relation_of(const KinshipSignals& s, bool kin) {
  const double held = signal(s, "short_in_long");
  if (!kin) {
    if (held >= 0.2 && signal(s, "quoted") >= 0.6) return Relation::quotations;
    if (held >= 0.3 && (count_of(s, "swaps") >= 2 || signal(s, "days_held") > 1)) return Relation::form;
    return Relation::separate;
  }
  if (signal(s, "ratio") <= 0.6 && signal(s, "long_lead") < 0.3 && signal(s, "long_in_short") < 0.5) return Relation::digest;
  if (held >= 0.85 && signal(s, "ratio") <= 0.8) return Relation::excerpt;
  return held >= 0.9 && signal(s, "long_in_short") >= 0.9 ? Relation::same_text : Relation::edited;
}

std::string reason_of(const KinshipSignals& s) {
  std::string out = fmt::format("{:.0f} % of the shorter text's word sequences stand in the other", 100 * std::max(0.0, signal(s, "short_in_long")));
  if (const long run = count_of(s, "longest_run"); run > 0) out += fmt::format(", {} words in one piece", run + 3);
  const long numbers = count_of(s, "number_count");
  const long agreed = std::lround(static_cast<double>(numbers) * std::max(0.0, signal(s, "numbers")));
  if (numbers == 1) out += agreed == 1 ? "; the number agrees" : "; the number differs";
  if (numbers > 1) out += fmt::format("; {} of {} numbers agree", agreed, numbers);
  if (const long places = count_of(s, "swaps"); places > 0) {
    out += fmt::format("; {} of a few words differ between equal pieces", places == 1 ? "one place" : fmt::format("{} places", places));
    const long swapped = std::lround(static_cast<double>(places) * std::max(0.0, signal(s, "swapped_numbers"))), names = std::lround(static_cast<double>(places) * std::max(0.0, signal(s, "swapped_names")));
    if (swapped > 0) out += fmt::format(", {} by a number", swapped);
    if (names > 0) out += fmt::format(", {} by a name", names);
  }
  if (signal(s, "quoted") >= 0.5) out += "; most of it is quoted";
  return out;
}

}  // namespace

std::string_view name_of(Relation relation) { return kNames[static_cast<std::size_t>(relation)]; }

Judgement judge(const KinshipSignals& signals, double kin, double bound) {
  const bool is_kin = kin >= bound;
  return {relation_of(signals, is_kin), is_kin ? kin : 1 - kin, reason_of(signals)};
}

}  // namespace attache
