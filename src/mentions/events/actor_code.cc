#include "mentions/events/actor_code.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.h"
#include "tables/embedded.h"
#include "tables/tsv.h"

namespace attache {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 12> kSectorOfOrganisation = {{{"party", "PTY"}, {"company", "BUS"}, {"armed_group", "REB"}, {"ministry", "GOV"}, {"force", "MIL"}, {"ngo", "NGO"}, {"parliament", "LEG"}, {"bank", "BUS"}, {"court", "JUD"}, {"union", "LAB"}, {"igo", "IGO"}, {"alliance", "IGO"}}};  // a union of states has no country: "IGO"
constexpr std::array<Pair, 17> kSectorOfRank = {{{"official", "GOV"}, {"minister", "GOV"}, {"military", "MIL"}, {"legislator", "LEG"}, {"civil", "CVL"}, {"spokesperson", "GOV"}, {"expert", "EDU"}, {"head_of_body", "GOV"}, {"religious", "REL"}, {"diplomat", "GOV"}, {"business", "BUS"}, {"party", "PTY"}, {"deputy_minister", "GOV"}, {"judge", "JUD"}, {"royal", "GOV"}, {"head_of_state", "GOV"}, {"head_of_government", "GOV"}}};

template <std::size_t N>
std::string find_in(const std::array<Pair, N>& table, std::string_view key) {
  for (const auto& [k, v] : table) {
    if (k == key) return std::string(v);
  }
  return {};
}

bool is_international(const Organisation& o) { return o.country.empty() && (o.kind == "igo" || o.kind == "alliance" || o.kind == "court" || o.kind == "parliament" || o.kind == "bank" || o.kind == "body" || o.kind == "force" || o.kind == "union"); }

}  // namespace

ActorTables load_actor_tables(const Knowledge& knowledge) {
  ActorTables out;
  for (std::uint32_t h = 0; h < knowledge.holders.size(); ++h) {
    const OfficeHolder& holder = knowledge.holders[h];
    const int office = find_office(knowledge, holder.office);
    if (office < 0) continue;
    const std::string& rank = knowledge.offices[static_cast<std::size_t>(office)].rank;
    if (rank != "head_of_state" && rank != "head_of_government") continue;
    out.leaders_by_surname[holder.person.substr(holder.person.rfind(' ') + 1)].push_back(h);
  }
  for_each_row(embedded_file("actor_nouns.tsv"), 3, [&](const auto& c) { out.sectors.emplace(c[0], c[1]); });
  return out;
}

ActorCoder::ActorCoder(const Language& language, const Clauses& clauses, const Knowledge& knowledge, const ActorTables& tables, const Date& day)
    : language_(language), clauses_(clauses), knowledge_(knowledge), tables_(tables), day_(day), reference_at_(language.segmentation.tokens.size(), -1) {
  for (std::size_t r = 0; r < language.references.size(); ++r) {
    for (std::uint32_t t = language.references[r].first; t < language.references[r].last; ++t) reference_at_[t] = static_cast<std::int32_t>(r);
  }
}

std::string ActorCoder::alpha3(const std::string& code) const {
  const auto found = knowledge_.country_by_code.find(code);
  return found == knowledge_.country_by_code.end() ? std::string() : knowledge_.countries[found->second].alpha3;
}

std::string ActorCoder::sector_of_office(const std::string& office) const {
  const int index = find_office(knowledge_, office);
  if (index < 0) {
    const auto noun = tables_.sectors.find(office.substr(office.rfind(' ') + 1));
    return noun == tables_.sectors.end() ? std::string() : noun->second;
  }
  return find_in(kSectorOfRank, knowledge_.offices[static_cast<std::size_t>(index)].rank);
}

bool ActorCoder::in_office(const OfficeHolder& h) const { return day_.year == 0 || (h.from.year <= day_.year && (h.to.year == 0 || day_.year <= h.to.year)); }

bool ActorCoder::has_left(const OfficeHolder& h) const { return h.to.year != 0 && h.to.year < day_.year; }

const OfficeHolder* ActorCoder::leader(const std::string& name) const {
  const auto found = tables_.leaders_by_surname.find(name);
  if (found == tables_.leaders_by_surname.end()) return nullptr;
  const auto only = [&](auto counts) -> const OfficeHolder* {
    const OfficeHolder* one = nullptr;
    for (const std::uint32_t h : found->second) {
      const OfficeHolder& holder = knowledge_.holders[h];
      if (!counts(holder)) continue;
      if (one && one->of != holder.of) return nullptr;
      one = &holder;
    }
    return one;
  };
  if (std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t h) { return in_office(knowledge_.holders[h]); })) return only([&](const OfficeHolder& h) { return in_office(h); });
  return only([&](const OfficeHolder& h) { return has_left(h); });
}

// The office that somebody of that whole name holds on the report's day, else the last one held before; else the first to come; null.
const OfficeHolder* ActorCoder::term_of(const std::string& name) const {
  const OfficeHolder *now = nullptr, *before = nullptr, *later = nullptr;
  for (const Meaning& m : meanings_of(knowledge_, name)) {
    if (m.kind != NameKind::holder) continue;
    const OfficeHolder& h = knowledge_.holders[m.index];
    if (in_office(h)) {
      if (!now) now = &h;
    } else if (has_left(h)) {
      before = &h;
    } else if (!later) {
      later = &h;
    }
  }
  return now ? now : before ? before : later;
}

bool ActorCoder::is_leaders_office(const std::string& office) const {
  const int index = find_office(knowledge_, office);
  return index >= 0 && is_one_of(knowledge_.offices[static_cast<std::size_t>(index)].rank, {"head_of_state", "head_of_government"});
}

// The state whose name, nationality, capital or city stands in the name of a body that no table knows: "Bank of Thailand".
std::string ActorCoder::country_in_name(std::string_view name) const {
  const std::vector<std::string_view> words = split(name, ' ');
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t n = std::min<std::size_t>(3, words.size() - i); n > 0; --n) {
      const std::string_view phrase(words[i].data(), static_cast<std::size_t>(words[i + n - 1].data() + words[i + n - 1].size() - words[i].data()));
      for (const Meaning& m : meanings_of(knowledge_, phrase)) {
        if (m.kind == NameKind::country || m.kind == NameKind::nationality || m.kind == NameKind::capital) return knowledge_.countries[m.index].alpha3;
        if (m.kind == NameKind::city) return alpha3(knowledge_.city_countries[m.index]);
      }
    }
  }
  return {};
}

ActorCoder::Code ActorCoder::of_entity(std::uint32_t index) const {
  const Entity& entity = language_.names.entities[index];
  Code out{index, {}, {}};
  const auto body = [&](const std::string& id) {
    const auto found = knowledge_.organisation_by_id.find(id);
    if (found == knowledge_.organisation_by_id.end()) return;
    const Organisation& o = knowledge_.organisations[found->second];
    out.country = !o.country.empty() ? alpha3(o.country) : is_international(o) ? "IGO" : o.kind == "ngo" ? "NGO" : "";
    if (out.sector.empty()) out.sector = out.country == "IGO" && o.kind == "union" ? "IGO" : find_in(kSectorOfOrganisation, o.kind);
  };
  const auto behind = [&](std::string_view prefix) { return entity.key.starts_with(prefix) ? alpha3(entity.key.substr(prefix.size())) : std::string(); };
  if (entity.key.starts_with("government:") || entity.key.starts_with("presidency:")) {
    out.country = behind(entity.key.starts_with("government:") ? "government:" : "presidency:");
    out.sector = "GOV";
  } else if (entity.key.starts_with("forces:")) {
    out.country = behind("forces:");
    out.sector = "MIL";
  } else if (entity.key.starts_with("country:")) {
    out.country = alpha3(entity.key.substr(8));
  } else if (entity.key.starts_with("organisation:")) {
    body(entity.key.substr(13));
  } else if (entity.type == EntityType::place) {
    for (const Meaning& m : meanings_of(knowledge_, entity.name)) {
      if (m.kind == NameKind::city) out.country = alpha3(knowledge_.city_countries[m.index]);
      if (m.kind == NameKind::region && out.country.empty()) out.country = alpha3(knowledge_.region_countries[m.index]);
    }
  } else if (entity.type == EntityType::organisation && entity.key.empty()) {
    out.country = country_in_name(entity.name);
    const auto noun = tables_.sectors.find(lower_ascii(std::string_view(entity.name).substr(entity.name.rfind(' ') + 1)));
    if (noun != tables_.sectors.end()) out.sector = noun->second;
  }
  // An office is held for a time, a state stays: "ELI" = one who held it.
  const auto holds = [&](const OfficeHolder& h) {
    const std::string stated = out.sector;
    out.country = alpha3(h.of);
    if (out.country.empty() && in_office(h)) body(h.of);
    out.sector = !stated.empty() ? stated : in_office(h) ? sector_of_office(h.office) : has_left(h) ? "ELI" : "";
  };
  for (const Role& role : entity.roles) {
    if (role.of.empty()) continue;
    if (out.sector.empty()) out.sector = sector_of_office(role.office);
    if (out.country.empty()) out.country = alpha3(role.of);
    if (out.country.empty()) body(role.of);
  }
  if (out.sector.empty() && !entity.roles.empty()) out.sector = sector_of_office(entity.roles.front().office);
  if (out.country.empty() && (entity.type == EntityType::person || entity.type == EntityType::other)) {
    if (const OfficeHolder* h = term_of(entity.name)) holds(*h);
    const bool leads = std::any_of(entity.roles.begin(), entity.roles.end(), [&](const Role& role) { return is_leaders_office(role.office); });
    if (const OfficeHolder* h = out.country.empty() ? leader(entity.name.substr(leads ? entity.name.rfind(' ') + 1 : 0)) : nullptr) holds(*h);
  }
  return out;
}

ActorCoder::Code ActorCoder::at(const TreeWord& word) const {
  if (const Name* name = clauses_.name_at(word.token)) return of_entity(name->entity);
  if (reference_at_[word.token] >= 0) return of_entity(language_.references[static_cast<std::size_t>(reference_at_[word.token])].entity);
  return {};
}

// "a member of the house, the democrat, Ana Tull": the person whose name stands beside; kNoEntity.
std::uint32_t ActorCoder::person_beside(const SentenceTree& tree, std::uint32_t word) const {
  const auto type_of = [&](std::uint32_t c) {
    const Name* name = clauses_.name_at(tree.words[c].token);
    return name ? language_.names.entities[name->entity].type : EntityType::other;
  };
  for (const std::uint32_t c : tree.words[word].children) {
    const bool of_body = tree.words[c].relation == "nmod" && (type_of(c) == EntityType::organisation || type_of(c) == EntityType::state);  // no body is a person: the name stands beside the member
    if (tree.words[c].relation != "appos" && !of_body) continue;
    if (type_of(c) == EntityType::person) return clauses_.name_at(tree.words[c].token)->entity;
    if (const std::uint32_t further = person_beside(tree, c); further != kNoEntity) return further;
  }
  return kNoEntity;
}

// "Peru said it had shut the pass": the subject of what somebody said, where it is a pronoun that fits who said it.
std::uint32_t ActorCoder::speaker_meant(const SentenceTree& tree, std::uint32_t pronoun) const {
  const TreeWord& p = tree.words[pronoun];
  if (p.upos != "PRON" || !is_one_of(p.relation, {"nsubj", "nsubj:pass"}) || !is_one_of(p.lemma, {"it", "they"}) || p.head == kNoWord) return kNoWord;
  const TreeWord& verb = tree.words[p.head];
  if (verb.relation != "ccomp" || verb.head == kNoWord) return kNoWord;
  const std::uint32_t speaker = tree.child(verb.head, "nsubj");
  if (speaker == kNoWord || tree.words[speaker].upos == "PRON") return kNoWord;
  const TreeWord& w = tree.words[speaker];
  const bool several = tree.child(speaker, "conj") != kNoWord || w.feats.find("Number=Plur") != std::string_view::npos;
  return several == (p.lemma == "they") ? speaker : kNoWord;
}

// "Turkish", "Kenya's", "of the alliance", "NATO" before or behind a head that says nothing itself.
void ActorCoder::qualify(const SentenceTree& tree, std::uint32_t word, Code& code) const {
  constexpr std::array<std::string_view, 5> kOrder = {"nmod:poss", "amod", "compound", "nmod", "appos"};
  for (const std::string_view relation : kOrder) {
    for (const std::uint32_t c : tree.words[word].children) {
      if (!code.country.empty()) return;
      const TreeWord& w = tree.words[c];
      if (w.relation != relation && !(relation == "amod" && w.relation == "nmod:desc")) continue;
      if (relation == "nmod" && is_one_of(tree.preposition(c), {"to", "against", "outside", "near", "with", "about", "over", "for"})) continue;  // "the envoy to Chad"
      Code other = at(w);
      if (other.country.empty()) qualify(tree, c, other);
      code.country = other.country;
      if (code.sector.empty() && w.relation == "compound") code.sector = other.sector;
    }
  }
}

Participant ActorCoder::code(const SentenceTree& tree, std::uint32_t head, const std::vector<std::uint32_t>& apart) const {
  const TreeWord& w = tree.words[head];
  Code code = at(w);
  if (const std::uint32_t speaker = code.entity == kNoEntity ? speaker_meant(tree, head) : kNoWord; speaker != kNoWord) {
    Participant p = this->code(tree, speaker, {});
    p.span = w.span;
    return p;
  }
  if (code.entity == kNoEntity) {
    if (const std::uint32_t person = person_beside(tree, head); person != kNoEntity) code = of_entity(person);
  }
  const bool named = clauses_.name_at(w.token) != nullptr;
  if (!named) {
    const auto noun = tables_.sectors.find(w.lemma);
    if (noun != tables_.sectors.end() && code.sector.empty()) code.sector = noun->second;
    if (noun == tables_.sectors.end() && code.sector.empty() && clauses_.title_at(w.token)) code.sector = sector_of_office(std::string(clauses_.lower(w.token)));
  }
  if (code.country.empty()) qualify(tree, head, code);
  Participant p;
  p.span = phrase_of(tree, head, apart);
  p.entity = code.entity;
  p.country = code.country;
  p.sector = code.sector;
  return p;
}

Participant ActorCoder::code(Span words, std::uint32_t entity) const {
  const Code code = of_entity(entity);
  return {words, entity, code.country, false, code.sector};
}

}  // namespace attache
