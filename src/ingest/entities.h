// HTML character references in text that was escaped once too often, as JSON-LD strings and <meta> values are on many sites.
#pragma once

#include <string>
#include <string_view>

namespace attache {

// "K&uuml;hlt&#252;rme &amp; Co" -> "Kühltürme & Co"; one level, only references that end in ';'. What is no reference stays.
[[nodiscard]] std::string decode_entities(std::string_view text);

}  // namespace attache
