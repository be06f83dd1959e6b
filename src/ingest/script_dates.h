// Publication days in the scripts of a page: "datePublished":"2022-03-17T15:42", published_at: '2022-03-17',
// firstPublicationDate = "20220317". What a page tells its own programs, and JSON-LD too broken to parse.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attache {

struct ScriptDate {
  std::string value;  // an ISO 8601 date, with or without time
  std::string key;
};

// The first key of publication with a full date for its value. Cost: one search for "ubli" and one for "ub" in the page.
[[nodiscard]] std::optional<ScriptDate> find_script_date(std::string_view html);

}  // namespace attache
