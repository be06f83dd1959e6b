#include "lineage/kinship.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "lineage/document.h"
#include "tables/embedded.h"

namespace attache {
namespace {

constexpr std::size_t kLead = 30;  // 4-grams: the first paragraph of a wire story

double ratio(double part, double whole) { return whole > 0 ? part / whole : -1; }

std::size_t count_shared(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t shared = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] < b[k]) ++i;
    else if (b[k] < a[i]) ++k;
    else ++shared, ++i, ++k;
  }
  return shared;
}

// A text's 4-grams in order: which of them the other text has.
struct Pieces {
  std::size_t grams = 0, shared = 0;
  std::size_t unquoted = 0, unquoted_shared = 0;
  std::size_t lead = 0, lead_shared = 0;
  std::size_t runs = 0, longest = 0;
  double weight = 0, weight_shared = 0;  // by rarity
};

Pieces pieces_of(const TextShape& text, const TextShape& other, const SketchIndex& index) {
  Pieces p;
  const std::unordered_set<std::uint64_t> grams(other.grams.begin(), other.grams.end());
  std::size_t run = 0;
  for (std::size_t i = 0; i < text.grams.size(); ++i) {
    const bool shared = grams.contains(text.grams[i]);
    ++p.grams;
    p.shared += shared;
    if (!text.quoted[i]) {
      ++p.unquoted;
      p.unquoted_shared += shared;
    }
    if (i < kLead) {
      ++p.lead;
      p.lead_shared += shared;
    }
    if (const std::size_t holders = index.holders(text.grams[i])) {
      // two reports always hold what they share: a form that many hold weighs little beside it
      const double weight = 1 / std::log2(1.0 + static_cast<double>(std::max<std::size_t>(holders, 2)));
      p.weight += weight;
      if (shared) p.weight_shared += weight;
    }
    run = shared ? run + 1 : 0;
    p.runs += run == 1;
    p.longest = std::max(p.longest, run);
  }
  return p;
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
  const Pieces own = pieces_of(brief, full, index), other = pieces_of(full, brief, index);
  const auto count = [](std::size_t n) { return static_cast<double>(n); };
  const std::vector<std::uint64_t>& numbers = brief.fingerprint.numbers;
  const double names = count(count_shared(brief.names, full.names));
  const bool dated = a.published.value.full() && b.published.value.full();
  const double days = dated ? std::abs(days_of(a.published.value) - days_of(b.published.value)) : -1;
  const double titles = shape_a.title.empty() || shape_b.title.empty() ? -1 : 2 * count(count_shared(shape_a.title, shape_b.title)) / count(shape_a.title.size() + shape_b.title.size());
  const std::array<double, kKinshipSignals.size()> values = {
      ratio(count(own.shared), count(own.grams)), ratio(count(other.shared), count(other.grams)),
      ratio(own.weight_shared, own.weight),
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
      same_agency(a, b)};
  KinshipSignals out;
  std::transform(values.begin(), values.end(), out.begin(), [](double v) { return static_cast<float>(v); });
  return out;
}

Result<BoostedTrees> shipped_kinship() { return parse_boosted_trees(embedded_file("lineage.tsv"), kKinshipSignals, "lineage.tsv"); }

}  // namespace attache
