// The tree of one sentence with the words' lemmas: what the event coder walks on. Relations are those of Universal Dependencies 2.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/analysis.h"
#include "syntax/reader.h"

namespace attache {

inline constexpr std::uint32_t kNoWord = 0xFFFFFFFF;

struct TreeWord {
  Span span;                          // bytes of the text
  std::uint32_t token = 0;            // it begins in
  std::string lemma;                  // lower case
  std::string_view upos, feats, relation;  // of the reader's labels
  std::uint32_t head = kNoWord;       // kNoWord: the root
  bool time = false;                  // of a time expression
  bool capital = false;               // written with a capital
  std::vector<std::uint32_t> children;  // in text order
};

struct SentenceTree {
  std::uint32_t sentence = 0;
  std::vector<TreeWord> words;

  [[nodiscard]] std::uint32_t child(std::uint32_t word, std::string_view relation) const;  // the first with this relation; kNoWord
  [[nodiscard]] std::string_view preposition(std::uint32_t word) const;                    // lemma of its case marker that is no "'s"; empty
  [[nodiscard]] bool under(std::uint32_t word, std::uint32_t ancestor) const;              // itself included
};

// `keep`: where what the model says of the sentence is put for stages that read it again; may be null.
[[nodiscard]] SentenceTree read_tree(std::string_view text, const Language& language, std::uint32_t sentence, const SyntaxReader& reader, const Lexicon& lexicon, ReadSentences* keep = nullptr);

// The noun phrase around its head: what depends on it, without times, relative clauses, appositions, coordinated phrases and the
// preposition before it, and without what hangs on the words `apart`. Bytes of the text.
[[nodiscard]] Span phrase_of(const SentenceTree& tree, std::uint32_t head, const std::vector<std::uint32_t>& apart = {});

}  // namespace attache
