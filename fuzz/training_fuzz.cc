// Annotated text and labelled sentences for training and the model's file: read or refused, never more; what is read is whole.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "require.h"
#include "syntax/model.h"
#include "training/attitude.h"
#include "training/conllu.h"
#include "training/events.h"
#include "training/name_files.h"
#include "training/recipe.h"

using namespace attache;

namespace {

void require_whole(const std::vector<LabelledSentence>& sentences) {
  for (const LabelledSentence& s : sentences) {
    require(!s.words.empty(), "a sentence has words");
    for (const LabelledWord& w : s.words) require(w.head <= static_cast<int>(s.words.size()), "heads lie in the sentence");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Lexicon lexicon = load_lexicon();
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 7) {
    case 0:
      if (auto sentences = parse_conllu(text, "f")) {
        for (LabelledSentence& s : *sentences) convert_stanford(s);
        require_whole(*sentences);
      }
      break;
    case 1:
      if (const auto sentences = parse_bio(text, "f")) require_whole(*sentences);
      break;
    case 2:
      if (const auto sentences = parse_bracketed_names(text, "f", lexicon)) require_whole(*sentences);
      break;
    case 3:
      if (const auto recipe = parse_recipe(text, "f")) {
        for (const RecipeLine& line : *recipe) require(line.share > 0 && line.until <= 1, "shares are in range");
      }
      break;
    case 6: {
      static const AttitudeAnnotationReader reader;
      if (const auto examples = parse_attitude_examples(text.substr(0, 4000), "f", reader)) {
        for (const AttitudeExample& e : *examples) require(e.rows.tokens() == 1, "a target has one row of features");
      }
      break;
    }
    case 5: {
      static const EventAnnotationReader reader;
      if (const auto examples = parse_event_examples(text.substr(0, 4000), "f", reader)) {  // each sentence is parsed
        for (const EventExample& e : *examples) {
          for (const LabelledAct& act : e.acts) require(act.trigger < e.sentence.tree.words.size(), "a trigger is a word of its sentence");
        }
      }
      break;
    }
    default: {
      std::string bytes = "attache-syntax 1\n" + std::string(text);
      const std::uint64_t hash = hash64(bytes);
      for (int i = 0; i < 8; ++i) bytes += static_cast<char>(hash >> (8 * i));
      if (const auto model = parse_model(bytes, "f")) require(serialise(*model) == bytes, "a model comes back as it was");
    }
  }
  return 0;
}
