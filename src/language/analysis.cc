#include "language/analysis.h"

#include "language/days_abroad.h"
#include "language/holder_spellings.h"

namespace attache {

Language analyse_language(const Report& report, const Lexicon& lexicon, const Knowledge& knowledge, const SyntaxReader& reader) {
  Language language;
  language.segmentation = segment(report.text, report.blocks, lexicon, report.language.value);
  language.quotes = find_quotes(report.text, language.segmentation);
  language.names = find_names(report.text, language.segmentation, lexicon, knowledge, is_english(report) ? &reader : nullptr);
  recognise_holders(knowledge, report.published.value, language.names);
  if (is_english(report)) language.references = find_references(report.text, language.segmentation, language.quotes, lexicon, knowledge, report.published.value, language.names);
  language.asides = find_asides(report, lexicon, knowledge, language.names);
  language.times = find_times_in(report.language.value, report.text, language.segmentation, lexicon, report.published.value);
  language.quantities = find_quantities(report.text, language.segmentation, lexicon, language.times);
  return language;
}

}  // namespace attache
