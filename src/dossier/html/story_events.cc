// What each story of a thread tells: who did what, when and where, in the words of a report; a line a story.
#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/strings.h"
#include "dossier/html/parts.h"

namespace attache {
namespace {

constexpr std::size_t kOpenStories = 12;  // a screen

// The phrase as a link to its sentence, or to the head of the report where a title holds it.
std::string linked(const PageContext& c, const std::optional<StoryPhrase>& phrase) {
  if (!phrase) return "<span class=nil>\u2013</span>";
  const std::string words = escape_html(collapse_space(words_of(c.analysis(phrase->report), phrase->phrase)));
  const std::string cite = phrase->phrase.in_title ? c.cite_report(phrase->report) : c.cite(phrase->report, phrase->phrase.span.begin);
  return fmt::format("{} <small>{}</small>", words, cite);
}

std::string row(const PageContext& c, std::uint32_t story) {
  const StoryEvent& event = c.d.story_events[story];
  return fmt::format("<tr><td data-h=Who>{}</td><td data-h=What>{}</td><td data-h=When>{}</td><td data-h=Where>{}</td><td data-h=Origins>{}</td></tr>", linked(c, event.who), linked(c, event.what), linked(c, event.when), linked(c, event.where), c.inline_gauge(c.d.stories.stories[story].reports));
}

bool tells(const StoryEvent& event) { return event.who || event.what; }

}  // namespace

std::string events_of_thread(const PageContext& c, std::uint32_t thread) {
  std::vector<std::uint32_t> stories;
  for (std::uint32_t s : c.d.story_order) {
    if (c.d.thread_of_story[s] == thread && tells(c.d.story_events[s])) stories.push_back(s);
  }
  if (stories.empty()) return {};
  constexpr std::string_view kHead = "<table class=ev><thead><tr><th>Who</th><th>What</th><th>When</th><th>Where</th><th>Origins</th></tr></thead><tbody>";
  std::string open(kHead), folded(kHead);
  for (std::size_t i = 0; i < stories.size(); ++i) (i < kOpenStories ? open : folded) += row(c, stories[i]);
  std::string out = "<h4>What each story tells</h4><p class=sm>Phrases of the reports; who and what always of one report. The number counts the independent origins of the story.</p>" + open + "</tbody></table>";
  if (stories.size() > kOpenStories) out += fmt::format("<details><summary>{}</summary>{}</tbody></table></details>", counted(stories.size() - kOpenStories, "further story", "further stories"), folded);
  return out;
}

}  // namespace attache
