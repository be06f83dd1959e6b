#include "stories/texts.h"

#include "base/parallel.h"

namespace attache {
namespace {

Date day_of(std::span<const Analysis> analyses, const Lineage& lineage, std::uint32_t report) {
  const Date& own = analyses[report].report.published.value;
  if (own.full() || lineage.family_of[report] < 0) return own;
  for (const Member& m : lineage.families[static_cast<std::size_t>(lineage.family_of[report])].members) {
    if (analyses[m.report].report.published.value.full()) return analyses[m.report].report.published.value;
  }
  return own;
}

}  // namespace

StoryTexts make_texts(std::span<const Analysis> analyses, const Lineage& lineage, const Lexicon& lexicon, int threads) {
  StoryTexts out;
  out.features.resize(analyses.size());
  out.text_of.resize(analyses.size());
  parallel_for(analyses.size(), threads, [&](std::size_t i) { out.features[i] = make_features(analyses[i], lexicon); });
  std::vector<std::int64_t> text_of_family(lineage.families.size(), -1);
  for (std::uint32_t i = 0; i < analyses.size(); ++i) {
    const std::int32_t family = lineage.family_of[i];
    if (family >= 0 && text_of_family[static_cast<std::size_t>(family)] >= 0) {
      const auto text = static_cast<std::uint32_t>(text_of_family[static_cast<std::size_t>(family)]);
      out.text_of[i] = text;
      if (out.features[i].words > out.features[out.fullest[text]].words) out.fullest[text] = i;
      continue;
    }
    out.text_of[i] = static_cast<std::uint32_t>(out.fullest.size());
    if (family >= 0) text_of_family[static_cast<std::size_t>(family)] = out.text_of[i];
    out.fullest.push_back(i);
    out.days.push_back(day_of(analyses, lineage, i));
  }
  return out;
}

}  // namespace attache
