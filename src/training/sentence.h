// What is trained on: sentences whose labels may be known in part.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace attache {

struct LabelledWord {
  std::string form;
  std::string lemma;     // empty = unknown, as everywhere below
  std::string upos;
  std::string xpos;
  std::string feats;     // "_" = known to have none
  std::string relation;
  std::string name;      // "O", or B- I- E- S- with the kind
  int head = -1;         // 0 = root, 1 = first word
  bool space_after = true;
};

struct LabelledSentence {
  std::vector<LabelledWord> words;
  bool names_known = false;
};

}  // namespace attache
