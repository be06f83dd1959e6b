#include "ingest/entities.h"

#include <libxml/HTMLparser.h>

#include "base/strings.h"
#include "text/utf8.h"

namespace attache {
namespace {

constexpr std::size_t kLongest = 12;  // "&thetasym;" has ten, "&#x10FFFF;" as well

// The character of "amp", "#252" or "#xFC"; 0 for none that text may hold.
char32_t named(std::string_view name) {
  if (name.size() >= 2 && name.front() == '#') {
    const bool hex = name[1] == 'x' || name[1] == 'X';
    char32_t value = 0;
    const std::string_view digits = name.substr(hex ? 2 : 1);
    if (digits.empty()) return 0;
    for (char c : digits) {
      const char low = to_lower(c);
      if (is_digit(c)) {
        value = value * (hex ? 16 : 10) + static_cast<char32_t>(c - '0');
      } else if (hex && low >= 'a' && low <= 'f') {
        value = value * 16 + static_cast<char32_t>(low - 'a' + 10);
      } else {
        return 0;
      }
      if (value > 0x10FFFF) return 0;
    }
    const bool control = value < 0x20 || (value >= 0x7F && value < 0xA0);
    return control || (value >= 0xD800 && value <= 0xDFFF) ? 0 : value;
  }
  if (name == "apos") return '\'';  // XML's, which HTML 4 lacks
  const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
  return entity ? static_cast<char32_t>(entity->value) : 0;
}

}  // namespace

std::string decode_entities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '&' ? text.substr(at, kLongest).find(';') : std::string_view::npos;
    const char32_t character = end != std::string_view::npos && end > 1 ? named(text.substr(at + 1, end - 1)) : 0;
    if (character == 0) {
      out += text[at++];
      continue;
    }
    if (character == 0xA0) {
      out += ' ';
    } else {
      append_utf8(out, character);
    }
    at += end + 1;
  }
  return out;
}

}  // namespace attache
