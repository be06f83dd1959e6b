#include "stories/timeline_sentences.h"

#include <algorithm>
#include <climits>
#include <cmath>
#include <set>
#include <unordered_set>

#include "base/hash.h"
#include "base/strings.h"
#include "language/day_words.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

constexpr int kHeadPieces = 6;  // words, numbers and marks before which a date opens its sentence

bool has_digit(std::string_view words) { return std::any_of(words.begin(), words.end(), is_digit); }

bool holds_weekday(std::string_view words, std::string_view language) {
  if (const DayWords* days = day_words_of(language)) return days->calendar.weekdays.contains(fold(words));
  const std::vector<std::string_view> parts = split(words, ' ');
  return std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return weekday_of_word(part) >= 0; });
}

DayKind kind_of(std::string_view words, std::string_view language, int day, const std::optional<int>& published) {
  if (has_digit(words)) return DayKind::dated;
  if (holds_weekday(words, language)) return DayKind::weekday;
  return published == day ? DayKind::today : DayKind::yesterday;
}

std::uint32_t count_words(std::string_view sentence) {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < sentence.size(); ++i) count += !is_space(sentence[i]) && (i == 0 || is_space(sentence[i - 1]));
  return count;
}

// Words, numbers and marks of the text that begin in it, at most kHeadPieces.
int count_pieces(std::string_view text) {
  int count = 0;
  bool letters = false, digits = false;
  for (std::size_t i = 0; i < text.size() && count <= kHeadPieces;) {
    const CodePoint point = code_point_at(text, i);
    const bool digit = point.value < 0x80 && is_digit(static_cast<char>(point.value));
    const bool letter = is_letter(point.value);
    const bool blank = point.value < 0x80 && is_space(static_cast<char>(point.value));
    count += !blank && !(letter && letters) && !(digit && digits);
    letters = letter;
    digits = digit;
    i += point.size;
  }
  return count;
}

// Letters and digits alone: what makes two sentences the same.
std::uint64_t key_of(std::string_view sentence) { return hash64(fold_words(sentence)); }

TimelineSentence read_sentence(const Analysis& a, Span span, std::span<const TimeExpression> times, const std::optional<int>& published) {
  TimelineSentence out;
  const std::string_view text = a.report.text;
  out.span = span;
  out.words = count_words(slice(text, span));
  for (const TimeExpression& t : times) {
    if (t.grain != Grain::day || !t.resolved || !t.begin.full() || !is_valid(t.begin)) continue;
    const std::string_view words = slice(text, t.span);
    const int day = days_of(t.begin);
    const DayKind kind = kind_of(words, a.report.language.value, day, published);
    if (out.days.empty() && kind == DayKind::dated) {
      const auto digit = static_cast<std::uint32_t>(std::find_if(words.begin(), words.end(), is_digit) - words.begin());
      if (count_pieces(slice(text, {span.begin, t.span.begin + digit})) < kHeadPieces) out.opens = day;
    }
    out.days.push_back({day, kind});
    if (t.end != t.begin && t.end.full() && is_valid(t.end)) out.days.push_back({days_of(t.end), kind});
  }
  return out;
}

// Times of the analysis that lie in sentence s; `next` walks on, for both stand in text order.
std::span<const TimeExpression> times_of(const Analysis& a, std::uint32_t s, std::size_t& next) {
  while (next < a.times.size() && (a.times[next].sentence == kNoSentence || a.times[next].sentence < s)) ++next;
  std::size_t last = next;
  while (last < a.times.size() && a.times[last].sentence == s) ++last;
  return std::span(a.times).subspan(next, last - next);
}

}  // namespace

TimelineReports read_timeline_reports(std::span<const Analysis> analyses, const Lineage& lineage, std::span<const std::uint32_t> reports, const TimelineOptions& options) {
  TimelineReports out;
  for (std::uint32_t r : reports) {
    if (is_recalled(analyses[r].report)) continue;
    TimelineReport& report = out.reports.emplace_back();
    report.report = r;
    if (const Date& day = analyses[r].report.published.value; is_valid(day)) report.published = days_of(day);
  }
  std::sort(out.reports.begin(), out.reports.end(), [&](const TimelineReport& a, const TimelineReport& b) {
    const Report &x = analyses[a.report].report, &y = analyses[b.report].report;
    return std::tuple(a.published.value_or(INT_MAX), std::string_view(x.id), std::string_view(x.source)) < std::tuple(b.published.value_or(INT_MAX), std::string_view(y.id), std::string_view(y.source));
  });
  std::map<std::int32_t, std::uint32_t> text_of_family;
  std::set<std::uint32_t> dated;
  std::unordered_set<std::uint64_t> known;
  std::map<int, std::set<std::uint32_t>> named;
  for (TimelineReport& report : out.reports) {
    const std::int32_t family = lineage.family_of[report.report];
    report.text = family < 0 ? out.texts : text_of_family.emplace(family, out.texts).first->second;
    if (report.text == out.texts) ++out.texts;
    report.first_of_text = report.published && dated.insert(report.text).second;
    const Analysis& a = analyses[report.report];
    std::size_t next = 0;
    for (std::uint32_t s = 0; s < a.sentences.size(); ++s) {
      TimelineSentence sentence = read_sentence(a, a.sentences[s].span, times_of(a, s, next), report.published);
      if (sentence.words < options.least_words) continue;
      for (const DayMention& m : sentence.days) named[m.day].insert(report.report);
      if (known.insert(key_of(slice(a.report.text, sentence.span))).second) report.sentences.push_back(std::move(sentence));
    }
  }
  for (const auto& [day, in] : named) out.named_in[day].assign(in.begin(), in.end());
  return out;
}

double mention_weight(const TimelineReport& report, const TimelineSentence& sentence, const DayMention& mention, const TimelineOptions& options) {
  const double kind = mention.kind == DayKind::dated ? options.dated : mention.kind == DayKind::weekday ? options.weekday : mention.kind == DayKind::yesterday ? options.yesterday : options.today;
  const int later = report.published ? *report.published - mention.day : 0;
  double weight = kind * sentence.topic * (1 + options.lag * std::log1p(std::min(options.lag_days, std::abs(later))));
  if (later < 0) weight *= options.ahead;
  if (sentence.opens == mention.day) weight *= 1 + options.dated_line;
  return weight;
}

double day_weight(const TimelineReport& report, const TimelineSentence& sentence, int day, const TimelineOptions& options) {
  double best = 0;
  for (const DayMention& m : sentence.days) {
    if (m.day == day) best = std::max(best, mention_weight(report, sentence, m, options));
  }
  return best;
}

}  // namespace attache
