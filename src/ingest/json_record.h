// One report as a JSON object: in our fields (docs/input.md), in fields that a map names, or as a ninjs item.
#pragma once

#include <simdjson.h>

#include "base/error.h"
#include "ingest/field_map.h"
#include "ingest/record.h"

namespace attache {

// `source` is the caller's. With a map the object is never read as ninjs. Errors: missing_text, binary, unsupported.
[[nodiscard]] Result<Record> read_json_record(const simdjson::dom::object& object, const FieldMap& map = {});

}  // namespace attache
