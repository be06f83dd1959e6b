#include "lineage/kinship.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/sorted.h"
#include "lineage/document.h"
#include "tables/embedded.h"

namespace attache {
namespace {

constexpr std::size_t kLead = 30;  // 4-grams: the first paragraph of a wire story

using Flags = std::vector<std::uint8_t>;  // one for each 4-gram

double ratio(double part, double whole) { return whole > 0 ? part / whole : -1; }

// A text's 4-grams in order: which of them the other text has.
struct Pieces {
  std::size_t grams = 0, shared = 0;
  std::size_t unquoted = 0, unquoted_shared = 0;
  std::size_t lead = 0, lead_shared = 0;
  std::size_t runs = 0, longest = 0;
};

Pieces pieces_of(const TextShape& text, const Flags& shared) {
  Pieces p;
  std::size_t run = 0;
  for (std::size_t i = 0; i < text.grams.size(); ++i) {
    ++p.grams;
    p.shared += shared[i];
    if (!text.quoted[i]) {
      ++p.unquoted;
      p.unquoted_shared += shared[i];
    }
    if (i < kLead) {
      ++p.lead;
      p.lead_shared += shared[i];
    }
    run = shared[i] ? run + 1 : 0;
    p.runs += run == 1;
    p.longest = std::max(p.longest, run);
  }
  return p;
}

// How common a text's 4-grams are, of those that the sketches of both texts keep.
struct Commonness {
  double weight = 0, weight_shared = 0;       // by rarity
  double sampled = 0, reports = 0, days = 0;  // of the shared ones: logs of the holders and their days
};

Commonness commonness_of(const TextShape& text, const Flags& shared, const SketchIndex& index, std::uint8_t level) {
  Commonness c;
  for (std::uint64_t gram : text.grams) index.prefetch(gram, level);
  for (std::size_t i = 0; i < text.grams.size(); ++i) {
    const SketchIndex::Holders holders = index.holders(text.grams[i], level);
    if (holders.reports == 0) continue;
    // two reports always hold what they share: a form that many hold weighs little beside it
    const double weight = 1 / std::log2(1.0 + static_cast<double>(std::max<std::size_t>(holders.reports, 2)));
    c.weight += weight;
    if (!shared[i]) continue;
    c.weight_shared += weight;
    c.sampled += 1;
    c.reports += std::log2(static_cast<double>(holders.reports));
    c.days += std::log2(static_cast<double>(std::max<std::size_t>(holders.days, 1)));
  }
  return c;
}

// The 4-grams of a text, for one question each (open addressing, half full at most; a hash of 0 counts as none).
class GramSet {
 public:
  explicit GramSet(const std::vector<std::uint64_t>& grams) : places_(std::bit_ceil(2 * grams.size() + 1)) {
    for (std::uint64_t gram : grams) places_[place(gram)] = gram;
  }
  [[nodiscard]] bool contains(std::uint64_t gram) const { return gram != 0 && places_[place(gram)] == gram; }

 private:
  std::vector<std::uint64_t> places_;
  [[nodiscard]] std::size_t place(std::uint64_t gram) const {
    const std::size_t last = places_.size() - 1;
    std::size_t at = gram & last;
    while (places_[at] != 0 && places_[at] != gram) at = (at + 1) & last;
    return at;
  }
};

Flags shared_grams(const TextShape& text, const TextShape& other) {
  const GramSet grams(other.grams);
  Flags out(text.grams.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = grams.contains(text.grams[i]);
  return out;
}

// What stands between two shared pieces and is at most a few words: a form is filled in anew there, a desk edits elsewhere.
struct Swaps {
  std::size_t places = 0, numbers = 0, names = 0;
};

Swaps swaps_of(const TextShape& text, const Flags& shared) {
  constexpr std::size_t kMostWords = 5;
  Swaps out;
  std::size_t end = 0;  // behind the last word of a shared piece; 0 = none yet
  for (std::size_t i = 0; i < shared.size(); ++i) {
    if (!shared[i]) continue;
    if (end > 0 && i > end && i - end <= kMostWords) {
      const auto has = [&](TextShape::Word kind) { return std::find(text.words.begin() + static_cast<std::ptrdiff_t>(end), text.words.begin() + static_cast<std::ptrdiff_t>(i), kind) != text.words.begin() + static_cast<std::ptrdiff_t>(i); };
      ++out.places;
      if (has(TextShape::Word::number)) ++out.numbers;
      else if (has(TextShape::Word::name)) ++out.names;
    }
    end = std::max(end, i + 4);
  }
  return out;
}

double same_agency(const Report& a, const Report& b) {
  if (a.agencies.empty() || b.agencies.empty()) return -1;
  for (const auto& x : a.agencies) {
    for (const auto& y : b.agencies) {
      if (x.value == y.value) return 1;
    }
  }
  return 0;
}

}  // namespace

KinshipSignals kinship_signals(const Report& a, const TextShape& shape_a, const Report& b, const TextShape& shape_b, const SketchIndex& index) {
  const bool a_short = shape_a.grams.size() <= shape_b.grams.size();
  const TextShape& brief = a_short ? shape_a : shape_b;
  const TextShape& full = a_short ? shape_b : shape_a;
  const Flags in_full = shared_grams(brief, full), in_brief = shared_grams(full, brief);
  const std::uint8_t level = sample_level(full.fingerprint.shingles.size());  // 4-grams of this level are in both sketches
  const Pieces own = pieces_of(brief, in_full), other = pieces_of(full, in_brief);
  const Commonness common = commonness_of(brief, in_full, index, level);
  const Swaps swaps = swaps_of(brief, in_full);
  const auto count = [](std::size_t n) { return static_cast<double>(n); };
  const std::vector<std::uint64_t>& numbers = brief.fingerprint.numbers;
  const double names = count(count_shared(brief.names, full.names));
  const bool dated = a.published.value.full() && b.published.value.full();
  const double days = dated ? std::abs(days_of(a.published.value) - days_of(b.published.value)) : -1;
  const double titles = shape_a.title.empty() || shape_b.title.empty() ? -1 : 2 * count(count_shared(shape_a.title, shape_b.title)) / count(shape_a.title.size() + shape_b.title.size());
  const std::array<double, kKinshipSignals.size()> values = {
      ratio(count(own.shared), count(own.grams)), ratio(count(other.shared), count(other.grams)),
      ratio(common.weight_shared, common.weight),
      ratio(count(own.unquoted_shared), count(own.unquoted)),
      ratio(count(own.shared - own.unquoted_shared), count(own.shared)),
      std::log1p(count(own.shared)),
      std::log1p(count(own.longest)), own.runs == 0 ? 0 : std::log1p(count(own.shared) / count(own.runs)),
      ratio(count(own.lead_shared), count(own.lead)), ratio(count(other.lead_shared), count(other.lead)),
      ratio(count(count_shared(numbers, full.fingerprint.numbers)), count(numbers.size())),
      std::log1p(count(numbers.size())),
      ratio(names, count(brief.names.size())), ratio(names, count(full.names.size())),
      titles, days,
      std::log1p(static_cast<double>(brief.fingerprint.words)),
      ratio(static_cast<double>(brief.fingerprint.words), static_cast<double>(full.fingerprint.words)),
      same_agency(a, b),
      ratio(common.reports, common.sampled), ratio(common.days, common.sampled),
      std::log1p(count(swaps.places)), ratio(count(swaps.numbers), count(swaps.places)), ratio(count(swaps.names), count(swaps.places))};
  KinshipSignals out;
  std::transform(values.begin(), values.end(), out.begin(), [](double v) { return static_cast<float>(v); });
  return out;
}

double lead_share(const TextShape& text, const TextShape& other) {
  const GramSet grams(other.grams);
  const std::size_t lead = std::min(kLead, text.grams.size());
  const auto shared = std::count_if(text.grams.begin(), text.grams.begin() + static_cast<std::ptrdiff_t>(lead), [&](std::uint64_t gram) { return grams.contains(gram); });
  return ratio(static_cast<double>(shared), static_cast<double>(lead));
}

double kin_probability(const BoostedTrees& kinship, const KinshipSignals& signals) {
  constexpr float kLeastShare = 0.4F;
  constexpr float kLeastRun = 12;      // 4-grams: fifteen words
  constexpr double kDoubtful = 0.25;
  constexpr auto kShare = static_cast<std::size_t>(0), kRun = static_cast<std::size_t>(6);
  static_assert(kKinshipSignals[kShare] == "short_in_long" && kKinshipSignals[kRun] == "longest_run");
  const double probable = probability(kinship, signals);
  return signals[kShare] >= kLeastShare || std::expm1(signals[kRun]) >= kLeastRun - 0.5F ? probable : std::min(probable, kDoubtful);
}

Result<BoostedTrees> shipped_kinship() { return parse_boosted_trees(embedded_file("lineage.tsv"), kKinshipSignals, "lineage.tsv"); }

}  // namespace attache
