// Numbers as written: "3,770", "1.8 million", "1.2bn", "twenty-five thousand", "half a million", "two thirds", "20-30".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "language/segment.h"

namespace attache {

enum class NumberForm : std::uint8_t {
  plain,
  fraction,  // "a third", "half": of what follows
  compound   // "two-day": a number and its unit in one word
};

struct NumberPhrase {
  Span span;                // the number alone, without what is glued to it
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
  double value = 0;
  double most = 0;          // end of a range; otherwise equal to value
  NumberForm form = NumberForm::plain;
  std::string glued;        // "km" of "12km", "day" of "two-day", "strong" of "70-strong"
  [[nodiscard]] bool range() const { return most > value; }
};

struct NumberText {
  std::string_view text;
  const std::vector<Token>& tokens;
  const Lexicon& lexicon;
  std::uint32_t first = 0;  // sentence, as tokens [first, last)
  std::uint32_t last = 0;

  [[nodiscard]] std::string_view word(std::uint32_t i) const { return i >= first && i < last ? slice(text, tokens[i].span) : std::string_view(); }
  [[nodiscard]] std::string lower(std::uint32_t i) const;
  [[nodiscard]] bool joined(std::uint32_t i) const { return i >= first && i < last && !tokens[i].space_before; }  // no blank before it
};

// The number or the range that begins at token i. Ordinals, clock times, ages in one word, dates with strokes and bare
// scale words ("hundreds") are none. `skip` gets the token after what was looked at and is no number, so that the rest
// of a telephone number is not read as one.
[[nodiscard]] std::optional<NumberPhrase> read_number(const NumberText& t, std::uint32_t i, std::uint32_t& skip);

}  // namespace attache
