// What can still happen to a pending decision: who has voted is known, the others are open. Nothing is guessed: an open
// member may vote yes or no.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>

#include "voting/game.h"

namespace attache {

enum class Verdict : std::uint8_t {
  passes,   // whatever the open members do
  fails,    // whatever they do
  depends
};

[[nodiscard]] std::string_view name_of(Verdict verdict);  // "depends"

// So many of these members, who count alike: "any 3 of the 10".
struct Choice {
  std::size_t take = 0;
  std::vector<std::size_t> of;  // members of the game, ascending
};

// The sets of open members with the fewest heads that do something, members who count alike taken together.
struct SmallestSets {
  std::size_t size = 0;                    // 0 = no set does
  std::vector<std::vector<Choice>> sets;   // at most OutlookOptions::most_sets
  boost::multiprecision::cpp_int count;    // how many sets there are, member by member
  bool counted = true;                     // false: the search was given up, there may be more sets of this size
  bool proved = true;                      // false: it was given up before one was found; `sets` holds one that does, perhaps not the smallest
};

struct Outlook {
  Verdict verdict = Verdict::depends;
  bool if_all_agree = false;         // passes when every open member votes yes
  bool if_all_refuse = false;        // passes when every open member votes no
  std::vector<std::size_t> vetoes;   // open members whose no alone ends it
  std::vector<std::size_t> makers;   // open members whose yes alone carries it
  SmallestSets blocking;             // their no ends it, though all others agree
  SmallestSets carrying;             // their yes carries it, though all others refuse
};

struct OutlookOptions {
  std::size_t most_sets = 20;           // more cannot be read
  std::uint64_t most_trials = 4'000'000;  // comparisons with a quota: some tenths of a second
};

// votes: one a member; nullopt = open.
[[nodiscard]] Outlook outlook_of(const Game& game, std::span<const std::optional<Vote>> votes, const OutlookOptions& options = {});

// The chance that it passes when each open member votes yes with a probability of its own, all of them independently; exact
// but for rounding of floats. priors: one a member, those of members who have voted are not read.
// Errors: too_large, as voting_power has it.
[[nodiscard]] Result<double> chance_of(const Game& game, std::span<const std::optional<Vote>> votes, std::span<const double> priors);

}  // namespace attache
