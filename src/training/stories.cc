#include "training/stories.h"

#include <algorithm>
#include <map>

#include "lineage/family.h"

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

TrainingRows join_rows(std::span<const LabelledReports> folders, const NewsFrequencies& frequencies, const BoostedTrees& kinship, const Lexicon& lexicon, int threads) {
  TrainingRows rows;
  rows.signals.assign(kJoinSignals.begin(), kJoinSignals.end());
  for (const LabelledReports& folder : folders) {
    std::vector<Document> documents;
    for (const Analysis& analysis : folder.analyses) documents.push_back(document_of(analysis));
    const Lineage lineage = find_lineage(documents, lexicon, kinship, LineageOptions{}, threads);
    const StoryTexts texts = make_texts(folder.analyses, lineage, lexicon, threads);
    const std::vector<JoinPair> pairs = join_pairs(texts, frequencies, CandidateOptions{}, threads);
    for (const JoinPair& pair : pairs) {
      rows.values.insert(rows.values.end(), pair.signals.begin(), pair.signals.end());
      rows.weights.push_back(static_cast<float>(folder.weight / static_cast<double>(pairs.size())));
      rows.positive.push_back(folder.stories[texts.fullest[pair.texts.first]] == folder.stories[texts.fullest[pair.texts.second]]);
    }
  }
  return rows;
}

}  // namespace attache
