// Stage "facts": each fact once, with what every report says of it, and whether independent origins agree.
//
// Problem: copies of one story look like confirmation, a rounded figure like a contradiction, a later figure like a dispute. Method: mentions
// join by relation and by the actors on both sides (officials speak for their state where a state's stand is told); their values are laid into
// groups that can be right together (values.h); then origins are counted, not reports. Values that cannot be right together are replaced
// where the later reports alone give the new one, disputed otherwise. Facts whose sides are only described join within a story.
// Cost: n log n in mentions.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "mentions/facts/patterns.h"
#include "stories/dating.h"
#include "stories/origins.h"
#include "stories/stories.h"

namespace attache {

enum class FactStatus : std::uint8_t {
  agree,        // two or more independent origins say so
  one_origin,   // several reports, all of one origin: copies do not confirm
  only_one,     // one report
  differ,       // what they say cannot be right together
  superseded,   // a later report or version gives another value
  word_choice   // the same thing under names that take sides: "country", "breakaway region"
};
[[nodiscard]] std::string_view name_of(FactStatus status);
[[nodiscard]] std::string_view words_of(FactStatus status);  // "two or more origins agree"

struct FactRef {
  std::uint32_t report = 0;
  Span sentence;              // what is cited: the sentence, with the one before where that names a side
  Span subject, object, value;  // words within; may be empty
  std::uint32_t statement = 0xFFFFFFFF;  // index into Analysis::statements: said by its speaker, not by the report
};

// Where a report tells it: the sentence, with the one before where that names a side.
[[nodiscard]] FactRef ref_of(const Analysis& analysis, std::uint32_t report, const FactMention& mention);

struct FactSide {
  std::uint32_t actor = 0xFFFFFFFF;
  std::string name;           // the actor's, else the words; empty = none
  std::string country;
  std::uint32_t stands_for = 0xFFFFFFFF;  // the state for which an official acts; facts join by it
};

// One value, and who gives it. Facts without a value have one claim.
struct FactClaim {
  std::string value;          // as told, normalised: "3,770", "some 50,000", "2008-02", "unanimous vote"; empty = none
  double number = 0;          // of numbers
  Date begin, end;            // of dates
  std::vector<FactRef> mentions;
  std::uint32_t origins = 0;
};

struct Fact {
  std::string id;
  std::string relation;       // of data/relations.tsv, or "described_as" of word choices
  std::string sentence;       // "Russia does not recognise Chad"
  FactSide subject, object;
  FactStatus status = FactStatus::only_one;
  std::string reason;         // of the status, in words
  std::vector<FactClaim> claims;  // the one that holds first: the newest, else the one most origins give
  std::uint32_t origins = 0;  // behind all claims
};

// Those that differ first, then superseded, word choices, agreed, of one origin, of one report; within each by relation and names.
[[nodiscard]] std::vector<Fact> merge_facts(std::span<const Analysis> analyses, const Lineage& lineage, const Stories& stories, const Origins& origins, std::span<const DateBound> bounds, const Actors& actors, const FactPatterns& patterns, const Knowledge& knowledge);

// Distinct reports, ascending.
[[nodiscard]] std::vector<std::uint32_t> reports_of(const Fact& fact);
[[nodiscard]] std::vector<std::uint32_t> reports_of(const FactClaim& claim);

}  // namespace attache
