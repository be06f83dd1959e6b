// The door to the file system: reading with a limit, and writing that never leaves half a file behind.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace attache {

// Whole content of a file, at most `limit` bytes (too_large beyond it).
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit);

// Writes a temporary file beside `path`, flushes it to disk and renames it: after a failure `path` is as it was. Pipes and
// devices are written to as they are.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, std::string_view content);

// The same for writers that need a path (SQLite): `fill` gets the temporary path and returns its own failure.
[[nodiscard]] Result<void> write_through_temporary(const std::filesystem::path& path,
                                                   const std::function<Result<void>(const std::filesystem::path&)>& fill);

}  // namespace attache
