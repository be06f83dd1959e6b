// URLs as evidence: host, date in the path, and the form two copies of one address agree on.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace attache {

// "www.example.org" of "https://www.example.org/a"; empty when it is no http(s) URL.
[[nodiscard]] std::string host_of(std::string_view url);

// Without tracking parameters (utm_*, fbclid, ...), fragment and trailing slash.
[[nodiscard]] std::string canonical_url(std::string_view url);

// A full date in the path: /2022/03/17/, /2022-03-17/, /20220317-. A path with year and month alone gives nothing.
[[nodiscard]] std::optional<Date> date_in_url(std::string_view url);

}  // namespace attache
