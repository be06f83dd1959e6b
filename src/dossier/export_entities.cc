#include "dossier/export_entities.h"

#include <set>

#include <fmt/format.h>
#include <unicode/locid.h>

#include "base/hash.h"
#include "base/strings.h"
#include "dossier/export_rows.h"

namespace attache {
namespace {

using Json = ExportRecord;

// An entity; properties are lists of texts, empty ones left out.
class FtmEntity {
 public:
  FtmEntity(std::string id, const char* schema) : id_(std::move(id)), schema_(schema), properties_(Json::object()) {}

  FtmEntity& add(const char* property, const std::string& value) {
    if (value.empty()) return *this;
    Json& list = properties_[property];
    if (list.is_null()) list = Json::array();
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
    return *this;
  }
  [[nodiscard]] std::string line() const { return line_of({{"id", id_}, {"schema", schema_}, {"properties", properties_}}) + "\n"; }

 private:
  std::string id_;
  const char* schema_;
  Json properties_;
};

std::string day_text(const Date& day) { return day.year ? to_string(day) : std::string(); }

// ISO 639-3, as FollowTheMoney has languages.
std::string language_code(const std::string& code) { return code.empty() ? code : std::string(icu::Locale(code.c_str()).getISO3Language()); }

// "country:NO" -> "no"
std::string country_code(const std::string& key) {
  constexpr std::string_view kCountry = "country:";
  return key.starts_with(kCountry) && key.size() == kCountry.size() + 2 ? lower_ascii(key.substr(kCountry.size())) : std::string();
}

const char* schema_of(const Actor& a) {
  if (a.type == EntityType::person) return "Person";
  if (a.type == EntityType::state) return "PublicBody";
  return a.type == EntityType::organisation || a.type == EntityType::agency ? "Organization" : "LegalEntity";
}

class Writer {
 public:
  explicit Writer(const Dossier& d) : d_(d) {}

  std::string run() {
    for (const std::uint32_t r : d_.order) article(d_.analyses[r].report);
    for (const Actor& a : d_.actors.actors) actor(a);
    for (const EventRecord& e : d_.events) event(e);
    for (const Fact& f : d_.facts) relation(f);
    return std::move(out_);
  }

 private:
  const Dossier& d_;
  std::string out_;

  static bool is_named(const Actor& a) { return !a.unnamed && !a.name.empty() && a.type != EntityType::place; }
  [[nodiscard]] const Actor* named(std::uint32_t actor) const { return actor != 0xFFFFFFFF && is_named(d_.actors.actors[actor]) ? &d_.actors.actors[actor] : nullptr; }
  static std::string origins_in_words(std::size_t origins, std::size_t reports) { return fmt::format("{} in {}", counted(origins, "independent origin"), counted(reports, "report")); }

  void article(const Report& r) {
    FtmEntity out(r.id, "Article");
    out.add("name", r.title.value.empty() ? r.source : r.title.value).add("title", r.title.value).add("bodyText", r.text).add("publisher", publisher(r)).add("language", language_code(r.language.value)).add("publishedAt", published(r)).add("fileName", r.source);
    if (r.url.starts_with("http://") || r.url.starts_with("https://")) out.add("sourceUrl", r.url);
    for (const auto& author : r.bylines) out.add("author", author.value);
    out_ += out.line();
  }

  void actor(const Actor& a) {
    if (!is_named(a)) return;
    FtmEntity out(a.id, schema_of(a));
    out.add("name", a.name).add("country", country_code(a.key));
    for (const std::string& alias : a.aliases) out.add("alias", alias);
    if (a.type == EntityType::person) {
      for (const Role& role : a.roles) {
        out.add("position", role.office);
        const std::string of = role.of.size() == 2 ? lower_ascii(role.of) : std::string();
        out.add("country", of);
      }
    }
    out_ += out.line();
    for (const std::uint32_t r : a.reports) {
      const std::string& report = d_.analyses[r].report.id;
      out_ += FtmEntity(make_id("n", hash_fields({a.id, report})), "Documentation").add("document", report).add("entity", a.id).add("role", "named").line();
    }
  }

  static std::string names_of(const std::vector<EventParty>& side) {
    std::string out;
    for (const EventParty& p : side) out += (out.empty() ? "" : ", ") + p.name;
    return out;
  }

  void event(const EventRecord& e) {
    const Analysis& best = d_.analyses[e.best.report];
    const EventMention& mention = best.events[e.best.mention];
    const std::string whom = names_of(e.recipients);
    const std::vector<std::uint32_t> reports = reports_of(e);
    FtmEntity out(e.id, "Event");
    out.add("name", names_of(e.actors) + " \u2192 " + std::string(name_of(e.type)) + (whom.empty() ? "" : " \u2192 " + whom)).add("startDate", day_text(e.begin)).add("endDate", day_text(e.end));
    out.add("summary", collapse_space(slice(best.report.text, best.sentences[mention.sentence].span))).add("description", origins_in_words(count_origins(d_, reports), reports.size()));
    if (!mention.place.empty()) out.add("location", collapse_space(slice(best.report.text, mention.place)));
    for (const auto* side : {&e.actors, &e.recipients}) {
      for (const EventParty& p : *side) {
        if (const Actor* a = named(p.actor)) out.add("involved", a->id);
      }
    }
    for (const std::uint32_t r : reports) out.add("proof", d_.analyses[r].report.id);
    out_ += out.line();
  }

  void relation(const Fact& f) {
    const Actor* subject = named(f.subject.actor);
    const Actor* object = named(f.object.actor);
    if (!subject || !object || f.claims.empty() || f.claims.front().mentions.empty()) return;
    const FactRef& first = f.claims.front().mentions.front();
    const bool member = f.relation == "member_of" && object->type == EntityType::organisation;
    FtmEntity out(f.id, member ? "Membership" : "UnknownLink");
    out.add(member ? "member" : "subject", subject->id).add(member ? "organization" : "object", object->id).add("role", member ? "member" : f.sentence);
    out.add("status", std::string(words_of(f.status))).add("summary", collapse_space(slice(d_.analyses[first.report].report.text, first.sentence))).add("description", origins_in_words(f.origins, reports_of(f).size()));
    out.add("startDate", day_text(f.claims.front().begin)).add("publisher", publisher(d_.analyses[first.report].report)).add("recordId", d_.analyses[first.report].report.id);
    out_ += out.line();
  }
};

}  // namespace

std::string entities_ftm(const Dossier& dossier) { return Writer(dossier).run(); }

}  // namespace attache
