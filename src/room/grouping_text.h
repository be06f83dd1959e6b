// How the reports of one thread are grouped, as a text: what the store keeps of lineage and stories. Reports are named by id, so that the
// text does not depend on the order in which they came; edits are left out, they are found again from the texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "pipeline/run.h"

namespace attache {

struct ThreadGrouping {
  std::vector<std::string> reports;  // ids, in canonical order (lineage/document.h)
  Grouping grouping;                 // of these reports; one thread
};

// Of each thread of a grouping of `analyses`, in their order. Second sources in other threads are left out.
[[nodiscard]] std::vector<ThreadGrouping> split_by_thread(std::span<const Analysis> analyses, const Grouping& grouping);

[[nodiscard]] std::string to_text(const ThreadGrouping& thread);

// Errors: invalid_store (not what to_text writes: every index is checked).
[[nodiscard]] Result<ThreadGrouping> grouping_from_text(std::string_view text);

}  // namespace attache
