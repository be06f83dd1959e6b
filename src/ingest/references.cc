#include "ingest/references.h"

#include <array>
#include <cstdint>

#include <libxml/HTMLparser.h>

#include "base/strings.h"
#include "text/utf8.h"

namespace attache {
namespace {

constexpr std::size_t kLongestName = 10;  // of HTML 4: "thetasym"

// What windows-1252 has at 0x80 to 0x9F (Unicode's mapping table); 0 where it has nothing.
constexpr std::array<char32_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                   0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                   0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_number(std::string& out, std::uint32_t value) {
  if (value >= 0x80 && value <= 0x9F) value = kWindows1252[value - 0x80];
  if (value == '\t' || value == '\n' || value == '\r') {
    out += static_cast<char>(value);
  } else if (value < 0x20 || value == 0x7F) {
    return;
  } else {
    const bool character = value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF) && value != 0xFFFE && value != 0xFFFF;
    append_utf8(out, character ? static_cast<char32_t>(value) : 0xFFFD);
  }
}

// Behind the reference that begins at `at`; `at` where none does.
std::size_t decode_one(std::string_view text, std::size_t at, std::string& out) {
  std::size_t i = at + 1;
  if (i < text.size() && text[i] == '#') {
    ++i;
    const bool hexadecimal = i < text.size() && (text[i] == 'x' || text[i] == 'X');
    if (hexadecimal) ++i;
    const std::size_t begin = i;
    std::uint32_t value = 0;
    for (; i < text.size(); ++i) {
      const char c = to_lower(text[i]);
      std::uint32_t digit = 0;
      if (is_digit(c)) digit = static_cast<std::uint32_t>(c - '0');
      else if (hexadecimal && c >= 'a' && c <= 'f') digit = static_cast<std::uint32_t>(c - 'a' + 10);
      else break;
      value = value > 0x110000 ? value : value * (hexadecimal ? 16 : 10) + digit;
    }
    if (i == begin || i >= text.size() || text[i] != ';') return at;
    append_number(out, value);
    return i + 1;
  }
  const std::size_t begin = i;
  while (i < text.size() && i - begin <= kLongestName && (is_alpha(text[i]) || is_digit(text[i]))) ++i;
  if (i == begin || i >= text.size() || text[i] != ';') return at;
  const std::string name(text.substr(begin, i - begin));
  if (name == "apos") {
    out += '\'';
    return i + 1;
  }
  const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
  if (!entity) return at;
  append_utf8(out, static_cast<char32_t>(entity->value));
  return i + 1;
}

}  // namespace

std::string decode_references(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find('&', at), text.size());
    out += text.substr(at, mark - at);
    at = mark;
    if (at >= text.size()) break;
    const std::size_t behind = decode_one(text, at, out);
    if (behind == at) out += '&';
    at = behind == at ? at + 1 : behind;
  }
  return out;
}

std::string decode_words(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  const std::string decoded = decode_references(text);
  std::string out;
  out.reserve(decoded.size());
  std::size_t at = 0;
  for (std::size_t mark = decoded.find(kNoBreakSpace); mark != std::string::npos; mark = decoded.find(kNoBreakSpace, at)) {
    out.append(decoded, at, mark - at).push_back(' ');
    at = mark + kNoBreakSpace.size();
  }
  out.append(decoded, at);
  return collapse_space(out);
}

}  // namespace attache
