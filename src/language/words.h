// The words of a sentence in the manner of Universal Dependencies (English): "don't" is "do" and "n't", "Mr." is one word, "peace-keeping" is
// three. What the syntax model reads; made from our tokens, so that each word knows its token.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/lexicon.h"
#include "language/segment.h"
#include "syntax/reader.h"

namespace attache {

struct Word {
  Span span;                // bytes of the text
  std::uint32_t token = 0;  // the token it begins in
};

[[nodiscard]] std::vector<Word> syntactic_words(std::string_view text, const Segmentation& segmentation, const Sentence& sentence, const Lexicon& lexicon);

// What the model said of the words of sentences that were read already, by the first token of a sentence: a stage that needs a
// tree looks here before it asks for one.
using ReadSentences = std::map<std::uint32_t, std::vector<WordSyntax>>;

// Of the syntactic words of `sentence`, whose forms are `forms`.
[[nodiscard]] std::vector<WordSyntax> syntax_of(const ReadSentences& read, const Sentence& sentence, std::span<const std::string_view> forms, const SyntaxReader& reader);

// The model's lemma, but for verbs whose form the lexicon knows and whose lemma would be no verb of it: the scripts of the
// model are learnt, and an irregular form that it seldom met ("struck", "wove") gets an ending that makes no word.
[[nodiscard]] std::string lemma_of(const SyntaxReader& reader, const Lexicon& lexicon, std::string_view form, const WordSyntax& word);

}  // namespace attache
