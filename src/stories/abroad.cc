#include "stories/abroad.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "base/hash.h"
#include "base/parallel.h"
#include "base/sorted.h"
#include "language/analysis.h"
#include "lineage/words.h"
#include "stories/neighbours.h"
#include "tables/concepts.h"
#include "tables/embedded.h"
#include "text/name_key.h"
#include "text/utf8.h"

namespace attache {
namespace {

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
  sort_and_unite(out.numbers);
  return out;
}

std::size_t shared_keys(const FeatureVector& a, const FeatureVector& b) {
  const auto keys = [](const FeatureVector& features) {
    std::vector<std::uint64_t> out;
    for (const Feature& f : features) out.push_back(f.key);
    return out;
  };
  return count_shared(keys(a), keys(b));
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
    for (std::size_t channel : {kConcepts, kNames}) *at++ = static_cast<float>(shared_keys(x[channel], y[channel]));
    for (std::size_t channel : {kConcepts, kNames}) *at++ = static_cast<float>(std::min(x[channel].size(), y[channel].size()));
    *at++ = static_cast<float>(dot(all_words[a][kConcepts], all_words[b][kConcepts]));
    *at++ = std::log(static_cast<float>(n));
    *at++ = texts.days[a].full() && texts.days[b].full() ? static_cast<float>(std::abs(days_of(texts.days[a]) - days_of(texts.days[b]))) : -1.0F;
    const std::vector<std::uint64_t> &numbers = beginnings[a].numbers, &others = beginnings[b].numbers;
    *at++ = numbers.empty() || others.empty() ? -1.0F : static_cast<float>(count_shared(numbers, others)) / static_cast<float>(std::min(numbers.size(), others.size()));
    *at++ = static_cast<float>(english[a]) + static_cast<float>(english[b]);
  });
  for (std::size_t p = 0; p < kPriors.size(); ++p) place_among_neighbours(pairs, n, p * kPriorSignals + kMean, threads);
  std::erase_if(pairs, [](const AbroadPair& p) { return p.signals[kPriorSignals + kMean] <= 0; });
  return pairs;
}

Result<BoostedTrees> shipped_abroad() { return parse_boosted_trees(embedded_file("stories_abroad.tsv"), kAbroadSignals, "stories_abroad.tsv"); }

}  // namespace attache
