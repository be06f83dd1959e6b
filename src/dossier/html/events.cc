// Who did what to whom: each event once, by day, with the word that tells it; and a table of who acts on whom.
#include <algorithm>
#include <map>
#include <numeric>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/strings.h"
#include "dossier/html/parts.h"

namespace attache {
namespace {

constexpr std::size_t kOpen = 40;       // lines before the fold
constexpr std::size_t kMost = 400;      // lines in all; the JSON has every event
constexpr std::size_t kMatrix = 10;     // actors of the table
constexpr std::size_t kCitations = 6;   // of a line
constexpr std::uint32_t kNobody = 0xFFFFFFFF;

std::string_view quad_word(int quad) {
  switch (quad) {
    case 1: return "words, together";
    case 2: return "deeds, together";
    case 3: return "words, against";
    default: return "deeds, against";
  }
}

std::string names_of(const std::vector<EventParty>& side) {
  std::string out;
  for (std::size_t i = 0; i < side.size() && i < 4; ++i) out += (i == 0 ? "" : i + 1 == side.size() ? " and " : ", ") + ("<b>" + escape_html(shorten(side[i].name, 70)) + "</b>");
  if (side.size() > 4) out += fmt::format(" and {} more", side.size() - 4);
  return out;
}

// "A → B"; one side alone where the sentence does not tell the other.
std::string who_whom(const EventRecord& e) {
  const std::string actors = names_of(e.actors), recipients = names_of(e.recipients);
  if (recipients.empty()) return actors;
  return (actors.empty() ? "<span class=nil>who is not said</span>" : actors) + " \u2192 " + recipients;
}

std::string day_of(const EventRecord& e) { return e.begin.year > 0 ? short_date(e.begin) + (e.end == e.begin ? "" : "\u2013" + short_date(e.end)) : "no day told"; }

std::string row(const PageContext& c, const EventRecord& e) {
  const std::vector<std::uint32_t> reports = reports_of(e);
  const EventMention& best = c.analysis(e.best.report).events[e.best.mention];
  std::string cites;
  std::size_t shown = 0;
  for (const EventRef& ref : e.mentions) {
    if (shown++ >= kCitations) break;
    cites += c.cite(ref.report, c.analysis(ref.report).events[ref.mention].trigger.begin) + " ";
  }
  if (e.mentions.size() > kCitations) cites += fmt::format("+{}", e.mentions.size() - kCitations);
  std::string about = fmt::format("{}{}{}", name_of(e.type), e.mode.empty() ? "" : ", " + e.mode, e.status == EventStatus::happened ? "" : ", " + std::string(name_of(e.status)));
  if (!e.contexts.empty()) about += fmt::format(" ({})", fmt::join(e.contexts, ", "));
  if (e.dates_differ) about += ", reports differ on the day";
  if (e.places_differ) about += ", reports differ on the place";
  if (e.numbers_differ) about += ", reports differ on how many";
  return fmt::format("<li class=r data-o=\"{}\" id=\"{}\"><span class=tx><small>{}</small> {}: <span class=v>{}</span> <small>{}{}</small></span>{}<span class=cs>{}</span></li>", c.letters(reports), e.id, escape_html(day_of(e)), who_whom(e), escape_html(std::string(c.words(e.best.report, best.trigger))), about,
                     best.place.empty() ? "" : "; " + escape_html(collapse_space(c.words(e.best.report, best.place))), c.gauge(reports), cites);
}

// Rows act, columns are acted on; a cell counts events together and against.
std::string matrix(const PageContext& c) {
  std::map<std::uint32_t, std::size_t> weight;
  const auto each_pair = [&](const auto& use) {
    for (const EventRecord& e : c.d.events) {
      const auto& targets = e.reciprocal ? e.actors : e.recipients;
      for (const EventParty& a : e.actors) {
        for (const EventParty& r : targets) {
          if (a.actor != kNobody && r.actor != kNobody && a.actor != r.actor) use(a.actor, r.actor, quad_class_of(e.type));
        }
      }
    }
  };
  each_pair([&](std::uint32_t a, std::uint32_t r, int) {
    ++weight[a];
    ++weight[r];
  });
  std::vector<std::uint32_t> actors;
  for (const auto& [actor, n] : weight) actors.push_back(actor);
  std::stable_sort(actors.begin(), actors.end(), [&](std::uint32_t a, std::uint32_t b) { return weight[a] > weight[b]; });
  if (actors.size() > kMatrix) actors.resize(kMatrix);
  if (actors.size() < 2) return {};
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<int, int>> cells;
  each_pair([&](std::uint32_t a, std::uint32_t r, int quad) { (quad <= 2 ? cells[{a, r}].first : cells[{a, r}].second) += 1; });
  const auto takes_part = [&](std::uint32_t actor, bool acts) { return std::any_of(cells.begin(), cells.end(), [&](const auto& cell) { return (acts ? cell.first.first : cell.first.second) == actor && std::find(actors.begin(), actors.end(), acts ? cell.first.second : cell.first.first) != actors.end(); }); };
  std::string out = "<h4>Who acts on whom</h4><p class=sm>Rows act, columns are acted on. <b>+</b> counts events together, <b>\u2212</b> events against.</p><div class=scroll><table class=mx><thead><tr><td></td>";
  std::vector<std::uint32_t> columns;
  for (const std::uint32_t r : actors) {
    if (!takes_part(r, false)) continue;
    columns.push_back(r);
    out += "<th scope=col>" + escape_html(shorten(c.d.actors.actors[r].name, 28)) + "</th>";
  }
  out += "</tr></thead><tbody>";
  for (const std::uint32_t a : actors) {
    if (!takes_part(a, true)) continue;
    out += "<tr><th scope=row>" + escape_html(shorten(c.d.actors.actors[a].name, 28)) + "</th>";
    for (const std::uint32_t r : columns) {
      const auto cell = cells.find({a, r});
      std::string text;
      if (cell != cells.end()) {
        if (cell->second.first) text += fmt::format("+{}", cell->second.first);
        if (cell->second.second) text += fmt::format("{}\u2212{}", text.empty() ? "" : " ", cell->second.second);
      }
      out += fmt::format("<td data-h=\"{}\">{}</td>", escape_html(c.d.actors.actors[r].name), text);
    }
    out += "</tr>";
  }
  if (columns.empty()) return {};
  return out + "</tbody></table></div>";
}

}  // namespace

std::string events_part(const PageContext& c) {
  std::string out = "<section aria-labelledby=s6><h2 id=s6><span class=no>6</span>Events</h2>";
  if (c.d.events.empty()) return out + "<p class=lede>No political event was found in these reports.</p></section>";
  std::size_t mentions = 0;
  std::map<int, std::size_t> quads;
  for (const EventRecord& e : c.d.events) {
    mentions += e.mentions.size();
    ++quads[quad_class_of(e.type)];
  }
  std::string kinds;
  for (const auto& [quad, n] : quads) kinds += fmt::format("{}{}: {}", kinds.empty() ? "" : "; ", quad_word(quad), n);
  out += fmt::format("<p class=lede>{} told {}. {}.</p><p class=sm>Categories are PLOVER\u2019s. The word in serifs is the report\u2019s own; the category and who takes part are read by a trained model and can be wrong: open the sentence.</p>", counted(c.d.events.size(), "event"), counted(mentions, "time"), kinds);
  std::vector<std::uint32_t> order(c.d.events.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Date &x = c.d.events[a].begin, &y = c.d.events[b].begin;
    if ((x.year > 0) != (y.year > 0)) return x.year > 0;
    return x.year > 0 && std::tie(x.year, x.month, x.day) < std::tie(y.year, y.month, y.day);
  });
  std::string open, folded;
  for (std::size_t i = 0; i < order.size() && i < kMost; ++i) (i < kOpen ? open : folded) += row(c, c.d.events[order[i]]);
  out += "<ul class=rows>" + open + "</ul>";
  if (!folded.empty()) out += fmt::format("<details><summary>{}</summary><ul class=rows>{}</ul></details>", counted(std::min(order.size(), kMost) - kOpen, "further event"), folded);
  if (order.size() > kMost) out += fmt::format("<p class=sm>and {} more, all in the JSON.</p>", order.size() - kMost);
  return out + matrix(c) + "</section>";
}

}  // namespace attache
