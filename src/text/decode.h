// From bytes of unknown charset to valid UTF-8, with the reason for the charset chosen.
//
// Order: byte order mark; valid UTF-8 wins over any label; then the label, read as browsers do (WHATWG Encoding:
// iso-8859-1 means windows-1252); then a guess by uchardet; a guess below certainty falls back to windows-1252.
// A UTF-8 label over bytes that are nearly all UTF-8 keeps UTF-8 and replaces the bad bytes by U+FFFD.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace attache {

struct DecodedText {
  std::string text;      // valid UTF-8 without byte order mark
  std::string charset;   // "utf-8", "windows-1252", ...
  std::string evidence;  // why this charset
  std::size_t replaced = 0;  // bytes that were no character and became U+FFFD
};

// `label`: the charset a page, header or record claims; empty when none does.
// Errors: empty, binary (zero bytes or many control characters), bad_encoding.
[[nodiscard]] Result<DecodedText> decode_text(std::string_view bytes, std::string_view label);

}  // namespace attache
