// Who wrote a report, read from lines made for it: author fields ("Le Figaro et AFP") and credit lines ("(Reuters)").
// Credits behind the last sentence are tail_credit.h, sign-offs sign_off.h, pictures photo_credit.h, and, weakest, what
// the text says of its own reporters self_mention.h.
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

}  // namespace attache
