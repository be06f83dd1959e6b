// Words that colour how a sentence speaks of somebody (data/attitude_words.tsv, our own).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace attache {

// From -2 (ill) to 2 (well).
struct AttitudeWord {
  int of_subject = 0;  // a verb, of whoever does it
  int of_object = 0;   // of whom it is done to
  int of_bearer = 0;   // a noun, adjective or adverb, of whom it describes
};

struct AttitudeWords {
  std::unordered_map<std::string, AttitudeWord> by_word;  // "VERB lash out"

  // null where the word has no colour. upos as in Universal Dependencies.
  [[nodiscard]] const AttitudeWord* find(std::string_view upos, std::string_view lemma) const;
};

[[nodiscard]] AttitudeWords load_attitude_words();

}  // namespace attache
