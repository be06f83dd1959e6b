// Corrections by hand of who is who: a text file that is applied at every run, so that new reports do not undo it.
//
//   # comment
//   merge  | Emanuel Macaron | Emmanuel Macron          the first is the second
//   rename | Kosovo Force | KFOR                         what it is called in the dossier
//   split  | Marsh | Odo Marsh (banker) | report tarrow-daily.txt    in that report Marsh is somebody else
//   split  | Marsh | Odo Marsh (banker) | form O. Marsh              and wherever it is written so
//
// An actor is named by any form met in the reports, by its name in the dossier or by the key of a table
// ("organisation:kfor"), without regard to case and accents. A report is named by its file, URL, record id or report id.
// Corrections are applied in the order of the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace attache {

struct Correction {
  enum class Kind : std::uint8_t { merge, rename, split };
  Kind kind = Kind::merge;
  std::string actor;
  std::string other;   // the actor merged into, the new name
  std::string report;  // of a split: the report, or
  std::string form;    // the written form
  std::string source;  // file
  std::uint64_t line = 0;
};

// Errors: ErrorCode::invalid_corrections with file and line for a line that is none of these, too_large beyond 10,000 lines or
// for a field beyond 500 bytes.
[[nodiscard]] Result<std::vector<Correction>> parse_corrections(std::string_view text, std::string_view source);

// "merged with Emanuel Macaron (who.txt:3)"
[[nodiscard]] std::string describe(const Correction& correction);

}  // namespace attache
