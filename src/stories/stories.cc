#include "stories/stories.h"

#include <algorithm>
#include <map>

#include "base/parallel.h"
#include "language/analysis.h"
#include "stories/abroad.h"
#include "stories/grouping.h"
#include "stories/join.h"
#include "stories/texts.h"

namespace attache {
namespace {

// Of two texts by the collection's words, for threads: the mean over the channels, the beginning counting twice.
double similarity(const FeatureVectors& a, const FeatureVectors& b) {
  double sum = 0, weights = 0;
  for (std::size_t c = 0; c < kChannels; ++c) {
    if (c == static_cast<std::size_t>(Channel::title)) continue;
    const double w = c == static_cast<std::size_t>(Channel::lead) ? 2 : 1;
    sum += w * dot(a[c], b[c]);
    weights += w;
  }
  return sum / weights;
}

CollectionFrequencies count_texts(const std::vector<ReportFeatures>& features, const Lineage& lineage) {
  CollectionFrequencies frequencies;
  for (std::size_t i = 0; i < features.size(); ++i) {
    const std::int32_t family = lineage.family_of[i];
    const double vote = family < 0 ? 1 : 1.0 / static_cast<double>(lineage.families[static_cast<std::size_t>(family)].members.size());
    add_text(frequencies, features[i], vote);
  }
  return frequencies;
}

class Finder {
 public:
  Finder(std::span<const Analysis> analyses, const Lineage& lineage, const Lexicon& lexicon, const StoryModel& model, const StoryOptions& options, int threads)
      : analyses_(analyses), model_(model), options_(options), threads_(threads), texts_(make_texts(analyses, lineage, lexicon, threads)), frequencies_(count_texts(texts_.features, lineage)) {}

  Stories run() {
    Stories out;
    group_reports(out);
    group_stories(out);
    return out;
  }

 private:
  std::span<const Analysis> analyses_;
  const StoryModel& model_;
  const StoryOptions& options_;
  int threads_;
  StoryTexts texts_;
  CollectionFrequencies frequencies_;  // one vote a family

  std::vector<FeatureVectors> weigh_all(double prior) const {
    std::vector<FeatureVectors> vectors(texts_.features.size());
    parallel_for(texts_.features.size(), threads_, [&](std::size_t i) { vectors[i] = weigh(texts_.features[i], frequencies_, prior); });
    return vectors;
  }

  bool english(std::uint32_t text) const { return is_english(analyses_[texts_.fullest[text]].report); }

  void group_reports(Stories& out) {
    std::map<Pair, double> together;
    const std::vector<JoinPair> pairs = join_pairs(texts_, model_.frequencies, options_.candidates, threads_);
    std::vector<double> probabilities(pairs.size());
    parallel_for(pairs.size(), threads_, [&](std::size_t p) { probabilities[p] = probability(model_.join, pairs[p].signals); });
    for (std::size_t p = 0; p < pairs.size(); ++p) together[pairs[p].texts] = probabilities[p];
    std::erase_if(together, [&](const auto& pair) { return !english(pair.first.first) || !english(pair.first.second); });
    for (const AbroadPair& pair : abroad_pairs(analyses_, texts_, options_.abroad, threads_)) together[pair.texts] = probability(model_.abroad, pair.signals);
    const std::vector<SharedUtterance> utterances = shared_utterances(analyses_, options_.utterances);
    for (const SharedUtterance& u : utterances) {
      const std::uint32_t a = texts_.text_of[u.reports.first], b = texts_.text_of[u.reports.second];
      if (a == b) continue;
      double& p = together[{std::min(a, b), std::max(a, b)}];
      p = std::max(p, options_.utterance_probability);
    }
    std::vector<Edge> edges;
    for (const auto& [pair, p] : together) edges.push_back({pair.first, pair.second, p});
    const std::vector<std::uint32_t> group = average_link(texts_.fullest.size(), edges, {}, options_.bound);

    std::map<std::uint32_t, std::uint32_t> story_of_group;
    out.story_of.resize(analyses_.size());
    for (std::uint32_t i = 0; i < analyses_.size(); ++i) {
      const auto [it, fresh] = story_of_group.emplace(group[texts_.text_of[i]], static_cast<std::uint32_t>(out.stories.size()));
      if (fresh) out.stories.emplace_back();
      out.story_of[i] = it->second;
      out.stories[it->second].reports.push_back(i);
    }
    for (const SharedUtterance& u : utterances) {
      if (out.story_of[u.reports.first] != out.story_of[u.reports.second] || texts_.text_of[u.reports.first] == texts_.text_of[u.reports.second]) continue;
      Story& story = out.stories[out.story_of[u.reports.first]];
      std::string reason = "both quote the same words: " + u.words;
      if (story.reasons.size() < 3 && std::find(story.reasons.begin(), story.reasons.end(), reason) == story.reasons.end()) story.reasons.push_back(std::move(reason));
    }
  }

  void group_stories(Stories& out) const {
    const std::vector<FeatureVectors> vectors = weigh_all(options_.thread_prior);
    const std::vector<Pair> pairs = candidate_pairs(vectors.size(), [&](std::size_t i) -> const FeatureVectors& { return vectors[i]; }, options_.candidates, threads_);
    std::vector<double> similarities(pairs.size());
    parallel_for(pairs.size(), threads_, [&](std::size_t p) { similarities[p] = similarity(vectors[pairs[p].first], vectors[pairs[p].second]); });
    std::map<Pair, std::pair<double, int>> between;  // mean over the pairs seen
    for (std::size_t p = 0; p < pairs.size(); ++p) {
      const std::uint32_t a = out.story_of[pairs[p].first], b = out.story_of[pairs[p].second];
      if (a == b) continue;
      auto& [sum, count] = between[{std::min(a, b), std::max(a, b)}];
      sum += similarities[p];
      ++count;
    }
    std::vector<Edge> edges;
    for (const auto& [pair, mean] : between) edges.push_back({pair.first, pair.second, mean.first / mean.second});
    const std::vector<std::uint32_t> group = average_link(out.stories.size(), edges, {}, options_.thread_bound);
    std::map<std::uint32_t, std::size_t> thread_of_group;
    for (std::uint32_t s = 0; s < out.stories.size(); ++s) {
      const auto [it, fresh] = thread_of_group.emplace(group[s], out.threads.size());
      if (fresh) out.threads.emplace_back();
      out.threads[it->second].stories.push_back(s);
    }
  }
};

}  // namespace

Stories find_stories(std::span<const Analysis> analyses, const Lineage& lineage, const Lexicon& lexicon, const StoryModel& model, const StoryOptions& options, int threads) {
  return Finder(analyses, lineage, lexicon, model, options, threads).run();
}

}  // namespace attache
