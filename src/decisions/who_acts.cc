#include "decisions/who_acts.h"

#include <algorithm>

#include "base/strings.h"
#include "tables/embedded.h"
#include "tables/tsv.h"

namespace attache {
namespace {

bool is_word_byte(char c) { return is_alpha(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

bool holds_word(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const bool begins = at == 0 || !is_word_byte(words[at - 1]);
    const std::size_t end = at + word.size();
    const bool plural = end < words.size() && words[end] == 's' && (end + 1 == words.size() || !is_word_byte(words[end + 1]));
    if (begins && (end == words.size() || !is_word_byte(words[end]) || plural)) return true;
  }
  return false;
}

bool holds_any(std::string_view words, std::initializer_list<std::string_view> list) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view w) { return holds_word(words, w); });
}

std::string after_colon(const std::string& key) { return key.substr(key.find(':') + 1); }  // the whole where there is none

std::vector<std::string> codes_of(std::string_view cell) {
  std::vector<std::string> out;
  for (const std::string_view code : split(cell, ',')) {
    if (code.size() == 3) out.emplace_back(code);
  }
  return out;
}

bool is_chamber(std::string_view words, const std::string& country, const std::vector<ChamberName>& chambers) {
  return std::any_of(chambers.begin(), chambers.end(), [&](const ChamberName& c) {
    if (!holds_word(words, c.words) || std::find(c.whole.begin(), c.whole.end(), country) != c.whole.end()) return false;
    return c.everywhere || std::find(c.part.begin(), c.part.end(), country) != c.part.end();
  });
}

bool speaks_for(const Entity& person, const std::string& country, const Knowledge& knowledge) {
  return std::any_of(person.roles.begin(), person.roles.end(), [&](const Role& r) {
    const auto state = knowledge.country_by_code.find(r.of);
    return state != knowledge.country_by_code.end() && knowledge.countries[state->second].alpha3 == country && is_office_of_state(knowledge, r.office);
  });
}

}  // namespace

std::vector<ChamberName> load_chambers() {
  std::vector<ChamberName> out;
  for_each_row(embedded_file("chambers.tsv"), 4, [&](const auto& c) { out.push_back({std::string(c[0]), c[2] == "*", codes_of(c[1]), codes_of(c[2])}); });
  return out;
}

ActorRank rank_of(const Analysis& analysis, const Participant& who, const std::vector<ChamberName>& chambers, const Knowledge& knowledge) {
  const std::string words = lower_ascii(collapse_space(slice(analysis.report.text, who.span)));
  if (who.country_inferred) return ActorRank::nobody;
  if (holds_any(words, {"committee", "commission", "panel", "subcommittee", "opposition", "party", "faction", "caucus", "bench", "coalition", "majority", "minority", "former", "ex-", "shadow", "incoming", "youth", "mock", "student", "students", "junior", "state lawmaker", "region", "regional", "province", "provincial", "local", "municipal", "autonomous", "rebel", "exile", "exiled", "mayor", "governor", "candidate", "activist", "protester", "voter"})) return ActorRank::nobody;
  const auto counted = [&](const Quantity& q) { return q.span.overlaps(who.span); };
  const bool some = holds_any(words, {"some", "several", "many", "most", "few", "hundred", "thousand"}) || std::any_of(analysis.quantities.begin(), analysis.quantities.end(), counted);
  if (some && holds_any(words, {"lawmaker", "legislator", "parliamentarian", "mps", "deputies", "senator", "member"})) return ActorRank::nobody;
  if (is_chamber(words, who.country, chambers)) return ActorRank::chamber;
  if (holds_any(words, {"parliament", "legislature", "lawmaker", "legislator", "parliamentarian", "mps", "deputies", "congress", "national assembly", "assembly"})) return ActorRank::parliament;
  if (who.entity != kNoEntity) {
    const Entity& entity = analysis.entities[who.entity];
    const auto of_body = [&](const Role& r) { return !r.of.empty() && !knowledge.country_by_code.contains(r.of); };
    if (entity.type == EntityType::person && std::any_of(entity.roles.begin(), entity.roles.end(), of_body)) return ActorRank::nobody;  // "the alliance's chief, a former prime minister of Chad"
    if (entity.type == EntityType::person) return speaks_for(entity, who.country, knowledge) ? ActorRank::executive : ActorRank::nobody;
    if (const auto body = knowledge.organisation_by_id.find(after_colon(entity.key)); entity.type == EntityType::organisation && body != knowledge.organisation_by_id.end() && knowledge.organisations[body->second].kind == "parliament") return ActorRank::parliament;
    if (entity.type == EntityType::state) return ActorRank::member;
  }
  if (who.sector == "GOV") return ActorRank::executive;
  return ActorRank::nobody;
}

}  // namespace attache
