// An analysis as one line of JSON, "attache-analysis/1" (docs/analysis-format.md). Offsets are code points of `text`.
#pragma once

#include <string>
#include <string_view>

#include "analysis/analysis.h"
#include "base/error.h"

namespace attache {

// Without the line break.
[[nodiscard]] std::string to_json_line(const Analysis& analysis);

// Errors: invalid_json, with what is missing or out of bounds. Spans are checked against the text.
[[nodiscard]] Result<Analysis> from_json_line(std::string_view line);

// Only id, text, blocks and sentences, at a third of the time.
[[nodiscard]] Result<Analysis> text_from_json_line(std::string_view line);

}  // namespace attache
