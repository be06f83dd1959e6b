// The headline of a report, out of what the page declares as its title and what it prints over the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/page.h"
#include "ingest/report.h"

namespace attache {

// `sites`: names of the outlet and the host, which are no part of a headline. Nothing where nothing speaks for a title.
// The span is that of the printed headline where it reads the same.
[[nodiscard]] Evident<std::string> choose_title(const Page& page, const std::vector<std::string>& sites);

// Title without the site's name: "Ruritania asks | Example Daily" -> "Ruritania asks".
[[nodiscard]] std::string without_site_name(std::string_view title, const std::vector<std::string>& site_names);

}  // namespace attache
