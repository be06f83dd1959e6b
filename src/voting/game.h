// A voting rule as a game: which votes of the members carry a decision.
//
// A decision passes when all needs of one way hold. Every need is monotone: a member who moves from no to abstaining or
// from abstaining to yes never does harm. Without abstentions every need is a quota of weights (Felsenthal and Machover,
// "The Measurement of Voting Power", 1998), which is how power.h reads a game.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace attache {

enum class Vote : std::uint8_t { no, abstains, yes };
[[nodiscard]] std::string_view name_of(Vote vote);  // "abstains"

// Part of a whole, exact.
struct Share {
  std::uint64_t part = 0, whole = 1;
};

struct Need {
  enum class Kind : std::uint8_t {
    yes_at_least,    // the weights of yes reach `quota`
    yes_of_voting,   // the weights of yes are `share` of those of yes and no at least; nobody votes: it fails
    no_at_most       // the weights of no stay within `quota`
  };
  Kind kind = Kind::yes_at_least;
  std::vector<std::uint64_t> weights;  // one a member; all of them together below 2^62
  std::uint64_t quota = 0;
  Share share;
  bool strict = false;  // yes_of_voting: more than the share
};

using Way = std::vector<Need>;

struct Game {
  std::size_t members = 0;
  std::vector<Way> ways;  // none: nothing passes
};

// votes: one a member.
[[nodiscard]] bool passes(const Game& game, std::span<const Vote> votes);

// The least weight that is `share` of `total`, or more than it.
[[nodiscard]] std::uint64_t quota_of_share(const Share& share, std::uint64_t total, bool more_than);

// What is left to decide once some have voted: the open members alone, as quotas of their yes. An open member votes yes
// or no. members[k]: which member of the game the k-th one is.
struct OpenGame {
  std::vector<std::size_t> members;
  Game game;
};
[[nodiscard]] OpenGame open_game(const Game& game, std::span<const std::optional<Vote>> votes);

}  // namespace attache
