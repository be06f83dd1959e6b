// Character references of XML and HTML: "&amp;", "&#8217;", "&#x2019;", "&eacute;".
#pragma once

#include <string>
#include <string_view>

namespace attache {

// Decodes them once. Names that mean nothing and a bare "&" stay as written. Numbers 128 to 159 mean what they mean in
// windows-1252, as browsers read them (WHATWG HTML, "numeric character reference end state"); a number that is no
// character becomes U+FFFD, one that is a control character nothing.
[[nodiscard]] std::string decode_references(std::string_view text);

// The same for a name or title that was escaped once too often, as JSON-LD strings and <meta> values are on many sites;
// no-break spaces and runs of blanks become one blank.
[[nodiscard]] std::string decode_words(std::string_view text);

}  // namespace attache
