// What was said in each story: the first wording of each statement, a line each, in the order of the timeline.
#include <map>

#include <fmt/format.h>

#include "base/strings.h"
#include "dossier/html/parts.h"

namespace attache {
namespace {

constexpr std::size_t kShortest = 170;  // bytes of a wording on a line
constexpr std::size_t kMost = 400;      // lines; the statements by speaker have all of them

struct Said {
  const Statement* statement = nullptr;
  std::vector<MentionRef> mentions;  // in the reports of the story
};

std::string said_line(const PageContext& c, const Said& said) {
  const MentionRef& first = said.mentions.front();
  const StatementMention& m = c.analysis(first.report).statements[first.mention];
  std::vector<std::uint32_t> reports;
  for (const MentionRef& ref : said.mentions) reports.push_back(ref.report);
  const std::string speaker = said.statement->speaker.empty() ? "source not stated" : said.statement->speaker;
  const std::string cue = m.kind != StatementKind::direct && !m.cue.empty() ? fmt::format("<span class=cue>{}</span> ", escape_html(collapse_space(c.words(first.report, m.cue.front())))) : "";
  const std::string words = cue + escape_html(shorten(content_words(c.analysis(first.report), m), kShortest));
  return line(c, reports, fmt::format("<a href=\"#{}\">{}</a>: <span class=v>{}</span>", said.statement->id, escape_html(speaker), words), c.cite(first.report, m.content.front().begin));
}

std::string head_of(const PageContext& c, std::uint32_t story) {
  const std::uint32_t chief = chief_report(c.d, c.d.stories.stories[story]);
  const std::string& title = c.analysis(chief).report.title.value;
  const std::string words = title.empty() ? collapse_space(c.words(chief, lead_of(c.analysis(chief)))) : title;
  return fmt::format("<h4>{} <small>{}</small></h4>", escape_html(shorten(words, kShortest)), c.cite_report(chief));
}

}  // namespace

std::string statements_by_story(const PageContext& c) {
  std::map<std::uint32_t, std::vector<Said>> by_story;
  for (const Statement& s : c.d.statements) {
    std::map<std::uint32_t, Said> parts;
    for (const MentionRef& ref : s.mentions) parts[c.d.stories.story_of[ref.report]].mentions.push_back(ref);
    for (auto& [story, said] : parts) {
      said.statement = &s;
      by_story[story].push_back(std::move(said));
    }
  }
  if (by_story.size() < 2) return {};
  std::string list;
  std::size_t shown = 0, left = 0;
  for (const std::uint32_t story : c.d.story_order) {
    const auto found = by_story.find(story);
    if (found == by_story.end()) continue;
    if (shown >= kMost) {
      left += found->second.size();
      continue;
    }
    list += head_of(c, story) + "<ul class=rows>";
    for (const Said& said : found->second) list += said_line(c, said);
    list += "</ul>";
    shown += found->second.size();
  }
  if (left) list += fmt::format("<p class=sm>{} of further stories stand above, by speaker.</p>", counted(left, "statement"));
  return fmt::format("<details><summary>The same by story: what was said in each of {}</summary>{}</details>", counted(by_story.size(), "story", "stories"), list);
}

}  // namespace attache
