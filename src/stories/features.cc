#include "stories/features.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"
#include "base/sorted.h"
#include "base/strings.h"
#include "lineage/words.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

bool is_stop_word(const Lexicon& lexicon, std::string_view word) {
  namespace wc = word_class;
  constexpr std::uint32_t kStops = wc::determiner | wc::preposition | wc::pronoun | wc::possessive | wc::coordinator | wc::subordinator | wc::auxiliary | wc::modal | wc::relative | wc::question | wc::infinitive_to | wc::negation | wc::quantifier;
  const auto found = lexicon.classes.find(std::string(word));
  if (found != lexicon.classes.end() && (found->second & kStops)) return true;
  return word.size() < 2 || word == "said" || word == "says" || word == "say" || word == "told" || word == "also" || word == "mr" || word == "mrs" || word == "ms" || word == "one" || word == "two" || word == "new";
}

class Counter {
 public:
  void add(std::uint64_t key) { ++counts_[key]; }
  FeatureVector take() const {
    FeatureVector out;
    out.reserve(counts_.size());
    for (const auto& [key, count] : counts_) out.push_back({key, 1.0F + std::log(static_cast<float>(count))});
    std::sort(out.begin(), out.end(), [](const Feature& a, const Feature& b) { return a.key < b.key; });
    return out;
  }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> counts_;
};

bool is_number(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

template <class CountOf>
FeatureVectors weigh_by(const ReportFeatures& features, double texts, CountOf count_of) {
  FeatureVectors out;
  for (std::size_t c = 0; c < kChannels; ++c) {
    double norm = 0;
    for (const Feature& f : features.channels[c]) {
      const double weight = f.weight * std::log(texts / (count_of(c, f.key) + 1));
      if (weight <= 0) continue;
      out[c].push_back({f.key, static_cast<float>(weight)});
      norm += weight * weight;
    }
    const auto scale = static_cast<float>(norm > 0 ? 1 / std::sqrt(norm) : 0);
    for (Feature& f : out[c]) f.weight *= scale;
  }
  return out;
}

}  // namespace

ReportFeatures make_features(const Analysis& analysis, const Lexicon& lexicon) {
  const Report& report = analysis.report;
  Counter words, lead, names, pairs, title;
  ReportFeatures f;
  std::uint32_t lead_left = kLeadBytes;
  std::uint32_t lead_end = 0;  // where in the text the beginning ends
  const auto read = [&](std::string_view text) {
    const std::uint32_t take = std::min<std::uint32_t>(lead_left, static_cast<std::uint32_t>(text.size()));
    std::uint64_t before = 0;
    for_each_word(text, [&](std::string_view word, bool) {
      const std::uint64_t h = hash64(word);
      ++f.words;
      if (is_number(word)) f.numbers.push_back(h);
      if (before) pairs.add(mix(before ^ h));
      before = h;
      if (!is_stop_word(lexicon, word)) words.add(h);
    });
    if (take > 0) {
      for_each_word(text.substr(0, floor_boundary(text, take)), [&](std::string_view word, bool) {
        if (!is_stop_word(lexicon, word)) lead.add(hash64(word));
        if (is_number(word)) f.lead_numbers.push_back(hash64(word));
      });
      lead_left -= take;
    }
  };
  read(report.title.value);
  for_each_word(report.title.value, [&](std::string_view word, bool) {
    if (!is_stop_word(lexicon, word)) title.add(hash64(word));
  });
  for (const Block& block : report.blocks) {
    if (!is_body(block.kind)) continue;
    if (lead_left > 0) lead_end = block.span.begin + std::min(lead_left, block.span.end - block.span.begin);
    read(slice(report.text, block.span));
  }
  for (const NameMention& name : analysis.names) {
    const Entity& entity = analysis.entities[name.entity];
    if (entity.type == EntityType::agency) continue;
    const std::uint64_t key = hash64(entity.key.empty() ? fold_words(entity.name) : entity.key);
    names.add(key);
    if (name.span.begin < lead_end) f.lead_names.push_back(key);
  }
  for (const TimeExpression& time : analysis.times) {
    if (time.resolved && time.grain == Grain::day && time.begin.full()) {
      f.days.push_back(days_of(time.begin));
      if (time.span.begin < lead_end) f.lead_days.push_back(f.days.back());
    }
  }
  sort_and_unite(f.numbers);
  sort_and_unite(f.days);
  sort_and_unite(f.lead_names);
  sort_and_unite(f.lead_numbers);
  sort_and_unite(f.lead_days);
  f.channels[static_cast<std::size_t>(Channel::words)] = words.take();
  f.channels[static_cast<std::size_t>(Channel::lead)] = lead.take();
  f.channels[static_cast<std::size_t>(Channel::names)] = names.take();
  f.channels[static_cast<std::size_t>(Channel::pairs)] = pairs.take();
  f.channels[static_cast<std::size_t>(Channel::title)] = title.take();
  return f;
}

void add_text(CollectionFrequencies& frequencies, const ReportFeatures& features, double vote) {
  for (std::size_t c = 0; c < kChannels; ++c) {
    for (const Feature& f : features.channels[c]) frequencies.counts[c][f.key] += static_cast<float>(vote);
  }
  frequencies.texts += vote;
}

FeatureVectors weigh(const ReportFeatures& features, const CollectionFrequencies& frequencies, double prior) {
  return weigh_by(features, frequencies.texts + prior + 1, [&](std::size_t channel, std::uint64_t key) {
    const auto found = frequencies.counts[channel].find(key);
    return found == frequencies.counts[channel].end() ? 0.0 : static_cast<double>(found->second);
  });
}

FeatureVectors weigh(const ReportFeatures& features, const NewsFrequencies& news, const CollectionFrequencies& own, double mass) {
  const double vote = own.texts > 0 ? mass * news.reports / own.texts : 0;
  return weigh_by(features, news.reports + vote * own.texts + 1, [&](std::size_t channel, std::uint64_t key) {
    const double known = news.count(static_cast<Channel>(channel), key);
    if (vote == 0) return known;
    const auto found = own.counts[channel].find(key);
    return found == own.counts[channel].end() ? known : known + vote * static_cast<double>(found->second);
  });
}

double dot(const FeatureVector& a, const FeatureVector& b) {
  double sum = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i].key < b[k].key) ++i;
    else if (b[k].key < a[i].key) ++k;
    else sum += static_cast<double>(a[i++].weight) * static_cast<double>(b[k++].weight);
  }
  return sum;
}

}  // namespace attache
