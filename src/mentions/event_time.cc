#include "mentions/event_time.h"

#include <algorithm>

#include "base/strings.h"
#include "text/fold.h"

namespace attache {
namespace {

// Chosen on the 43 reports of bench/main_event; the figures move by less than .03 around them.
constexpr double kDecay = 0.15;        // a sentence
constexpr double kLeast = 0.15;        // below it nothing is answered
constexpr double kNear = 1.0;          // 0 to 6 days before the publication, and any bare weekday
constexpr double kNextDay = 0.5;
constexpr double kFar = 0.15;
constexpr double kUnknown = 0.3;       // the day or the publication is not known
constexpr double kClock = 1.1;
constexpr double kBefore = 0.75;       // "two days before the vote"
constexpr int kRecentDays = 6;
constexpr std::size_t kBeforeSentences = 3;

struct Candidate {
  double score = 0;
  Span span;
};

double nearness(const TimeExpression& time, std::string_view words, const Date& published) {
  if (!published.full() || !time.begin.full()) return kUnknown;
  const int lag = days_of(published) - days_of(time.begin);
  if (lag >= 0 && lag <= kRecentDays) return kNear;
  if (lag < 0) {
    for (std::string_view day : {"Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"}) {
      if (words.starts_with(day) && words.substr(day.size()).starts_with("day")) return kNear;
    }
  }
  return lag == -1 ? kNextDay : kFar;
}

// "two days before the runoff vote"
void add_days_before(const EventWords& words, double weight, std::vector<Candidate>& out) {
  for (std::size_t i = 1; i + 2 < words.size(); ++i) {
    if (!is_time_unit(words[i].lemma) || !words[i - 1].any_upos({"NUM", "DET", "ADJ", "ADV"})) continue;
    const std::size_t before = i + 1 + (words[i + 1].low == "left" ? 1 : 0);
    if (words[before].low != "before") continue;
    std::size_t end = before + 1;
    while (end + 1 < words.size() && words[end].any_upos({"DET", "ADJ"})) ++end;
    const bool noun = end < words.size() && (words[end].any_upos({"NOUN", "PROPN"}) || (words[end].upos == "VERB" && words[end - 1].upos == "DET"));
    if (!noun) continue;
    while (end + 1 < words.size() && words[end + 1].any_upos({"NOUN", "PROPN"})) ++end;
    out.push_back({kBefore * weight, join(words[i - 1].span, words[end].span)});
  }
}

}  // namespace

std::optional<Span> find_event_time(std::string_view text, const Lead& lead, const std::vector<EventWords>& skimmed, const std::vector<TimeExpression>& times, const Date& published) {
  std::vector<Candidate> found;
  const auto weight = [](std::size_t sentence) { return 1.0 / (1.0 + kDecay * static_cast<double>(sentence)); };
  std::size_t at = 0;
  for (const TimeExpression& time : times) {
    if (time.grain != Grain::day || lead.sentences.empty() || time.span.begin > lead.sentences.back().span.end) continue;
    while (at + 1 < lead.sentences.size() && lead.sentences[at + 1].span.begin <= time.span.begin) ++at;
    if (!lead.sentences[at].span.contains(time.span.begin)) continue;  // of a dateline: the day of writing
    const std::string_view words = slice(text, time.span);
    if (is_all_capitals(words)) continue;  // of a dateline or a label
    found.push_back({nearness(time, words, published) * weight(at), time.span});
  }
  for (std::size_t k = 0; k < lead.sentences.size(); ++k) {
    for (Span clock : find_clock_times(text, lead.sentences[k].span)) found.push_back({kClock * weight(k), clock});
  }
  for (std::size_t k = 0; k < std::min(skimmed.size(), kBeforeSentences); ++k) add_days_before(skimmed[k], weight(k), found);
  const auto best = std::max_element(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.score != b.score ? a.score < b.score : a.span.size() < b.span.size(); });
  if (best == found.end() || best->score < kLeast) return std::nullopt;
  return best->span;
}

}  // namespace attache
