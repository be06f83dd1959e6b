// Files compiled into the binary (cmake/embed.cmake): the project's tables, the page's style and script.
#pragma once

#include <string_view>
#include <vector>

namespace attache {

// Content of data/NAME, data/bodies/NAME, web/NAME or the iso-codes list; empty when there is no such file.
[[nodiscard]] std::string_view embedded_file(std::string_view name);

// Names of the files that end so, ascending.
[[nodiscard]] std::vector<std::string_view> embedded_names(std::string_view ending);

}  // namespace attache
