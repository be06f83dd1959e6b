#include "stories/timeline_line.h"

#include <algorithm>
#include <cmath>

#include "stories/timeline_words.h"

namespace attache {
namespace {

constexpr std::size_t kLeastBytes = 4;  // of a word that is compared

// A running sentence: half its words or more small, an end mark, none of the signs of menus and scripts.
bool is_prose(std::string_view sentence) {
  std::size_t words = 0, small = 0;
  for_each_letter_word(sentence, [&](std::string_view word) {
    ++words;
    small += is_lower_letter(code_point_at(word, 0).value);
  });
  if (words == 0 || 2 * small < words || sentence.find_first_of("|@_{}=") != std::string_view::npos || sentence.find("\u203A") != std::string_view::npos) return false;
  constexpr std::u32string_view kEnds = U".!?\"\u201D\u00BB\u2026:;)'\u2019";
  return kEnds.find(code_point_before(sentence, sentence.size()).value) != std::u32string_view::npos;
}

std::size_t count_days(const TimelineSentence& s) {
  std::set<int> days;
  for (const DayMention& m : s.days) days.insert(m.day);
  return days.size();
}

}  // namespace

LineChooser::LineChooser(const TimelineReports& reports, std::span<const Analysis> analyses, const TimelineOptions& options) : reports_(reports), analyses_(analyses), options_(options) {
  std::vector<std::uint32_t> last_text;  // that holds each word
  for (std::uint32_t r = 0; r < reports.reports.size(); ++r) {
    const TimelineReport& report = reports.reports[r];
    if (report.published) published_[*report.published].push_back(r);
    for (std::uint32_t s = 0; s < report.sentences.size(); ++s) {
      std::set<int> days;
      for (const DayMention& m : report.sentences[s].days) {
        if (days.insert(m.day).second) naming_[m.day].push_back({r, s});
      }
      for_each_letter_word(text({r, s}), [&](std::string_view word) {
        if (word.size() < kLeastBytes) return;
        const auto [found, fresh] = word_numbers_.emplace(fold(word), static_cast<std::uint32_t>(word_numbers_.size()));
        const std::uint32_t number = found->second;
        if (fresh) texts_with_.push_back(0);
        if (fresh) last_text.push_back(UINT32_MAX);
        texts_with_[number] += last_text[number] != report.text;
        last_text[number] = report.text;
      });
    }
  }
}

std::string_view LineChooser::text(const SentenceRef& at) const { return slice(analyses_[reports_.reports[at.report].report].report.text, sentence(at).span); }

std::vector<LineChooser::Candidate> LineChooser::candidates(int day) const {
  std::map<SentenceRef, double> weights;
  if (const auto found = naming_.find(day); found != naming_.end()) {
    for (const SentenceRef& at : found->second) weights[at] = day_weight(reports_.reports[at.report], sentence(at), day, options_) / static_cast<double>(count_days(sentence(at)));
  }
  for (const int published : {day, day + 1}) {
    const auto found = published_.find(published);
    if (found == published_.end() || options_.named_only) continue;
    for (const std::uint32_t r : found->second) {
      const std::vector<TimelineSentence>& sentences = reports_.reports[r].sentences;
      for (std::uint32_t s = 0; s < std::min<std::size_t>(options_.opening, sentences.size()); ++s) {
        double weight = options_.opening_weight * sentences[s].topic;
        if (std::any_of(sentences[s].days.begin(), sentences[s].days.end(), [&](const DayMention& m) { return m.day != day && m.kind != DayKind::today; })) weight *= options_.other_day;
        double& known = weights[{r, s}];
        known = std::max(known, weight);
      }
    }
  }
  std::vector<Candidate> out;
  for (const auto& [at, weight] : weights) out.push_back({at, weight});
  return out;
}

LineChooser::Vector LineChooser::vector_of(const SentenceRef& at) const {
  std::map<std::uint32_t, std::uint32_t> counts;
  for_each_letter_word(text(at), [&](std::string_view word) {
    if (word.size() >= kLeastBytes) ++counts[word_numbers_.at(fold(word))];
  });
  Vector out;
  double norm = 0;
  for (const auto& [word, count] : counts) {
    const double weight = std::log1p(count) * std::log(1 + static_cast<double>(reports_.texts) / texts_with_[word]);
    out.emplace_back(word, weight);
    norm += weight * weight;
  }
  for (auto& [word, weight] : out) weight /= norm > 0 ? std::sqrt(norm) : 1;
  return out;
}

std::optional<SentenceRef> LineChooser::choose(int day) {
  const std::vector<Candidate> list = candidates(day);
  std::vector<Vector> vectors;
  std::map<std::uint32_t, double> centre;
  for (const Candidate& c : list) {
    vectors.push_back(vector_of(c.at));
    for (const auto& [word, weight] : vectors.back()) centre[word] += c.weight * weight;
  }
  double norm = 0;
  for (const auto& [word, weight] : centre) norm += weight * weight;
  norm = norm > 0 ? std::sqrt(norm) : 1;
  std::optional<SentenceRef> best;
  double most = -1;
  for (std::size_t i = 0; i < list.size(); ++i) {
    double likeness = 0;
    for (const auto& [word, weight] : vectors[i]) likeness += weight * centre[word];
    const double words = sentence(list[i].at).words;
    double score = list[i].weight * (1 + likeness / norm);
    score *= words <= options_.most_words ? std::min(1.0, words / options_.good_words) : options_.no_prose * options_.most_words / words;
    if (!is_prose(text(list[i].at))) score *= options_.no_prose;
    if (used_.contains(list[i].at)) score *= options_.used;
    if (score <= most) continue;
    most = score;
    best = list[i].at;
  }
  if (best) used_.insert(*best);
  return best;
}

}  // namespace attache
