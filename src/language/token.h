// Tokens and sentences of a report's body and title. Offsets are bytes of the report's text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "ingest/report.h"

namespace attache {

enum class TokenKind : std::uint8_t {
  word,
  number,   // digits with decimal and thousands marks, ordinals such as "10th"
  clitic,   // "'s" and "’s" behind a word
  mark      // one punctuation mark or symbol
};

// Bits of Token::classes: what a lower-case English word may be (closed classes; src/language/lexicon.cc).
namespace word_class {
inline constexpr std::uint32_t determiner = 1u << 0;    // the, a, this, some, no, each
inline constexpr std::uint32_t preposition = 1u << 1;
inline constexpr std::uint32_t pronoun = 1u << 2;       // he, she, it, they, we, I, you, him, them ...
inline constexpr std::uint32_t possessive = 1u << 3;    // his, her, its, their
inline constexpr std::uint32_t coordinator = 1u << 4;   // and, but, or
inline constexpr std::uint32_t subordinator = 1u << 5;  // because, while, after, if, although, as
inline constexpr std::uint32_t auxiliary = 1u << 6;     // be, have, do and their forms
inline constexpr std::uint32_t modal = 1u << 7;         // will, would, can, may ...
inline constexpr std::uint32_t relative = 1u << 8;      // who, which, whom, whose, that, where
inline constexpr std::uint32_t question = 1u << 9;      // what, how, why, when, whether
inline constexpr std::uint32_t adverb = 1u << 10;       // also, repeatedly, later, not ... and words in -ly
inline constexpr std::uint32_t negation = 1u << 11;
inline constexpr std::uint32_t number_word = 1u << 12;  // one ... million, dozen, hundreds
inline constexpr std::uint32_t time_word = 1u << 13;    // weekdays, months, day, week, year, yesterday, morning
inline constexpr std::uint32_t quantifier = 1u << 14;   // many, several, most, few, all, both
inline constexpr std::uint32_t infinitive_to = 1u << 15;
inline constexpr std::uint32_t verb_form = 1u << 16;    // a common verb in a finite or participle form
inline constexpr std::uint32_t common_adjective = 1u << 17;
}  // namespace word_class

struct Token {
  Span span;
  TokenKind kind = TokenKind::word;
  bool space_before = false;
  bool capitalised = false;
  std::uint32_t classes = 0;  // word_class bits, of the word in lower case
};

struct Sentence {
  Span span;
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
  std::uint32_t block = 0;  // index into Report::blocks
  bool title = false;       // of a title block; not part of the body
  [[nodiscard]] std::uint32_t size() const { return last - first; }
};

// A sentence without its tokens: what travels on to the stages that see all reports.
struct SentenceSpan {
  Span span;
  std::uint32_t block = 0;
  bool title = false;
};

}  // namespace attache
