#include "training/stories.h"

#include <algorithm>
#include <map>

#include "lineage/family.h"
#include "stories/abroad.h"

namespace attache {

NewsFrequencies count_frequencies(std::span<const Analysis> analyses, const Lexicon& lexicon, std::uint32_t least) {
  std::array<std::map<std::uint32_t, std::uint32_t>, kChannels> counts;
  for (const Analysis& analysis : analyses) {
    const ReportFeatures features = make_features(analysis, lexicon);
    for (std::size_t c = 0; c < kChannels; ++c) {
      for (const Feature& f : features.channels[c]) ++counts[c][static_cast<std::uint32_t>(f.key >> 32)];
    }
  }
  NewsFrequencies out;
  out.reports = static_cast<std::uint32_t>(analyses.size());
  for (std::size_t c = 0; c < kChannels; ++c) {
    for (const auto& [key, count] : counts[c]) {
      if (count < least) continue;
      out.tables[c].keys.push_back(key);
      out.tables[c].counts.push_back(static_cast<std::uint16_t>(std::min<std::uint32_t>(count, 0xFFFF)));
    }
  }
  return out;
}

namespace {

StoryTexts texts_of(const LabelledReports& folder, const BoostedTrees& kinship, const Lexicon& lexicon, int threads) {
  std::vector<Document> documents;
  for (const Analysis& analysis : folder.analyses) documents.push_back(document_of(analysis));
  return make_texts(folder.analyses, find_lineage(documents, lexicon, kinship, LineageOptions{}, threads), lexicon, threads);
}

// Pairs of one story that two languages share are few and unlike; weighed as they come, the trees miss a third of them. Twice
// as much gives precision and recall alike on a set of its own (.78 and .74; once .80 and .66, four times .74 and .83).
constexpr float kPositiveAbroad = 2;

template <class Pairs>
void add_rows(TrainingRows& rows, const LabelledReports& folder, const StoryTexts& texts, const Pairs& pairs, float positive = 1) {
  for (const auto& pair : pairs) {
    rows.values.insert(rows.values.end(), pair.signals.begin(), pair.signals.end());
    const bool together = folder.stories[texts.fullest[pair.texts.first]] == folder.stories[texts.fullest[pair.texts.second]];
    rows.weights.push_back(static_cast<float>(folder.weight / static_cast<double>(pairs.size())) * (together ? positive : 1));
    rows.positive.push_back(together);
  }
}

}  // namespace

TrainingRows join_rows(std::span<const LabelledReports> folders, const NewsFrequencies& frequencies, const BoostedTrees& kinship, const Lexicon& lexicon, int threads) {
  TrainingRows rows;
  rows.signals.assign(kJoinSignals.begin(), kJoinSignals.end());
  for (const LabelledReports& folder : folders) {
    const StoryTexts texts = texts_of(folder, kinship, lexicon, threads);
    add_rows(rows, folder, texts, join_pairs(texts, frequencies, CandidateOptions{}, threads));
  }
  return rows;
}

TrainingRows abroad_rows(std::span<const LabelledReports> folders, const BoostedTrees& kinship, const Lexicon& lexicon, int threads) {
  TrainingRows rows;
  rows.signals.assign(kAbroadSignals.begin(), kAbroadSignals.end());
  for (const LabelledReports& folder : folders) {
    const StoryTexts texts = texts_of(folder, kinship, lexicon, threads);
    std::vector<AbroadPair> pairs = abroad_pairs(folder.analyses, texts, kAbroadCandidates, threads);
    const auto language = [&](std::uint32_t text) -> const std::string& { return folder.analyses[texts.fullest[text]].report.language.value; };
    if (!folder.one_language) std::erase_if(pairs, [&](const AbroadPair& p) { return language(p.texts.first) == language(p.texts.second); });
    add_rows(rows, folder, texts, pairs, kPositiveAbroad);
  }
  return rows;
}

}  // namespace attache
