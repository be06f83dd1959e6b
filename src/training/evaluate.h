// Scores of a network while it is trained, on words and sentences as given. bench/quality measures the program itself.
#pragma once

#include <string>
#include <vector>

#include "tables/knowledge.h"
#include "training/sentence.h"
#include "training/trainer.h"

namespace attache {

struct Evaluation {
  std::size_t words = 0, upos = 0, xpos = 0, feats = 0, lemmas = 0, unlabelled = 0, labelled = 0;  // right ones; relations without subtype
  std::size_t tagged = 0, treed = 0;  // words with known tags, with known heads
  std::size_t names_right = 0, names_found = 0, names_known = 0;
};

// kinds: which names count ("PER ORG LOC" where the file has no other).
[[nodiscard]] Evaluation evaluate(const TrainedLanguage& model, const Knowledge& knowledge, const std::vector<LabelledSentence>& sentences, const std::vector<std::string>& kinds, int threads);

[[nodiscard]] std::string describe(const Evaluation& evaluation);

}  // namespace attache
