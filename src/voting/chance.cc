#include <algorithm>
#include <bit>
#include <numeric>

#include "voting/coalition_table.h"
#include "voting/outlook.h"
#include "voting/quota_form.h"

namespace attache {
namespace {

constexpr std::size_t kMostEnumerated = 20;
constexpr double kMostCells = 4e6;  // of probabilities, 32 MiB

bool wins(const QuotaForm& form, std::uint64_t heads, const std::vector<std::uint64_t>& weights) {
  return std::any_of(form.ways.begin(), form.ways.end(), [&](const QuotaForm::Way& way) {
    bool all = heads >= way.heads;
    for (std::size_t d = 0; d < weights.size(); ++d) all = all && weights[d] >= way.quotas[d];
    return all;
  });
}

double chance_by_enumeration(const QuotaForm& form, const std::vector<double>& yes) {
  double sum = 0;
  std::vector<std::uint64_t> weights(form.weights.size());
  for (std::size_t set = 0; set < std::size_t{1} << form.members; ++set) {
    std::fill(weights.begin(), weights.end(), 0);
    double chance = 1;
    for (std::size_t i = 0; i < form.members; ++i) {
      const bool in = set >> i & 1;
      chance *= in ? yes[i] : 1 - yes[i];
      for (std::size_t d = 0; d < weights.size(); ++d) weights[d] += in ? form.weights[d][i] : 0;
    }
    if (wins(form, static_cast<std::uint64_t>(std::popcount(set)), weights)) sum += chance;
  }
  return sum;
}

// The chance of each number of heads with each sum of weights; members are added one after the other.
double chance_by_table(const QuotaForm& form, const std::vector<double>& yes, const std::vector<std::uint64_t>& totals) {
  std::vector<std::size_t> strides;
  std::size_t plane = 1;
  for (const std::uint64_t total : totals) {
    strides.push_back(plane);
    plane *= static_cast<std::size_t>(total) + 1;
  }
  std::vector<double> cells((form.members + 1) * plane);
  cells[0] = 1;
  std::size_t most = 0;  // the highest cell that is not 0
  for (std::size_t i = 0; i < form.members; ++i) {
    std::size_t shift = plane;
    for (std::size_t d = 0; d < strides.size(); ++d) shift += strides[d] * static_cast<std::size_t>(form.weights[d][i]);
    for (std::size_t k = most + 1; k-- > 0;) {
      if (cells[k] == 0) continue;
      cells[k + shift] += cells[k] * yes[i];
      cells[k] *= 1 - yes[i];
    }
    most += shift;
  }
  double sum = 0;
  std::vector<std::uint64_t> weights(totals.size());
  for (std::size_t k = 0; k <= most; ++k) {
    if (cells[k] == 0) continue;
    for (std::size_t d = 0; d < totals.size(); ++d) weights[d] = k / strides[d] % (static_cast<std::size_t>(totals[d]) + 1);
    if (wins(form, k / plane, weights)) sum += cells[k];
  }
  return sum;
}

// One kind of weight, however large: the sets of one half of the members against those of the other, these sorted by weight.
class ChanceHalves {
 public:
  static constexpr std::size_t kMostMembers = 40;  // 2^20 sets a half

  ChanceHalves(const QuotaForm& form, const std::vector<double>& yes) : form_(form), halves_{sets_of(form, yes, 0, form.members / 2), sets_of(form, yes, form.members / 2, form.members)} {
    for (Half& of_size : halves_[1]) {
      std::sort(of_size.begin(), of_size.end(), [](const Set& a, const Set& b) { return a.weight > b.weight; });
      for (std::size_t k = 1; k < of_size.size(); ++k) of_size[k].chance += of_size[k - 1].chance;  // of all that weigh as much or more
    }
  }

  [[nodiscard]] double of_winning() const {
    double sum = 0;
    for (std::size_t first = 0; first < halves_[0].size(); ++first) {
      for (std::size_t second = 0; second < halves_[1].size(); ++second) {
        const std::optional<std::uint64_t> quota = quota_of(first + second);
        if (!quota) continue;
        for (const Set& set : halves_[0][first]) sum += set.chance * at_least(halves_[1][second], *quota > set.weight ? *quota - set.weight : 0);
      }
    }
    return sum;
  }

 private:
  struct Set {
    std::uint64_t weight = 0;
    double chance = 1;
  };
  using Half = std::vector<Set>;
  const QuotaForm& form_;
  std::vector<Half> halves_[2];  // by size

  static std::vector<Half> sets_of(const QuotaForm& form, const std::vector<double>& yes, std::size_t begin, std::size_t end) {
    std::vector<Half> by_size(end - begin + 1);
    for (std::size_t set = 0; set < std::size_t{1} << (end - begin); ++set) {
      Set out;
      for (std::size_t i = begin; i < end; ++i) {
        const bool in = set >> (i - begin) & 1;
        out.weight += in ? form.weights[0][i] : 0;
        out.chance *= in ? yes[i] : 1 - yes[i];
      }
      by_size[static_cast<std::size_t>(std::popcount(set))].push_back(out);
    }
    return by_size;
  }

  // The least weight that wins with so many heads; nullopt = none does.
  [[nodiscard]] std::optional<std::uint64_t> quota_of(std::uint64_t heads) const {
    std::optional<std::uint64_t> least;
    for (const QuotaForm::Way& way : form_.ways) {
      if (heads >= way.heads) least = std::min(least.value_or(way.quotas[0]), way.quotas[0]);
    }
    return least;
  }

  static double at_least(const Half& sorted, std::uint64_t weight) {
    const auto end = std::partition_point(sorted.begin(), sorted.end(), [&](const Set& s) { return s.weight >= weight; });
    return end == sorted.begin() ? 0 : (end - 1)->chance;
  }
};

}  // namespace

Result<double> chance_of(const Game& game, std::span<const std::optional<Vote>> votes, std::span<const double> priors) {
  const OpenGame open = open_game(game, votes);
  const QuotaForm form = quota_form(open.game);
  std::vector<double> yes;
  for (const std::size_t member : open.members) yes.push_back(priors[member]);
  std::vector<std::uint64_t> totals;
  for (const std::vector<std::uint64_t>& kind : form.weights) totals.push_back(total_of(kind));
  if (coalition_table_cells(form.members, totals) <= kMostCells) return chance_by_table(form, yes, totals);
  if (form.weights.size() == 1 && form.members <= ChanceHalves::kMostMembers) return ChanceHalves(form, yes).of_winning();
  if (form.members <= kMostEnumerated) return chance_by_enumeration(form, yes);
  return fail(ErrorCode::too_large, std::to_string(form.members) + " open members with weights this large; give the weights in larger units");
}

}  // namespace attache
