// One JSON document: a record or a ninjs item over many lines, or a list of them.
#pragma once

#include <string_view>

#include "ingest/feeds/item.h"
#include "ingest/field_map.h"

namespace attache {

void read_json_document(std::string_view utf8, const FieldMap& fields, ItemSink& sink);

}  // namespace attache
