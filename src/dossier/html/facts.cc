// What the reports agree on, dispute or replace: what differs first, each value with the origins behind it.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/strings.h"
#include "dossier/html/parts.h"

namespace attache {
namespace {

constexpr std::size_t kCitations = 6;  // of a claim
constexpr std::size_t kMost = 400;     // lines of a group; the JSON has every fact
constexpr std::size_t kOpen = 25;      // lines of a group before the fold

struct Group {
  FactStatus status;
  std::string_view title, about;
  bool folded = false;
};
constexpr std::array<Group, 6> kGroups = {{{FactStatus::differ, "They differ", "Values that cannot be right together, whatever is rounded or hedged."},
                                           {FactStatus::superseded, "Replaced", "A later report or version gives another value; the later one stands first."},
                                           {FactStatus::word_choice, "Choice of words", "The same thing under names that take sides."},
                                           {FactStatus::agree, "They agree", "Two or more independent origins say so."},
                                           {FactStatus::one_origin, "One origin, several reports", "Copies of one story do not confirm it.", true},
                                           {FactStatus::only_one, "One report", "Nobody else says so.", true}}};

std::string cites_of(const PageContext& c, const FactClaim& claim) {
  std::string out;
  std::set<std::string> shown;
  std::size_t more = 0;
  for (const FactRef& ref : claim.mentions) {
    const Span at = !ref.value.empty() ? ref.value : !ref.object.empty() ? ref.object : ref.subject.empty() ? ref.sentence : ref.subject;
    const std::string link = c.cite(ref.report, std::max(at.begin, ref.sentence.begin));
    if (shown.contains(link)) continue;
    if (shown.size() >= kCitations) {
      ++more;
      continue;
    }
    shown.insert(link);
    out += link + " ";
  }
  if (more) out += fmt::format("+{}", more);
  return out;
}

// Days as a reader writes them; other values as told.
std::string value_in_words(const FactClaim& claim) {
  if (claim.begin.year > 0 && claim.value.starts_with(to_string(claim.begin))) return claim.begin == claim.end || claim.end.year == 0 ? to_words(claim.begin) : to_words(claim.begin) + " to " + to_words(claim.end);
  return claim.value;
}

// Who says so where no report says it in its own words.
std::string said_by(const PageContext& c, const Fact& f) {
  std::string who;
  for (const FactClaim& claim : f.claims) {
    for (const FactRef& ref : claim.mentions) {
      if (ref.statement == 0xFFFFFFFF) return {};
      const std::string& speaker = c.analysis(ref.report).statements[ref.statement].speaker_text;
      if (who.empty()) who = speaker;
      else if (who != speaker) return " <small>only in words of others</small>";
    }
  }
  return who.empty() ? std::string() : " <small>according to " + escape_html(shorten(who, 60)) + "</small>";
}

std::string row(const PageContext& c, const Fact& f) {
  const std::vector<std::uint32_t> reports = reports_of(f);
  std::string text = "<b>" + escape_html(shorten(f.sentence, 200)) + "</b>" + said_by(c, f), cites;
  const bool apart = f.status == FactStatus::differ || f.status == FactStatus::superseded || f.status == FactStatus::word_choice;
  if (apart) {
    for (const FactClaim& claim : f.claims) {
      if (claim.mentions.empty()) continue;
      text += fmt::format("<br><span class=v>{}</span> {} {}", claim.value.empty() ? "no value told" : escape_html(shorten(value_in_words(claim), 80)), c.inline_gauge(reports_of(claim)), cites_of(c, claim));
    }
    if (f.status != FactStatus::word_choice) text += " <small>" + escape_html(f.reason) + "</small>";
  } else {
    for (const FactClaim& claim : f.claims) {
      const bool told = !claim.value.empty() && f.sentence.find(claim.value) == std::string::npos;
      if (told) text += fmt::format(" <span class=v>{}</span>{}", escape_html(shorten(value_in_words(claim), 80)), f.claims.size() > 1 ? " " + c.inline_gauge(reports_of(claim)) : "");
      cites += cites_of(c, claim);
    }
  }
  return fmt::format("<li class=r data-o=\"{}\" id=\"{}\"><span class=tx>{}</span>{}<span class=cs>{}</span></li>", c.letters(reports), f.id, text, c.gauge(reports), cites);
}

}  // namespace

std::string facts_part(const PageContext& c) {
  std::string out = "<section aria-labelledby=s7><h2 id=s7><span class=no>7</span>Facts</h2>";
  if (c.d.facts.empty()) return out + "<p class=lede>No fact of the kinds looked for was found in these reports.</p></section>";
  std::map<FactStatus, std::vector<const Fact*>> by_status;
  for (const Fact& f : c.d.facts) by_status[f.status].push_back(&f);
  std::string counts;
  for (const Group& g : kGroups) {
    if (by_status.contains(g.status)) counts += fmt::format("{}{}: {}", counts.empty() ? "" : "; ", words_of(g.status), by_status[g.status].size());
  }
  if (!by_status.contains(FactStatus::differ)) counts += "; none differ";
  out += fmt::format("<p class=lede>{}: {}.</p><p class=sm>Relations, numbers and dates of the kinds that a table lists, read sentence by sentence; what is only possible, asked for or planned is left out. Origins are counted, not reports: open the sentence.</p>", counted(c.d.facts.size(), "fact"), counts);
  for (const Group& g : kGroups) {
    const auto found = by_status.find(g.status);
    if (found == by_status.end()) continue;
    const std::vector<const Fact*>& facts = found->second;
    std::string open, more;
    for (std::size_t i = 0; i < facts.size() && i < kMost; ++i) (i < kOpen || g.folded ? open : more) += row(c, *facts[i]);
    if (facts.size() > kMost) more += fmt::format("<li class=sm>and {} more, all in the JSON.</li>", facts.size() - kMost);
    if (g.folded) {
      out += fmt::format("<details><summary>{}: {}</summary><p class=sm>{}</p><ul class=rows>{}{}</ul></details>", g.title, facts.size(), g.about, open, more);
      continue;
    }
    out += fmt::format("<h4>{}</h4><p class=sm>{}</p><ul class=rows>{}</ul>", g.title, g.about, open);
    if (!more.empty()) out += fmt::format("<details><summary>{}</summary><ul class=rows>{}</ul></details>", counted(facts.size() - kOpen, "further fact"), more);
  }
  return out + "</section>";
}

}  // namespace attache
