// Who decides and how: a body, its members with their terms, its rules. Read from files of our own (data/bodies/*.toml) and
// from those of users (a national parliament): docs/stages/bodies.md.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "voting/game.h"

namespace attache {

struct Term {
  Date from, to;  // year 0 = not known to begin or end; both days belong to it
  [[nodiscard]] bool holds(const Date& day) const { return (from.year == 0 || from <= day) && (to.year == 0 || day <= to); }
};

struct BodyMember {
  std::string key;     // country code, or the name of a member that is no state
  bool is_state = false;
  Term term;
  std::string group;   // "permanent", "elected"; may be empty
  std::string source;
};

struct BodyGroup {
  std::string name;
  std::vector<std::string> members;  // keys
  std::string source;
};

// What counts instead of heads: seats, votes, people.
struct BodyWeight {
  std::string name;
  Term term;
  std::string source;
  std::map<std::string, std::uint64_t> values;  // by key
};

// A condition as written. Exactly one of the measures is given.
struct RuleNeed {
  enum class Measure : std::uint8_t { yes, more_than, against, present };
  Measure measure = Measure::yes;
  std::uint64_t number = 0;            // "yes = 9", "against = 0"; of "all but 3" the 3
  std::optional<Share> share;          // "2/3", "55%"
  bool all_but = false;                // "all" or "all but 3"
  bool of_voting = false;              // shares of those who vote yes or no, not of all members
  std::string weight;                  // empty = heads
  std::string group;                   // only its members count; empty = all
};

struct BodyRule {
  std::string id, name, source, words;  // words: the rule for a reader, with what a count cannot say
  Term term;
  std::vector<std::vector<RuleNeed>> ways;
};

struct Body {
  std::string id, name, source;
  std::vector<std::string> aliases;
  std::string member_table;  // body of data/memberships.tsv; empty = `members` alone
  std::vector<BodyMember> members;
  std::vector<BodyGroup> groups;
  std::vector<BodyWeight> weights;
  std::vector<BodyRule> rules;
};

struct BodyLimits {
  std::size_t bytes = 4u << 20;      // the largest file of ours has 300 kB
  std::size_t entries = 100'000;     // members, weights, rules, needs
};

// `source` names the file in errors. Errors: invalid_body (what is wrong and in which line), too_large.
[[nodiscard]] Result<Body> read_body(std::string_view toml, const std::string& source, const BodyLimits& limits = {});

// The bodies that come with the program, by id.
[[nodiscard]] std::vector<Body> shipped_bodies();

// By id, name or alias, case aside; null when there is none.
[[nodiscard]] const Body* find_body(const std::vector<Body>& bodies, std::string_view name);

// The rule of that id in force on the day; null when there is none. Without an id, the first one in force.
[[nodiscard]] const BodyRule* find_rule(const Body& body, std::string_view id, const Date& day);

}  // namespace attache
