// What tar and zip give: members with a name, and what is passed over or lost between them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace attache {

struct ArchiveMember {
  std::string name;   // as it may be shown: UTF-8 without control characters, without "./" before it
  bool file = false;  // a regular file; everything else is passed over under `kind`
  std::string kind;   // "folder", "link", "device or other entry"
};

// UTF-8 as it is; bytes that are none, control characters and '%' before two digits become %XX, so that two names never
// become one.
[[nodiscard]] std::string shown_name(std::string_view raw);

// A part of the name begins with a dot (as shells hide files) or is __MACOSX, where macOS keeps its own notes.
[[nodiscard]] bool is_hidden_member(std::string_view name);

}  // namespace attache
