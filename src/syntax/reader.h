// Reads sentences with the trained model: tags, lemmas, trees and names.
//
// Method: syntax/network.h with whole-number weights (nn/quantized.h). The same bits on every machine. Cost: linear in words but for the
// scores of arcs, which are words squared; so longer sentences are read in pieces of kLongestSentence words.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/model.h"
#include "tables/knowledge.h"

namespace attache {

inline constexpr std::size_t kLongestSentence = 200;  // words that are read together

// Indexes are into SyntaxLabels.
struct WordSyntax {
  std::uint32_t head = 0;  // 0 = root, 1 = first word of the sentence
  std::uint16_t script = 0;
  std::uint16_t feats = 0;
  std::uint8_t upos = 0;
  std::uint8_t xpos = 0;
  std::uint8_t relation = 0;
  std::uint8_t name = 0;
};

class SyntaxReader {
 public:
  // `model` is copied into another form; `knowledge` must outlive the reader.
  SyntaxReader(const SyntaxModel& model, const Knowledge& knowledge);
  ~SyntaxReader();
  SyntaxReader(SyntaxReader&&) noexcept;

  // Forms of the words of one sentence, in the manner of Universal Dependencies ("Kosovo", "'s"; "do", "n't").
  [[nodiscard]] std::vector<WordSyntax> read(std::span<const std::string_view> words) const;

  [[nodiscard]] const SyntaxLabels& labels() const;
  [[nodiscard]] std::string lemma_of(std::string_view form, const WordSyntax& word) const;

 private:
  struct Network;
  std::unique_ptr<Network> network_;
};

}  // namespace attache
