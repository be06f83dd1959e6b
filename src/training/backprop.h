// One pass of the network over some sentences, forwards and backwards: the loss and what each weight has to do with it.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "syntax/network.h"
#include "training/example.h"
#include "training/random.h"

namespace attache {

// Shares of values left out at random while training (Srivastava et al. 2014), and the share of the tasks in the loss.
struct TrainingOptions {
  float drop_word = 0.12f;      // the word and its exact form, so that unknown words are met in training
  float drop_known = 0.15f;     // what our tables know
  float drop_embedding = 0.2f;
  float drop_layer = 0.25f;     // of inputs of layers, the same for all words of a sentence (Gal and Ghahramani 2016)
  float drop_head = 0.3f;       // inside the small heads
  float share_upos = 1.0f;
  float share_xpos = 0.5f;
  float share_feats = 0.5f;
  float share_scripts = 1.0f;
  float share_arcs = 1.0f;
  float share_relations = 1.0f;
  float share_names = 1.0f;
};

// Gradients of one shard. Of the embedding table only touched rows are other than zero.
struct Gradients {
  NetworkWeights of;
  std::vector<std::uint32_t> touched;
  std::vector<char> is_touched;
  double loss = 0;
  std::size_t words = 0;
};

[[nodiscard]] Gradients make_gradients(const NetworkShape& shape);
void clear(Gradients& gradients);

// Adds to `gradients`; all sentences have at least one word.
void backpropagate(const NetworkShape& shape, const NetworkWeights& weights, std::span<const Example* const> batch, const TrainingOptions& options, Random& random, Gradients& gradients);

// What the network says of one sentence, in floats: the slow twin of the shipped reader.
struct Scores {
  Matrix upos, xpos, feats, scripts, names;
  Matrix arcs;      // words x (words + 1)
  Matrix relations; // for the heads given
};

// heads: where to take relations from; empty = from the best tree, which is then left in it.
[[nodiscard]] Scores score(const NetworkShape& shape, const NetworkWeights& weights, const WordRows& rows, std::vector<std::uint32_t>& heads);

}  // namespace attache
