#include "voting/outlook.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "voting/quota_form.h"

namespace attache {
namespace {

// Open members alike in every weight.
struct Alike {
  std::vector<std::size_t> members;      // of the open game
  std::vector<std::uint64_t> weights;    // one a kind
};

std::vector<Alike> classes_of(const QuotaForm& form) {
  std::vector<Alike> classes;
  for (std::size_t i = 0; i < form.members; ++i) {
    std::vector<std::uint64_t> weights;
    for (const std::vector<std::uint64_t>& kind : form.weights) weights.push_back(kind[i]);
    const auto at = std::find_if(classes.begin(), classes.end(), [&](const Alike& c) { return c.weights == weights; });
    if (at != classes.end()) at->members.push_back(i);
    else classes.push_back({{i}, std::move(weights)});
  }
  // the heavy ones first: small sets are made of them
  std::stable_sort(classes.begin(), classes.end(), [](const Alike& a, const Alike& b) { return a.weights > b.weights; });
  return classes;
}

struct Sums {
  std::uint64_t heads = 0;
  std::vector<std::uint64_t> weights;
};

bool wins(const QuotaForm& form, const Sums& yes) {
  return std::any_of(form.ways.begin(), form.ways.end(), [&](const QuotaForm::Way& way) {
    if (yes.heads < way.heads) return false;
    for (std::size_t d = 0; d < way.quotas.size(); ++d) {
      if (yes.weights[d] < way.quotas[d]) return false;
    }
    return true;
  });
}

Sums everybody(const QuotaForm& form) {
  Sums all{form.members, {}};
  for (const std::vector<std::uint64_t>& kind : form.weights) all.weights.push_back(total_of(kind));
  return all;
}

void move(Sums& sums, const Alike& alike, std::size_t take, bool add) {
  const auto by = [&](std::uint64_t& sum, std::uint64_t each) { sum = add ? sum + each * take : sum - each * take; };
  by(sums.heads, 1);
  for (std::size_t d = 0; d < sums.weights.size(); ++d) by(sums.weights[d], alike.weights[d]);
}

boost::multiprecision::cpp_int choose(std::size_t n, std::size_t k) {
  boost::multiprecision::cpp_int out = 1;
  for (std::size_t i = 0; i < k; ++i) out = out * (n - i) / (i + 1);
  return out;
}

constexpr std::size_t kMostClasses = 300;  // members of different weights among whom sets are looked for

class SetSearch {
 public:
  // blocking: the set leaves those who agree; else it is all who agree.
  SetSearch(const QuotaForm& form, const std::vector<std::size_t>& members, const std::vector<Alike>& classes, bool blocking, const OutlookOptions& options)
      : form_(form), members_(members), classes_(classes), blocking_(blocking), options_(options), sums_(blocking ? everybody(form) : Sums{0, std::vector<std::uint64_t>(form.weights.size(), 0)}) {
    work_ = std::max<std::uint64_t>(1, form.ways.size() * (form.weights.size() + 1) / 2);
    if (classes.size() > kMostClasses) return;
    for (std::size_t c = 0; c < classes.size(); ++c) {
      heaviest_.push_back(heaviest_from(c));
      std::size_t members_behind = 0;
      for (std::size_t k = c; k < classes.size(); ++k) members_behind += classes[k].members.size();
      members_from_.push_back(members_behind);
    }
  }

  SmallestSets find() {
    std::vector<std::size_t> all;
    for (const Alike& c : classes_) all.push_back(c.members.size());
    if (does(all) && !does(std::vector<std::size_t>(classes_.size(), 0))) {
      out_.counted = classes_.size() <= kMostClasses;
      for (out_.size = 1; out_.size <= form_.members && out_.counted; ++out_.size) {
        take_.assign(classes_.size(), 0);
        extend(0, out_.size);
        if (!out_.sets.empty() || !out_.counted) break;
      }
      if (out_.sets.empty()) give_up();
    }
    return std::move(out_);
  }

 private:
  const QuotaForm& form_;
  const std::vector<std::size_t>& members_;
  const std::vector<Alike>& classes_;
  bool blocking_;
  const OutlookOptions& options_;
  Sums sums_;
  std::vector<std::size_t> take_;
  std::vector<std::size_t> members_from_;  // of a class and those behind it
  // [class][kind][k]: the k heaviest members of that class and those behind it, together
  std::vector<std::vector<std::vector<std::uint64_t>>> heaviest_;
  std::uint64_t work_ = 1, trials_ = 0;  // of one step: comparisons with quotas
  SmallestSets out_;

  std::vector<std::vector<std::uint64_t>> heaviest_from(std::size_t c) const {
    std::vector<std::vector<std::uint64_t>> sums;
    for (std::size_t d = 0; d < form_.weights.size(); ++d) {
      std::vector<std::uint64_t> weights;
      for (std::size_t k = c; k < classes_.size(); ++k) weights.insert(weights.end(), classes_[k].members.size(), classes_[k].weights[d]);
      std::sort(weights.begin(), weights.end(), std::greater<>());
      std::vector<std::uint64_t> sum{0};
      for (const std::uint64_t w : weights) sum.push_back(sum.back() + w);
      sums.push_back(std::move(sum));
    }
    return sums;
  }

  // Even if the heaviest of every kind at once could be taken.
  bool in_reach(std::size_t c, std::size_t left) const {
    if (members_from_[c] < left) return false;
    const auto best = [&](std::size_t d) {
      const std::uint64_t most = heaviest_[c][d][left], sum = sums_.weights[d];
      return blocking_ ? sum - std::min(most, sum) : sum + most;
    };
    const std::uint64_t heads = blocking_ ? sums_.heads - left : sums_.heads + left;
    const bool wins_then = std::any_of(form_.ways.begin(), form_.ways.end(), [&](const QuotaForm::Way& way) {
      if (heads < way.heads) return false;
      for (std::size_t d = 0; d < way.quotas.size(); ++d) {
        if (best(d) < way.quotas[d]) return false;
      }
      return true;
    });
    return wins_then != blocking_;
  }

  bool does() const { return wins(form_, sums_) != blocking_; }

  bool does(const std::vector<std::size_t>& take) {
    for (std::size_t c = 0; c < take.size(); ++c) move(sums_, classes_[c], take[c], !blocking_);
    const bool result = does();
    for (std::size_t c = 0; c < take.size(); ++c) move(sums_, classes_[c], take[c], blocking_);
    return result;
  }

  void keep(const std::vector<std::size_t>& take) {
    boost::multiprecision::cpp_int sets = 1;
    for (std::size_t c = 0; c < take.size(); ++c) {
      if (take[c] > 0 && take[c] < classes_[c].members.size()) sets *= choose(classes_[c].members.size(), take[c]);
    }
    out_.count += sets;
    if (out_.sets.size() >= options_.most_sets) return;
    std::vector<Choice> choices;
    for (std::size_t c = 0; c < take.size(); ++c) {
      if (take[c] == 0) continue;
      Choice choice{take[c], {}};
      for (const std::size_t member : classes_[c].members) choice.of.push_back(members_[member]);
      choices.push_back(std::move(choice));
    }
    out_.sets.push_back(std::move(choices));
  }

  void extend(std::size_t c, std::size_t left) {
    trials_ += work_;
    if (trials_ > options_.most_trials) out_.counted = false;
    if (!out_.counted) return;
    if (left == 0) {
      if (does()) keep(take_);
      return;
    }
    if (c == classes_.size() || !in_reach(c, left)) return;
    for (std::size_t take = std::min(left, classes_[c].members.size()) + 1; take-- > 0;) {
      take_[c] = take;
      move(sums_, classes_[c], take, !blocking_);
      extend(c + 1, left - take);
      move(sums_, classes_[c], take, blocking_);
    }
    take_[c] = 0;
  }

  // Heaviest first until it does, then whoever is not needed left out, lightest first.
  void give_up() {
    std::vector<std::size_t> take(classes_.size(), 0);
    for (std::size_t c = 0; c < classes_.size() && !does(take); ++c) {
      while (take[c] < classes_[c].members.size() && !does(take)) ++take[c];
    }
    for (std::size_t c = classes_.size(); c-- > 0;) {
      while (take[c] > 0) {
        --take[c];
        if (does(take)) continue;
        ++take[c];
        break;
      }
    }
    out_.proved = false;
    out_.size = std::accumulate(take.begin(), take.end(), std::size_t{0});
    keep(take);
    out_.count = 1;
  }
};

}  // namespace

Outlook outlook_of(const Game& game, std::span<const std::optional<Vote>> votes, const OutlookOptions& options) {
  const OpenGame open = open_game(game, votes);
  const QuotaForm form = quota_form(open.game);
  const std::vector<Alike> classes = classes_of(form);
  Outlook out;
  const Sums nobody{0, std::vector<std::uint64_t>(form.weights.size(), 0)}, all = everybody(form);
  out.if_all_agree = wins(form, all);
  out.if_all_refuse = wins(form, nobody);
  out.verdict = out.if_all_refuse ? Verdict::passes : out.if_all_agree ? Verdict::depends : Verdict::fails;
  if (out.verdict != Verdict::depends) return out;
  for (const Alike& alike : classes) {
    Sums without = all, with = nobody;
    move(without, alike, 1, false);
    move(with, alike, 1, true);
    for (const std::size_t member : alike.members) {
      if (!wins(form, without)) out.vetoes.push_back(open.members[member]);
      if (wins(form, with)) out.makers.push_back(open.members[member]);
    }
  }
  for (std::vector<std::size_t>* list : {&out.vetoes, &out.makers}) std::sort(list->begin(), list->end());
  out.blocking = SetSearch(form, open.members, classes, true, options).find();
  out.carrying = SetSearch(form, open.members, classes, false, options).find();
  return out;
}

std::string_view name_of(Verdict verdict) { return verdict == Verdict::passes ? "passes" : verdict == Verdict::fails ? "fails" : "depends"; }

}  // namespace attache
