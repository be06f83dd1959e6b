// `attache add`: new reports into a store, which afterwards is as if it had been made from all of them at once.
#pragma once

#include <string>
#include <vector>

#include "pipeline/run.h"
#include "room/intake.h"
#include "room/regroup.h"

namespace attache {

struct Added {
  IntakeCounts counts;
  Regrouped regrouped;
  std::uint64_t reports = 0;  // in the store now
};

struct AddOptions {
  RunOptions run;
  bool analyses = false;  // the inputs are lines that "attache analyse" wrote
};

// One transaction: all of it or nothing, whatever happens meanwhile. Makes the store where there is none.
// Errors: those of open_for_writing, busy, write_failed.
[[nodiscard]] Result<Added> add_reports(const std::string& store, const std::vector<std::string>& inputs, const Resources& resources, const AddOptions& options, const Progress& progress);

}  // namespace attache
