#include "language/times.h"

#include <algorithm>

#include <fmt/format.h>

#include "language/time_reader.h"

namespace attache {

std::vector<TimeExpression> find_times(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const Date& published) {
  std::vector<TimeExpression> out;
  TimeReader reader{text, segmentation.tokens, lexicon, published};
  for (std::uint32_t s = 0; s < segmentation.sentences.size(); ++s) {
    const Sentence& sentence = segmentation.sentences[s];
    reader.sentence = &sentence;
    for (std::uint32_t i = sentence.first; i < sentence.last;) {
      TimeExpression t;
      if (segmentation.tokens[i].kind == TokenKind::mark || !(read_calendar_time(reader, i, t) || read_relative_time(reader, i, t))) {
        ++i;
        continue;
      }
      t.sentence = s;
      t.first = i;
      t.last = std::max(t.last, i + 1);
      t.span = {segmentation.tokens[i].span.begin, segmentation.tokens[t.last - 1].span.end};
      i = t.last;
      out.push_back(std::move(t));
    }
  }
  return out;
}

std::string timex_value(const TimeExpression& t) {
  if (!t.resolved) return {};
  switch (t.grain) {
    case Grain::week: {
      const IsoWeek week = iso_week_of(t.begin);
      return fmt::format("{:04}-W{:02}", week.year, week.week);
    }
    case Grain::quarter: return fmt::format("{:04}-Q{}", t.begin.year, (t.begin.month - 1) / 3 + 1);
    case Grain::season: return fmt::format("{:04}-{}", t.begin.year, t.begin.month == 3 ? "SP" : t.begin.month == 6 ? "SU" : t.begin.month == 9 ? "FA" : "WI");
    case Grain::decade: return fmt::format("{:03}", t.begin.year / 10);
    default: return t.begin == t.end ? to_string(t.begin) : to_string(t.begin) + "/" + to_string(t.end);
  }
}

}  // namespace attache
