#include "language/printed_times.h"

#include <algorithm>
#include <iterator>

#include "language/days_abroad.h"

namespace attache {

std::vector<TimeExpression> find_printed_times(const Report& report, const Lexicon& lexicon) {
  std::vector<Block> lines;
  for (const Block& block : report.blocks) {
    if (block.kind != BlockKind::caption && block.kind != BlockKind::dateline && block.kind != BlockKind::date_stamp) continue;
    lines.push_back(block);
    lines.back().kind = BlockKind::paragraph;
  }
  if (lines.empty()) return {};
  std::vector<TimeExpression> times = find_times_in(report.language.value, report.text, segment(report.text, lines, lexicon, report.language.value), lexicon, report.published.value);
  std::erase_if(times, [](const TimeExpression& t) { return !t.resolved || t.relative; });
  for (TimeExpression& t : times) {
    t.sentence = kNoSentence;
    t.first = t.last = 0;
  }
  return times;
}

std::vector<TimeExpression> in_text_order(std::vector<TimeExpression> of_sentences, std::vector<TimeExpression> printed) {
  if (printed.empty()) return of_sentences;
  std::vector<TimeExpression> out;
  out.reserve(of_sentences.size() + printed.size());
  std::merge(std::make_move_iterator(of_sentences.begin()), std::make_move_iterator(of_sentences.end()), std::make_move_iterator(printed.begin()), std::make_move_iterator(printed.end()), std::back_inserter(out),
             [](const TimeExpression& a, const TimeExpression& b) { return a.span.begin < b.span.begin; });
  return out;
}

}  // namespace attache
