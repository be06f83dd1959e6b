#include "boosting/boosted_trees.h"

#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "base/strings.h"

namespace attache {
namespace {

template <class T>
bool read_number(std::string_view text, T& out) {
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (code != std::errc() || end != text.data() + text.size()) return false;
  if constexpr (std::is_floating_point_v<T>) return std::isfinite(out);
  return true;
}

// Reads one line after another; the first fault stays.
class Reader {
 public:
  Reader(std::string_view text, std::span<const std::string_view> signals, const std::string& source, const BoostedTreesLimits& limits)
      : signals_(signals), source_(source), limits_(limits), lines_(split(text, '\n')) {}

  Result<BoostedTrees> run() {
    if (!next() || fields_[0] != "signals") return refused("no signals");
    if (fields_.size() != signals_.size() + 1) return refused(fmt::format("{} signals where {} are computed", fields_.size() - 1, signals_.size()));
    for (std::size_t i = 0; i < signals_.size(); ++i) {
      if (fields_[i + 1] != signals_[i]) return refused("unknown signal: " + std::string(fields_[i + 1]));
      model_.signals.emplace_back(signals_[i]);
    }
    if (!next() || fields_[0] != "bias" || fields_.size() != 2 || !read_number(fields_[1], model_.bias)) return refused("no bias");
    while (next()) {
      std::size_t nodes = 0;
      if (fields_[0] != "tree" || fields_.size() != 2 || !read_number(fields_[1], nodes)) return refused("no tree");
      if (nodes == 0 || nodes > limits_.nodes) return refused(fmt::format("a tree of {} nodes", nodes));
      if (model_.trees.size() == limits_.trees) return refused("too many trees");
      RegressionTree& tree = model_.trees.emplace_back(nodes);
      for (std::size_t n = 0; n < nodes; ++n) {
        if (!next() || !read_node(tree, n)) return refused("no node of a tree");
      }
    }
    return std::move(model_);
  }

 private:
  std::span<const std::string_view> signals_;
  const std::string& source_;
  const BoostedTreesLimits& limits_;
  std::vector<std::string_view> lines_;
  std::vector<std::string_view> fields_;
  std::size_t line_ = 0;
  BoostedTrees model_;

  bool next() {
    while (line_ < lines_.size()) {
      const std::string_view line = lines_[line_++];
      if (line.empty() || line.front() == '#') continue;
      fields_ = split(line, '\t');
      return true;
    }
    return false;
  }

  bool read_node(RegressionTree& tree, std::size_t at) const {
    TreeNode& node = tree[at];
    if (fields_[0] == "leaf") return fields_.size() == 2 && read_number(fields_[1], node.value);
    if (fields_[0] != "split" || fields_.size() != 5) return false;
    if (!read_number(fields_[1], node.signal) || !read_number(fields_[2], node.below) || !read_number(fields_[3], node.left) || !read_number(fields_[4], node.right)) return false;
    if (node.signal < 0 || static_cast<std::size_t>(node.signal) >= signals_.size()) return false;
    return node.left > at && node.right > at && node.left < tree.size() && node.right < tree.size();  // so that every walk ends
  }

  Result<BoostedTrees> refused(std::string why) const { return tl::unexpected<Error>(Error{ErrorCode::unsupported, std::move(why), source_, line_}); }
};

}  // namespace

double probability(const BoostedTrees& model, std::span<const float> row) {
  double sum = model.bias;
  for (const RegressionTree& tree : model.trees) {
    const TreeNode* node = tree.data();
    while (node->signal >= 0) node = &tree[row[static_cast<std::size_t>(node->signal)] < node->below ? node->left : node->right];
    sum += node->value;
  }
  return 1 / (1 + std::exp(-sum));
}

std::string serialise(const BoostedTrees& model) {
  std::string out = "signals";
  for (const std::string& signal : model.signals) out += "\t" + signal;
  out += fmt::format("\nbias\t{}\n", model.bias);
  for (const RegressionTree& tree : model.trees) {
    out += fmt::format("tree\t{}\n", tree.size());
    for (const TreeNode& node : tree) {
      out += node.signal < 0 ? fmt::format("leaf\t{}\n", node.value) : fmt::format("split\t{}\t{}\t{}\t{}\n", node.signal, node.below, node.left, node.right);
    }
  }
  return out;
}

Result<BoostedTrees> parse_boosted_trees(std::string_view text, std::span<const std::string_view> signals, const std::string& source, const BoostedTreesLimits& limits) {
  return Reader(text, signals, source, limits).run();
}

}  // namespace attache
