// Training of the language model: corpora in, weights out. Same corpora, options and seed: the same bytes, on any number of threads.
//
// Method: Adam (Kingma and Ba 2015) with a warm-up and a linear way down to nothing, gradients clipped; every batch is cut into
// two shards whose gradients are added in a fixed order.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "syntax/labels.h"
#include "syntax/network.h"
#include "tables/knowledge.h"
#include "training/backprop.h"
#include "training/sentence.h"

namespace attache {

struct Corpus {
  std::string name;
  std::vector<LabelledSentence> sentences;
  float share = 1;
  float weight = 1;
  float until = 1;
  bool gives_labels = true;  // its labels are among those to choose from; else unknown ones are left out
};

struct TrainerOptions {
  TrainingOptions losses;
  int epochs = 18;
  std::size_t batch_words = 500;
  float rate = 2e-3f;
  float warm_up = 300;   // batches
  float clip = 5.0f;     // of the gradient's norm, per word
  std::uint64_t seed = 1;
  int threads = 2;
  std::size_t longest = 120;  // words; longer sentences are left out
};

struct TrainedLanguage {
  NetworkShape shape;
  NetworkWeights weights;
  SyntaxLabels labels;
  WordVocabulary vocabulary;
};

// After each epoch `report` is told what was done; it may look at the weights.
[[nodiscard]] TrainedLanguage train_language(const std::vector<Corpus>& corpora, const Knowledge& knowledge, NetworkShape shape, const TrainerOptions& options,
                                             const std::function<void(int epoch, double loss_per_word, const TrainedLanguage&)>& report);

[[nodiscard]] SyntaxLabels collect_labels(const std::vector<Corpus>& corpora);

// Words met at least twice, the most frequent first.
[[nodiscard]] WordVocabulary collect_words(const std::vector<Corpus>& corpora);

}  // namespace attache
