#include "training/boosting.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

namespace attache {
namespace {

constexpr std::size_t kBins = 255;

// Cuts of one signal: a value belongs to the bin of the number of cuts that are not above it.
std::vector<float> cuts_of(std::vector<float> values) {
  std::sort(values.begin(), values.end());
  std::vector<float> distinct = values;
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  std::vector<float> cuts;
  if (distinct.size() <= kBins) {
    for (std::size_t i = 1; i < distinct.size(); ++i) {
      const float middle = distinct[i - 1] + (distinct[i] - distinct[i - 1]) / 2;
      cuts.push_back(middle > distinct[i - 1] ? middle : distinct[i]);  // between neighbouring floats there is none
    }
  } else {
    for (std::size_t b = 1; b < kBins; ++b) cuts.push_back(values[b * values.size() / kBins]);
  }
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

struct Sums {
  double gradient = 0, hessian = 0;
  std::size_t rows = 0;
  void add(const Sums& o) {
    gradient += o.gradient;
    hessian += o.hessian;
    rows += o.rows;
  }
};

struct Split {
  double gain = 0;
  std::size_t signal = 0, bin = 0;  // bins below go left
};

struct Leaf {
  std::size_t node = 0;
  std::vector<std::uint32_t> rows;
  Sums sums;
  Split best;
};

class Trainer {
 public:
  Trainer(const TrainingRows& rows, const BoostingOptions& options) : rows_(rows), options_(options), width_(rows.signals.size()), score_(rows.size()), gradient_(rows.size()), hessian_(rows.size()) {
    cuts_.resize(width_);
    bins_.resize(width_);
    for (std::size_t s = 0; s < width_; ++s) {
      std::vector<float> column(rows.size());
      for (std::size_t r = 0; r < rows.size(); ++r) column[r] = rows.values[r * width_ + s];
      cuts_[s] = cuts_of(column);
      bins_[s].resize(rows.size());
      for (std::size_t r = 0; r < rows.size(); ++r) bins_[s][r] = static_cast<std::uint8_t>(std::upper_bound(cuts_[s].begin(), cuts_[s].end(), column[r]) - cuts_[s].begin());
    }
  }

  BoostedTrees run() {
    BoostedTrees model;
    model.signals = rows_.signals;
    double all = 0, positive = 0;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      all += static_cast<double>(rows_.weights[r]);
      if (rows_.positive[r]) positive += static_cast<double>(rows_.weights[r]);
    }
    if (positive <= 0 || positive >= all) return model;  // nothing to tell apart
    model.bias = static_cast<float>(std::log(positive / (all - positive)));
    std::fill(score_.begin(), score_.end(), static_cast<double>(model.bias));
    // weights of mean 1, so that the penalty means the same for every set
    scale_ = static_cast<double>(rows_.size()) / all;
    for (int t = 0; t < options_.trees; ++t) {
      for (std::size_t r = 0; r < rows_.size(); ++r) {
        const double p = 1 / (1 + std::exp(-score_[r])), w = static_cast<double>(rows_.weights[r]) * scale_;
        gradient_[r] = w * (p - rows_.positive[r]);
        hessian_[r] = w * p * (1 - p);
      }
      RegressionTree tree = grow();
      if (tree.size() == 1) break;
      model.trees.push_back(std::move(tree));
    }
    return model;
  }

 private:
  const TrainingRows& rows_;
  const BoostingOptions& options_;
  std::size_t width_;
  std::vector<std::vector<float>> cuts_;
  std::vector<std::vector<std::uint8_t>> bins_;  // signal, row
  std::vector<double> score_, gradient_, hessian_;
  double scale_ = 1;

  double quality(const Sums& s) const { return s.gradient * s.gradient / (s.hessian + options_.penalty); }

  Sums sum(const std::vector<std::uint32_t>& rows) const {
    Sums out;
    for (std::uint32_t r : rows) out.add({gradient_[r], hessian_[r], 1});
    return out;
  }

  Split find_split(const Leaf& leaf) const {
    Split best;
    std::vector<Sums> histogram;
    for (std::size_t s = 0; s < width_; ++s) {
      histogram.assign(cuts_[s].size() + 1, {});
      for (std::uint32_t r : leaf.rows) histogram[bins_[s][r]].add({gradient_[r], hessian_[r], 1});
      Sums left;
      for (std::size_t b = 0; b < cuts_[s].size(); ++b) {
        left.add(histogram[b]);
        const Sums right{leaf.sums.gradient - left.gradient, leaf.sums.hessian - left.hessian, leaf.sums.rows - left.rows};
        if (left.rows < options_.least_rows || right.rows < options_.least_rows) continue;
        const double gain = quality(left) + quality(right) - quality(leaf.sums);
        if (gain > best.gain + 1e-9) best = {gain, s, b + 1};
      }
    }
    return best;
  }

  RegressionTree grow() {
    RegressionTree tree(1);
    std::vector<Leaf> leaves(1);
    leaves[0].rows.resize(rows_.size());
    std::iota(leaves[0].rows.begin(), leaves[0].rows.end(), 0u);
    leaves[0].sums = sum(leaves[0].rows);
    leaves[0].best = find_split(leaves[0]);
    while (leaves.size() < static_cast<std::size_t>(options_.leaves)) {
      std::size_t at = 0;
      for (std::size_t l = 1; l < leaves.size(); ++l) {
        if (leaves[l].best.gain > leaves[at].best.gain) at = l;
      }
      const Split split = leaves[at].best;
      if (split.gain <= 0) break;
      Leaf left, right;
      for (std::uint32_t r : leaves[at].rows) (bins_[split.signal][r] < split.bin ? left : right).rows.push_back(r);
      left.node = tree.size();
      right.node = tree.size() + 1;
      TreeNode& node = tree[leaves[at].node];
      node.signal = static_cast<std::int32_t>(split.signal);
      node.below = cuts_[split.signal][split.bin - 1];
      node.left = static_cast<std::uint32_t>(left.node);
      node.right = static_cast<std::uint32_t>(right.node);
      tree.resize(tree.size() + 2);
      for (Leaf* leaf : {&left, &right}) {
        leaf->sums = sum(leaf->rows);
        leaf->best = find_split(*leaf);
      }
      leaves[at] = std::move(left);
      leaves.push_back(std::move(right));
    }
    for (const Leaf& leaf : leaves) {
      const double value = -options_.rate * leaf.sums.gradient / (leaf.sums.hessian + options_.penalty);
      tree[leaf.node].value = static_cast<float>(value);
      for (std::uint32_t r : leaf.rows) score_[r] += static_cast<double>(tree[leaf.node].value);
    }
    return tree;
  }
};

}  // namespace

BoostedTrees train_boosted_trees(const TrainingRows& rows, const BoostingOptions& options) { return Trainer(rows, options).run(); }

std::string to_table(const TrainingRows& rows) {
  std::string out = "weight\tpositive";
  for (const std::string& signal : rows.signals) out += "\t" + signal;
  out += "\n";
  for (std::size_t r = 0; r < rows.size(); ++r) {
    out += fmt::format("{}\t{}", rows.weights[r], rows.positive[r]);
    for (std::size_t s = 0; s < rows.signals.size(); ++s) out += fmt::format("\t{}", rows.values[r * rows.signals.size() + s]);
    out += "\n";
  }
  return out;
}

}  // namespace attache
