// Names in a report: where they stand, what kind they are, and which of them mean the same within the report.
//
// Method: capitalised runs and the phrases of our tables, longest first; office titles ("Prime Minister", "spokesman")
// before a run make it a person; given names do the same; what is left is judged by the trained model. Within a report a short form joins the one longer name it
// fits ("Doran" -> "Ilka Doran", "Doran-Veld" too). Roles come from what stands beside the name: "Velmara President
// X", "the president of Turkey, X", "X, the Serbian foreign minister". Cost: linear in tokens, n log n in names.
// Limits: English capitalisation; headlines in title case give only names of the tables or of the body.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "language/lexicon.h"
#include "language/segment.h"
#include "language/words.h"
#include "tables/knowledge.h"

namespace attache {

enum class EntityType : std::uint8_t { person, state, organisation, agency, place, other, group };
[[nodiscard]] std::string_view name_of(EntityType type);
[[nodiscard]] EntityType entity_type_of(std::string_view name);

// "president" of "XK": `of` is a country code or an organisation id, or the words of the text where no table knows them.
struct Role {
  std::string office;  // a title of Knowledge::offices, or the words of the text
  std::string of;
  auto operator<=>(const Role&) const = default;
};

// What the names of a report mean, one entry a person, state, organisation ...
struct Entity {
  EntityType type = EntityType::other;
  std::string name;                  // display form: the fullest one in the report, or the table's
  std::string key;                   // "country:XK", "organisation:nato", "agency:afp"; empty when no table knows it
  char gender = 0;                   // m, f or 0
  std::vector<Role> roles;
  std::vector<std::string> aliases;  // forms met in the report, sorted
  bool unnamed = false;              // a person or group the report describes only: "Turkish diplomat"; `name` is the description
};

struct Name {
  Span span;
  std::uint32_t first = 0, last = 0;  // tokens
  std::uint32_t sentence = 0;
  std::uint32_t entity = 0;
  bool adjective = false;  // "Turkish": points to the state, is no mention of it as an actor
  bool metonym = false;    // capital or seat that may stand for the government
};

// An office title in the text: "President", "foreign minister of Turkey" without the name.
struct TitleMention {
  std::uint32_t first = 0, last = 0;  // tokens
  std::uint32_t sentence = 0;
  std::uint32_t office = 0;           // index into Knowledge::offices
};

struct NameAnalysis {
  std::vector<Name> names;  // in text order
  std::vector<TitleMention> titles;
  std::vector<Entity> entities;
  ReadSentences read;  // those that a judgement needed
};

// `reader` judges names of unknown kind in English text; null for other languages, where such names stay of type other.
[[nodiscard]] NameAnalysis find_names(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const Knowledge& knowledge, const SyntaxReader* reader);

}  // namespace attache
