#include "stories/dating.h"

#include <algorithm>
#include <cstdlib>

#include "base/strings.h"
#include "ingest/printed_date.h"
#include "lineage/words.h"

namespace attache {
namespace {

// Words that move a day of their sentence into the future or the merely possible.
bool speaks_of_future(std::string_view sentence) {
  bool found = false;
  for_each_word(sentence, [&](std::string_view word, bool) {
    found |= word == "will" || word == "would" || word == "until" || word == "shall" || word == "planned" || word == "plans" || word == "scheduled" || word == "expected" || word == "next" || word == "may" || word == "might" || word == "due" || word == "upcoming" || word == "deadline";
  });
  return found;
}

// Day without a year -> the year that brings it nearest to one of the days known; 0 without any.
int nearest_year(unsigned month, unsigned day, const std::vector<int>& known) {
  int best_year = 0, best = 1 << 30;
  for (int k : known) {
    const Date near = date_of(k);
    for (int year = near.year - 1; year <= near.year + 1; ++year) {
      const Date candidate{year, month, std::min(day, days_in_month(year, month))};
      const int distance = std::abs(days_of(candidate) - k);
      if (distance < best || (distance == best && year < best_year)) {
        best = distance;
        best_year = year;
      }
    }
  }
  return best_year;
}

}  // namespace

std::vector<DateBound> bound_dates(std::span<const Analysis> analyses, const Stories& stories) {
  std::vector<std::vector<int>> of_story(stories.stories.size()), of_thread(stories.threads.size());
  std::vector<std::uint32_t> thread_of(stories.stories.size(), 0);
  for (std::uint32_t t = 0; t < stories.threads.size(); ++t) {
    for (std::uint32_t s : stories.threads[t].stories) thread_of[s] = t;
  }
  for (std::uint32_t i = 0; i < analyses.size(); ++i) {
    const auto know = [&](const Date& day) {
      if (!is_valid(day)) return;
      of_story[stories.story_of[i]].push_back(days_of(day));
      of_thread[thread_of[stories.story_of[i]]].push_back(days_of(day));
    };
    know(analyses[i].report.published.value);
    // A picture's date tells the year as well; days of the text do not, they may be history.
    for (const Block& block : analyses[i].report.blocks) {
      if (block.kind != BlockKind::caption) continue;
      if (const auto printed = find_printed_date(slice(analyses[i].report.text, block.span))) know(printed->date);
    }
  }
  std::vector<DateBound> bounds(analyses.size());
  for (std::uint32_t i = 0; i < analyses.size(); ++i) {
    const Analysis& a = analyses[i];
    if (a.report.published.value.full()) continue;
    DateBound best;
    const auto consider = [&](Date day, Span span, std::string reason) {
      if (!is_valid(day) || (best.not_before.year && day <= best.not_before)) return;
      best = {day, std::move(reason), span};
    };
    for (const Block& block : a.report.blocks) {
      if (block.kind != BlockKind::caption) continue;
      const std::string_view text = slice(a.report.text, block.span);
      if (const auto printed = find_printed_date(text)) {
        consider(printed->date, {block.span.begin + printed->span.begin, block.span.begin + printed->span.end}, "a picture of " + to_words(printed->date));
      }
    }
    const std::uint32_t story = stories.story_of[i];
    std::vector<signed char> ahead(a.sentences.size(), -1);  // whether a sentence speaks of the future, once it is known
    for (const TimeExpression& t : a.times) {
      if (t.sentence == kNoSentence || t.grain != Grain::day || !t.begin.month || !t.begin.day) continue;
      if (ahead[t.sentence] < 0) ahead[t.sentence] = speaks_of_future(slice(a.report.text, a.sentences[t.sentence].span)) ? 1 : 0;
      if (ahead[t.sentence] == 1) continue;
      if (t.begin.year) {
        consider(t.begin, t.span, "speaks of " + to_words(t.begin));
        continue;
      }
      const bool by_story = !of_story[story].empty();
      const std::vector<int>& known = by_story ? of_story[story] : of_thread[thread_of[story]];
      const int year = nearest_year(t.begin.month, t.begin.day, known);
      if (year == 0) continue;
      const Date day{year, t.begin.month, t.begin.day};
      consider(day, t.span, "speaks of \"" + std::string(slice(a.report.text, t.span)) + "\"; the year is taken from the dated reports and pictures of this " + (by_story ? "story" : "thread"));
    }
    bounds[i] = std::move(best);
  }
  return bounds;
}

}  // namespace attache
