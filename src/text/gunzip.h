// gzip (RFC 1952), all members of it, with a limit on what comes out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"

namespace attache {

[[nodiscard]] bool is_gzip(std::string_view bytes);

// Errors: truncated (the data ends early), too_large (more than `limit` bytes come out), binary (not gzip, bad sum).
[[nodiscard]] Result<std::string> gunzip(std::string_view bytes, std::uint64_t limit);

}  // namespace attache
