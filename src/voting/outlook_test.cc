#include "voting/outlook.h"

#include <gtest/gtest.h>

#include <bit>

namespace attache {
namespace {

using Votes = std::vector<std::optional<Vote>>;
using Weights = std::vector<std::uint64_t>;

Need at_least(std::uint64_t quota, Weights weights) { return {Need::Kind::yes_at_least, std::move(weights), quota, {}, false}; }
Game unanimity(std::size_t members) { return {members, {{at_least(members, Weights(members, 1))}}}; }

TEST(Outlook, UnderUnanimityEveryOpenMemberIsAVeto) {
  Votes votes(30);
  votes[3] = Vote::yes;
  const Outlook open = outlook_of(unanimity(30), votes);
  EXPECT_EQ(open.verdict, Verdict::depends);
  EXPECT_TRUE(open.if_all_agree);
  EXPECT_FALSE(open.if_all_refuse);
  EXPECT_EQ(open.vetoes.size(), 29u);
  EXPECT_TRUE(open.makers.empty());
  EXPECT_EQ(open.blocking.size, 1u);
  EXPECT_EQ(open.blocking.count, 29);
  EXPECT_EQ(open.carrying.size, 29u);
  votes[7] = Vote::no;
  EXPECT_EQ(outlook_of(unanimity(30), votes).verdict, Verdict::fails);
  EXPECT_EQ(outlook_of(unanimity(2), Votes{Vote::yes, Vote::yes}).verdict, Verdict::passes);
}

TEST(Outlook, AVoteMoreAndItIsCertain) {
  const Game majority{5, {{at_least(3, Weights(5, 1))}}};
  const Outlook two = outlook_of(majority, Votes{Vote::yes, Vote::yes, {}, {}, Vote::no});
  EXPECT_EQ(two.makers, (std::vector<std::size_t>{2, 3}));
  EXPECT_TRUE(two.vetoes.empty());
  EXPECT_EQ(two.blocking.size, 2u);
  EXPECT_EQ(outlook_of(majority, Votes{Vote::yes, Vote::yes, Vote::yes, {}, {}}).verdict, Verdict::passes);
}

TEST(Outlook, MembersAlikeAreTakenTogether) {
  Weights veto(15, 0);
  std::fill(veto.begin(), veto.begin() + 5, 1);
  const Game council{15, {{at_least(9, Weights(15, 1)), {Need::Kind::no_at_most, veto, 0, {}, false}}}};
  const Outlook open = outlook_of(council, Votes(15));
  EXPECT_EQ(open.vetoes, (std::vector<std::size_t>{0, 1, 2, 3, 4}));
  EXPECT_EQ(open.blocking.size, 1u);
  ASSERT_EQ(open.blocking.sets.size(), 1u);
  EXPECT_EQ(open.blocking.sets[0][0].take, 1u);
  EXPECT_EQ(open.blocking.sets[0][0].of.size(), 5u);
  EXPECT_EQ(open.carrying.size, 9u);
  EXPECT_EQ(open.carrying.count, 210) << "the five and any four of the ten";
}

struct Numbers {
  std::uint64_t state = 5;
  std::uint64_t below(std::uint64_t n) {
    state = state * 6364136223846793005ull + 1442695040888963407ull;
    return (state >> 33) % n;
  }
};

// Everything at once, against all completions.
TEST(Outlook, AgreesWithGoingThroughAllCompletions) {
  Numbers numbers;
  for (int round = 0; round < 300; ++round) {
    const std::size_t n = 2 + numbers.below(8);
    Game game{n, {}};
    for (std::size_t w = 1 + numbers.below(2); w-- > 0;) {
      Way way;
      for (std::size_t k = 1 + numbers.below(2); k-- > 0;) {
        Weights weights(n);
        for (std::uint64_t& weight : weights) weight = numbers.below(2) ? 1 : numbers.below(6);
        std::uint64_t total = 0;
        for (const std::uint64_t weight : weights) total += weight;
        way.push_back({static_cast<Need::Kind>(numbers.below(3)), weights, numbers.below(total + 1), {1 + numbers.below(3), 3}, false});
      }
      game.ways.push_back(std::move(way));
    }
    Votes votes(n);
    for (std::optional<Vote>& vote : votes) {
      if (numbers.below(3) == 0) vote = static_cast<Vote>(numbers.below(3));
    }
    const OpenGame open = open_game(game, votes);
    const std::size_t members = open.members.size(), sets = std::size_t{1} << members;
    std::vector<bool> wins(sets);
    std::vector<double> priors(n, 0.0);
    for (double& prior : priors) prior = static_cast<double>(numbers.below(11)) / 10;
    double chance = 0;
    for (std::size_t set = 0; set < sets; ++set) {
      std::vector<Vote> all(n, Vote::no);
      double of_set = 1;
      for (std::size_t i = 0; i < n; ++i) all[i] = votes[i].value_or(Vote::no);
      for (std::size_t k = 0; k < members; ++k) {
        if (set >> k & 1) all[open.members[k]] = Vote::yes;
        of_set *= set >> k & 1 ? priors[open.members[k]] : 1 - priors[open.members[k]];
      }
      wins[set] = passes(game, all);
      if (wins[set]) chance += of_set;
    }
    const Outlook out = outlook_of(game, votes);
    ASSERT_EQ(out.verdict, wins[0] ? Verdict::passes : wins[sets - 1] ? Verdict::depends : Verdict::fails) << round;
    EXPECT_NEAR(chance_of(game, votes, priors).value(), chance, 1e-12) << round;
    if (out.verdict != Verdict::depends) continue;
    for (const bool blocking : {true, false}) {
      std::size_t smallest = members + 1, count = 0;
      for (std::size_t set = 0; set < sets; ++set) {
        const bool does = blocking ? !wins[(sets - 1) & ~set] : wins[set];
        const auto size = static_cast<std::size_t>(std::popcount(set));
        if (!does || size > smallest) continue;
        count = size < smallest ? 1 : count + 1;
        smallest = size;
      }
      const SmallestSets& found = blocking ? out.blocking : out.carrying;
      ASSERT_EQ(found.size, smallest) << round << (blocking ? " blocking" : " carrying");
      ASSERT_EQ(found.count, count) << round;
      ASSERT_TRUE(found.proved && found.counted);
      EXPECT_EQ((blocking ? out.vetoes : out.makers).empty(), smallest != 1) << round;
    }
  }
}

TEST(Outlook, ASearchGivenUpSaysSo) {
  Weights weights;
  Numbers numbers;
  for (int i = 0; i < 60; ++i) weights.push_back(1000 + numbers.below(50));
  const Game game{60, {{at_least(40'000, weights), at_least(31, Weights(60, 1))}}};
  for (const std::uint64_t trials : {500u, 10u}) {
    OutlookOptions options;
    options.most_trials = trials;
    const Outlook out = outlook_of(game, Votes(60), options);
    EXPECT_FALSE(out.carrying.counted);
    EXPECT_EQ(out.carrying.proved, trials == 500) << "ten steps find no set";
    ASSERT_FALSE(out.carrying.sets.empty());
    for (const std::vector<Choice>& set : out.carrying.sets) {
      std::vector<Vote> all(60, Vote::no);
      std::size_t heads = 0;
      for (const Choice& choice : set) {
        for (std::size_t k = 0; k < choice.take; ++k, ++heads) all[choice.of[k]] = Vote::yes;
      }
      EXPECT_EQ(heads, out.carrying.size);
      EXPECT_TRUE(passes(game, all));
    }
  }
}

TEST(Outlook, AmongTooManyDifferentMembersOneSetIsFoundAndSaidToBeUnproved) {
  Weights weights;
  for (std::uint64_t i = 0; i < 1000; ++i) weights.push_back(1000 + i * i);
  const Outlook out = outlook_of({1000, {{at_least(100'000'000, weights), at_least(501, Weights(1000, 1))}}}, Votes(1000));
  EXPECT_FALSE(out.carrying.proved);
  EXPECT_EQ(out.carrying.sets.size(), 1u);
  EXPECT_GE(out.carrying.size, 501u);
}

TEST(Outlook, AChanceOfLargeWeightsAgreesWithThatOfTheSameInSmallUnits) {
  Numbers numbers;
  Weights small, large, heads(14, 1);
  std::vector<double> priors;
  std::uint64_t total = 0;
  for (int i = 0; i < 14; ++i) {
    small.push_back(1 + numbers.below(30));
    large.push_back(small.back() * 1'000'000'000 + (i == 0 ? 1 : 0));  // nothing in common that could be divided out
    priors.push_back(static_cast<double>(numbers.below(11)) / 10);
    total += small.back();
  }
  const std::uint64_t quota = total * 3 / 5;
  const Game in_small{14, {{at_least(quota, small), at_least(8, heads)}, {at_least(13, heads)}}}, in_large{14, {{at_least(quota * 1'000'000'000, large), at_least(8, heads)}, {at_least(13, heads)}}};
  EXPECT_NEAR(chance_of(in_large, Votes(14), priors).value(), chance_of(in_small, Votes(14), priors).value(), 1e-12);
}

TEST(Outlook, AChanceNeedsFewMembersOrSmallWeights) {
  Weights weights;
  for (std::uint64_t i = 0; i < 41; ++i) weights.push_back(1'000'000'007 + i * 1'000'003);
  EXPECT_EQ(chance_of({41, {{at_least(30'000'000'000, weights)}}}, Votes(41), std::vector<double>(41, 0.5)).error().code, ErrorCode::too_large);
  EXPECT_DOUBLE_EQ(chance_of(unanimity(30), Votes(30), std::vector<double>(30, 0.5)).value(), 1.0 / (1 << 30));
}

}  // namespace
}  // namespace attache
