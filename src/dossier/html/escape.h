#pragma once

#include <string>
#include <string_view>

namespace attache {

// Text for HTML content and double-quoted attributes: & < > " ' become references, control characters a blank. Whatever
// a report holds shows as text.
[[nodiscard]] std::string escape_html(std::string_view text);

}  // namespace attache
