// Plain text -> page: one block a line, or one a blank-line paragraph where the lines are hard-wrapped.
#pragma once

#include <string>

#include "ingest/page.h"

namespace attache {

[[nodiscard]] Page read_plain_page(std::string text);

}  // namespace attache
