// JSON Lines: one report a line. Documented fields (docs/input.md):
//   text or html (one of them is needed); id, url, title, outlet, agency, author, published (or date), modified,
//   language, dateline, version, status, editor_note, wire_id. Any may be a list. Other fields are ignored.
// A line that is a ninjs item (feeds/ninjs.h) is read as one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"
#include "ingest/field_map.h"
#include "ingest/record.h"

namespace attache {

struct JsonlLimits {
  std::size_t line_bytes = 32u << 20;
};

// One line. Errors carry `line`: invalid_json, missing_text, too_large.
[[nodiscard]] Result<Record> read_jsonl_line(std::string_view line, const std::string& source, std::uint64_t line_number,
                                             const JsonlLimits& limits = {}, const FieldMap& fields = {});

// The first non-blank line is a JSON object, or one cut off: what tells JSONL from text, and from an object over many
// lines (whose first line ends in the middle of it: with a comma or an opening bracket).
[[nodiscard]] bool looks_like_jsonl(std::string_view content);

}  // namespace attache
