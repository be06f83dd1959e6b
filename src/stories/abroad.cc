#include "stories/abroad.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>

#include "base/hash.h"
#include "base/parallel.h"
#include "language/analysis.h"
#include "lineage/fingerprint.h"
#include "tables/concepts.h"
#include "tables/embedded.h"
#include "text/name_key.h"
#include "text/utf8.h"

namespace attache {
namespace {

constexpr std::uint32_t kLeadBytes = 600;                    // of title and body, as in features.cc
constexpr std::array<double, 2> kPriors = {0, 500};
constexpr std::size_t kPriorSignals = 7;                     // of each
constexpr std::size_t kMean = 2;                             // of these: the mean, then ranks and shares
constexpr std::size_t kLeastKey = 3;                         // letters of a name key: shorter ones are chance
constexpr float kBeginning = 0.5F;                           // weight of the first letters of a key: endings differ

constexpr auto kConcepts = static_cast<std::size_t>(Channel::words), kNames = static_cast<std::size_t>(Channel::names);

// The title and the first paragraphs.
std::string beginning_of(const Report& report) {
  std::string out = report.title.value;
  for (const Block& block : report.blocks) {
    if (!is_body(block.kind) || out.size() >= kLeadBytes) continue;
    const std::string_view text = slice(report.text, block.span);
    out += "\n";
    out += text.substr(0, floor_boundary(text, kLeadBytes));
  }
  return out.substr(0, floor_boundary(out, kLeadBytes));
}

struct Beginning {
  ReportFeatures features;             // concepts as words, name keys and numbers as names
  std::vector<std::uint64_t> numbers;  // sorted, unique
};

void unite(FeatureVector& features) {
  std::sort(features.begin(), features.end(), [](const Feature& a, const Feature& b) { return a.key != b.key ? a.key < b.key : a.weight > b.weight; });
  features.erase(std::unique(features.begin(), features.end(), [](const Feature& a, const Feature& b) { return a.key == b.key; }), features.end());
}

Beginning read_beginning(const Report& report, const ConceptLexicon& lexicon, const Romaniser& romaniser) {
  const std::string text = beginning_of(report);
  Beginning out;
  FeatureVector &concepts = out.features.channels[kConcepts], &names = out.features.channels[kNames];
  for (std::uint64_t key : find_concepts(text, lexicon)) concepts.push_back({key, 1});
  for_each_word(romaniser.romanise(text), [&](std::string_view word, bool number) {
    if (number) {
      if (word.size() < 2) return;
      out.numbers.push_back(hash64(word, 2));
      names.push_back({out.numbers.back(), 1});
      return;
    }
    const std::string key = name_key(word);
    if (key.size() < kLeastKey) return;
    names.push_back({hash64(key, 3), 1});
    if (key.size() > kLeastKey + 1) names.push_back({hash64(key.substr(0, kLeastKey + 1), 4), kBeginning});
  });
  unite(names);
  std::sort(out.numbers.begin(), out.numbers.end());
  out.numbers.erase(std::unique(out.numbers.begin(), out.numbers.end()), out.numbers.end());
  return out;
}

std::size_t count_shared(const FeatureVector& a, const FeatureVector& b) {
  std::size_t shared = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i].key < b[k].key) ++i;
    else if (b[k].key < a[i].key) ++k;
    else ++shared, ++i, ++k;
  }
  return shared;
}

float number_share(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  if (a.empty() || b.empty()) return -1;
  std::vector<std::uint64_t> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<float>(both.size()) / static_cast<float>(std::min(a.size(), b.size()));
}

// Where a pair stands among the pairs of each of its texts.
void place_pairs(std::vector<AbroadPair>& pairs, std::size_t texts, std::size_t prior) {
  const std::size_t mean = prior * kPriorSignals + kMean;
  std::vector<std::vector<float>> likeness_of(texts);
  for (const AbroadPair& p : pairs) {
    likeness_of[p.texts.first].push_back(p.signals[mean]);
    likeness_of[p.texts.second].push_back(p.signals[mean]);
  }
  for (auto& list : likeness_of) std::sort(list.begin(), list.end(), std::greater<>());
  for (AbroadPair& p : pairs) {
    const float own = p.signals[mean];
    const auto rank = [&](const std::vector<float>& list) { return static_cast<float>(std::lower_bound(list.begin(), list.end(), own, std::greater<>()) - list.begin()); };
    const auto share = [&](const std::vector<float>& list) { return list.front() > 0 ? own / list.front() : 0.0F; };
    const std::vector<float>&a = likeness_of[p.texts.first], &b = likeness_of[p.texts.second];
    float* at = p.signals.data() + mean + 1;
    *at++ = std::log(1 + std::min(rank(a), rank(b)));
    *at++ = std::log(1 + std::max(rank(a), rank(b)));
    *at++ = std::min(share(a), share(b));
    *at++ = std::max(share(a), share(b));
  }
}

}  // namespace

std::vector<AbroadPair> abroad_pairs(std::span<const Analysis> analyses, const StoryTexts& texts, const CandidateOptions& options, int threads) {
  const std::size_t n = texts.fullest.size();
  const auto report_of = [&](std::size_t text) -> const Report& { return analyses[texts.fullest[text]].report; };
  std::vector<bool> english(n);
  for (std::size_t t = 0; t < n; ++t) english[t] = is_english(report_of(t));
  if (std::find(english.begin(), english.end(), false) == english.end()) return {};

  std::map<std::string, ConceptLexicon> lexicons;
  for (std::size_t t = 0; t < n; ++t) {
    const std::string language = english[t] ? "en" : report_of(t).language.value;
    if (!lexicons.contains(language)) lexicons.emplace(language, load_concepts(language));
  }
  const Romaniser romaniser;
  std::vector<Beginning> beginnings(n);
  parallel_for(n, threads, [&](std::size_t t) { beginnings[t] = read_beginning(report_of(t), lexicons.at(english[t] ? "en" : report_of(t).language.value), romaniser); });

  CollectionFrequencies frequencies, words;
  for (std::size_t t = 0; t < n; ++t) {
    add_text(frequencies, beginnings[t].features, 1);
    add_text(words, texts.features[texts.fullest[t]], 1);
  }
  std::array<std::vector<FeatureVectors>, kPriors.size()> weighed;
  std::vector<FeatureVectors> all_words(n);
  for (std::size_t p = 0; p < kPriors.size(); ++p) {
    weighed[p].resize(n);
    parallel_for(n, threads, [&](std::size_t t) { weighed[p][t] = weigh(beginnings[t].features, frequencies, kPriors[p]); });
  }
  parallel_for(n, threads, [&](std::size_t t) { all_words[t] = weigh(texts.features[texts.fullest[t]], words, 0); });

  std::vector<Pair> candidates = candidate_pairs(n, [&](std::size_t t) -> const FeatureVectors& { return weighed[1][t]; }, options, threads);
  std::erase_if(candidates, [&](const Pair& p) { return english[p.first] && english[p.second]; });
  std::vector<AbroadPair> pairs(candidates.size());
  parallel_for(candidates.size(), threads, [&](std::size_t c) {
    const auto [a, b] = candidates[c];
    pairs[c].texts = candidates[c];
    float* at = pairs[c].signals.data();
    for (std::size_t p = 0; p < kPriors.size(); ++p) {
      const double concepts = dot(weighed[p][a][kConcepts], weighed[p][b][kConcepts]), names = dot(weighed[p][a][kNames], weighed[p][b][kNames]);
      at[p * kPriorSignals] = static_cast<float>(concepts);
      at[p * kPriorSignals + 1] = static_cast<float>(names);
      at[p * kPriorSignals + kMean] = static_cast<float>((concepts + names) / 2);
    }
    at += kPriors.size() * kPriorSignals;
    const FeatureVectors &x = beginnings[a].features.channels, &y = beginnings[b].features.channels;
    for (std::size_t channel : {kConcepts, kNames}) *at++ = static_cast<float>(count_shared(x[channel], y[channel]));
    for (std::size_t channel : {kConcepts, kNames}) *at++ = static_cast<float>(std::min(x[channel].size(), y[channel].size()));
    *at++ = static_cast<float>(dot(all_words[a][kConcepts], all_words[b][kConcepts]));
    *at++ = std::log(static_cast<float>(n));
    *at++ = texts.days[a].full() && texts.days[b].full() ? static_cast<float>(std::abs(days_of(texts.days[a]) - days_of(texts.days[b]))) : -1.0F;
    *at++ = number_share(beginnings[a].numbers, beginnings[b].numbers);
    *at++ = static_cast<float>(english[a]) + static_cast<float>(english[b]);
  });
  for (std::size_t p = 0; p < kPriors.size(); ++p) place_pairs(pairs, n, p);
  std::erase_if(pairs, [](const AbroadPair& p) { return p.signals[kPriorSignals + kMean] <= 0; });
  return pairs;
}

Result<BoostedTrees> shipped_abroad() { return parse_boosted_trees(embedded_file("stories_abroad.tsv"), kAbroadSignals, "stories_abroad.tsv"); }

}  // namespace attache
