#include "stories/story_event.h"

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "base/strings.h"
#include "lineage/words.h"

namespace attache {
namespace {

constexpr double kAlike = 0.5;  // share of the shorter phrase's words, the bound of a hit in the gold of bench/main_event

// One report's answer to one question.
struct Answer {
  std::uint32_t report = 0;
  EventPhrase phrase;
  std::vector<std::uint64_t> words;  // longer than two letters; sorted, unique
  Date day;                          // of a time; year 0 where it gives none
};

std::vector<std::uint64_t> words_in(std::string_view text) {
  std::vector<std::uint64_t> out;
  for_each_word(text, [&](std::string_view word, bool number) {
    if (number || word.size() > 2) out.push_back(hash64(word));
  });
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Date day_of(const Analysis& analysis, const EventPhrase& phrase) {
  if (phrase.in_title) return {};
  for (const TimeExpression& time : analysis.times) {
    if (time.resolved && time.grain == Grain::day && time.span.overlaps(phrase.span)) return time.begin;
  }
  return {};
}

bool alike(const Answer& a, const Answer& b) {
  if (a.day.full() && b.day.full()) return a.day == b.day;
  if (a.words.empty() || b.words.empty()) return false;
  std::size_t shared = 0;
  for (std::uint64_t word : a.words) shared += std::binary_search(b.words.begin(), b.words.end(), word);
  return static_cast<double>(shared) >= kAlike * static_cast<double>(std::min(a.words.size(), b.words.size()));
}

using Question = std::optional<EventPhrase> MainEvent::*;

class Voters {
 public:
  Voters(std::span<const Analysis> analyses, const Lineage& lineage, const Story& story) : analyses_(analyses), lineage_(lineage), story_(story) {}

  std::vector<Answer> answers(Question question) const {
    std::vector<Answer> out;
    for (std::uint32_t r : story_.reports) {
      const std::optional<EventPhrase>& phrase = analyses_[r].main_event.*question;
      if (phrase) out.push_back({r, *phrase, words_in(words_of(analyses_[r], *phrase)), day_of(analyses_[r], *phrase)});
    }
    return out;
  }

  // Texts that answer alike; a family has one vote.
  std::size_t votes(const std::vector<Answer>& all, const Answer& answer) const {
    std::set<std::int64_t> voters;
    for (const Answer& other : all) {
      if (!alike(answer, other)) continue;
      const std::int32_t family = lineage_.family_of[other.report];
      voters.insert(family < 0 ? -1 - static_cast<std::int64_t>(other.report) : family);
    }
    return voters.size();
  }

  static StoryPhrase phrase(const std::vector<Answer>& all, const Answer& answer) {
    StoryPhrase out{answer.report, answer.phrase, {}};
    for (const Answer& other : all) {
      if (other.report == answer.report || alike(answer, other)) out.reports.push_back(other.report);
    }
    return out;
  }

  const Answer* best(const std::vector<Answer>& all) const {
    const Answer* best = nullptr;
    std::size_t most = 0;
    for (const Answer& answer : all) {
      const std::size_t count = votes(all, answer);
      if (count > most) {
        best = &answer;
        most = count;
      }
    }
    return best;
  }

 private:
  std::span<const Analysis> analyses_;
  const Lineage& lineage_;
  const Story& story_;
};

const Answer* of_report(const std::vector<Answer>& answers, std::uint32_t report) {
  const auto found = std::find_if(answers.begin(), answers.end(), [&](const Answer& a) { return a.report == report; });
  return found == answers.end() ? nullptr : &*found;
}

}  // namespace

std::string_view words_of(const Analysis& analysis, const EventPhrase& phrase) { return slice(phrase.in_title ? analysis.report.title.value : analysis.report.text, phrase.span); }

StoryEvent find_story_event(std::span<const Analysis> analyses, const Lineage& lineage, const Story& story) {
  const Voters voters(analyses, lineage, story);
  const std::vector<Answer> who = voters.answers(&MainEvent::who), what = voters.answers(&MainEvent::what), when = voters.answers(&MainEvent::when), where = voters.answers(&MainEvent::where);
  StoryEvent out;
  std::optional<std::uint32_t> teller;
  std::size_t most = 0;
  for (std::uint32_t r : story.reports) {
    const Answer *actor = of_report(who, r), *deed = of_report(what, r);
    const std::size_t count = (actor ? 1 + voters.votes(who, *actor) : 0) + (deed ? 1 + voters.votes(what, *deed) : 0);
    if (count > most) {
      teller = r;
      most = count;
    }
  }
  if (teller) {
    if (const Answer* actor = of_report(who, *teller)) out.who = Voters::phrase(who, *actor);
    if (const Answer* deed = of_report(what, *teller)) out.what = Voters::phrase(what, *deed);
  }
  if (const Answer* time = voters.best(when)) out.when = Voters::phrase(when, *time);
  if (const Answer* place = voters.best(where)) out.where = Voters::phrase(where, *place);
  return out;
}

}  // namespace attache
