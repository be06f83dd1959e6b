// Background knowledge: who and what the names of the news are. Compiled from data/*.tsv (our own rows, each with a
// source), the ISO 3166 list of iso-codes and the country names of CLDR (through ICU) in the larger languages.
// Built once, then only read; it travels as const&.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"

namespace attache {

struct Country {
  std::string code;    // ISO 3166 alpha-2, XK, or x-name
  std::string alpha3;  // ISO 3166 alpha-3, XKX for Kosovo; empty for x-name
  std::string name;
  std::string adjective;  // the first one of the table: "Kosovar"
};

struct Organisation {
  std::string id;
  std::string name;
  std::string kind;    // igo, alliance, court, ... (data/organisations.tsv)
  std::string parent;  // id of the organisation whose organ it is
  std::string country;  // code; empty where it is of several or of none
};

struct Office {
  std::string title;  // lower case
  std::string rank;   // head_of_state, head_of_body, minister, spokesperson, ... (data/offices.tsv)
  char gender = 0;    // 'm', 'f' or 0
};

struct OfficeHolder {
  std::string person;
  std::string office;  // a title of Office
  std::string of;      // country code or organisation id
  Date from;
  Date to;  // year 0 = not known to have ended
  char gender = 0;
};

struct Membership {
  std::string body;    // id of an organisation
  std::string member;  // country code
  Date from;
  Date to;  // year 0 = still a member
};

struct Agency {
  std::string id;
  std::string name;
};

struct Outlet {
  std::string name;
};

enum class NameKind : std::uint8_t { country, nationality, people, capital, metonym, region, city, organisation, holder, agency, outlet };

// What a phrase may mean: a kind and an index into the vector of that kind (country for nationality, people,
// capital and metonym).
struct Meaning {
  NameKind kind;
  std::uint32_t index;
};

struct Knowledge {
  std::vector<Country> countries;
  std::vector<std::string> regions;
  std::vector<std::string> region_countries;  // country code where a region lies in one state; parallel to regions
  std::vector<std::string> cities;
  std::vector<std::string> city_countries;  // country code, parallel to cities
  std::vector<Organisation> organisations;
  std::vector<Office> offices;
  std::vector<OfficeHolder> holders;
  std::vector<Membership> memberships;  // by body, then member
  std::vector<Agency> agencies;
  std::vector<Outlet> outlets;

  std::unordered_map<std::string, std::vector<Meaning>> phrases;      // key: fold_marks of the phrase, case kept
  std::unordered_map<std::string, std::uint32_t> longest_phrase;      // first word -> most words of a phrase
  std::unordered_map<std::string, std::uint32_t> office_titles;       // folded title or alias -> offices
  std::unordered_map<std::string, std::vector<std::uint32_t>> holders_of;  // "president of XK" (office, " of ", of) -> holders; of an office that names its body also without it
  std::unordered_map<std::string, std::uint32_t> country_by_code;
  std::unordered_map<std::string, std::uint32_t> organisation_by_id;
  std::unordered_map<std::string, char> given_names;                  // folded -> m, f or u
  std::unordered_map<std::string, std::uint32_t> agency_names;        // fold_words of name or alias -> agencies
  std::unordered_map<std::string, std::uint32_t> agency_domains;
  std::unordered_map<std::string, std::uint32_t> outlet_names;        // fold_words of name or alias -> outlets
  std::unordered_map<std::string, std::uint32_t> outlet_domains;
  std::uint32_t longest_office_title = 1;                             // words
};

[[nodiscard]] Knowledge load_knowledge();

// Meanings of a phrase as written; empty when unknown. A phrase in capitals ("WASHINGTON") is looked up in title case.
[[nodiscard]] std::span<const Meaning> meanings_of(const Knowledge& knowledge, std::string_view phrase);

// Index of the agency with this name, alias or (sub)domain; -1 when unknown.
[[nodiscard]] int find_agency(const Knowledge& knowledge, std::string_view name);
[[nodiscard]] int find_agency_by_host(const Knowledge& knowledge, std::string_view host);
[[nodiscard]] int find_outlet(const Knowledge& knowledge, std::string_view name);
[[nodiscard]] int find_outlet_by_host(const Knowledge& knowledge, std::string_view host);
[[nodiscard]] int find_office(const Knowledge& knowledge, std::string_view title);

// Holders of the office speak for their state: heads of state and government, ministers, spokespersons, diplomats.
[[nodiscard]] bool is_office_of_state(const Knowledge& knowledge, std::string_view office);

// Country codes of the members of a body on a day, sorted; a term known by month or year only counts from its first and to
// its last day. Empty for a body whose members the table does not hold.
[[nodiscard]] std::vector<std::string> members_on(const Knowledge& knowledge, std::string_view body, const Date& day);

// Who held the office on a day; null when the table knows nobody, several, or not certainly (a term known by its years only
// says nothing of its first and last year). `office` is a title of Office, `of` a country code or organisation id.
[[nodiscard]] const OfficeHolder* holder_on(const Knowledge& knowledge, std::string_view office, std::string_view of, const Date& day);

}  // namespace attache
