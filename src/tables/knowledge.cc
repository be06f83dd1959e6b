#include "tables/knowledge.h"

#include <algorithm>
#include <tuple>

#include <simdjson.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include "base/strings.h"
#include "tables/embedded.h"
#include "tables/tsv.h"
#include "text/fold.h"

namespace attache {
namespace {

void add_phrase(Knowledge& k, std::string_view phrase, NameKind kind, std::size_t index) {
  const std::string key = fold_marks(collapse_space(phrase));
  if (key.size() < 2) return;
  std::vector<Meaning>& meanings = k.phrases[key];
  const auto value = static_cast<std::uint32_t>(index);
  const bool known = std::any_of(meanings.begin(), meanings.end(),
                                 [&](const Meaning& m) { return m.kind == kind && m.index == value; });
  if (!known) meanings.push_back({kind, value});
  const auto words = static_cast<std::uint32_t>(std::count(key.begin(), key.end(), ' ') + 1);
  std::uint32_t& longest = k.longest_phrase[key.substr(0, key.find(' '))];
  longest = std::max(longest, words);
}

void add_phrases(Knowledge& k, std::string_view cell, NameKind kind, std::size_t index) {
  for (std::string_view value : values_of(cell)) add_phrase(k, value, kind, index);
}

void load_countries(Knowledge& k) {
  for_each_row(embedded_file("countries.tsv"), 8, [&](const auto& c) {
    const std::size_t index = k.countries.size();
    const auto adjectives = values_of(c[3]);
    k.countries.push_back({std::string(c[0]), {}, std::string(c[1]), std::string(adjectives.empty() ? c[1] : adjectives.front())});
    k.country_by_code[std::string(c[0])] = static_cast<std::uint32_t>(index);
    add_phrase(k, c[1], NameKind::country, index);
    add_phrases(k, c[2], NameKind::country, index);
    add_phrases(k, c[3], NameKind::nationality, index);
    add_phrases(k, c[4], NameKind::people, index);
    add_phrases(k, c[5], NameKind::capital, index);
    add_phrases(k, c[6], NameKind::metonym, index);
  });
}

// Official names of ISO 3166 ("Republic of ...") for the countries of our table.
void load_iso_names(Knowledge& k) {
  simdjson::ondemand::parser parser;
  const simdjson::padded_string json(embedded_file("iso_3166-1.json"));
  simdjson::ondemand::document document;
  if (parser.iterate(json).get(document)) return;
  simdjson::ondemand::array list;
  if (document["3166-1"].get_array().get(list)) return;
  for (auto entry : list) {
    std::string_view code, name, official, common;
    if (entry["alpha_2"].get_string().get(code)) continue;
    const auto known = k.country_by_code.find(std::string(code));
    if (known == k.country_by_code.end()) continue;
    std::string_view alpha3;
    if (!entry["alpha_3"].get_string().get(alpha3)) k.countries[known->second].alpha3 = alpha3;
    if (!entry["name"].get_string().get(name) && name.find(',') == std::string_view::npos) {
      add_phrase(k, name, NameKind::country, known->second);
    }
    if (!entry["official_name"].get_string().get(official)) add_phrase(k, official, NameKind::country, known->second);
    if (!entry["common_name"].get_string().get(common)) add_phrase(k, common, NameKind::country, known->second);
  }
  if (const auto kosovo = k.country_by_code.find("XK"); kosovo != k.country_by_code.end()) k.countries[kosovo->second].alpha3 = "XKX";  // user-assigned, in common use
}

// Country names of CLDR in languages other than English, so that "Deutschland" or "Сербия" is a country too.
void load_cldr_names(Knowledge& k) {
  for (std::size_t index = 0; index < k.countries.size(); ++index) {
    const std::string& code = k.countries[index].code;
    if (code.size() != 2) continue;
    for (const char* language : {"en", "de", "fr", "es", "it", "pt", "tr", "ru", "uk", "sr", "sq"}) {
      UErrorCode status = U_ZERO_ERROR;
      UChar buffer[128];
      const int32_t length = uloc_getDisplayCountry(("_" + code).c_str(), language, buffer, 128, &status);
      if (U_FAILURE(status) || length <= 2) continue;
      std::string name;
      icu::UnicodeString(buffer, length).toUTF8String(name);
      if (name.find('(') == std::string::npos && !k.phrases.contains(fold_marks(name))) {
        add_phrase(k, name, NameKind::country, index);
      }
    }
  }
}

void load_places(Knowledge& k) {
  for_each_row(embedded_file("regions.tsv"), 5, [&](const auto& c) {
    k.regions.emplace_back(c[0]);
    k.region_countries.emplace_back(c[3]);
    add_phrase(k, c[0], NameKind::region, k.regions.size() - 1);
    add_phrases(k, c[1], NameKind::region, k.regions.size() - 1);
  });
  for_each_row(embedded_file("cities.tsv"), 4, [&](const auto& c) {
    k.cities.emplace_back(c[0]);
    k.city_countries.emplace_back(c[1]);
    add_phrase(k, c[0], NameKind::city, k.cities.size() - 1);
    add_phrases(k, c[2], NameKind::city, k.cities.size() - 1);
  });
}

void load_organisations(Knowledge& k) {
  for_each_row(embedded_file("organisations.tsv"), 7, [&](const auto& c) {
    const std::size_t index = k.organisations.size();
    k.organisations.push_back({std::string(c[0]), std::string(c[1]), std::string(c[3]), std::string(c[5]), std::string(c[4])});
    k.organisation_by_id[std::string(c[0])] = static_cast<std::uint32_t>(index);
    add_phrase(k, c[1], NameKind::organisation, index);
    add_phrases(k, c[2], NameKind::organisation, index);
  });
}

Date table_date(std::string_view cell) {
  if (auto date = parse_iso_date(cell)) return *date;
  int year = 0;
  if (cell.size() == 4 && parse_int(cell, year)) return {year, 0, 0};
  return {};
}

void load_memberships(Knowledge& k) {
  for_each_row(embedded_file("memberships.tsv"), 5, [&](const auto& c) { k.memberships.push_back({std::string(c[0]), std::string(c[1]), table_date(c[2]), table_date(c[3])}); });
  std::stable_sort(k.memberships.begin(), k.memberships.end(), [](const Membership& a, const Membership& b) { return std::tie(a.body, a.member) < std::tie(b.body, b.member); });
}

char gender_of(std::string_view cell) { return cell.empty() ? '\0' : cell.front(); }

void load_offices(Knowledge& k) {
  for_each_row(embedded_file("offices.tsv"), 5, [&](const auto& c) {
    const auto index = static_cast<std::uint32_t>(k.offices.size());
    k.offices.push_back({std::string(c[0]), std::string(c[2]), gender_of(c[3])});
    auto add = [&](std::string_view title) {
      const std::string key = fold(title);
      k.office_titles.emplace(key, index);
      k.longest_office_title =
          std::max(k.longest_office_title, static_cast<std::uint32_t>(std::count(key.begin(), key.end(), ' ') + 1));
    };
    add(c[0]);
    for (std::string_view alias : values_of(c[1])) add(alias);
  });
  for_each_row(embedded_file("office_holders.tsv"), 8, [&](const auto& c) {
    const std::size_t index = k.holders.size();
    k.holders.push_back({std::string(c[0]), std::string(c[3]), std::string(c[4]), table_date(c[5]), table_date(c[6]), gender_of(c[2])});
    k.holders_of[std::string(c[3]) + " of " + std::string(c[4])].push_back(static_cast<std::uint32_t>(index));
    if (c[3].find(" of the ") != std::string_view::npos) k.holders_of[std::string(c[3]) + " of "].push_back(static_cast<std::uint32_t>(index));
    add_phrase(k, c[0], NameKind::holder, index);
    for (std::string_view alias : values_of(c[1])) add_phrase(k, alias, NameKind::holder, index);
  });
}

std::string without_www(std::string_view host) {
  return lower_ascii(host.starts_with("www.") ? host.substr(4) : host);
}

void load_press(Knowledge& k) {
  for_each_row(embedded_file("agencies.tsv"), 6, [&](const auto& c) {
    const std::size_t index = k.agencies.size();
    const auto value = static_cast<std::uint32_t>(index);
    k.agencies.push_back({std::string(c[0]), std::string(c[1])});
    k.agency_names.emplace(fold_words(c[1]), value);
    add_phrase(k, c[1], NameKind::agency, index);
    for (std::string_view alias : values_of(c[2])) {
      k.agency_names.emplace(fold_words(alias), value);
      add_phrase(k, alias, NameKind::agency, index);
    }
    for (std::string_view domain : values_of(c[4])) k.agency_domains.emplace(without_www(domain), value);
  });
  for_each_row(embedded_file("outlets.tsv"), 5, [&](const auto& c) {
    const std::size_t index = k.outlets.size();
    const auto value = static_cast<std::uint32_t>(index);
    k.outlets.push_back({std::string(c[0])});
    k.outlet_names.emplace(fold_words(c[0]), value);
    add_phrase(k, c[0], NameKind::outlet, index);
    for (std::string_view alias : values_of(c[1])) k.outlet_names.emplace(fold_words(alias), value);
    for (std::string_view domain : values_of(c[2])) k.outlet_domains.emplace(without_www(domain), value);
  });
}

int lookup(const std::unordered_map<std::string, std::uint32_t>& map, const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() ? -1 : static_cast<int>(found->second);
}

// The host itself or a parent domain: "uk.news.example.com" finds "example.com".
int lookup_host(const std::unordered_map<std::string, std::uint32_t>& map, std::string_view host) {
  std::string name = without_www(host);
  for (;;) {
    if (const int index = lookup(map, name); index >= 0) return index;
    const std::size_t dot = name.find('.');
    if (dot == std::string::npos) return -1;
    name.erase(0, dot + 1);
  }
}

}  // namespace

Knowledge load_knowledge() {
  Knowledge k;
  load_countries(k);
  load_iso_names(k);
  load_places(k);
  load_organisations(k);
  load_memberships(k);
  load_offices(k);
  load_press(k);
  load_cldr_names(k);
  for_each_row(embedded_file("given_names.tsv"), 3, [&](const auto& c) { k.given_names.emplace(fold(c[0]), gender_of(c[1])); });
  return k;
}

std::span<const Meaning> meanings_of(const Knowledge& k, std::string_view phrase) {
  std::string key = fold_marks(phrase);
  auto found = k.phrases.find(key);
  if (found == k.phrases.end() && key.size() > 3 && is_all_capitals(key)) {
    bool start = true;
    for (char& c : key) {
      if (is_alpha(c)) {
        c = start ? c : to_lower(c);
        start = false;
      } else if (c == ' ' || c == '-') {
        start = true;
      }
    }
    found = k.phrases.find(key);
  }
  if (found == k.phrases.end()) return {};
  return found->second;
}

int find_agency(const Knowledge& k, std::string_view name) { return lookup(k.agency_names, fold_words(name)); }
int find_outlet(const Knowledge& k, std::string_view name) { return lookup(k.outlet_names, fold_words(name)); }
int find_office(const Knowledge& k, std::string_view title) { return lookup(k.office_titles, fold(title)); }
int find_agency_by_host(const Knowledge& k, std::string_view host) { return lookup_host(k.agency_domains, host); }
int find_outlet_by_host(const Knowledge& k, std::string_view host) { return lookup_host(k.outlet_domains, host); }

bool is_office_of_state(const Knowledge& knowledge, std::string_view office) {
  const int index = find_office(knowledge, office);
  return index >= 0 && is_one_of(knowledge.offices[static_cast<std::size_t>(index)].rank, {"head_of_state", "head_of_government", "minister", "spokesperson", "diplomat"});
}

std::vector<std::string> members_on(const Knowledge& k, std::string_view body, const Date& day) {
  std::vector<std::string> out;
  const auto first = std::lower_bound(k.memberships.begin(), k.memberships.end(), body, [](const Membership& m, std::string_view b) { return m.body < b; });
  for (auto m = first; m != k.memberships.end() && m->body == body; ++m) {
    const Date begun{m->from.year, std::max(m->from.month, 1u), std::max(m->from.day, 1u)};
    const Date ended{m->to.year, m->to.month ? m->to.month : 12, m->to.day ? m->to.day : 31};
    if (begun <= day && (m->to.year == 0 || day <= ended) && (out.empty() || out.back() != m->member)) out.push_back(m->member);
  }
  return out;
}

const OfficeHolder* holder_on(const Knowledge& k, std::string_view office, std::string_view of, const Date& day) {
  if (!day.full()) return nullptr;
  const auto found = k.holders_of.find(std::string(office) + " of " + std::string(of));
  if (found == k.holders_of.end()) return nullptr;
  // the whole of what a partial date may mean counts as doubt, and doubt about any holder is doubt about all
  const auto begun = [&](const Date& from) { return from.full() ? from <= day : from.month ? Date{from.year, from.month, 31} < day : Date{from.year, 12, 31} < day; };
  const auto may_have_begun = [&](const Date& from) { return Date{from.year, std::max(from.month, 1u), std::max(from.day, 1u)} <= day; };
  const auto ended = [&](const Date& to) { return to.year != 0 && (to.full() ? to <= day : to.month ? Date{to.year, to.month, 31} < day : Date{to.year, 12, 31} < day); };
  const auto may_have_ended = [&](const Date& to) { return to.year != 0 && Date{to.year, std::max(to.month, 1u), std::max(to.day, 1u)} <= day; };
  const OfficeHolder* holder = nullptr;
  for (std::uint32_t index : found->second) {
    const OfficeHolder& h = k.holders[index];
    if (!may_have_begun(h.from) || ended(h.to)) continue;
    if (!begun(h.from) || may_have_ended(h.to) || holder) return nullptr;
    holder = &h;
  }
  return holder;
}

}  // namespace attache
