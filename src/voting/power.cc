#include "voting/power.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "voting/coalition_halves.h"
#include "voting/coalition_table.h"
#include "voting/quota_form.h"
#include "voting/weight_table.h"

namespace attache {
namespace {

constexpr std::size_t kMostMembers = 250;      // larger than any body of states; counts stay within 256 bits
constexpr std::size_t kMostEnumerated = 24;    // 16 million coalitions
constexpr double kMostCells = 4e6;             // of a table: 128 MiB
constexpr double kMostSteps = 4e10;            // measured with both cores busy: 8e9 in 4 s (44 members in halves), 3.5e10 in 6 s (40 members, six ways)
constexpr std::size_t kMostWays = 10;          // 1,023 terms of inclusion and exclusion

// The coalitions that go several ways at once: those outside stay within the bounds. Equal terms are one, with their signs added.
struct Term {
  std::uint64_t heads = 0;
  std::vector<std::uint64_t> bounds;  // of the weight of those who are not won
  auto operator<=>(const Term&) const = default;
};
using Terms = std::map<Term, int>;

Terms terms_of(const QuotaForm& form) {
  Terms terms;
  for (std::size_t set = 1; set < std::size_t{1} << form.ways.size(); ++set) {
    QuotaForm::Way all{0, std::vector<std::uint64_t>(form.weights.size(), 0)};
    for (std::size_t w = 0; w < form.ways.size(); ++w) {
      if (!(set >> w & 1)) continue;
      all.heads = std::max(all.heads, form.ways[w].heads);
      for (std::size_t d = 0; d < all.quotas.size(); ++d) all.quotas[d] = std::max(all.quotas[d], form.ways[w].quotas[d]);
    }
    Term term{all.heads, {}};
    for (std::size_t d = 0; d < all.quotas.size(); ++d) term.bounds.push_back(total_of(form.weights[d]) - all.quotas[d]);
    terms[std::move(term)] += std::popcount(set) % 2 ? 1 : -1;
  }
  std::erase_if(terms, [](const auto& entry) { return entry.second == 0; });
  return terms;
}

// By number of other members won: coalitions without the member that win with it, and that win without it.
struct Counts {
  std::vector<BigInteger> with, without;
};

template <class Sets>
Counts counts_of(std::size_t member, const QuotaForm& form, const Terms& terms, Sets& sets) {
  const std::size_t n = form.members;
  Counts out{std::vector<BigInteger>(n), std::vector<BigInteger>(n)};
  std::vector<std::int64_t> bounds(form.weights.size()), less(form.weights.size());
  for (const auto& [term, sign] : terms) {
    for (std::size_t d = 0; d < bounds.size(); ++d) {
      bounds[d] = static_cast<std::int64_t>(term.bounds[d]);
      less[d] = bounds[d] - static_cast<std::int64_t>(form.weights[d][member]);
    }
    for (std::size_t won = 0; won < n; ++won) {
      const std::size_t lost = n - 1 - won;
      if (won + 1 >= term.heads) out.with[won] += sign * sets.without(member, lost, bounds).value();
      if (won >= term.heads) out.without[won] += sign * sets.without(member, lost, less).value();
    }
  }
  return out;
}

BigRational share(const BigInteger& part, const BigInteger& whole) { return whole == 0 ? BigRational(0) : BigRational(part, whole); }

// What follows from the number of swings.
Power power_of(const std::vector<BigInteger>& swings, const BigInteger& winning) {
  Power power;
  power.members = swings.size();
  power.winning = winning;
  const BigInteger all = BigInteger(1) << static_cast<unsigned>(power.members);
  power.to_act = share(winning, all);
  BigInteger total = 0;
  for (const BigInteger& of_member : swings) total += of_member;
  for (const BigInteger& of_member : swings) {
    MemberPower of;
    of.swings = of_member;
    of.absolute = share(of_member, BigInteger(1) << static_cast<unsigned>(power.members - 1));
    of.normalised = share(of_member, total);
    of.to_prevent = share(of_member, winning);
    of.to_initiate = share(of_member, all - winning);
    power.of.push_back(std::move(of));
  }
  return power;
}

// From the number of a member's swings by how many others are won.
Power power_of(const std::vector<std::vector<BigInteger>>& by_size, const BigInteger& winning) {
  const std::size_t members = by_size.size();
  std::vector<BigInteger> factorial{1}, swings(members);
  for (std::size_t k = 1; k <= members; ++k) factorial.push_back(factorial.back() * k);
  for (std::size_t i = 0; i < members; ++i) {
    for (const BigInteger& of_size : by_size[i]) swings[i] += of_size;
  }
  Power power = power_of(swings, winning);
  for (std::size_t i = 0; i < members; ++i) {
    BigInteger orders = 0;
    for (std::size_t won = 0; won < members; ++won) orders += by_size[i][won] * factorial[won] * factorial[members - 1 - won];
    power.of[i].shapley_shubik = share(orders, factorial[members]);
  }
  return power;
}

// Members alike in every weight have the same power: counted once.
std::size_t first_alike(const QuotaForm& form, std::size_t member) {
  for (std::size_t other = 0; other < member; ++other) {
    bool alike = true;
    for (const std::vector<std::uint64_t>& weights : form.weights) alike = alike && weights[other] == weights[member];
    if (alike) return other;
  }
  return member;
}

template <class Sets>
Power power_by_counts(const QuotaForm& form, const Terms& terms, Sets sets) {
  std::vector<std::vector<BigInteger>> swings(form.members);
  BigInteger winning = 0;
  for (std::size_t member = 0; member < form.members; ++member) {
    if (const std::size_t alike = first_alike(form, member); alike < member) {
      swings[member] = swings[alike];
      continue;
    }
    const Counts counts = counts_of(member, form, terms, sets);
    swings[member].resize(form.members);
    for (std::size_t won = 0; won < form.members; ++won) swings[member][won] = counts.with[won] - counts.without[won];
    if (member != 0) continue;
    for (std::size_t won = 0; won < form.members; ++won) winning += counts.with[won] + counts.without[won];
  }
  return power_of(swings, winning);
}

bool counts_heads(const QuotaForm& form) {
  return std::any_of(form.ways.begin(), form.ways.end(), [](const QuotaForm::Way& way) { return way.heads > 0; });
}

// One kind of weight and no heads: all ways but the easiest follow from it, so that one is left.
Power power_by_weight(const QuotaForm& form, std::uint64_t bound) {
  const std::vector<std::uint64_t>& weights = form.weights.front();
  const WeightTable<4> sets(weights, bound);
  std::vector<BigInteger> swings;
  BigInteger winning = 0;
  for (std::size_t member = 0; member < form.members; ++member) {
    const BigInteger with = sets.without(weights[member], static_cast<std::int64_t>(bound)).value();
    const BigInteger without = sets.without(weights[member], static_cast<std::int64_t>(bound) - static_cast<std::int64_t>(weights[member])).value();
    swings.push_back(with - without);
    if (member == 0) winning = with + without;
  }
  return power_of(swings, winning);
}

}  // namespace

Result<Power> voting_power_by_enumeration(const Game& game) {
  if (game.members > kMostEnumerated) return fail(ErrorCode::too_large, "more than " + std::to_string(kMostEnumerated) + " members are too many to go through all coalitions");
  const QuotaForm form = quota_form(game);
  const std::size_t n = form.members, sets = std::size_t{1} << n;
  std::vector<bool> wins(sets);
  std::vector<std::uint64_t> sums(form.weights.size());
  std::size_t winning = 0;
  for (std::size_t set = 0; set < sets; ++set) {
    std::fill(sums.begin(), sums.end(), 0);
    for (std::size_t d = 0; d < sums.size(); ++d) {
      for (std::size_t i = 0; i < n; ++i) sums[d] += (set >> i & 1) * form.weights[d][i];
    }
    for (const QuotaForm::Way& way : form.ways) {
      bool all = static_cast<std::uint64_t>(std::popcount(set)) >= way.heads;
      for (std::size_t d = 0; d < sums.size(); ++d) all = all && sums[d] >= way.quotas[d];
      wins[set] = wins[set] || all;
    }
    winning += wins[set];
  }
  std::vector<std::vector<BigInteger>> swings(n, std::vector<BigInteger>(n));
  for (std::size_t set = 0; set < sets; ++set) {
    if (!wins[set]) continue;
    for (std::size_t i = 0; i < n; ++i) {
      if ((set >> i & 1) && !wins[set ^ (std::size_t{1} << i)]) ++swings[i][static_cast<std::size_t>(std::popcount(set)) - 1];
    }
  }
  return power_of(swings, winning);
}

Result<Power> voting_power(const Game& game) {
  if (game.members > kMostMembers) return fail(ErrorCode::too_large, "a body of more than " + std::to_string(kMostMembers) + " members");
  if (game.members == 0) return Power{};
  const QuotaForm form = quota_form(game);
  if (form.ways.size() > kMostWays) return fail(ErrorCode::too_large, "more than " + std::to_string(kMostWays) + " different ways to pass");
  const Terms terms = terms_of(form);
  std::vector<std::uint64_t> bounds(form.weights.size());
  std::uint64_t heads = form.members;  // the fewest that win
  for (const auto& [term, sign] : terms) {
    heads = std::min(heads, term.heads);
    for (std::size_t d = 0; d < bounds.size(); ++d) bounds[d] = std::max(bounds[d], term.bounds[d]);
  }
  const std::size_t most = std::min(form.members - 1, form.members - static_cast<std::size_t>(heads));  // that are not won beside a member
  if (coalition_table_cells(most, bounds) <= kMostCells) {
    if (form.members < 64) return power_by_counts(form, terms, CoalitionTable<1>(form, most, bounds));
    if (form.members < 128) return power_by_counts(form, terms, CoalitionTable<2>(form, most, bounds));
    if (form.members < 192) return power_by_counts(form, terms, CoalitionTable<3>(form, most, bounds));
    return power_by_counts(form, terms, CoalitionTable<4>(form, most, bounds));
  }
  const double in_halves = std::exp2(static_cast<double>(form.members) / 2) * static_cast<double>(form.members * form.members * terms.size());
  if (form.weights.size() == 1 && form.members <= CoalitionHalves::kMostMembers && in_halves <= kMostSteps) return power_by_counts(form, terms, CoalitionHalves(form));
  const double one_by_one = std::exp2(static_cast<double>(form.members)) * static_cast<double>(form.members * (form.weights.size() + form.ways.size() + 1));
  if (form.members <= kMostEnumerated && one_by_one <= kMostSteps) return voting_power_by_enumeration(game);
  if (form.weights.size() == 1 && !counts_heads(form) && static_cast<double>(bounds.front()) < kMostCells) return power_by_weight(form, bounds.front());
  return fail(ErrorCode::too_large, fmt::format("{} members with weights this large: an exact count would need {:.3g} sums; give the weights in larger units", form.members, coalition_table_cells(most, bounds)));
}

double to_double(const BigRational& value) { return value.convert_to<double>(); }

std::string to_string(const BigRational& value) {
  const BigInteger below = boost::multiprecision::denominator(value);
  return boost::multiprecision::numerator(value).str() + (below == 1 ? "" : "/" + below.str());
}

}  // namespace attache
