// ninjs 1.x, 2.x and 3.x (News in JSON, IPTC). The versions differ in the spelling of names ("pubstatus", "pubStatus") and
// in one value or a list of them ("headline", "headlines"); all forms are read, whatever version the item claims.
#pragma once

#include <simdjson.h>

#include "base/error.h"
#include "ingest/record.h"

namespace attache {

// Has a uri (or guid), the one thing ninjs demands, and a member that only ninjs has; or says that it is ninjs.
[[nodiscard]] bool is_ninjs(const simdjson::dom::object& item);

// Errors: unsupported (a picture, a package ...), missing_text, binary.
[[nodiscard]] Result<Record> read_ninjs(const simdjson::dom::object& item);

}  // namespace attache
