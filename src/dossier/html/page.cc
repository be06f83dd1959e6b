// The frame: head, contents list, filter form, and the parts in their order.
#include <fmt/format.h>

#include "base/strings.h"
#include "dossier/html/parts.h"
#include "tables/embedded.h"

namespace attache {
namespace {

std::string contents(const PageContext& c) {
  std::string out = "<nav class=toc aria-label=\"Sections\"><ol>";
  const auto item = [&](int number, std::string_view name, const std::string& count) { out += fmt::format("<li><a href=\"#s{0}\"><span>{0}</span>{1}<span>{2}</span></a></li>", number, name, count); };
  std::size_t copies = 0;
  for (const Family& f : c.d.lineage.families) copies += f.members.size();
  item(1, "Summary", "");
  if (!c.d.analyses.empty()) {
    item(2, "Timeline", counted(c.d.stories.stories.size(), "story", "stories"));
    item(3, "Sources", counted(c.d.origins.origins.size(), "origin"));
    item(4, "Copies", c.d.lineage.families.empty() ? "none" : counted(copies, "report"));
    item(5, "Statements", std::to_string(c.d.statements.size()));
    item(6, "Events", std::to_string(c.d.events.size()));
    item(7, "Facts", std::to_string(c.d.facts.size()));
    if (!c.d.decisions.empty()) item(8, c.d.decisions.size() == 1 ? "Decision" : "Decisions", c.d.decisions.size() == 1 ? counted(c.d.decisions[0].chamber.seats.size(), "member") : std::to_string(c.d.decisions.size()));
    item(reports_number(c), "Reports", std::to_string(c.d.analyses.size()));
  }
  if (has_unread(c)) item(unread_number(c), "Not read", std::to_string(c.d.refused.size() + c.d.duplicates.size()));
  item(method_number(c), "Method", "");
  out += "</ol>";
  if (!c.d.analyses.empty()) {
    out += "<form class=tools aria-label=\"Show only\"><fieldset><legend>Show lines of</legend>";
    for (std::uint32_t n = 0; n < c.d.newsrooms.size() && n < 12; ++n) {
      const Newsroom& room = c.d.newsrooms[n];
      out += fmt::format("<label><input type=checkbox name=o value=\"{0}\" checked> <b class={1}>{0}</b> {2}</label>", room.letter, c.colour(n), room.name.empty() ? "not named" : escape_html(room.name));
    }
    out += "<label><input type=checkbox name=two> two or more origins only</label></fieldset><label class=find>Find in lines<input type=search id=find autocomplete=off></label><p class=sm id=cnt role=status aria-live=polite>&nbsp;</p><button type=button id=theme>Dark or light</button></form>";
  }
  return out + "</nav>";
}

}  // namespace

std::string to_html(const Dossier& dossier, const Knowledge& knowledge, const Lexicon& lexicon, const PageOptions& options) {
  const PageContext c(dossier, knowledge, lexicon, options);
  // The parts that cite come first, so that the reports know which sentences are cited.
  const std::string summary = summary_part(c);
  std::string main = timeline_part(c);
  main += sources_part(c);
  main += families_part(c);
  main += statements_part(c);
  main += events_part(c);
  main += facts_part(c);
  main += decisions_part(c);
  main += reports_part(c);
  main += unread_part(c);
  main += method_part(c);
  std::string out;
  out.reserve(main.size() + summary.size() + 32768);
  out += "<!DOCTYPE html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n<meta name=viewport content=\"width=device-width,initial-scale=1\">\n";
  out += "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n<meta name=color-scheme content=\"light dark\">\n";
  out += fmt::format("<title>{}: dossier</title>\n", escape_html(dossier.analyses.empty() ? "No report" : dossier.title.words));
  out += "<script>document.documentElement.className='js';try{var t=localStorage.attacheTheme;if(t)document.documentElement.dataset.theme=t}catch(e){}</script>\n<style>\n";
  out += embedded_file("dossier.css");
  out += "</style>\n</head>\n<body>\n<a class=skip href=\"#main\">Skip to the timeline</a>";
  out += symbol_sheet();
  out += "<div class=page>\n" + summary + "\n" + contents(c) + "\n<main id=main>\n" + main + "\n</main></div>\n<aside id=panel class=panel hidden aria-label=\"Cited sentence\"></aside>\n<script>\n";
  out += embedded_file("dossier.js");
  out += "</script>\n</body>\n</html>\n";
  return out;
}

}  // namespace attache
