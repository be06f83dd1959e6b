#include "stories/timeline_topic.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <unordered_map>

#include "language/day_words.h"
#include "stories/timeline_words.h"

namespace attache {
namespace {

constexpr std::size_t kLeastLetters = 3;

struct WordCount {
  std::uint32_t capital = 0;  // texts that write it with a capital inside a sentence
  std::uint32_t small = 0;
  std::uint32_t uses = 0, led = 0;  // capitalised, inside a sentence; behind an article or adjective (German)
};
using WordCounts = std::map<std::string, WordCount>;
using TopicNames = std::unordered_map<std::string, double>;

std::size_t count_letters(std::string_view word) {
  std::size_t count = 0;
  for (const char c : word) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

bool is_calendar_word(const std::string& word, const DayWords* days) {
  if (days) return days->calendar.months.contains(word) || days->calendar.weekdays.contains(word);
  return month_of_word(word, true) || weekday_of_word(word) >= 0;
}

// German writes every noun with a capital. A common noun mostly stands behind an article, an adjective or a number word, a
// name seldom. Words that only look like adjectives are named.
bool leads_noun(std::string_view word) {
  static constexpr std::array<std::string_view, 28> kLeads = {"am", "ans", "aufs", "beim", "das", "dem", "den", "der", "des", "die", "drei", "ein", "fast", "hundert", "ihr", "im", "ins", "kein", "mein", "sein", "tausend", "unser", "vier", "vom", "zehn", "zum", "zur", "zwei"};
  static constexpr std::array<std::string_view, 23> kOthers = {"aber", "außer", "bitte", "dafür", "denen", "eben", "gegen", "hatte", "heute", "hinter", "nahe", "neben", "oder", "ohne", "sagte", "unter", "wegen", "weiter", "wenn", "werden", "wurde", "zwischen", "über"};
  if (std::find(kLeads.begin(), kLeads.end(), word) != kLeads.end()) return true;
  if (std::find(kOthers.begin(), kOthers.end(), word) != kOthers.end()) return false;
  return word.ends_with("e") || word.ends_with("en") || word.ends_with("er") || word.ends_with("es") || word.ends_with("em");
}

// Each text counts once, however many copies it has.
WordCounts count_words(const std::vector<const TimelineReport*>& reports, std::span<const Analysis> analyses, const TimelineOptions& options) {
  std::map<std::uint32_t, std::vector<const TimelineReport*>> by_text;
  for (const TimelineReport* r : reports) by_text[r->text].push_back(r);
  WordCounts counts;
  for (const auto& [text, members] : by_text) {
    std::set<std::string> capital, small;
    for (const TimelineReport* r : members) {
      for (std::size_t s = 0; s < std::min<std::size_t>(r->sentences.size(), options.lead); ++s) {
        std::string_view before;
        for_each_letter_word(slice(analyses[r->report].report.text, r->sentences[s].span), [&](std::string_view word) {
          if (!before.empty() && count_letters(word) >= kLeastLetters && is_capitalised(word) && !is_all_capitals(word)) {
            std::string name = fold(word);
            WordCount& count = counts[name];
            ++count.uses;
            count.led += !is_capitalised(before) && leads_noun(before);
            capital.insert(std::move(name));
          } else if (is_lower_letter(code_point_at(word, 0).value)) {
            small.insert(fold(word));
          }
          before = word;
        });
      }
    }
    for (const std::string& word : capital) ++counts[word].capital;
    for (const std::string& word : small) ++counts[word].small;
  }
  return counts;
}

TopicNames topic_names(const WordCounts& counts, std::string_view language, const TimelineOptions& options) {
  const DayWords* days = day_words_of(language);
  const auto is_name = [&](const std::string& word, const WordCount& c) { return c.capital > 0 && 2 * c.small < c.capital && !(language == "de" && 2 * c.led >= c.uses) && !is_calendar_word(word, days); };
  std::uint32_t most = 0;
  for (const auto& [word, c] : counts) {
    if (c.capital > most && is_name(word, c)) most = c.capital;
  }
  TopicNames names;
  for (const auto& [word, c] : counts) {
    if (c.capital >= options.name_share * most && is_name(word, c)) names.emplace(word, static_cast<double>(c.capital) / most);
  }
  return names;
}

double names_in(std::string_view sentence, const TopicNames& names, const TimelineOptions& options) {
  std::set<std::string> seen;
  double sum = 0;
  for_each_letter_word(sentence, [&](std::string_view word) {
    const auto found = names.find(fold(word));
    if (found != names.end() && seen.insert(found->first).second) sum += found->second;
  });
  return std::min(1.0, sum / options.name_full);
}

// The opening speaks of the topic in its first two sentences, or in a fifth of all.
bool opens_on_topic(const std::vector<TimelineSentence>& sentences, const TimelineOptions& options) {
  constexpr double kShare = 0.2;
  double sum = 0;
  const std::size_t lead = std::min<std::size_t>(sentences.size(), options.lead);
  for (std::size_t s = 0; s < lead; ++s) {
    if (s < 2 && sentences[s].names > 0) return true;
    sum += sentences[s].names;
  }
  return sum > kShare * static_cast<double>(lead);
}

}  // namespace

void set_topics(TimelineReports& all, std::span<const Analysis> analyses, const TimelineOptions& options) {
  std::map<std::string, std::vector<const TimelineReport*>> by_language;
  const auto language_of = [&](const TimelineReport& r) -> const std::string& { return analyses[r.report].report.language.value; };
  for (const TimelineReport& r : all.reports) by_language[language_of(r)].push_back(&r);
  std::map<std::string, TopicNames> names;
  for (const auto& [language, reports] : by_language) names[language] = topic_names(count_words(reports, analyses, options), language, options);
  for (TimelineReport& r : all.reports) {
    std::vector<TimelineSentence>& sentences = r.sentences;
    for (TimelineSentence& s : sentences) s.names = names_in(slice(analyses[r.report].report.text, s.span), names[language_of(r)], options);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      sentences[i].topic = options.off_topic;
      const std::size_t first = i > options.near ? i - options.near : 0;
      for (std::size_t k = first; k < std::min<std::size_t>(sentences.size(), i + options.near + 1); ++k) sentences[i].topic = std::max(sentences[i].topic, sentences[k].names);
    }
    r.on_topic = opens_on_topic(sentences, options);
  }
}

}  // namespace attache
