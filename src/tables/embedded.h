// Files compiled into the binary (cmake/embed.cmake): the project's tables, the page's style and script.
#pragma once

#include <string_view>

namespace attache {

// Content of data/NAME, web/NAME or the iso-codes list; empty when there is no such file.
[[nodiscard]] std::string_view embedded_file(std::string_view name);

}  // namespace attache
