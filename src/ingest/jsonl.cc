#include "ingest/jsonl.h"

#include <simdjson.h>

#include "base/strings.h"
#include "ingest/json_record.h"

namespace attache {

Result<Record> read_jsonl_line(std::string_view line, const std::string& source, std::uint64_t line_number, const JsonlLimits& limits, const FieldMap& fields) {
  const auto refuse = [&](ErrorCode code, std::string message) -> Result<Record> {
    return tl::unexpected<Error>(Error{code, std::move(message), source, line_number});
  };
  if (line.size() > limits.line_bytes) {
    return refuse(ErrorCode::too_large, "line of " + std::to_string(line.size()) + " bytes, limit " + std::to_string(limits.line_bytes));
  }
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (const auto error = parser.parse(line.data(), line.size()).get(root)) {
    return refuse(ErrorCode::invalid_json, std::string("not JSON: ") + simdjson::error_message(error));
  }
  simdjson::dom::object object;
  if (root.get_object().get(object)) return refuse(ErrorCode::invalid_json, "not a JSON object");
  Result<Record> record = read_json_record(object, fields);
  if (!record) return refuse(record.error().code, record.error().message);
  record->source = source + ":" + std::to_string(line_number);
  record->decoded = true;
  return record;
}

bool looks_like_jsonl(std::string_view content) {
  while (!content.empty()) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    const std::string_view line = trim(content.substr(0, end));
    if (!line.empty()) {
      // {"key": and a closing brace at the line's end (a line cut off at the end of the window counts too)
      if (line.front() != '{') return false;
      const std::string_view inside = trim(line.substr(1));
      const bool goes_on = end < content.size() && (line.back() == ',' || line.back() == '{' || line.back() == '[');
      if (goes_on) return false;
      return !inside.empty() && (inside.front() == '"' || inside.front() == '}') && (line.back() == '}' || end == content.size() || content.size() > (1u << 16) || inside.front() == '"');
    }
    content.remove_prefix(std::min(end + 1, content.size()));
  }
  return false;
}

}  // namespace attache
