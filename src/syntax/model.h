// The trained model as it is kept and shipped: 8-bit weights, the labels, which words have rows of their own.
//
// File: "attache-syntax 1\n", then shapes, labels, fingerprints and matrices in a fixed order, whole numbers little-endian, and at the end
// the XXH3 hash of all before it. No word of the training text is in it (syntax/word_rows.h), lemma scripts apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "nn/quantized.h"
#include "syntax/labels.h"
#include "syntax/network.h"
#include "syntax/word_rows.h"

namespace attache {

struct SyntaxModel {
  NetworkShape shape;
  SyntaxLabels labels;
  WordVocabulary vocabulary;
  std::vector<float> slot_scales;       // of the embedding table, one for each slot
  std::vector<std::int8_t> embeddings;  // rows x shape.embedding
  std::vector<QuantizedMatrix> weights; // all matrices of NetworkWeights but `words`, in the order of for_each_matrix
};

[[nodiscard]] SyntaxModel make_model(const NetworkShape& shape, const NetworkWeights& weights, SyntaxLabels labels, WordVocabulary vocabulary);

[[nodiscard]] std::string serialise(const SyntaxModel& model);

// Refuses what is no model, of another version, damaged, or beyond the limits (64 MiB, 4,096 units a layer, 65,535 labels).
[[nodiscard]] Result<SyntaxModel> parse_model(std::string_view bytes, const std::string& source);

// The model in the program itself: models/language.bin.
[[nodiscard]] Result<SyntaxModel> shipped_model();

}  // namespace attache
