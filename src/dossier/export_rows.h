// Records for other programs as lines: JSON, CSV without formulas; and what every export says of a report.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "ingest/report.h"

namespace attache {

using ExportRecord = nlohmann::ordered_json;

[[nodiscard]] std::string line_of(const ExportRecord& record);                   // one line of JSON, without its end
[[nodiscard]] std::string csv_line(const ExportRecord& record, bool names);      // RFC 4180, CRLF; the names of the members or their values

// Tabs and line ends become blanks: for formats of tab-separated cells without quoting.
[[nodiscard]] std::string tsv_cell(std::string text);

[[nodiscard]] std::string published(const Report& report);  // empty = not known
[[nodiscard]] std::string publisher(const Report& report);  // the outlet, else its agency

}  // namespace attache
