// Names of charsets: what a page or a header calls its charset, and what browsers understand by it.
#pragma once

#include <string>
#include <string_view>

namespace attache {

// The charset that a label means on the web (WHATWG Encoding, 4.2): lower case; iso-8859-1 means windows-1252.
[[nodiscard]] std::string canonical_charset(std::string_view label);

// The charset claimed by an HTML page: its XML declaration or <meta>, found as browsers do (HTML Standard, "prescan a byte
// stream to determine its encoding"): not in comments, scripts' attributes or text. As the page writes it, in lower case;
// empty if none is claimed or the name is of no charset. Only the first 16 kB are searched: browsers read 1,024 bytes, but
// many news pages put scripts before the meta tag.
[[nodiscard]] std::string html_charset_label(std::string_view bytes);

}  // namespace attache
