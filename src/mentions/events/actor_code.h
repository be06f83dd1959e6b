// Who a noun phrase of an event means, in the codes of conflict data: a state (ISO 3166 alpha-3) or IGO, NGO ..., and a sector.
//
// Method: the name, title or reference at the head of the phrase first, then what qualifies it ("Turkish troops", "Kenya's minister",
// "troops of the alliance"); the sector by the head noun (data/actor_nouns.tsv), the office or the kind of organisation. What no
// table knows keeps its words and no code.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "language/analysis.h"
#include "mentions/clause.h"
#include "mentions/event.h"
#include "mentions/events/sentence_tree.h"

namespace attache {

struct ActorTables {
  std::unordered_map<std::string, std::string> sectors;                       // lemma of a noun -> sector
  std::unordered_map<std::string, std::vector<std::uint32_t>> leaders_by_surname;  // heads of state and government among Knowledge::holders
};
[[nodiscard]] ActorTables load_actor_tables(const Knowledge& knowledge);

class ActorCoder {
 public:
  // `day`: the report's; year 0 = unknown.
  ActorCoder(const Language& language, const Clauses& clauses, const Knowledge& knowledge, const ActorTables& tables, const Date& day);

  [[nodiscard]] Participant code(const SentenceTree& tree, std::uint32_t head, const std::vector<std::uint32_t>& apart) const;  // `apart`: heads of the other side
  [[nodiscard]] Participant code(Span words, std::uint32_t entity) const;  // words that mean this entity

 private:
  struct Code {
    std::uint32_t entity = kNoEntity;
    std::string country, sector;
  };
  const Language& language_;
  const Clauses& clauses_;
  const Knowledge& knowledge_;
  const ActorTables& tables_;
  Date day_;
  std::vector<std::int32_t> reference_at_;  // of each token

  [[nodiscard]] bool in_office(const OfficeHolder& holder) const;           // on the report's day; always where that is unknown
  [[nodiscard]] bool has_left(const OfficeHolder& holder) const;
  [[nodiscard]] const OfficeHolder* leader(const std::string& name) const;  // "Obama": the one leader of that surname, now or before; null
  [[nodiscard]] const OfficeHolder* term_of(const std::string& name) const;
  [[nodiscard]] bool is_leaders_office(const std::string& office) const;
  [[nodiscard]] std::string country_in_name(std::string_view name) const;
  [[nodiscard]] std::uint32_t person_beside(const SentenceTree& tree, std::uint32_t word) const;
  [[nodiscard]] std::uint32_t speaker_meant(const SentenceTree& tree, std::uint32_t pronoun) const;  // kNoWord: nobody
  [[nodiscard]] Code of_entity(std::uint32_t entity) const;
  [[nodiscard]] Code at(const TreeWord& word) const;
  [[nodiscard]] std::string alpha3(const std::string& code) const;
  [[nodiscard]] std::string sector_of_office(const std::string& office) const;
  void qualify(const SentenceTree& tree, std::uint32_t word, Code& code) const;
};

}  // namespace attache
