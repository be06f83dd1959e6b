#include "language/segment.h"

#include "base/strings.h"
#include "language/day_words.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

bool is_word_letter(char32_t c) { return is_letter(c) || (c >= 0x300 && c < 0x370); }

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’'; }

class Tokeniser {
 public:
  Tokeniser(std::string_view text, const Lexicon& lexicon, std::vector<Token>& out) : text_(text), lexicon_(lexicon), out_(out) {}

  void run(Span span) {
    std::uint32_t at = span.begin;
    bool space = true;
    while (at < span.end) {
      const CodePoint point = code_point_at(text_, at);
      const char32_t c = point.value;
      const bool unseen = c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;  // directions, joins
      if (c == 0xA0 || unseen || (c >= 0x2000 && c <= 0x200A) || c == 0x3000 || (c < 128 && is_space(static_cast<char>(c)))) {
        space = true;
        at += point.size;
        continue;
      }
      std::uint32_t end = at + point.size;
      TokenKind kind = TokenKind::mark;
      if (is_word_letter(c)) {
        kind = TokenKind::word;
        end = word_end(at, span.end);
      } else if (c < 128 && is_digit(static_cast<char>(c))) {
        kind = TokenKind::number;
        end = number_end(at, span.end);
      } else if (const std::uint32_t marks = doubled_marks(at, span.end, space); marks > 0) {
        end = at + marks;
      } else if (is_apostrophe(c) && !space && is_possessive(at, span.end)) {
        kind = TokenKind::clitic;
        end = at + point.size + (text_[at + point.size] == 's' || text_[at + point.size] == 'S' ? 1 : 0);
      } else if (c == '-' || c == '.') {
        while (end < span.end && text_[end] == static_cast<char>(c)) ++end;  // "--", "..."
      }
      push({at, end}, kind, space);
      space = false;
      at = end;
    }
  }

 private:
  std::string_view text_;
  const Lexicon& lexicon_;
  std::vector<Token>& out_;

  void push(Span span, TokenKind kind, bool space) {
    Token token;
    token.span = span;
    token.kind = kind;
    token.space_before = space;
    if (kind == TokenKind::word) {
      token.capitalised = is_capitalised(slice(text_, span));
      std::string lower = lower_ascii(slice(text_, span));
      if (lower.find("\u2019") != std::string::npos) lower = fold(lower);
      token.classes = classes_of(lexicon_, lower);
    } else if (kind == TokenKind::number) {
      token.classes = word_class::number_word;
    }
    out_.push_back(token);
  }

  // Bytes of a quotation mark written as two apostrophes or two grave accents, as wires and typesetters write it; of three, the
  // single mark stands inside.
  std::uint32_t doubled_marks(std::uint32_t at, std::uint32_t limit, bool space) const {
    const char c = text_[at];
    if (c != '\'' && c != '`') return 0;
    std::uint32_t end = at;
    while (end < limit && text_[end] == c) ++end;
    return end - at < 2 || (end - at == 3 && !space) ? 0 : 2;
  }

  // Letters with inner apostrophes (not a final possessive), hyphens and the dots of "U.S.".
  std::uint32_t word_end(std::uint32_t at, std::uint32_t limit) const {
    std::uint32_t end = at;
    while (end < limit) {
      const CodePoint point = code_point_at(text_, end);
      const char32_t c = point.value;
      if (is_word_letter(c) || (c < 128 && is_digit(static_cast<char>(c)))) {
        end += point.size;
        continue;
      }
      const CodePoint next = code_point_at(text_, end + point.size);
      const bool next_letter = end + point.size < limit && (is_word_letter(next.value) || (next.value < 128 && is_digit(static_cast<char>(next.value))));
      if (is_apostrophe(c) && next_letter) {
        if (is_possessive(end, limit)) break;
        end += point.size;
        continue;
      }
      if ((c == '-' || c == 0x2010 || c == 0x2011) && next_letter) {
        end += point.size;
        continue;
      }
      if (c == '.' && is_dotted(at, end)) {  // U.S., a.m., J.D.
        end += 1;
        continue;
      }
      if (c == '&' && next_letter && end > at && is_upper(text_[end - 1])) {  // AT&T
        end += 1;
        continue;
      }
      break;
    }
    return end;
  }

  // The word so far is single letters separated by dots, and the dot belongs to it: the next letter follows at once,
  // or at least one dot came before.
  bool is_dotted(std::uint32_t begin, std::uint32_t dot) const {
    std::uint32_t i = begin;
    int dots = 0;
    while (i < dot) {
      if (!is_alpha(text_[i])) return false;
      ++i;
      if (i < dot) {
        if (text_[i] != '.') return false;
        ++dots;
        ++i;
      }
    }
    if (dot == begin || text_[dot - 1] == '.') return false;
    const bool letter_follows = dot + 1 < text_.size() && is_alpha(text_[dot + 1]);
    const bool single_follows = letter_follows && (dot + 2 >= text_.size() || !is_alpha(text_[dot + 2]));
    return dots > 0 || (single_follows && dot - begin == 1);
  }

  std::uint32_t number_end(std::uint32_t at, std::uint32_t limit) const {
    std::uint32_t end = at;
    while (end < limit) {
      const char c = text_[end];
      if (is_digit(c)) {
        ++end;
      } else if ((c == ',' || c == '.') && end + 1 < limit && is_digit(text_[end + 1])) {
        ++end;
      } else {
        break;
      }
    }
    // 10th, 1990s, 5G, 24-hour: letters glued to the number belong to it
    while (end < limit && is_alpha(text_[end])) ++end;
    if (end < limit && text_[end] == '-' && end + 1 < limit && is_alpha(text_[end + 1])) {
      ++end;
      while (end < limit && (is_alpha(text_[end]) || text_[end] == '-')) ++end;
    }
    return end;
  }

  // 's or a bare apostrophe after an s, followed by no letter.
  bool is_possessive(std::uint32_t at, std::uint32_t limit) const {
    const std::uint32_t next = at + code_point_at(text_, at).size;
    if (next < limit && (text_[next] == 's' || text_[next] == 'S')) {
      return next + 1 >= limit || !is_word_letter(code_point_at(text_, next + 1).value);
    }
    return is_plural_possessive(at, next, limit);
  }

  // "the truckers' union": behind an s, before a small letter, and no single mark is open that it could close.
  bool is_plural_possessive(std::uint32_t at, std::uint32_t next, std::uint32_t limit) const {
    if (at < 2 || text_[at - 1] != 's' || next + 1 >= limit || text_[next] != ' ' || !is_lower(text_[next + 1])) return false;
    constexpr std::uint32_t kReach = 400;  // bytes; longer quotations are rare
    const std::uint32_t from = at > kReach ? at - kReach : 0;
    for (std::uint32_t i = at; i-- > from + 1;) {
      if (text_[i] == '\n') break;
      const bool plain = text_[i] == '\'' && text_[i + 1] != '\'' && text_[i - 1] != '\'' && !is_alpha(text_[i - 1]) && !is_digit(text_[i - 1]);
      const bool curly = i + 3 <= at && text_.substr(i, 3) == "\u2018";
      if (plain || curly) return false;
    }
    return true;
  }
};

bool is_closing(std::string_view mark) {
  return mark == "\"" || mark == "'" || mark == "''" || mark == ")" || mark == "]" || mark == "\u201D" || mark == "\u2019" || mark == "\u00BB" || mark == "\u201C";
}

bool is_opening(std::string_view mark) {
  return mark == "\"" || mark == "'" || mark == "''" || mark == "``" || mark == "(" || mark == "[" || mark == "\u201C" || mark == "\u2018" || mark == "\u00AB" || mark == "\u201E";
}

class Splitter {
 public:
  Splitter(std::string_view text, const Lexicon& lexicon, const DayWords* days, Segmentation& out) : text_(text), lexicon_(lexicon), days_(days), out_(out) {}

  void split(std::uint32_t first, std::uint32_t block, bool title) {
    const auto last = static_cast<std::uint32_t>(out_.tokens.size());
    std::uint32_t begin = first;
    for (std::uint32_t i = first; i < last; ++i) {
      if (!is_stop(i)) continue;
      std::uint32_t end = i + 1;
      while (end < last && !out_.tokens[end].space_before && is_closing(word(end))) ++end;
      while (const std::uint32_t note = note_mark(end, last)) end += note;
      // a straight mark after a blank that closes: `naive" ./` stays with the next; only unspaced marks close here
      if (end < last && (is_enumerator(i, begin) || !begins_sentence(i, end, last))) continue;
      add(begin, end, block, title);
      begin = end;
      i = end - 1;
    }
    if (begin < last) add(begin, last, block, title);
  }

 private:
  std::string_view text_;
  const Lexicon& lexicon_;
  const DayWords* days_;  // null for English
  Segmentation& out_;

  std::string_view word(std::uint32_t i) const { return slice(text_, out_.tokens[i].span); }

  bool is_stop(std::uint32_t i) const {
    const Token& t = out_.tokens[i];
    if (t.kind == TokenKind::mark) {
      const std::string_view m = word(i);
      return m.front() == '.' || m == "!" || m == "?" || m == "\u2026" || m == "\u3002";
    }
    return t.kind == TokenKind::word && word(i).back() == '.' && word(i).size() >= 4;  // "U.S." at a sentence's end
  }

  // Tokens of a note's number in square brackets: ".[12]"; 0 = none.
  std::uint32_t note_mark(std::uint32_t i, std::uint32_t last) const {
    const bool is_one = i + 2 < last && word(i) == "[" && out_.tokens[i + 1].kind == TokenKind::number && word(i + 2) == "]";
    return is_one ? 3 : 0;
  }

  // The number of a list's point: "1. The budget", at the beginning or behind a colon; or a letter as in "(b. 1975)".
  bool is_enumerator(std::uint32_t stop, std::uint32_t begin) const {
    if (stop == begin || word(stop) != "." || out_.tokens[stop].space_before) return false;
    const Token& before = out_.tokens[stop - 1];
    if (before.kind == TokenKind::word && before.span.size() == 1 && !before.capitalised) {
      return stop + 1 < out_.tokens.size() && out_.tokens[stop + 1].kind == TokenKind::number && stop - 1 > begin && word(stop - 2) == "(";
    }
    if (before.kind != TokenKind::number || before.span.size() > 2) return false;
    return stop - 1 == begin || word(stop - 2) == ":" || word(stop - 2) == ";";
  }

  bool begins_sentence(std::uint32_t stop, std::uint32_t next, std::uint32_t last) const {
    if (!out_.tokens[next].space_before) {
      // "...end.Next": two sentences glued together by a page; only after a plain word and before a capital
      return word(stop) == "." && out_.tokens[next].kind == TokenKind::word && out_.tokens[next].capitalised && stop > 0 && word(stop - 1).size() > 3 &&
             !out_.tokens[stop - 1].capitalised && out_.tokens[stop - 1].kind == TokenKind::word;
    }
    std::uint32_t start = next;
    while (start < last && out_.tokens[start].kind == TokenKind::mark && is_opening(word(start))) ++start;
    if (start >= last) return true;
    const Token& opener = out_.tokens[start];
    const bool can_begin = opener.kind == TokenKind::number || (opener.kind == TokenKind::word && (opener.capitalised || !is_alpha(text_[opener.span.begin]))) || start > next;
    if (!can_begin) return false;
    if (out_.tokens[stop].kind == TokenKind::word) return opener.capitalised && is_sentence_word(start);  // "U.S. The" but not "U.S. President"
    if (word(stop) != "." || stop == 0) return true;
    const Token& before = out_.tokens[stop - 1];
    if (days_ && before.kind == TokenKind::number && before.span.size() <= 2 && !out_.tokens[stop].space_before && days_->calendar.months.contains(fold(word(next)))) return false;
    if (days_ && opener.kind == TokenKind::number && !out_.tokens[stop].space_before && days_->calendar.short_months.contains(fold(word(stop - 1)))) return false;  // "22 juil. 2023"
    if (before.kind == TokenKind::word && !out_.tokens[stop].space_before) {
      const std::string lower = lower_ascii(word(stop - 1));
      if (lower.size() == 1 && before.capitalised) return false;  // an initial
      if (lexicon_.abbreviations.contains(lower)) {
        // a month or day at the end of a sentence is rare; titles and states never end one unless a sentence word follows
        if (lower == "no" && opener.kind != TokenKind::number) return true;
        return is_sentence_word(start) && !(lower == "mr" || lower == "mrs" || lower == "ms" || lower == "dr" || lower == "gen" || lower == "sen" || lower == "rep" || lower == "gov" || lower == "st" || lower == "lt" || lower == "col" || lower == "prof");
      }
    }
    return true;
  }

  // A capitalised word that opens sentences: an article, pronoun, preposition or conjunction.
  bool is_sentence_word(std::uint32_t i) const {
    constexpr std::uint32_t kOpeners = word_class::determiner | word_class::pronoun | word_class::preposition | word_class::coordinator | word_class::subordinator | word_class::adverb | word_class::possessive | word_class::quantifier;
    return (out_.tokens[i].classes & kOpeners) != 0;
  }

  void add(std::uint32_t first, std::uint32_t last, std::uint32_t block, bool title) {
    Sentence s;
    s.first = first;
    s.last = last;
    s.block = block;
    s.title = title;
    s.span = {out_.tokens[first].span.begin, out_.tokens[last - 1].span.end};
    out_.sentences.push_back(s);
  }
};

}  // namespace

std::vector<Token> tokenise(std::string_view text, Span span, const Lexicon& lexicon) {
  std::vector<Token> tokens;
  Tokeniser(text, lexicon, tokens).run(span);
  return tokens;
}

Segmentation segment(std::string_view text, const std::vector<Block>& blocks, const Lexicon& lexicon, std::string_view language) {
  Segmentation out;
  out.tokens.reserve(text.size() / 5);
  Tokeniser tokeniser(text, lexicon, out.tokens);
  Splitter splitter(text, lexicon, day_words_of(language), out);
  for (std::uint32_t b = 0; b < blocks.size(); ++b) {
    const bool title = blocks[b].kind == BlockKind::title;
    if (!title && !is_body(blocks[b].kind)) continue;
    const auto first = static_cast<std::uint32_t>(out.tokens.size());
    tokeniser.run(blocks[b].span);
    splitter.split(first, b, title);
  }
  return out;
}

}  // namespace attache
