#include "text/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "base/strings.h"
#include "text/utf8.h"

namespace attache {
namespace {

// Letters that Unicode does not decompose but that newsrooms write without their stroke or ligature.
std::string_view plain_form(char32_t c) {
  switch (c) {
    case U'ı': return "i";
    case U'ł': return "l";
    case U'Ł': return "L";
    case U'ø': case U'ǿ': return "o";
    case U'Ø': case U'Ǿ': return "O";
    case U'đ': return "d";
    case U'Đ': return "D";
    case U'ß': case U'ẞ': return "ss";
    case U'æ': case U'ǽ': case U'ǣ': return "ae";
    case U'Æ': case U'Ǽ': case U'Ǣ': return "Ae";
    case U'œ': return "oe";
    case U'Œ': return "Oe";
    case U'ə': return "e";
    case U'Ə': return "E";
    case U'’': case U'‘': case U'ʼ': case U'`': case U'´': return "'";
    case U'“': case U'”': case U'„': case U'«': case U'»': case U'‟': return "\"";
    case U'–': case U'—': case U'‐': case U'‑': case U'−': case U'―': return "-";
    case U'\u00A0': case U'\u2009': case U'\u202F': case U'\u2007': return " ";
    case U'…': return "...";
    default: return {};
  }
}

template <bool Lower>
std::string fold_with(std::string_view text) {
  std::string out;
  if (is_ascii(text)) {  // most text is, and only its capitals change
    out.assign(text);
    if (Lower) {
      for (char& c : out) c = to_lower(c);
    }
    return out;
  }
  out.reserve(text.size());
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfd = nullptr;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) < 0x80) {
      out += Lower ? to_lower(c) : c;
      ++i;
      continue;
    }
    const CodePoint point = code_point_at(text, i);
    i += point.size;
    if (std::string_view plain = plain_form(point.value); !plain.empty()) {
      for (char p : plain) out += Lower ? to_lower(p) : p;
      continue;
    }
    if (nfd == nullptr) nfd = unorm2_getNFDInstance(&status);
    UChar decomposed[32];
    const int32_t length = U_SUCCESS(status)
                               ? unorm2_getDecomposition(nfd, static_cast<UChar32>(point.value), decomposed, 32, &status)
                               : -1;
    auto keep = [&](UChar32 v) {
      if (u_charType(v) == U_NON_SPACING_MARK) return;
      append_utf8(out, static_cast<char32_t>(Lower ? u_tolower(v) : v));
    };
    if (length <= 0) {
      keep(static_cast<UChar32>(point.value));
    } else {
      for (int32_t k = 0; k < length;) {
        UChar32 v;
        U16_NEXT(decomposed, k, length, v);
        keep(v);
      }
    }
  }
  return out;
}

}  // namespace

std::string fold(std::string_view text) { return fold_with<true>(text); }
std::string fold_marks(std::string_view text) { return fold_with<false>(text); }

std::string fold_words(std::string_view text) {
  const std::string folded = fold(text);
  std::string out;
  bool gap = false;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i];
    const bool inner_mark = c == '\'' && i > 0 && i + 1 < folded.size() && is_alpha(folded[i - 1]) && is_alpha(folded[i + 1]);
    if (is_alpha(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80 || inner_mark) {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out += c;
    } else {
      gap = true;
    }
  }
  return out;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_alpha(static_cast<char>(c));
  return u_isalpha(static_cast<UChar32>(c));
}

bool is_upper_letter(char32_t c) {
  if (c < 0x80) return is_upper(static_cast<char>(c));
  return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}

bool is_lower_letter(char32_t c) {
  if (c < 0x80) return is_lower(static_cast<char>(c));
  return u_islower(static_cast<UChar32>(c));
}

std::string lower_letter(char32_t c) {
  std::string out;
  append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
  return out;
}

bool is_capitalised(std::string_view word) { return is_upper_letter(code_point_at(word, 0).value); }

bool is_all_capitals(std::string_view word) {
  int letters = 0;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint point = code_point_at(word, i);
    i += point.size;
    if (is_lower_letter(point.value)) return false;
    letters += is_upper_letter(point.value) ? 1 : 0;
  }
  return letters >= 2;
}

}  // namespace attache
