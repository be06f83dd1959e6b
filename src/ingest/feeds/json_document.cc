#include "ingest/feeds/json_document.h"

#include <simdjson.h>

#include "ingest/json_record.h"

namespace attache {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

void read_one(const element& value, const FieldMap& fields, ItemSink& sink) {
  object item;
  if (value.get_object().get(item)) return sink.refused(ErrorCode::invalid_json, "not a JSON object");
  Result<Record> record = read_json_record(item, fields);
  if (record) {
    sink.record(std::move(*record));
  } else {
    sink.refused(record.error().code, record.error().message);
  }
}

}  // namespace

void read_json_document(std::string_view utf8, const FieldMap& fields, ItemSink& sink) {
  simdjson::dom::parser parser;
  element root;
  if (const auto error = parser.parse(utf8.data(), utf8.size()).get(root)) {
    return sink.document_refused(ErrorCode::invalid_json, std::string("not JSON: ") + simdjson::error_message(error));
  }
  array list;
  if (root.get_array().get(list)) return read_one(root, fields, sink);
  for (element value : list) read_one(value, fields, sink);
  if (sink.items() == 0) sink.document_refused(ErrorCode::empty, "the list holds no record");
}

}  // namespace attache
