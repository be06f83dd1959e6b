#include "language/analysis.h"

namespace attache {

Language analyse_language(const Report& report, const Lexicon& lexicon, const Knowledge& knowledge) {
  Language language;
  language.segmentation = segment(report.text, report.blocks, lexicon);
  language.names = find_names(report.text, language.segmentation, knowledge);
  language.times = find_times(report.text, language.segmentation, lexicon, report.published.value);
  language.quantities = find_quantities(report.text, language.segmentation, lexicon, language.times);
  return language;
}

}  // namespace attache
