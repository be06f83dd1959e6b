#include "training/linear_chain.h"

#include <algorithm>
#include <cmath>

#include "training/random.h"

namespace attache {
namespace {

constexpr double kNever = -1e9;

double log_sum(const double* values, std::size_t n) {
  const double most = *std::max_element(values, values + n);
  double sum = 0;
  for (std::size_t k = 0; k < n; ++k) sum += std::exp(values[k] - most);
  return most + std::log(sum);
}

class Trainer {
 public:
  Trainer(std::vector<std::string> labels, const LinearChainOptions& o) : o_(o), n_(labels.size()), labels_(std::move(labels)), weights_((std::size_t{1} << o.bits) * n_), squares_(weights_.size(), o.start), step_(n_ * n_), step_squares_(n_ * n_, o.start), allowed_(n_ * n_) {
    for (std::size_t to = 0; to < n_; ++to) {
      first_.push_back(may_begin(labels_[to]) ? 0 : kNever);
    }
    for (std::size_t from = 0; from < n_; ++from) {
      for (std::size_t to = 0; to < n_; ++to) allowed_[from * n_ + to] = may_follow(labels_[to], labels_[from]);
    }
  }

  double learn(const LabelledSequence& s) {
    const std::size_t tokens = s.labels.size();
    if (tokens == 0) return 0;
    scores_.assign(tokens * n_, 0);
    for (std::size_t t = 0; t < tokens; ++t) {
      for (const std::uint32_t f : s.rows.of(t)) {
        const float* w = weights_.data() + row(f);
        for (std::size_t k = 0; k < n_; ++k) scores_[t * n_ + k] += static_cast<double>(w[k]);
      }
    }
    forward_.assign(tokens * n_, 0);
    backward_.assign(tokens * n_, 0);
    std::vector<double> sums(n_);
    for (std::size_t k = 0; k < n_; ++k) forward_[k] = scores_[k] + first_[k];
    for (std::size_t t = 1; t < tokens; ++t) {
      for (std::size_t to = 0; to < n_; ++to) {
        for (std::size_t k = 0; k < n_; ++k) sums[k] = forward_[(t - 1) * n_ + k] + step(k, to);
        forward_[t * n_ + to] = log_sum(sums.data(), n_) + scores_[t * n_ + to];
      }
    }
    for (std::size_t t = tokens - 1; t-- > 0;) {
      for (std::size_t k = 0; k < n_; ++k) {
        for (std::size_t to = 0; to < n_; ++to) sums[to] = step(k, to) + scores_[(t + 1) * n_ + to] + backward_[(t + 1) * n_ + to];
        backward_[t * n_ + k] = log_sum(sums.data(), n_);
      }
    }
    const double all = log_sum(forward_.data() + (tokens - 1) * n_, n_);
    double loss = all;
    gradient_.assign(n_, 0);
    step_gradient_.assign(n_ * n_, 0);
    for (std::size_t t = 0; t < tokens; ++t) {
      const std::size_t gold = s.labels[t];
      loss -= scores_[t * n_ + gold];
      for (std::size_t k = 0; k < n_; ++k) gradient_[k] = static_cast<float>(std::exp(forward_[t * n_ + k] + backward_[t * n_ + k] - all) - (k == gold ? 1.0 : 0.0));
      if (t > 0) {
        const std::size_t before = s.labels[t - 1];
        loss -= step(before, gold);
        for (std::size_t from = 0; from < n_; ++from) {
          for (std::size_t to = 0; to < n_; ++to) {
            if (!allowed(from, to)) continue;
            step_gradient_[from * n_ + to] += static_cast<float>(std::exp(forward_[(t - 1) * n_ + from] + step(from, to) + scores_[t * n_ + to] + backward_[t * n_ + to] - all));
          }
        }
        step_gradient_[before * n_ + gold] -= 1;
      }
      for (const std::uint32_t f : s.rows.of(t)) {
        const std::size_t at = row(f);
        for (std::size_t k = 0; k < n_; ++k) move(weights_[at + k], squares_[at + k], gradient_[k]);
      }
    }
    for (std::size_t i = 0; i < step_.size(); ++i) move(step_[i], step_squares_[i], step_gradient_[i]);
    return loss;
  }

  LinearChain model() const {
    LinearChain m;
    m.labels = labels_;
    m.bits = o_.bits;
    m.transitions = step_;
    float most = 0;
    for (const float w : weights_) most = std::max(most, std::fabs(w));
    m.scale = most / 127.0f;
    m.weights.assign((std::size_t{1} << m.bits) * m.stride(), 0);
    for (std::size_t i = 0; i < weights_.size() && most > 0; ++i) m.weights[i / n_ * m.stride() + i % n_] = static_cast<std::int8_t>(std::lround(weights_[i] / m.scale));
    return m;
  }

 private:
  const LinearChainOptions o_;
  const std::size_t n_;
  const std::vector<std::string> labels_;
  std::vector<float> weights_, squares_, step_, step_squares_;
  std::vector<double> first_;
  std::vector<bool> allowed_;  // from x to
  std::vector<double> scores_, forward_, backward_;
  std::vector<float> gradient_, step_gradient_;

  [[nodiscard]] std::size_t row(std::uint32_t feature) const { return static_cast<std::size_t>(feature >> (32 - o_.bits)) * n_; }
  [[nodiscard]] bool allowed(std::size_t from, std::size_t to) const { return allowed_[from * n_ + to]; }
  [[nodiscard]] double step(std::size_t from, std::size_t to) const { return allowed(from, to) ? static_cast<double>(step_[from * n_ + to]) : kNever; }

  void move(float& weight, float& squares, float gradient) const {
    if (gradient == 0) return;
    const float g = gradient + o_.decay * weight;
    squares += g * g;
    weight -= o_.rate * g / (std::sqrt(squares) + 1e-6f);
  }
};

}  // namespace

LinearChain train_linear_chain(std::vector<const LabelledSequence*> sequences, std::vector<std::string> labels, const LinearChainOptions& options, const std::function<void(int epoch, double loss)>& each) {
  Trainer trainer(std::move(labels), options);
  Random random(options.seed);
  std::size_t tokens = 0;
  for (const LabelledSequence* s : sequences) tokens += s->labels.size();
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    random.shuffle(sequences);
    double loss = 0;
    for (const LabelledSequence* s : sequences) loss += trainer.learn(*s);
    if (each) each(epoch, loss / static_cast<double>(std::max<std::size_t>(tokens, 1)));
  }
  return trainer.model();
}

}  // namespace attache
