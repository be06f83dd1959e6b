#include "ingest/field_map.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 16> kFields = {"text", "html", "id", "url", "title", "outlet", "agency", "author", "published", "modified", "language", "dateline", "version", "status", "editor_note", "wire_id"};

}  // namespace

bool is_record_field(std::string_view name) { return std::find(kFields.begin(), kFields.end(), name) != kFields.end(); }

std::string record_fields() {
  return join_strings(std::vector<std::string>(kFields.begin(), kFields.end()), ", ");
}

Result<FieldMap> parse_field_map(const std::vector<std::string>& mappings) {
  FieldMap map;
  for (const std::string& mapping : mappings) {
    for (std::string_view pair : split(mapping, ',')) {
      pair = trim(pair);
      if (pair.empty()) continue;
      const std::size_t sign = pair.find('=');
      if (sign == std::string_view::npos) return fail(ErrorCode::wrong_usage, "\"" + std::string(pair) + "\" is no mapping: FIELD=PATH, e.g. text=body or published=meta.date");
      const std::string_view field = trim(pair.substr(0, sign)), path = trim(pair.substr(sign + 1));
      if (!is_record_field(field)) return fail(ErrorCode::wrong_usage, "no field \"" + std::string(field) + "\"; a record has " + record_fields());
      FieldPath out{std::string(field), {}};
      for (std::string_view step : split(path, '.')) {
        if (step.empty()) return fail(ErrorCode::wrong_usage, "\"" + std::string(path) + "\" is no path: names and numbers with dots between, e.g. meta.date or authors.0.name");
        out.steps.emplace_back(step);
      }
      map.push_back(std::move(out));
    }
  }
  return map;
}

}  // namespace attache
