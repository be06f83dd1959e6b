#include "voting/quota_form.h"

#include <algorithm>
#include <numeric>

namespace attache {
namespace {

bool is_heads(const std::vector<std::uint64_t>& weights) {
  return std::all_of(weights.begin(), weights.end(), [](std::uint64_t w) { return w == 1; });
}

// Every coalition that goes one way goes the other.
bool follows(const QuotaForm::Way& from, const QuotaForm::Way& way) {
  if (from.heads < way.heads) return false;
  for (std::size_t d = 0; d < way.quotas.size(); ++d) {
    if (from.quotas[d] < way.quotas[d]) return false;
  }
  return true;
}

std::size_t kind_of(QuotaForm& form, std::vector<std::uint64_t> weights) {
  const auto at = std::find(form.weights.begin(), form.weights.end(), weights);
  if (at != form.weights.end()) return static_cast<std::size_t>(at - form.weights.begin());
  form.weights.push_back(std::move(weights));
  return form.weights.size() - 1;
}

}  // namespace

std::uint64_t total_of(const std::vector<std::uint64_t>& weights) { return std::accumulate(weights.begin(), weights.end(), std::uint64_t{0}); }

QuotaForm quota_form(const Game& game) {
  QuotaForm form;
  form.members = game.members;
  const std::vector<std::optional<Vote>> nobody(game.members);
  for (const Way& needs : open_game(game, nobody).game.ways) {
    QuotaForm::Way way;
    bool in_reach = true;
    for (const Need& need : needs) {
      in_reach = in_reach && need.quota <= total_of(need.weights);
      if (need.quota == 0 || !in_reach) continue;
      std::uint64_t common = 0;
      for (const std::uint64_t w : need.weights) common = std::gcd(common, w);
      std::vector<std::uint64_t> weights = need.weights;
      for (std::uint64_t& w : weights) w /= common;
      const std::uint64_t quota = (need.quota + common - 1) / common;
      if (is_heads(weights)) {
        way.heads = std::max(way.heads, quota);
        continue;
      }
      const std::size_t kind = kind_of(form, std::move(weights));
      if (way.quotas.size() <= kind) way.quotas.resize(kind + 1);
      way.quotas[kind] = std::max(way.quotas[kind], quota);
    }
    if (in_reach) form.ways.push_back(std::move(way));
  }
  for (QuotaForm::Way& way : form.ways) way.quotas.resize(form.weights.size());
  std::sort(form.ways.begin(), form.ways.end());
  form.ways.erase(std::unique(form.ways.begin(), form.ways.end()), form.ways.end());
  std::erase_if(form.ways, [ways = form.ways](const QuotaForm::Way& way) {
    return std::any_of(ways.begin(), ways.end(), [&](const QuotaForm::Way& other) { return other != way && follows(way, other); });
  });
  // kinds of weight that no way asks for any more
  for (std::size_t d = form.weights.size(); d-- > 0;) {
    if (std::any_of(form.ways.begin(), form.ways.end(), [&](const QuotaForm::Way& way) { return way.quotas[d] != 0; })) continue;
    form.weights.erase(form.weights.begin() + static_cast<std::ptrdiff_t>(d));
    for (QuotaForm::Way& way : form.ways) way.quotas.erase(way.quotas.begin() + static_cast<std::ptrdiff_t>(d));
  }
  return form;
}

}  // namespace attache
