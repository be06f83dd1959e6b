#include "voting/power.h"

#include <gtest/gtest.h>

#include "voting/coalition_halves.h"
#include "voting/coalition_table.h"
#include "voting/quota_form.h"
#include "voting/weight_table.h"

namespace attache {
namespace {

using Weights = std::vector<std::uint64_t>;

Need at_least(std::uint64_t quota, Weights weights) { return {Need::Kind::yes_at_least, std::move(weights), quota, {}, false}; }
Game weighted(std::uint64_t quota, Weights weights) {
  const std::size_t members = weights.size();
  return {members, {{at_least(quota, std::move(weights))}}};
}
Weights heads(std::size_t members) { return Weights(members, 1); }

std::vector<std::string> shapley(const Game& game) {
  const Power power = voting_power(game).value();
  std::vector<std::string> out;
  for (const MemberPower& of : power.of) out.push_back(to_string(*of.shapley_shubik));
  return out;
}
std::vector<std::string> banzhaf(const Game& game) {
  const Power power = voting_power(game).value();
  std::vector<std::string> out;
  for (const MemberPower& of : power.of) out.push_back(to_string(of.normalised));
  return out;
}

// A stream of numbers that is the same on every machine.
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed * 2 + 1) {}
  std::uint64_t below(std::uint64_t n) {
    state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
    return (state_ >> 33) % n;
  }

 private:
  std::uint64_t state_;
};

void expect_same(const Power& a, const Power& b, const std::string& what) {
  ASSERT_EQ(a.of.size(), b.of.size());
  EXPECT_EQ(a.winning, b.winning) << what;
  for (std::size_t i = 0; i < a.of.size(); ++i) {
    EXPECT_EQ(a.of[i].swings, b.of[i].swings) << what << ", member " << i;
    EXPECT_EQ(a.of[i].shapley_shubik, b.of[i].shapley_shubik) << what << ", member " << i;
  }
}

// Felsenthal and Machover (1998) work these by hand.
TEST(VotingPower, GamesThatCanBeWorkedByHand) {
  EXPECT_EQ(banzhaf(weighted(51, {50, 49, 1})), (std::vector<std::string>{"3/5", "1/5", "1/5"}));
  EXPECT_EQ(shapley(weighted(51, {50, 49, 1})), (std::vector<std::string>{"2/3", "1/6", "1/6"}));
  EXPECT_EQ(banzhaf(weighted(3, {1, 1, 1})), (std::vector<std::string>{"1/3", "1/3", "1/3"}));
  EXPECT_EQ(shapley(weighted(5, {5, 2, 1})), (std::vector<std::string>{"1", "0", "0"})) << "a dictator";
}

TEST(VotingPower, FiveVetoesAndTenOthers) {
  Weights veto(15, 0);
  std::fill(veto.begin(), veto.begin() + 5, 1);
  const Game council{15, {{at_least(9, heads(15)), at_least(5, veto)}}};
  const Power power = voting_power(council).value();
  EXPECT_EQ(power.winning, 848);
  EXPECT_EQ(to_string(*power.of[0].shapley_shubik), "421/2145");
  EXPECT_EQ(to_string(*power.of[14].shapley_shubik), "4/2145");
  EXPECT_EQ(to_string(power.of[0].absolute), "53/1024");
  EXPECT_EQ(to_string(power.of[0].to_prevent), "1") << "nothing passes without a veto holder";
  EXPECT_EQ(to_string(power.to_act), "53/2048");
  expect_same(power, voting_power(weighted(39, {7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1})).value(), "the same as one weight");
}

TEST(VotingPower, UnanimityMakesAllEqualHoweverMany) {
  for (const std::size_t members : {1u, 2u, 30u, 63u, 64u, 65u, 127u, 128u, 191u, 192u, 250u}) {
    const Power power = voting_power(weighted(members, heads(members))).value();
    EXPECT_EQ(power.winning, 1);
    for (const MemberPower& of : power.of) {
      ASSERT_EQ(of.swings, 1);
      ASSERT_EQ(of.shapley_shubik, BigRational(1, static_cast<unsigned>(members)));
    }
  }
}

TEST(VotingPower, NothingPassesAndEverythingPasses) {
  for (const Game& game : {Game{3, {}}, weighted(9, {1, 2, 3}), Game{3, {{}}}}) {
    const Power power = voting_power(game).value();
    EXPECT_TRUE(power.winning == 0 || power.winning == 8);
    for (const MemberPower& of : power.of) EXPECT_EQ(of.swings + of.normalised + *of.shapley_shubik, 0);
  }
  EXPECT_EQ(voting_power(Game{}).value().of.size(), 0u);
}

Game random_game(Numbers& numbers) {
  Game game{2 + numbers.below(11), {}};
  for (std::size_t w = 1 + numbers.below(3); w-- > 0;) {
    Way way;
    for (std::size_t k = 1 + numbers.below(3); k-- > 0;) {
      Weights weights = heads(game.members);
      if (numbers.below(3)) {
        const std::uint64_t most = numbers.below(2) ? 2 : 12;
        for (std::uint64_t& weight : weights) weight = numbers.below(most);
      }
      const std::uint64_t total = total_of(weights);
      way.push_back(at_least(numbers.below(total + 2), std::move(weights)));
    }
    game.ways.push_back(std::move(way));
  }
  return game;
}

TEST(VotingPower, CountsAgreeWithGoingThroughAllCoalitions) {
  Numbers numbers(1);
  for (int k = 0; k < 400; ++k) {
    const Game game = random_game(numbers);
    expect_same(voting_power(game).value(), voting_power_by_enumeration(game).value(), "game " + std::to_string(k));
    if (::testing::Test::HasFailure()) return;
  }
}

// Weights so large that no table holds their sums.
TEST(VotingPower, HalvesAgreeWithGoingThroughAllCoalitions) {
  Numbers numbers(2);
  for (int k = 0; k < 40; ++k) {
    const std::size_t members = 3 + numbers.below(11);
    Weights weights;
    for (std::size_t i = 0; i < members; ++i) weights.push_back(1'000'000'007 + numbers.below(80'000'000'000));
    const std::uint64_t total = total_of(weights);
    const Game game{members, {{at_least(total * 13 / 20, weights), at_least(members / 2 + 1, heads(members))}, {at_least(members - 1, heads(members))}}};
    expect_same(voting_power(game).value(), voting_power_by_enumeration(game).value(), "game " + std::to_string(k));
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(VotingPower, WidthsOfCountsAgree) {
  Numbers numbers(3);
  Weights weights;
  for (int i = 0; i < 20; ++i) weights.push_back(1 + numbers.below(9));
  const QuotaForm form = quota_form({20, {{at_least(61, weights), at_least(12, heads(20))}}});
  const std::vector<std::uint64_t> bounds{40};
  const CoalitionTable<1> one(form, 19, bounds);
  const CoalitionTable<4> four(form, 19, bounds);
  CoalitionHalves halves(form);
  for (const std::size_t out : {0u, 7u, 19u}) {
    for (std::size_t size = 0; size < 20; ++size) {
      for (const std::int64_t within : {-1, 0, 13, 40}) {
        const std::int64_t at[] = {within};
        EXPECT_EQ(one.without(out, size, at).value(), four.without(out, size, at).value());
        EXPECT_EQ(one.without(out, size, at).value(), halves.without(out, size, at).value());
      }
    }
  }
}

TEST(VotingPower, ABodyOf190WithTwoRulesAddsUp) {
  Numbers numbers(4);
  Weights weights;
  for (int i = 0; i < 190; ++i) weights.push_back(1 + numbers.below(40));
  const Game game{190, {{at_least(total_of(weights) * 85 / 100, weights), at_least(114, heads(190))}}};
  const Power power = voting_power(game).value();
  BigRational shapley = 0, banzhaf = 0;
  for (const MemberPower& of : power.of) {
    shapley += *of.shapley_shubik;
    banzhaf += of.normalised;
  }
  EXPECT_EQ(shapley, 1);
  EXPECT_EQ(banzhaf, 1);
  EXPECT_GT(power.winning, 0);
}

TEST(VotingPower, ManyLargeWeightsGiveAllButShapleyAndShubik) {
  Numbers numbers(5);
  Weights weights;
  for (int i = 0; i < 190; ++i) weights.push_back(numbers.below(20) ? 1450 + numbers.below(20'000) : 0);
  const Power power = voting_power(weighted(total_of(weights) / 2 + 1, weights)).value();
  BigRational banzhaf = 0;
  for (std::size_t i = 0; i < 190; ++i) {
    EXPECT_FALSE(power.of[i].shapley_shubik.has_value());
    EXPECT_EQ(power.of[i].swings == 0, weights[i] == 0);
    banzhaf += power.of[i].normalised;
  }
  EXPECT_EQ(banzhaf, 1);
  // the same table for a game that can be gone through, three of whose members weigh nothing
  const Weights few{5, 0, 3, 3, 0, 2, 0, 7, 1};
  const WeightTable<4> sets(few, 10);
  const Power slow = voting_power_by_enumeration(weighted(11, few)).value();
  for (std::size_t i = 0; i < few.size(); ++i) {
    const auto weight = static_cast<std::int64_t>(few[i]);
    EXPECT_EQ(sets.without(few[i], 10).value() - sets.without(few[i], 10 - weight).value(), slow.of[i].swings) << i;
  }
}

// Ten ways of which each asks for one head more and less weight: a thousand terms, most of them equal.
TEST(VotingPower, AStaircaseOfWaysAgreesWithGoingThroughAllCoalitions) {
  Numbers numbers(6);
  Weights weights;
  for (int i = 0; i < 14; ++i) weights.push_back(1'000'000'007 + numbers.below(1'000'000'000));
  Game game{14, {}};
  for (std::uint64_t k = 0; k < 10; ++k) game.ways.push_back({at_least(k + 3, heads(14)), at_least(total_of(weights) * (80 - 5 * k) / 100, weights)});
  expect_same(voting_power(game).value(), voting_power_by_enumeration(game).value(), "staircase");
}

TEST(VotingPower, WhatIsTooLargeIsRefused) {
  EXPECT_EQ(voting_power(weighted(1, heads(251))).error().code, ErrorCode::too_large);
  Weights large, other;
  for (std::uint64_t i = 0; i < 60; ++i) {
    large.push_back(1'000'000'007 + i * 1'000'003);
    other.push_back(1'000'000'009 + i * 2'000'003);
  }
  EXPECT_EQ(voting_power({60, {{at_least(total_of(large) / 2, large), at_least(total_of(other) / 2, other)}}}).error().code, ErrorCode::too_large);
  EXPECT_EQ(voting_power_by_enumeration(weighted(1, heads(25))).error().code, ErrorCode::too_large);
}

}  // namespace
}  // namespace attache
