// Author fields and bylines: "Felix Schröder", "Adam Vidler and AP", "AFP, MANILA", "By Jane Doe, Reuters", "Von A und B",
// "신현주 기자", "MM-Redaktion".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/credit.h"

namespace attache {

// A field made for authors is believed when it gives one word or a name in lower case; a line of the page is not.
enum class NameTrust : std::uint8_t { declared, printed };

struct AuthorField {
  CreditNames names;
  std::vector<std::string> signers;    // persons, agencies as written, and newsrooms, in order
  std::vector<std::string> newsrooms;  // those of them that are named after a newsroom or a desk
  std::size_t unread = 0;              // parts that name nobody: the line may be no byline
};

[[nodiscard]] AuthorField read_author_field(std::string_view field, const AgencyNames& agencies, NameTrust trust = NameTrust::declared);

// "A, B und C" -> A, B, C, without marks around them.
[[nodiscard]] std::vector<std::string> split_names(std::string_view field);

// A person's name as printed: two to six words with capitals, joiners such as "van der" among them; in scripts without
// capitals a length that names have.
[[nodiscard]] bool looks_like_person(std::string_view name);

}  // namespace attache
