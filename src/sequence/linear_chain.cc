#include "sequence/linear_chain.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "nn/activation.h"

namespace attache {
namespace {

constexpr float kNever = -1e9f;
constexpr std::size_t kMostLabels = 64, kMostBits = 24, kLongestLabel = 64;

// Transitions with what may not follow shut off, and the same for the first token.
struct Moves {
  std::vector<float> step;   // from x to
  std::vector<float> first;  // to

  explicit Moves(const LinearChain& m) : step(m.transitions), first(m.labels.size(), 0.0f) {
    const std::size_t n = m.labels.size();
    for (std::size_t to = 0; to < n; ++to) {
      if (!may_begin(m.labels[to])) first[to] = kNever;
      for (std::size_t from = 0; from < n; ++from) {
        if (!may_follow(m.labels[to], m.labels[from])) step[from * n + to] = kNever;
      }
    }
  }
};

// Eight labels at once.
using Bytes = std::int8_t __attribute__((vector_size(8)));
using Sums = std::int16_t __attribute__((vector_size(16)));
constexpr std::size_t kSafe = 256;  // so many weights of at most 127 never overflow

void put(std::string& out, const void* from, std::size_t bytes) { out.append(static_cast<const char*>(from), bytes); }

bool take(std::string_view& bytes, void* to, std::size_t count) {
  if (bytes.size() < count) return false;
  std::memcpy(to, bytes.data(), count);
  bytes.remove_prefix(count);
  return true;
}

}  // namespace

bool may_begin(std::string_view label) { return !label.starts_with("I-"); }

bool may_follow(std::string_view label, std::string_view before) { return may_begin(label) || (before.size() > 2 && before.substr(1) == label.substr(1)); }

std::vector<float> label_scores(const LinearChain& model, const FeatureRows& rows) {
  const std::size_t n = model.labels.size(), stride = model.stride();
  std::vector<float> out(rows.tokens() * n);
  for (std::size_t part = 0; part < stride; part += 8) {
    const std::size_t labels = std::min<std::size_t>(8, n - part);
    for (std::size_t t = 0; t < rows.tokens(); ++t) {
      const std::span<const std::uint32_t> features = rows.of(t);
      for (std::size_t begin = 0; begin < features.size(); begin += kSafe) {
        Sums sum = {};
        for (const std::uint32_t feature : features.subspan(begin, std::min(kSafe, features.size() - begin))) {
          Bytes w;
          std::memcpy(&w, model.weights.data() + model.row_of(feature) * stride + part, sizeof w);
          sum += __builtin_convertvector(w, Sums);
        }
        for (std::size_t k = 0; k < labels; ++k) out[t * n + part + k] += static_cast<float>(sum[k]) * model.scale;
      }
    }
  }
  return out;
}

std::vector<std::uint8_t> best_labels(const LinearChain& model, std::span<const float> scores) {
  const std::size_t n = model.labels.size(), tokens = scores.size() / n;
  if (tokens == 0) return {};
  const Moves moves(model);
  std::vector<float> best(n), next(n);
  std::vector<std::uint8_t> from(tokens * n, 0), out(tokens);
  for (std::size_t k = 0; k < n; ++k) best[k] = scores[k] + moves.first[k];
  for (std::size_t t = 1; t < tokens; ++t) {
    for (std::size_t to = 0; to < n; ++to) {
      std::size_t via = 0;
      float most = best[0] + moves.step[to];
      for (std::size_t k = 1; k < n; ++k) {
        const float s = best[k] + moves.step[k * n + to];
        if (s > most) {
          most = s;
          via = k;
        }
      }
      next[to] = most + scores[t * n + to];
      from[t * n + to] = static_cast<std::uint8_t>(via);
    }
    best.swap(next);
  }
  std::size_t at = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t t = tokens; t-- > 0;) {
    out[t] = static_cast<std::uint8_t>(at);
    at = from[t * n + at];
  }
  return out;
}

// Sums are kept as shares of each token's total, so that nothing over- or underflows (Rabiner 1989).
std::vector<float> label_probabilities(const LinearChain& model, std::span<const float> scores) {
  const std::size_t n = model.labels.size(), tokens = scores.size() / n;
  std::vector<float> out(scores.size(), 0.0f);
  if (tokens == 0) return out;
  const Moves moves(model);
  std::vector<float> step(n * n);
  for (std::size_t i = 0; i < step.size(); ++i) step[i] = moves.step[i] <= kNever ? 0.0f : exp_of(moves.step[i]);
  std::vector<float> emission(scores.size()), forward(scores.size());
  for (std::size_t t = 0; t < tokens; ++t) {
    const float most = *std::max_element(scores.begin() + static_cast<std::ptrdiff_t>(t * n), scores.begin() + static_cast<std::ptrdiff_t>((t + 1) * n));
    for (std::size_t k = 0; k < n; ++k) emission[t * n + k] = exp_of(scores[t * n + k] - most);
  }
  const auto normalise = [n](float* row) {
    float total = 0;
    for (std::size_t k = 0; k < n; ++k) total += row[k];
    for (std::size_t k = 0; k < n; ++k) row[k] = total > 0 ? row[k] / total : 1.0f / static_cast<float>(n);
  };
  for (std::size_t k = 0; k < n; ++k) forward[k] = moves.first[k] <= kNever ? 0.0f : emission[k];
  normalise(forward.data());
  for (std::size_t t = 1; t < tokens; ++t) {
    for (std::size_t to = 0; to < n; ++to) {
      float sum = 0;
      for (std::size_t k = 0; k < n; ++k) sum += forward[(t - 1) * n + k] * step[k * n + to];
      forward[t * n + to] = sum * emission[t * n + to];
    }
    normalise(forward.data() + t * n);
  }
  std::vector<float> backward(n, 1.0f), before(n);
  for (std::size_t t = tokens; t-- > 0;) {
    for (std::size_t k = 0; k < n; ++k) out[t * n + k] = forward[t * n + k] * backward[k];
    normalise(out.data() + t * n);
    for (std::size_t k = 0; k < n; ++k) {
      float sum = 0;
      for (std::size_t to = 0; to < n; ++to) sum += step[k * n + to] * emission[t * n + to] * backward[to];
      before[k] = sum;
    }
    backward.swap(before);
    normalise(backward.data());
  }
  return out;
}

void append(std::string& out, const LinearChain& model) {
  const auto number = [&](std::uint32_t value) { put(out, &value, 4); };
  number(static_cast<std::uint32_t>(model.labels.size()));
  for (const std::string& label : model.labels) {
    number(static_cast<std::uint32_t>(label.size()));
    out += label;
  }
  number(model.bits);
  put(out, &model.scale, 4);
  put(out, model.transitions.data(), model.transitions.size() * 4);
  for (std::size_t row = 0; row < std::size_t{1} << model.bits; ++row) put(out, model.weights.data() + row * model.stride(), model.labels.size());
}

Result<LinearChain> take_linear_chain(std::string_view& bytes, const std::string& source) {
  const auto wrong = [&](std::string what) { return tl::unexpected<Error>(Error{ErrorCode::unsupported, std::move(what), source}); };
  LinearChain m;
  std::uint32_t count = 0;
  if (!take(bytes, &count, 4) || count == 0 || count > kMostLabels) return wrong("not between 1 and 64 labels");
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint32_t size = 0;
    if (!take(bytes, &size, 4) || size > kLongestLabel || bytes.size() < size) return wrong("a label is cut short or too long");
    m.labels.emplace_back(bytes.substr(0, size));
    bytes.remove_prefix(size);
  }
  if (!take(bytes, &m.bits, 4) || m.bits == 0 || m.bits > kMostBits) return wrong("not between 1 and 24 bits of rows");
  if (!take(bytes, &m.scale, 4) || !std::isfinite(m.scale) || std::fabs(m.scale) > 1e3f) return wrong("the scale is no number of use");
  m.transitions.resize(static_cast<std::size_t>(count) * count);
  if (!take(bytes, m.transitions.data(), m.transitions.size() * 4)) return wrong("the transitions are cut short");
  if (!std::all_of(m.transitions.begin(), m.transitions.end(), [](float v) { return std::isfinite(v) && std::fabs(v) < 1e3f; })) return wrong("a transition is no number of use");
  const std::size_t weights = (std::size_t{1} << m.bits) * count;
  if (bytes.size() < weights) return wrong("the weights are cut short");
  m.weights.assign((std::size_t{1} << m.bits) * m.stride(), 0);
  for (std::size_t row = 0; row < std::size_t{1} << m.bits; ++row) take(bytes, m.weights.data() + row * m.stride(), count);
  return m;
}

}  // namespace attache
