// Whether a payload may be a report at all: by the type told and by the bytes themselves.
#pragma once

#include <string>
#include <string_view>

namespace attache {

// What a media type that is no text is called in the note of what was passed over ("image", "style sheet", "script",
// "font" ...). Empty: text, markup, or a type that does not tell.
[[nodiscard]] std::string_view not_text_by_type(std::string_view media_type);

// The same seen from the first bytes (well-known signatures, or zero bytes outside UTF-16). Empty: it may be text.
[[nodiscard]] std::string_view not_text_by_content(std::string_view bytes);

// No control characters but white space in its first bytes: plain text or markup, not packed data.
[[nodiscard]] bool looks_like_text(std::string_view bytes);

}  // namespace attache
