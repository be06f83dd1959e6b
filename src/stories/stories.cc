#include "stories/stories.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "base/hash.h"
#include "base/parallel.h"
#include "base/strings.h"
#include "lineage/edits.h"
#include "stories/features.h"
#include "stories/grouping.h"
#include "text/fold.h"

namespace attache {
namespace {

using Vectors = std::array<FeatureVector, kChannels>;

double similarity(const Vectors& a, const Vectors& b, double lead_weight) {
  double sum = 0, weights = 0;
  for (std::size_t c = 0; c < kChannels; ++c) {
    const double w = c == static_cast<std::size_t>(Channel::lead) ? lead_weight : 1;
    sum += w * dot(a[c], b[c]);
    weights += w;
  }
  return sum / weights;
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;

// Candidate pairs: reports that share one of each other's weightiest words, the ones that share most first.
std::vector<Pair> candidate_pairs(const std::vector<Vectors>& vectors, std::size_t index_words, std::size_t most, int threads) {
  const std::size_t n = vectors.size();
  std::vector<FeatureVector> top(n);
  std::unordered_map<std::uint64_t, std::vector<Feature>> index;  // word -> (report, weight)
  for (std::size_t i = 0; i < n; ++i) {
    // words and names are enough to find what the other channels then weigh
    for (std::size_t c : {static_cast<std::size_t>(Channel::words), static_cast<std::size_t>(Channel::names)}) {
      FeatureVector v = vectors[i][c];
      const std::size_t keep = std::min(index_words, v.size());
      std::partial_sort(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(keep), v.end(), [](const Feature& a, const Feature& b) { return a.weight != b.weight ? a.weight > b.weight : a.key < b.key; });
      for (std::size_t k = 0; k < keep; ++k) {
        const Feature f{mix(v[k].key + c), v[k].weight};
        top[i].push_back(f);
        index[f.key].push_back({i, f.weight});
      }
    }
  }
  constexpr std::size_t kPostings = 400;  // a word more reports hold tells nothing apart
  constexpr std::size_t kBlock = 256;     // reports that share one scratch array
  std::vector<std::vector<Pair>> found(n);
  parallel_for((n + kBlock - 1) / kBlock, threads, [&](std::size_t block) {
    std::vector<double> score(n, 0);
    std::vector<std::uint32_t> touched;
    std::vector<std::pair<double, std::uint32_t>> order;
    for (std::size_t i = block * kBlock; i < std::min(n, (block + 1) * kBlock); ++i) {
      touched.clear();
      order.clear();
      for (const Feature& f : top[i]) {
        const std::vector<Feature>& list = index.find(f.key)->second;
        if (list.size() > kPostings) continue;
        for (const Feature& other : list) {
          double& s = score[other.key];
          if (s == 0) touched.push_back(static_cast<std::uint32_t>(other.key));
          s += static_cast<double>(f.weight) * static_cast<double>(other.weight);
        }
      }
      for (std::uint32_t other : touched) {
        if (other != i) order.emplace_back(-score[other], other);
        score[other] = 0;
      }
      const std::size_t keep = std::min(most, order.size());
      std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(keep), order.end());
      for (std::size_t k = 0; k < keep; ++k) {
        const std::uint32_t other = order[k].second;
        found[i].emplace_back(std::min<std::uint32_t>(static_cast<std::uint32_t>(i), other), std::max<std::uint32_t>(static_cast<std::uint32_t>(i), other));
      }
    }
  });
  std::vector<Pair> pairs;
  for (const auto& list : found) pairs.insert(pairs.end(), list.begin(), list.end());
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

DocumentFrequencies count_texts(const std::vector<ReportFeatures>& features, const Lineage& lineage) {
  DocumentFrequencies frequencies;
  for (std::size_t i = 0; i < features.size(); ++i) {
    const std::int32_t family = lineage.family_of[i];
    const double vote = family < 0 ? 1 : 1.0 / static_cast<double>(lineage.families[static_cast<std::size_t>(family)].members.size());
    add_text(frequencies, features[i], vote);
  }
  return frequencies;
}

// An utterance of a report: quoted words with the speaker's surname.
struct Utterance {
  std::uint32_t report = 0;
  std::string speaker;
  std::vector<std::uint64_t> bag;   // sorted
  std::vector<std::uint64_t> pairs; // neighbouring words: the index
  std::string words;
};

std::string surname_key(const Analysis& a, const StatementMention& m) {
  std::string name = m.speaker != kNoEntity ? a.entities[m.speaker].name : m.speaker_text;
  name = fold_words(name);
  return name.substr(name.rfind(' ') == std::string::npos ? 0 : name.rfind(' ') + 1);
}

std::vector<Utterance> utterances_of(std::span<const Analysis> analyses, int least_words) {
  std::vector<Utterance> out;
  for (std::uint32_t i = 0; i < analyses.size(); ++i) {
    const Analysis& a = analyses[i];
    for (const StatementMention& m : a.statements) {
      if (m.kind == StatementKind::indirect) continue;
      Utterance u;
      u.report = i;
      u.speaker = surname_key(a, m);
      if (u.speaker.empty()) continue;
      std::uint64_t before = 0;
      for (Span span : m.content) {
        for_each_word(slice(a.report.text, span), [&](std::string_view word, bool) {
          const std::uint64_t h = hash64(word);
          u.bag.push_back(h);
          if (before) u.pairs.push_back(mix(before ^ h));
          before = h;
        });
      }
      if (static_cast<int>(u.bag.size()) < least_words) continue;
      std::sort(u.bag.begin(), u.bag.end());
      std::sort(u.pairs.begin(), u.pairs.end());
      u.pairs.erase(std::unique(u.pairs.begin(), u.pairs.end()), u.pairs.end());
      u.words = collapse_space(slice(a.report.text, m.content.front()));
      out.push_back(std::move(u));
    }
  }
  return out;
}

struct SharedUtterance {
  Pair pair;
  std::string words;
};

// Pairs of reports in which one speaker says (nearly) the same quoted words.
std::vector<SharedUtterance> shared_utterances(std::span<const Analysis> analyses, const StoryOptions& options) {
  const std::vector<Utterance> all = utterances_of(analyses, options.utterance_words);
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> index;
  constexpr std::size_t kPostings = 60;
  std::map<Pair, std::string> found;
  for (std::uint32_t u = 0; u < all.size(); ++u) {
    std::unordered_map<std::uint32_t, std::uint32_t> hits;
    const std::uint64_t speaker = hash64(all[u].speaker);
    for (std::uint64_t p : all[u].pairs) {
      std::vector<std::uint32_t>& list = index[mix(p ^ speaker)];
      for (std::uint32_t other : list) ++hits[other];
      if (list.size() < kPostings) list.push_back(u);
    }
    for (const auto& [other, count] : hits) {
      const Utterance& o = all[other];
      if (o.report == all[u].report || o.speaker != all[u].speaker) continue;
      if (word_dice(o.bag, all[u].bag) < options.utterance_dice) continue;
      const Date& da = analyses[o.report].report.published.value;
      const Date& db = analyses[all[u].report].report.published.value;
      if (da.full() && db.full() && std::abs(days_of(da) - days_of(db)) > options.utterance_days) continue;
      const Pair pair{std::min(o.report, all[u].report), std::max(o.report, all[u].report)};
      std::string& words = found[pair];
      const std::string& candidate = o.words.size() <= all[u].words.size() ? o.words : all[u].words;
      if (words.empty() || candidate < words) words = candidate;
    }
  }
  std::vector<SharedUtterance> out;
  for (auto& [pair, words] : found) out.push_back({pair, std::move(words)});
  return out;
}

class Finder {
 public:
  Finder(std::span<const Analysis> analyses, const Lineage& lineage, const Lexicon& lexicon, const StoryOptions& options, int threads)
      : analyses_(analyses), lineage_(lineage), options_(options), threads_(threads), features_(analyses.size()) {
    parallel_for(analyses.size(), threads, [&](std::size_t i) { features_[i] = make_features(analyses[i], lexicon); });
    frequencies_ = count_texts(features_, lineage);
  }

  Stories run() {
    Stories out;
    group_reports(out);
    group_stories(out);
    return out;
  }

 private:
  std::span<const Analysis> analyses_;
  const Lineage& lineage_;
  const StoryOptions& options_;
  int threads_;
  std::vector<ReportFeatures> features_;
  DocumentFrequencies frequencies_;

  std::vector<Vectors> weigh_all(double prior) const {
    std::vector<Vectors> vectors(features_.size());
    parallel_for(features_.size(), threads_, [&](std::size_t i) { vectors[i] = weigh(features_[i], frequencies_, prior); });
    return vectors;
  }

  // A copy without a date stands where its family stands.
  const Date& day_of(std::uint32_t r) const {
    const Date& own = analyses_[r].report.published.value;
    if (own.full() || lineage_.family_of[r] < 0) return own;
    for (const Member& m : lineage_.families[static_cast<std::size_t>(lineage_.family_of[r])].members) {
      if (analyses_[m.report].report.published.value.full()) return analyses_[m.report].report.published.value;
    }
    return own;
  }

  double time_factor(std::uint32_t a, std::uint32_t b) const {
    const Date& da = day_of(a);
    const Date& db = day_of(b);
    if (!da.full() || !db.full()) return 1;
    return options_.time_floor + (1 - options_.time_floor) * std::exp(-std::abs(days_of(da) - days_of(db)) / options_.time_scale);
  }

  void group_reports(Stories& out) {
    const std::size_t n = analyses_.size();
    const std::vector<Vectors> vectors = weigh_all(0);
    const std::vector<Pair> pairs = candidate_pairs(vectors, options_.index_words, options_.candidates, threads_);
    std::vector<double> similarities(pairs.size());
    parallel_for(pairs.size(), threads_, [&](std::size_t p) { similarities[p] = similarity(vectors[pairs[p].first], vectors[pairs[p].second], options_.lead_weight) * time_factor(pairs[p].first, pairs[p].second); });
    std::map<Pair, double> weight;
    for (std::size_t p = 0; p < pairs.size(); ++p) weight[pairs[p]] = similarities[p];
    const std::vector<SharedUtterance> utterances = shared_utterances(analyses_, options_);
    for (const SharedUtterance& u : utterances) weight[u.pair] = std::max(weight[u.pair], options_.utterance_similarity);

    // families are one node: the text of its members is one text
    std::vector<std::uint32_t> node_of(n);
    std::vector<double> sizes;
    {
      std::vector<std::int64_t> family_node(lineage_.families.size(), -1);
      for (std::size_t i = 0; i < n; ++i) {
        const std::int32_t family = lineage_.family_of[i];
        if (family >= 0 && family_node[static_cast<std::size_t>(family)] >= 0) {
          node_of[i] = static_cast<std::uint32_t>(family_node[static_cast<std::size_t>(family)]);
          continue;
        }
        node_of[i] = static_cast<std::uint32_t>(sizes.size());
        if (family >= 0) family_node[static_cast<std::size_t>(family)] = node_of[i];
        sizes.push_back(1);  // a family weighs as one text
      }
    }
    // between two nodes the best pair counts: a shortened copy must not thin its family out
    std::map<Pair, double> node_weight;
    for (const auto& [pair, w] : weight) {
      const std::uint32_t a = node_of[pair.first], b = node_of[pair.second];
      if (a == b) continue;
      double& best = node_weight[{std::min(a, b), std::max(a, b)}];
      best = std::max(best, w);
    }
    std::vector<Edge> edges;
    for (const auto& [pair, w] : node_weight) {
      if (w > 0) edges.push_back({pair.first, pair.second, w});
    }
    const std::vector<std::uint32_t> group = average_link(sizes.size(), edges, sizes, options_.bound);

    std::map<std::uint32_t, std::uint32_t> story_of_group;
    out.story_of.resize(n);
    for (std::uint32_t i = 0; i < n; ++i) {
      const auto [it, fresh] = story_of_group.emplace(group[node_of[i]], static_cast<std::uint32_t>(out.stories.size()));
      if (fresh) out.stories.emplace_back();
      out.story_of[i] = it->second;
      out.stories[it->second].reports.push_back(i);
    }
    for (const SharedUtterance& u : utterances) {
      if (out.story_of[u.pair.first] != out.story_of[u.pair.second] || node_of[u.pair.first] == node_of[u.pair.second]) continue;
      Story& story = out.stories[out.story_of[u.pair.first]];
      if (story.reasons.size() < 3) story.reasons.push_back("both quote the same words: " + u.words);
    }
  }

  void group_stories(Stories& out) const {
    const std::vector<Vectors> vectors = weigh_all(options_.thread_prior);
    const std::vector<Pair> pairs = candidate_pairs(vectors, options_.index_words, options_.candidates, threads_);
    std::vector<double> similarities(pairs.size());
    parallel_for(pairs.size(), threads_, [&](std::size_t p) { similarities[p] = similarity(vectors[pairs[p].first], vectors[pairs[p].second], options_.lead_weight); });
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

Stories find_stories(std::span<const Analysis> analyses, const Lineage& lineage, const Lexicon& lexicon, const StoryOptions& options, int threads) {
  return Finder(analyses, lineage, lexicon, options, threads).run();
}

}  // namespace attache
