// What the network chooses from; indexes are stable within one model.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

struct SyntaxLabels {
  std::vector<std::string> upos;       // universal part of speech: "NOUN"
  std::vector<std::string> xpos;       // Penn tag: "NNS"
  std::vector<std::string> feats;      // morphology, all of it: "Number=Plur"; "_" = none
  std::vector<std::string> scripts;    // lemma scripts (syntax/lemma_script.h)
  std::vector<std::string> relations;  // Universal Dependencies version 2, with subtypes: "nsubj:pass"
  std::vector<std::string> names;      // "O", then B- I- E- S- of each kind
};

inline constexpr std::array<std::string_view, 4> kNameLabelKinds = {"PER", "ORG", "LOC", "MISC"};

}  // namespace attache
