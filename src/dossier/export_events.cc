#include "dossier/export_events.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/strings.h"
#include "dossier/export_rows.h"

namespace attache {
namespace {

using Json = ExportRecord;

// Goldstein's scale of conflict and cooperation (1992) for the roots of CAMEO, 03 to 20.
double goldstein_of(EventType type) {
  constexpr std::array<double, kEventTypes> kScale = {4.0, 1.0, 3.5, 6.0, 7.0, 5.0, 5.0, -5.0, -2.0, -4.0, -6.0, -6.5, -4.0, -7.2, -7.0, -10.0};
  return kScale[static_cast<std::size_t>(type)];
}

const Analysis& first_analysis(const Dossier& d, const EventRecord& e) { return d.analyses[e.mentions.front().report]; }
const Report& best_report(const Dossier& d, const EventRecord& e) { return d.analyses[e.best.report].report; }  // whose sentence a row cites
const EventMention& best_mention(const Dossier& d, const EventRecord& e) { return d.analyses[e.best.report].events[e.best.mention]; }

std::string sentence_of(const Dossier& d, const EventRecord& e) {
  const Analysis& a = d.analyses[e.best.report];
  return collapse_space(slice(a.report.text, a.sentences[best_mention(d, e).sentence].span));
}

std::string place_of(const Dossier& d, const EventRecord& e) {
  const EventMention& m = best_mention(d, e);
  return m.place.empty() ? std::string() : collapse_space(slice(d.analyses[e.best.report].report.text, m.place));
}

// The day of the event, else of its first report; year 0 where neither is known.
Date day_of(const Dossier& d, const EventRecord& e) { return e.begin.year != 0 ? e.begin : first_analysis(d, e).report.published.value; }

using Pair = std::pair<EventParty, EventParty>;

// Each actor with each recipient; those who do it with each other in both directions; one side alone with nobody.
std::vector<Pair> pairs_of(const EventRecord& e) {
  std::vector<Pair> out;
  const std::vector<EventParty> nobody(1);
  const bool mutual = e.reciprocal && e.actors.size() > 1;
  const std::vector<EventParty>& recipients = mutual ? e.actors : e.recipients.empty() ? nobody : e.recipients;
  const std::vector<EventParty>& actors = e.actors.empty() ? nobody : e.actors;
  for (std::size_t a = 0; a < actors.size(); ++a) {
    for (std::size_t r = 0; r < recipients.size(); ++r) {
      if (!mutual || a != r) out.emplace_back(actors[a], recipients[r]);
    }
  }
  return out;
}

void add_gdelt_actor(std::vector<std::string>& row, const EventParty& p) {
  const bool body = p.country == "IGO" || p.country == "NGO";
  row.push_back(p.country == p.sector ? p.country : p.country + p.sector);  // code
  row.push_back(p.name);
  row.push_back(body ? "" : p.country);
  row.insert(row.end(), 4, "");  // known group, ethnic, two religions
  row.push_back(!p.sector.empty() ? p.sector : body ? p.country : "");
  row.insert(row.end(), 2, "");  // further types
}

std::string joined(const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) out += (i ? "\t" : "") + tsv_cell(cells[i]);
  return out + "\n";
}

Json parties(const Dossier& d, const std::vector<EventParty>& side) {
  Json out = Json::array();
  for (const EventParty& p : side) out.push_back({{"name", p.name}, {"actor", p.actor == 0xFFFFFFFF ? Json(nullptr) : Json(d.actors.actors[p.actor].id)}, {"country", p.country}, {"country_inferred", p.country_inferred}, {"sector", p.sector}});
  return out;
}

}  // namespace

std::string events_gdelt(const Dossier& d) {
  std::string out;
  for (const EventRecord& e : d.events) {
    const Date day = day_of(d, e);
    if (day.year <= 0) continue;
    const std::vector<std::uint32_t> reports = reports_of(e);
    const Report& first = first_analysis(d, e).report;
    const std::string root(cameo_root_of(e.type));
    const int month = std::max<int>(day.month, 1), date = std::max<int>(day.day, 1);
    std::size_t number = 0;
    for (const auto& [actor, recipient] : pairs_of(e)) {
      std::vector<std::string> row;
      row.push_back(std::to_string(hash64(e.id + "/" + std::to_string(number++)) >> 1));
      row.push_back(fmt::format("{:04}{:02}{:02}", day.year, month, date));
      row.push_back(fmt::format("{:04}{:02}", day.year, month));
      row.push_back(fmt::format("{:04}", day.year));
      row.push_back(fmt::format("{:.4f}", day.year + ((month - 1) * 30 + date) / 365.0));  // as GDELT counts: months of 30 days
      add_gdelt_actor(row, actor);
      add_gdelt_actor(row, recipient);
      row.push_back(e.status == EventStatus::background ? "0" : "1");  // a root event: told as news, not as history
      row.push_back(root + "0");
      row.push_back(root + "0");
      row.push_back(root);
      row.push_back(std::to_string(quad_class_of(e.type)));
      row.push_back(fmt::format("{:.1f}", goldstein_of(e.type)));
      row.push_back(std::to_string(e.mentions.size()));
      row.push_back(std::to_string(count_origins(d, reports)));
      row.push_back(std::to_string(reports.size()));
      row.push_back("");  // tone
      row.insert(row.end(), 16, "");  // where the actors are
      row.push_back("");
      row.push_back(place_of(d, e));
      row.insert(row.end(), 6, "");
      const Date added = first.published.value.year > 0 ? first.published.value : day;
      row.push_back(fmt::format("{:04}{:02}{:02}000000", added.year, std::max<int>(added.month, 1), std::max<int>(added.day, 1)));
      row.push_back(first.url);
      out += joined(row);
    }
  }
  return out;
}

std::string events_icews(const Dossier& d) {
  std::string out = joined({"Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude"});
  for (const EventRecord& e : d.events) {
    const Report& cited = best_report(d, e);
    const Date day = day_of(d, e);
    for (const auto& [actor, recipient] : pairs_of(e)) {
      out += joined({e.id, day.year > 0 ? to_string(day) : "", actor.name, actor.sector, actor.country, std::string(name_of(e.type)), std::string(cameo_root_of(e.type)), fmt::format("{:.1f}", goldstein_of(e.type)), recipient.name, recipient.sector, recipient.country, story_id(d, d.stories.story_of[e.best.report]),
                     std::to_string(best_mention(d, e).sentence + 1), publisher(cited), place_of(d, e), "", "", "", "", ""});
    }
  }
  return out;
}

std::string events_plover(const Dossier& d) {
  std::string out;
  for (const EventRecord& e : d.events) {
    const Report& cited = best_report(d, e);
    const Date day = day_of(d, e);
    out += line_of({{"id", e.id}, {"date", day.year > 0 ? Json(to_string(day)) : Json(nullptr)}, {"source", parties(d, e.actors)}, {"target", parties(d, e.reciprocal ? e.actors : e.recipients)}, {"event", name_of(e.type)}, {"mode", e.mode.empty() ? Json(nullptr) : Json(e.mode)}, {"context", e.contexts},
                    {"location", place_of(d, e)}, {"text", sentence_of(d, e)}, {"language", "en"}, {"publication", publisher(cited)}, {"url", cited.url}}) +
           "\n";
  }
  return out;
}

std::string events_jsonl(const Dossier& d) {
  std::string out;
  for (const EventRecord& e : d.events) {
    const std::vector<std::uint32_t> reports = reports_of(e);
    Json ids = Json::array();
    for (const std::uint32_t r : reports) ids.push_back(d.analyses[r].report.id);
    out += line_of({{"event", e.id}, {"type", name_of(e.type)}, {"mode", e.mode}, {"contexts", e.contexts}, {"status", name_of(e.status)}, {"quad", quad_class_of(e.type)}, {"cameo_root", cameo_root_of(e.type)}, {"actors", parties(d, e.actors)}, {"recipients", parties(d, e.recipients)}, {"reciprocal", e.reciprocal},
                    {"begin", e.begin.year > 0 ? to_string(e.begin) : ""}, {"end", e.begin.year > 0 ? to_string(e.end) : ""}, {"dates_differ", e.dates_differ}, {"places_differ", e.places_differ}, {"numbers_differ", e.numbers_differ}, {"place", place_of(d, e)}, {"mentions", e.mentions.size()}, {"reports", ids}, {"origins", count_origins(d, reports)},
                    {"sentence", sentence_of(d, e)}, {"reason", best_mention(d, e).reason}}) +
           "\n";
  }
  return out;
}

}  // namespace attache
