// Who wrote a report, read from credit lines: tails ("AFP", "./ REL", "–AA"), author fields ("Le Figaro et AFP"),
// sign-offs ("Reporting by ...") and, weakest, what the text says of its own reporters ("told Reuters").
// A credit under a picture is the photographer's and never counts for the text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "tables/knowledge.h"

namespace attache {

// The agencies a page may name: those of the table, names that say so themselves ("Meridian News Agency"), and the names
// its own dateline gives ("(Northwire) -"), with their long forms.
class AgencyNames {
 public:
  explicit AgencyNames(const Knowledge& knowledge, std::vector<std::string> local = {}) : knowledge_(&knowledge), local_(std::move(local)) {}
  // Display name; empty when the name is no agency.
  [[nodiscard]] std::string find(std::string_view name) const;
  [[nodiscard]] const Knowledge& knowledge() const { return *knowledge_; }

 private:
  const Knowledge* knowledge_;
  std::vector<std::string> local_;
};

// "CPA" for "Continental Press Agency": the initials of the capitalised words.
[[nodiscard]] bool is_acronym_of(std::string_view acronym, std::string_view name);

// A short run of capitalised words or an acronym or a domain name: what may stand as a credit.
[[nodiscard]] bool looks_like_source_name(std::string_view name);

// A bare domain name: "arbresh.info".
[[nodiscard]] bool host_like(std::string_view name);

// The phrase is an organisation of our tables and no place.
[[nodiscard]] bool names_organisation(const Knowledge& knowledge, std::string_view phrase);

struct CreditNames {
  std::vector<std::string> agencies;  // display names of our table
  std::vector<std::string> persons;
  std::vector<std::string> places;
  std::string outlet;
  [[nodiscard]] bool empty() const { return agencies.empty() && persons.empty() && outlet.empty() && places.empty(); }
};

// A line that is a credit and nothing else: "AFP", "(Reuters)", "Source: TASS", "With inputs from ANI", "Reuters/AFP".
[[nodiscard]] std::optional<CreditNames> read_credit_line(std::string_view line, const AgencyNames& agencies);

struct TailCredit {
  Span span;  // from the first mark after the last sentence to the end
  CreditNames names;
};

// A credit behind the last sentence of a paragraph: "... naive" ./ REL", "... Turkey.–AA", "... dead. (Reuters)".
[[nodiscard]] std::optional<TailCredit> find_tail_credit(std::string_view paragraph, const AgencyNames& agencies);

// "(Reporting by A in X; Writing by B; Editing by C)", "Additional reporting by D".
[[nodiscard]] bool is_sign_off(std::string_view line);
[[nodiscard]] CreditNames read_sign_off(std::string_view line);

// The outlet of "© 2024 The Tarrow Daily. All rights reserved."; empty when the line is no such line.
[[nodiscard]] std::string outlet_of_copyright(std::string_view line);

// "(Only the headline and picture of this report may have been reworked by the Business Standard staff; ...)"
[[nodiscard]] bool is_syndication_note(std::string_view line);
[[nodiscard]] std::string outlet_of_syndication_note(std::string_view line);

struct SelfMention {
  int agency = -1;  // index into Knowledge::agencies, or -1 with the written name
  std::string name;
  Span span;        // the words, e.g. "seen by Reuters"
};

// "told Reuters", "seen by AFP", "a Reuters reporter": the agency speaks of itself. Only names of our table and names
// that end in "News Agency", "Press Agency" and the like.
[[nodiscard]] std::vector<SelfMention> find_self_mentions(std::string_view text, const Knowledge& knowledge);

// A photo credit at the end of a caption: "Reuters / LAURA HASANI", "Armend NIMANI / AFP", "(Photo: J. Roe/ENA)".
// Gives where it begins and the names in it.
struct PhotoCredit {
  std::size_t begin = 0;
  std::vector<std::string> names;
};
[[nodiscard]] std::optional<PhotoCredit> find_photo_credit(std::string_view line, const AgencyNames& agencies);

}  // namespace attache
