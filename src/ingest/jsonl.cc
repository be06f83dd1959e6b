#include "ingest/jsonl.h"

#include <simdjson.h>

#include "base/strings.h"

namespace attache {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

std::string scalar(const element& value) {
  std::string_view text;
  if (!value.get_string().get(text)) return std::string(text);
  std::int64_t number = 0;
  if (!value.get_int64().get(number)) return std::to_string(number);
  return {};
}

void take(const object& record, std::initializer_list<const char*> keys, std::vector<Declared>& out, std::string_view what) {
  for (const char* key : keys) {
    element value;
    if (record[key].get(value)) continue;
    array list;
    if (!value.get_array().get(list)) {
      for (element one : list) {
        if (std::string text = scalar(one); !trim(text).empty()) out.push_back({std::string(trim(text)), std::string(what)});
      }
    } else if (std::string text = scalar(value); !trim(text).empty()) {
      out.push_back({std::string(trim(text)), std::string(what)});
    }
    if (!out.empty()) return;
  }
}

}  // namespace

Result<Record> read_jsonl_line(std::string_view line, const std::string& source, std::uint64_t line_number, const JsonlLimits& limits) {
  const auto refuse = [&](ErrorCode code, std::string message) -> Result<Record> {
    return tl::unexpected<Error>(Error{code, std::move(message), source, line_number});
  };
  if (line.size() > limits.line_bytes) {
    return refuse(ErrorCode::too_large, "line of " + std::to_string(line.size()) + " bytes, limit " + std::to_string(limits.line_bytes));
  }
  simdjson::dom::parser parser;
  element root;
  if (const auto error = parser.parse(line.data(), line.size()).get(root)) {
    return refuse(ErrorCode::invalid_json, std::string("not JSON: ") + simdjson::error_message(error));
  }
  object fields;
  if (root.get_object().get(fields)) return refuse(ErrorCode::invalid_json, "not a JSON object");

  Record record;
  record.source = source + ":" + std::to_string(line_number);
  record.decoded = true;
  element value;
  if (!fields["html"].get(value) && !trim(scalar(value)).empty()) {
    record.format = Format::html;
    record.content = scalar(value);
  } else if (!fields["text"].get(value)) {
    record.content = scalar(value);
  }
  if (trim(record.content).empty()) return refuse(ErrorCode::missing_text, "neither \"text\" nor \"html\" holds any text");
  if (record.content.find('\0') != std::string::npos) return refuse(ErrorCode::binary, "zero characters: this is not text");
  if (!fields["id"].get(value)) record.name = scalar(value);
  Declarations& d = record.declared;
  take(fields, {"url"}, d.urls, "url field");
  take(fields, {"title"}, d.titles, "title field");
  take(fields, {"outlet"}, d.outlets, "outlet field");
  take(fields, {"agency"}, d.agencies, "agency field");
  take(fields, {"author", "authors", "byline"}, d.authors, "author field");
  take(fields, {"published", "date"}, d.published, "published field");
  take(fields, {"modified"}, d.modified, "modified field");
  take(fields, {"language"}, d.languages, "language field");
  take(fields, {"dateline"}, d.datelines, "dateline field");
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
      return !inside.empty() && (inside.front() == '"' || inside.front() == '}') && (line.back() == '}' || end == content.size() || content.size() > (1u << 16) || inside.front() == '"');
    }
    content.remove_prefix(std::min(end + 1, content.size()));
  }
  return false;
}

}  // namespace attache
