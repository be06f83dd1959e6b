#include "ingest/json_record.h"

#include <utility>

#include "base/strings.h"
#include "ingest/feeds/item.h"
#include "ingest/feeds/ninjs.h"

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

// The strings of a value or a list of values; nothing for an object or a list of objects.
std::vector<std::string> strings_of(const element& value) {
  std::vector<std::string> out;
  array list;
  if (!value.get_array().get(list)) {
    for (element one : list) {
      if (std::string text = scalar(one); !trim(text).empty()) out.push_back(std::move(text));
    }
  } else if (std::string text = scalar(value); !trim(text).empty()) {
    out.push_back(std::move(text));
  }
  return out;
}

bool follow(const object& record, const std::vector<std::string>& steps, element& value) {
  bool first = true;
  for (const std::string& step : steps) {
    object inner;
    if (std::exchange(first, false)) {
      if (record[step].get(value)) return false;
      continue;
    }
    array list;
    int index = 0;
    if (!value.get_object().get(inner)) {
      if (inner[step].get(value)) return false;
    } else if (value.get_array().get(list) || !parse_int(step, index) || list.at(static_cast<std::size_t>(index)).get(value)) {
      return false;
    }
  }
  return !first;
}

// Where a record's fields stand: under their own names, or where the map says.
class Fields {
 public:
  Fields(const object& record, const FieldMap& map) : record_(record), map_(map) {}

  // The first of the paths or names that holds anything. A mapped field is read where the map says, and nowhere else.
  std::vector<std::string> all(std::string_view field, std::initializer_list<const char*> other_names = {}) const {
    element value;
    bool mapped = false;
    for (const FieldPath& path : map_) {
      if (path.field != field) continue;
      mapped = true;
      if (!follow(record_, path.steps, value)) continue;
      if (std::vector<std::string> found = strings_of(value); !found.empty()) return found;
    }
    if (mapped) return {};
    if (!record_[field].get(value)) {
      if (std::vector<std::string> found = strings_of(value); !found.empty()) return found;
    }
    for (const char* name : other_names) {
      if (record_[name].get(value)) continue;
      if (std::vector<std::string> found = strings_of(value); !found.empty()) return found;
    }
    return {};
  }

  // A text; in other people's layouts it may be a list of paragraphs, in ours a list is none.
  std::vector<std::string> paragraphs(std::string_view field) const {
    element value;
    if (map_.empty() && (record_[field].get(value) || value.is_array())) return {};
    return all(field);
  }

  std::string one(std::string_view field) const {
    const std::vector<std::string> values = paragraphs(field);
    return values.empty() ? std::string() : values.front();
  }

  void take(std::vector<Declared>& out, std::string_view field, std::initializer_list<const char*> other_names = {}) const {
    for (const std::string& value : all(field, other_names)) out.push_back({std::string(trim(value)), std::string(field) + " field"});
  }

 private:
  const object& record_;
  const FieldMap& map_;
};

}  // namespace

Result<Record> read_json_record(const object& object, const FieldMap& map) {
  if (map.empty() && is_ninjs(object)) return read_ninjs(object);
  const Fields fields(object, map);
  Record record;
  record.decoded = true;
  if (std::vector<std::string> html = fields.paragraphs("html"); !html.empty()) {
    record.format = Format::html;
    record.content = join_strings(html, "\n");
  } else {
    record.content = join_strings(fields.paragraphs("text"), "\n\n");
  }
  if (trim(record.content).empty()) return fail(ErrorCode::missing_text, map.empty() ? "neither \"text\" nor \"html\" holds any text" : "no text where the map says");
  if (record.content.find('\0') != std::string::npos) return fail(ErrorCode::binary, "zero characters: this is not text");
  record.name = fields.one("id");
  Declarations& d = record.declared;
  fields.take(d.urls, "url");
  fields.take(d.titles, "title");
  fields.take(d.outlets, "outlet");
  fields.take(d.agencies, "agency");
  fields.take(d.authors, "author", {"authors", "byline"});
  fields.take(d.published, "published", {"date"});
  fields.take(d.modified, "modified");
  fields.take(d.languages, "language");
  fields.take(d.datelines, "dateline");
  d.version = version_number(fields.one("version"));
  declare(d.status, publication_status(fields.one("status")), "status field");
  declare(d.editor_note, fields.one("editor_note"), "editor_note field");
  declare(d.wire_id, fields.one("wire_id"), "wire_id field");
  return record;
}

}  // namespace attache
