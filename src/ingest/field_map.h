// Which of our fields stand where in other people's JSON: "text=body", "published=meta.date", "author=authors.0.name".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace attache {

struct FieldPath {
  std::string field;               // of ours
  std::vector<std::string> steps;  // a member's name, or the number of a list's item
};

using FieldMap = std::vector<FieldPath>;

// Each of `mappings` is one pair or several with commas between. Errors: wrong_usage, naming the valid fields.
[[nodiscard]] Result<FieldMap> parse_field_map(const std::vector<std::string>& mappings);

// The fields of a record (docs/input.md), as a list with commas.
[[nodiscard]] std::string record_fields();
[[nodiscard]] bool is_record_field(std::string_view name);

}  // namespace attache
