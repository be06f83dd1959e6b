// Voting power, exact: how often a member's vote decides when every other vote is open.
//
// Penrose (1946) and Banzhaf (1965): the share of the others' votes in which the member is decisive. Shapley and Shubik
// (1954): the share of the orders of members in which it is the one that carries. Coleman (1971): to act (of the body), to
// prevent and to initiate (of a member).
//
// Method: coalitions are counted by the complement, the members who are not won: a way of the game asks that each kind of
// their weight stays within a bound. Counts by size and weight come from dynamic programming where the table is small
// (kMostCells), and from two sorted halves (Horowitz and Sahni, 1974) where weights are large and members few; ways that
// overlap by inclusion and exclusion. A member is taken out of a table by an alternating sum, so that one table serves all.
// Where members and weights are both many (quotas of 190 states), sets are counted by weight alone: everything but the index
// of Shapley and Shubik, which needs their sizes.
// Cost: members * sizes * weight for the table, members^2 * 2^(members / 2) for the halves and each different overlap of ways. All sums are
// integers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>

#include "voting/game.h"

namespace attache {

using BigInteger = boost::multiprecision::cpp_int;
using BigRational = boost::multiprecision::cpp_rational;

struct MemberPower {
  BigInteger swings;           // coalitions that win with the member and not without it
  BigRational absolute;        // Penrose-Banzhaf: swings of 2^(members - 1)
  BigRational normalised;      // swings of all swings; 0 when nobody has any
  std::optional<BigRational> shapley_shubik;  // nullopt where only sets of any size could be counted
  BigRational to_prevent;      // swings of the winning coalitions
  BigRational to_initiate;     // swings of the losing ones
};

struct Power {
  std::size_t members = 0;
  BigInteger winning;          // coalitions that carry the decision, of 2^members
  BigRational to_act;          // their share
  std::vector<MemberPower> of; // one a member
};

// Errors: too_large (more than 250 members or ten different ways; weights too large for a table, and too many members for anything else).
[[nodiscard]] Result<Power> voting_power(const Game& game);

// The same by going through all coalitions, for games of at most 24 members: the slow twin of tests, and what is left for
// small games of several large weights.
[[nodiscard]] Result<Power> voting_power_by_enumeration(const Game& game);

[[nodiscard]] double to_double(const BigRational& value);
// "53/1024"; no denominator for a whole number.
[[nodiscard]] std::string to_string(const BigRational& value);

}  // namespace attache
