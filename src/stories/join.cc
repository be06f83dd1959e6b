#include "stories/join.h"

#include <algorithm>
#include <cmath>

#include "base/parallel.h"
#include "base/sorted.h"
#include "stories/abroad.h"
#include "stories/neighbours.h"
#include "tables/embedded.h"

namespace attache {
namespace {

constexpr double kLeastLikeness = 0.02;               // of all words by the shipped frequencies: less is chance; the same in training and use
constexpr std::array<double, 2> kMasses = {0, 10};    // of the collection, in those of the shipped frequencies
constexpr std::size_t kMassSignals = 10;              // of each mass
constexpr std::size_t kMean = 5;                      // of these: the mean, then ranks and shares
constexpr std::size_t kFirstOfBeginning = kMasses.size() * kMassSignals + 5;

using WeighedText = std::array<FeatureVectors, kMasses.size()>;

const ReportFeatures& features_of(const StoryTexts& texts, std::uint32_t text) { return texts.features[texts.fullest[text]]; }

void likenesses(const WeighedText& a, const WeighedText& b, std::span<float> out) {
  for (std::size_t m = 0; m < kMasses.size(); ++m) {
    double sum = 0;
    for (std::size_t c = 0; c < kChannels; ++c) {
      const double d = dot(a[m][c], b[m][c]);
      out[m * kMassSignals + c] = static_cast<float>(d);
      if (c != static_cast<std::size_t>(Channel::title)) sum += c == static_cast<std::size_t>(Channel::lead) ? 2 * d : d;  // many texts have no title
    }
    out[m * kMassSignals + kMean] = static_cast<float>(sum / 5);
  }
}

// Share of the features of `part` that stand in `whole`, by their weight in the vectors of their text; -1 where it has none.
double held(const FeatureVector& part, const FeatureVector& whole) {
  double all = 0, shared = 0;
  std::size_t k = 0;
  for (const Feature& f : part) {
    const double weight = static_cast<double>(f.weight) * static_cast<double>(f.weight);
    all += weight;
    while (k < whole.size() && whole[k].key < f.key) ++k;
    if (k < whole.size() && whole[k].key == f.key) shared += weight;
  }
  return all > 0 ? shared / all : -1;
}

// The names of the beginning with their weights.
FeatureVector lead_names(const ReportFeatures& features, const FeatureVector& names) {
  FeatureVector out;
  std::size_t k = 0;
  for (const Feature& f : names) {
    while (k < features.lead_names.size() && features.lead_names[k] < f.key) ++k;
    if (k < features.lead_names.size() && features.lead_names[k] == f.key) out.push_back(f);
  }
  return out;
}

float* put_both(double a, double b, float* at) {
  *at++ = static_cast<float>(std::min(a, b));
  *at++ = static_cast<float>(std::max(a, b));
  return at;
}

float shares_a_day(const std::vector<std::int32_t>& a, const std::vector<std::int32_t>& b) { return a.empty() || b.empty() ? -1.0F : count_shared(a, b) > 0 ? 1.0F : 0.0F; }

double shared_part(const std::vector<std::uint64_t>& part, const std::vector<std::uint64_t>& whole) { return part.empty() ? -1 : static_cast<double>(count_shared(part, whole)) / static_cast<double>(part.size()); }

void beginning_signals(const WeighedText& a, const ReportFeatures& x, const WeighedText& b, const ReportFeatures& y, float* at) {
  constexpr auto kWords = static_cast<std::size_t>(Channel::words), kLead = static_cast<std::size_t>(Channel::lead), kNames = static_cast<std::size_t>(Channel::names), kTitle = static_cast<std::size_t>(Channel::title);
  for (std::size_t m = 0; m < kMasses.size(); ++m) {
    at = put_both(held(a[m][kLead], b[m][kWords]), held(b[m][kLead], a[m][kWords]), at);
    at = put_both(held(a[m][kTitle], b[m][kWords]), held(b[m][kTitle], a[m][kWords]), at);
    at = put_both(held(lead_names(x, a[m][kNames]), b[m][kNames]), held(lead_names(y, b[m][kNames]), a[m][kNames]), at);
  }
  at = put_both(shared_part(x.lead_numbers, y.numbers), shared_part(y.lead_numbers, x.numbers), at);
  *at = shares_a_day(x.lead_days, y.lead_days);
}

void other_signals(const StoryTexts& texts, const Pair& pair, std::span<float> out) {
  const ReportFeatures &x = features_of(texts, pair.first), &y = features_of(texts, pair.second);
  const Date &day = texts.days[pair.first], &other_day = texts.days[pair.second];
  float* at = out.data() + kMasses.size() * kMassSignals;
  *at++ = std::log(static_cast<float>(texts.fullest.size()));
  *at++ = day.full() && other_day.full() ? static_cast<float>(std::abs(days_of(day) - days_of(other_day))) : -1.0F;
  *at++ = std::log(1.0F + static_cast<float>(std::min(x.words, y.words)));
  *at++ = x.numbers.empty() || y.numbers.empty() ? -1.0F : static_cast<float>(count_shared(x.numbers, y.numbers)) / static_cast<float>(std::min(x.numbers.size(), y.numbers.size()));
  *at++ = shares_a_day(x.days, y.days);
}

}  // namespace

std::vector<JoinPair> join_pairs(const StoryTexts& texts, const NewsFrequencies& news, const CandidateOptions& options, int threads) {
  const std::size_t n = texts.fullest.size();
  CollectionFrequencies own;
  for (std::uint32_t t = 0; t < n; ++t) add_text(own, features_of(texts, t), 1);
  std::vector<WeighedText> weighed(n);
  parallel_for(n, threads, [&](std::size_t i) {
    for (std::size_t m = 0; m < kMasses.size(); ++m) weighed[i][m] = weigh(features_of(texts, static_cast<std::uint32_t>(i)), news, own, kMasses[m]);
  });
  const std::vector<Pair> candidates = candidate_pairs(n, [&](std::size_t i) -> const FeatureVectors& { return weighed[i].back(); }, options, threads);
  std::vector<JoinPair> pairs(candidates.size());
  parallel_for(candidates.size(), threads, [&](std::size_t p) {
    const auto [a, b] = candidates[p];
    pairs[p].texts = candidates[p];
    likenesses(weighed[a], weighed[b], pairs[p].signals);
    other_signals(texts, candidates[p], pairs[p].signals);
    beginning_signals(weighed[a], features_of(texts, a), weighed[b], features_of(texts, b), pairs[p].signals.data() + kFirstOfBeginning);
  });
  for (std::size_t m = 0; m < kMasses.size(); ++m) place_among_neighbours(pairs, n, m * kMassSignals + kMean, threads);
  std::erase_if(pairs, [](const JoinPair& p) { return static_cast<double>(p.signals[0]) <= kLeastLikeness; });
  return pairs;
}

Result<StoryModel> shipped_story_model() {
  Result<NewsFrequencies> frequencies = shipped_frequencies();
  if (!frequencies) return tl::unexpected<Error>(frequencies.error());
  Result<BoostedTrees> join = parse_boosted_trees(embedded_file("stories.tsv"), kJoinSignals, "stories.tsv");
  if (!join) return tl::unexpected<Error>(join.error());
  Result<BoostedTrees> abroad = shipped_abroad();
  if (!abroad) return tl::unexpected<Error>(abroad.error());
  return StoryModel{std::move(*frequencies), std::move(*join), std::move(*abroad)};
}

}  // namespace attache
