#include "voting/game.h"

#include <numeric>

namespace attache {
namespace {

struct Tally {
  std::uint64_t yes = 0, no = 0;
};

Tally tally(const Need& need, std::span<const Vote> votes) {
  Tally t;
  for (std::size_t i = 0; i < votes.size(); ++i) {
    if (votes[i] == Vote::yes) t.yes += need.weights[i];
    if (votes[i] == Vote::no) t.no += need.weights[i];
  }
  return t;
}

bool holds(const Need& need, std::span<const Vote> votes) {
  const Tally t = tally(need, votes);
  switch (need.kind) {
    case Need::Kind::yes_at_least: return t.yes >= need.quota;
    case Need::Kind::no_at_most: return t.no <= need.quota;
    case Need::Kind::yes_of_voting: return t.yes + t.no > 0 && t.yes >= quota_of_share(need.share, t.yes + t.no, need.strict);
  }
  return false;
}

// The same as a quota of the yes of open members, given the votes of the others.
Need of_open_members(const Need& need, std::span<const std::optional<Vote>> votes, std::span<const std::size_t> open) {
  Need out;
  out.kind = Need::Kind::yes_at_least;
  std::uint64_t yes = 0, no = 0, open_weight = 0;
  for (std::size_t i = 0; i < votes.size(); ++i) {
    if (!votes[i]) open_weight += need.weights[i];
    else if (*votes[i] == Vote::yes) yes += need.weights[i];
    else if (*votes[i] == Vote::no) no += need.weights[i];
  }
  for (const std::size_t i : open) out.weights.push_back(need.weights[i]);
  const auto beyond = [](std::uint64_t want, std::uint64_t have) { return want > have ? want - have : 0; };
  switch (need.kind) {
    case Need::Kind::yes_at_least: out.quota = beyond(need.quota, yes); break;
    case Need::Kind::no_at_most: out.quota = no > need.quota ? open_weight + 1 : beyond(open_weight, need.quota - no); break;
    case Need::Kind::yes_of_voting: {
      const std::uint64_t voting = yes + no + open_weight;
      out.quota = voting == 0 ? 1 : beyond(quota_of_share(need.share, voting, need.strict), yes);
      break;
    }
  }
  return out;
}

}  // namespace

std::uint64_t quota_of_share(const Share& share, std::uint64_t total, bool more_than) {
  // 128 bits: a population of 2^62 times a denominator would not fit into 64
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(total) * share.part;
  const Wide whole = share.whole;
  return static_cast<std::uint64_t>(more_than ? product / whole + 1 : (product + whole - 1) / whole);
}

bool passes(const Game& game, std::span<const Vote> votes) {
  for (const Way& way : game.ways) {
    bool all = true;
    for (const Need& need : way) all = all && holds(need, votes);
    if (all) return true;
  }
  return false;
}

OpenGame open_game(const Game& game, std::span<const std::optional<Vote>> votes) {
  OpenGame out;
  for (std::size_t i = 0; i < votes.size(); ++i) {
    if (!votes[i]) out.members.push_back(i);
  }
  out.game.members = out.members.size();
  for (const Way& way : game.ways) {
    Way open;
    for (const Need& need : way) open.push_back(of_open_members(need, votes, out.members));
    out.game.ways.push_back(std::move(open));
  }
  return out;
}

std::string_view name_of(Vote vote) { return vote == Vote::yes ? "yes" : vote == Vote::no ? "no" : "abstains"; }

}  // namespace attache
