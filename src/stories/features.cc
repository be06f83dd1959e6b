#include "stories/features.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"
#include "base/strings.h"
#include "lineage/fingerprint.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

constexpr std::uint32_t kLeadBytes = 600;  // of title and body: measured against 300 and 1,000 on the English pool of bench/stories

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

}  // namespace

ReportFeatures make_features(const Analysis& analysis, const Lexicon& lexicon) {
  const Report& report = analysis.report;
  Counter words, lead, names, pairs;
  std::uint32_t lead_left = kLeadBytes;
  const auto read = [&](std::string_view text) {
    const std::uint32_t take = std::min<std::uint32_t>(lead_left, static_cast<std::uint32_t>(text.size()));
    std::uint64_t before = 0;
    for_each_word(text, [&](std::string_view word, bool) {
      const std::uint64_t h = hash64(word);
      if (before) pairs.add(mix(before ^ h));
      before = h;
      if (!is_stop_word(lexicon, word)) words.add(h);
    });
    if (take > 0) {
      for_each_word(text.substr(0, floor_boundary(text, take)), [&](std::string_view word, bool) {
        if (!is_stop_word(lexicon, word)) lead.add(hash64(word));
      });
      lead_left -= take;
    }
  };
  read(report.title.value);
  for (const Block& block : report.blocks) {
    if (is_body(block.kind)) read(slice(report.text, block.span));
  }
  for (const NameMention& name : analysis.names) {
    const Entity& entity = analysis.entities[name.entity];
    if (entity.type == EntityType::agency) continue;
    names.add(hash64(entity.key.empty() ? fold_words(entity.name) : entity.key));
  }
  ReportFeatures f;
  f.channels[static_cast<std::size_t>(Channel::words)] = words.take();
  f.channels[static_cast<std::size_t>(Channel::lead)] = lead.take();
  f.channels[static_cast<std::size_t>(Channel::names)] = names.take();
  f.channels[static_cast<std::size_t>(Channel::pairs)] = pairs.take();
  return f;
}

void add_text(DocumentFrequencies& frequencies, const ReportFeatures& features, double vote) {
  for (std::size_t c = 0; c < kChannels; ++c) {
    for (const Feature& f : features.channels[c]) frequencies.counts[c][f.key] += static_cast<float>(vote);
  }
  frequencies.texts += vote;
}

std::array<FeatureVector, kChannels> weigh(const ReportFeatures& features, const DocumentFrequencies& frequencies, double prior) {
  std::array<FeatureVector, kChannels> out;
  for (std::size_t c = 0; c < kChannels; ++c) {
    double norm = 0;
    for (const Feature& f : features.channels[c]) {
      const auto found = frequencies.counts[c].find(f.key);
      const double count = found == frequencies.counts[c].end() ? 0 : found->second;
      const double weight = f.weight * std::log((frequencies.texts + prior + 1) / (count + 1));
      if (weight <= 0) continue;
      out[c].push_back({f.key, static_cast<float>(weight)});
      norm += weight * weight;
    }
    const auto scale = static_cast<float>(norm > 0 ? 1 / std::sqrt(norm) : 0);
    for (Feature& f : out[c]) f.weight *= scale;
  }
  return out;
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
