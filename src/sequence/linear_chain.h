// A label for each token of a sequence, each label seen beside the one before it: a linear-chain conditional random field
// (Lafferty, McCallum and Pereira 2001) over hashed features (Weinberger et al. 2009), with weights of 8 bits.
//
// Cost: tokens x (features x labels + labels^2). Scores of tokens are whole-number sums: the same bits on every machine.
//
// Labels are written in the manner of BIO: "O", "B-source", "I-source"; what may follow what comes from their names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace attache {

// The features of each token, as 32-bit hashes.
class FeatureRows {
 public:
  void add(std::uint32_t feature) { features_.push_back(feature); }
  void end_token() { ends_.push_back(features_.size()); }

  [[nodiscard]] std::size_t tokens() const { return ends_.size(); }
  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t token) const {
    const std::size_t begin = token == 0 ? 0 : ends_[token - 1];
    return {features_.data() + begin, ends_[token] - begin};
  }

 private:
  std::vector<std::uint32_t> features_;
  std::vector<std::size_t> ends_;
};

struct LinearChain {
  std::vector<std::string> labels;
  std::uint32_t bits = 0;             // 2^bits rows of weights; a feature's row is its upper bits
  float scale = 0;                    // a weight is its whole number times this
  std::vector<std::int8_t> weights;   // rows x stride(), the places behind the labels zero
  std::vector<float> transitions;     // labels x labels: from, to

  [[nodiscard]] std::size_t row_of(std::uint32_t feature) const { return feature >> (32 - bits); }
  [[nodiscard]] std::size_t stride() const { return (labels.size() + 7) / 8 * 8; }  // so that a row is whole vectors
};

// "I-x" stands behind "B-x" and "I-x" only, and never first.
[[nodiscard]] bool may_follow(std::string_view label, std::string_view before);
[[nodiscard]] bool may_begin(std::string_view label);

// tokens x labels.
[[nodiscard]] std::vector<float> label_scores(const LinearChain& model, const FeatureRows& rows);

// The best sequence of labels (Viterbi) for scores of tokens x labels.
[[nodiscard]] std::vector<std::uint8_t> best_labels(const LinearChain& model, std::span<const float> scores);

// The probability of each label at each token, tokens x labels, by the forward and backward sums.
[[nodiscard]] std::vector<float> label_probabilities(const LinearChain& model, std::span<const float> scores);

void append(std::string& out, const LinearChain& model);

// Takes one model from the front of `bytes`. Refuses what is cut short, has numbers that are none or more than 24 bits of rows or 64 labels.
[[nodiscard]] Result<LinearChain> take_linear_chain(std::string_view& bytes, const std::string& source);

}  // namespace attache
