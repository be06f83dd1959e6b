#include "containers/member.h"

#include "base/strings.h"
#include "text/utf8.h"

namespace attache {

std::string shown_name(std::string_view raw) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  const auto is_hex = [](char c) { return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f'); };
  while (raw.starts_with("./")) raw.remove_prefix(2);
  const bool utf8 = is_valid_utf8(raw);
  std::string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const auto byte = static_cast<unsigned char>(raw[i]);
    const bool escape = byte < 0x20 || byte == 0x7F || (byte >= 0x80 && !utf8) || (byte == '%' && i + 2 < raw.size() && is_hex(raw[i + 1]) && is_hex(raw[i + 2]));
    if (escape) {
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    } else {
      out += raw[i];
    }
  }
  return out;
}

bool is_hidden_member(std::string_view name) {
  for (const std::string_view part : split(name, '/')) {
    if (part == "__MACOSX" || (part.size() > 1 && part.front() == '.' && part != "..")) return true;
  }
  return false;
}

}  // namespace attache
