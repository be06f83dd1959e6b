// Names before they are entities: runs of tokens, and what stands around them says of their kind.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/names.h"
#include "language/segment.h"

namespace attache {

struct NameRun {  // a name before entities are made
  std::uint32_t first = 0, last = 0, sentence = 0;
  EntityType type = EntityType::other;
  std::string key;         // of a table meaning
  std::string table_name;  // display name of the table
  bool adjective = false;
  bool metonym = false;
  bool in_title = false;
  char gender = 0;
  bool titled = false;     // an office title or honorific stands before it
};

// Head nouns of organisations: after them "of X" belongs to the name, and a run that ends with one is no person.
[[nodiscard]] bool is_organisation_head(std::string_view lower);

// Names that no table knows: persons by an apposition or because the surname alone speaks, states by their ministers or
// by their people. Fills in type, key, table_name and adjective of such runs.
void read_name_kinds(std::string_view text, const std::vector<Token>& tokens, const std::vector<Sentence>& sentences, std::vector<NameRun>& runs);

}  // namespace attache
