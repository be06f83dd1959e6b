#include "voting/game.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

constexpr Vote yes = Vote::yes, no = Vote::no, abstains = Vote::abstains;
using Votes = std::vector<Vote>;

Need need(Need::Kind kind, std::vector<std::uint64_t> weights, std::uint64_t quota, Share share = {}, bool strict = false) { return {kind, std::move(weights), quota, share, strict}; }

TEST(Game, NineVotesAndNoVetoLetsTheVetoHolderAbstain) {
  // three seats of which the first has a veto, two votes needed
  const Game game{3, {{need(Need::Kind::yes_at_least, {1, 1, 1}, 2), need(Need::Kind::no_at_most, {1, 0, 0}, 0)}}};
  EXPECT_TRUE(passes(game, Votes{abstains, yes, yes}));
  EXPECT_FALSE(passes(game, Votes{no, yes, yes}));
  EXPECT_FALSE(passes(game, Votes{yes, abstains, no}));
  EXPECT_TRUE(passes(game, Votes{yes, yes, no}));
}

TEST(Game, AShareOfThoseWhoVoteLeavesAbstentionsOut) {
  const Game two_thirds{5, {{need(Need::Kind::yes_of_voting, {1, 1, 1, 1, 1}, 0, {2, 3})}}};
  EXPECT_TRUE(passes(two_thirds, Votes{yes, yes, no, abstains, abstains}));
  EXPECT_FALSE(passes(two_thirds, Votes{yes, no, abstains, abstains, abstains}));
  EXPECT_FALSE(passes(two_thirds, Votes(5, abstains))) << "nobody has decided anything";
  const Game majority{2, {{need(Need::Kind::yes_of_voting, {1, 1}, 0, {1, 2}, true)}}};
  EXPECT_FALSE(passes(majority, Votes{yes, no})) << "half is not more than half";
}

TEST(Game, AnyWayWillDoAndNoWayNeverDoes) {
  const Game game{3, {{need(Need::Kind::yes_at_least, {5, 1, 1}, 5)}, {need(Need::Kind::yes_at_least, {1, 1, 1}, 3)}}};
  EXPECT_TRUE(passes(game, Votes{yes, no, no}));
  EXPECT_FALSE(passes(game, Votes{no, yes, yes}));
  EXPECT_FALSE(passes(Game{3, {}}, Votes(3, yes)));
}

TEST(Game, SharesAreExact) {
  EXPECT_EQ(quota_of_share({2, 3}, 3, false), 2u);
  EXPECT_EQ(quota_of_share({2, 3}, 4, false), 3u);
  EXPECT_EQ(quota_of_share({2, 3}, 3, true), 3u);
  EXPECT_EQ(quota_of_share({1, 2}, 193, true), 97u);
  EXPECT_EQ(quota_of_share({65, 100}, std::uint64_t{1} << 61, false), 1498797955988901069u) << "65 % of 2^61, rounded up";
}

// Every combination of votes, some of them left open: the open game agrees with the whole one.
TEST(Game, TheOpenGameAgreesWithTheWhole) {
  const Game games[] = {
      {4, {{need(Need::Kind::yes_at_least, {3, 2, 1, 1}, 4), need(Need::Kind::no_at_most, {1, 1, 0, 0}, 0)}}},
      {4, {{need(Need::Kind::yes_of_voting, {3, 2, 1, 1}, 0, {2, 3})}}},
      {4, {{need(Need::Kind::yes_of_voting, {1, 1, 1, 1}, 0, {1, 2}, true), need(Need::Kind::no_at_most, {4, 3, 2, 1}, 4)}, {need(Need::Kind::yes_at_least, {1, 1, 1, 1}, 3)}}}};
  std::size_t checked = 0;
  for (const Game& game : games) {
    for (int known = 0; known < 256; ++known) {  // two bits a member: no, abstains, yes, open
      std::vector<std::optional<Vote>> votes(4);
      for (int i = 0; i < 4; ++i) {
        if ((known >> 2 * i & 3) != 3) votes[static_cast<std::size_t>(i)] = static_cast<Vote>(known >> 2 * i & 3);
      }
      const OpenGame open = open_game(game, votes);
      for (std::size_t set = 0; set < std::size_t{1} << open.members.size(); ++set) {
        Votes all(4, no), of_open(open.members.size(), no);
        for (std::size_t i = 0; i < 4; ++i) {
          if (votes[i]) all[i] = *votes[i];
        }
        for (std::size_t k = 0; k < open.members.size(); ++k) {
          if (set >> k & 1) all[open.members[k]] = of_open[k] = yes;
        }
        ASSERT_EQ(passes(game, all), passes(open.game, of_open)) << "votes " << known << ", set " << set;
        ++checked;
      }
    }
  }
  EXPECT_GT(checked, 1000u);
}

}  // namespace
}  // namespace attache
