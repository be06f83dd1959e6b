// The shape and the weights of the network that tags, lemmatises, parses and finds names.
//
// Method: hashed word features summed, a convolution over three words, bidirectional simple recurrent units (Lei et al.
// 2018), then small heads: tags and lemma scripts, heads of words by biaffine scores (Dozat and Manning 2017), relations,
// names in BIOES labels. Trained in floats (src/training), used with weights of 8 bits (src/syntax/reader.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "nn/matrix.h"

namespace attache {

struct NetworkShape {
  std::size_t rows = 0;     // of the embedding table
  std::size_t embedding = 96;
  std::size_t hidden = 128;  // of one direction
  std::size_t layers = 2;
  std::size_t tag = 128;
  std::size_t arc = 96;
  std::size_t label = 64;
  std::size_t name = 64;
  // how many there are to choose from
  std::size_t upos = 0;
  std::size_t xpos = 0;
  std::size_t feats = 0;
  std::size_t scripts = 0;
  std::size_t relations = 0;
  std::size_t names = 0;
};

// y = x weights + bias
struct LinearWeights {
  Matrix weights;
  Matrix bias;  // one row
};

// Columns of `input`: candidate, forget gate, reset gate of the forward direction, then of the backward one; of `recurrent`
// and `bias`: forget gate, reset gate of each direction.
struct RecurrentWeights {
  Matrix input;
  Matrix recurrent;
  Matrix bias;
};

struct NetworkWeights {
  Matrix words;
  LinearWeights convolution;
  std::vector<RecurrentWeights> layers;
  LinearWeights tag, upos, xpos, feats, scripts;
  LinearWeights dependent, head;
  Matrix arc;        // biaffine
  Matrix arc_prior;  // one row: how much a word is a head at all
  Matrix arc_root;   // one row: the head of heads
  LinearWeights label_dependent;
  Matrix label_head;
  Matrix label_root;
  LinearWeights relations;
  LinearWeights name, names;
};

// f(matrix) for every matrix, always in the same order; several weights of one shape go along.
template <class F, class... W>
void for_each_matrix(F&& f, W&... w) {
  f(w.words...);
  const auto linear = [&](auto member) {
    f((w.*member).weights...);
    f((w.*member).bias...);
  };
  linear(&NetworkWeights::convolution);
  const std::size_t count = [](const auto& first, const auto&...) { return first.layers.size(); }(w...);
  for (std::size_t l = 0; l < count; ++l) {
    f(w.layers[l].input...);
    f(w.layers[l].recurrent...);
    f(w.layers[l].bias...);
  }
  linear(&NetworkWeights::tag);
  linear(&NetworkWeights::upos);
  linear(&NetworkWeights::xpos);
  linear(&NetworkWeights::feats);
  linear(&NetworkWeights::scripts);
  linear(&NetworkWeights::dependent);
  linear(&NetworkWeights::head);
  f(w.arc...);
  f(w.arc_prior...);
  f(w.arc_root...);
  linear(&NetworkWeights::label_dependent);
  f(w.label_head...);
  f(w.label_root...);
  linear(&NetworkWeights::relations);
  linear(&NetworkWeights::name);
  linear(&NetworkWeights::names);
}

// All zero, of the right sizes.
[[nodiscard]] NetworkWeights make_weights(const NetworkShape& shape);

}  // namespace attache
