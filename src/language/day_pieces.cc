#include "language/day_pieces.h"

#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

bool is_digit_at(std::string_view text, std::uint32_t at) { return at < text.size() && is_digit(text[at]); }

bool is_blank(char32_t c) { return (c < 0x80 && is_space(static_cast<char>(c))) || c == 0xA0 || c == 0x202F || c == 0x2009 || c == 0x200B || c == 0xFEFF; }

// U+00AA and U+00BA count as letters: "1ª", "1º".
std::uint32_t letters_end(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  while (at < limit) {
    const CodePoint point = code_point_at(text, at);
    if (point.size == 0 || !(is_letter(point.value) || (point.value >= 0x300 && point.value < 0x370))) break;
    at += point.size;
  }
  return at;
}

bool is_known(const DayWords& words, const std::string& word) { return words.calendar.weekdays.contains(word) || words.offsets.contains(word); }

}  // namespace

std::vector<DayPiece> day_pieces(std::string_view text, Span sentence, const DayWords& words) {
  std::vector<DayPiece> out;
  bool space = true;
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    const CodePoint point = code_point_at(text, at);
    if (is_blank(point.value)) {
      space = true;
      at += point.size;
      continue;
    }
    DayPiece piece;
    piece.space_before = space;
    space = false;
    std::uint32_t end = at + point.size;
    if (is_digit_at(text, at)) {
      while (end < sentence.end && is_digit(text[end])) ++end;
      piece.digits = end - at;
      if (int number = 0; piece.digits <= 4 && parse_int(text.substr(at, piece.digits), number)) piece.number = number;
    } else if (is_letter(point.value)) {
      end = letters_end(text, at, sentence.end);
      piece.letters = true;
      piece.capitalised = is_upper_letter(point.value);
      // a mark and more letters, if the whole is a word of the list
      const CodePoint mark = code_point_at(text, end);
      if (end < sentence.end && (mark.value == '-' || mark.value == '\'' || mark.value == U'\u2019' || mark.value == U'\u2010' || mark.value == U'\u2011')) {
        const std::uint32_t whole = letters_end(text, end + mark.size, sentence.end);
        if (whole > end + mark.size && is_known(words, fold(text.substr(at, whole - at)))) end = whole;
      }
    }
    piece.span = {at, end};
    piece.word = fold(text.substr(at, end - at));
    out.push_back(std::move(piece));
    at = end;
  }
  return out;
}

}  // namespace attache
