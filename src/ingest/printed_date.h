// Dates as pages print them: "March 17, 2022", "17. März 2022", "22nd September, 2022", "17.03.2022", "2022-03-17".
// Full dates are wanted here; relative days and the language's own time expressions are language/times.h.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/span.h"

namespace attache {

struct PrintedDate {
  Date date;  // year 0 when `yearless` was allowed and the text gives none
  Span span;  // in the text searched
};

// The first date at or after `from`. All-digit dates with slashes are taken only when one order is possible.
[[nodiscard]] std::optional<PrintedDate> find_printed_date(std::string_view text, std::size_t from = 0, bool yearless = false);

// The date when the line says little else: "Published: Thu 17 Mar 2022 15:42 GMT", "Updated 17/03/2022".
[[nodiscard]] std::optional<PrintedDate> date_stamp_of(std::string_view line);

// Whether a stamp line speaks of an update, not of the publication.
[[nodiscard]] bool is_update_stamp(std::string_view line);

}  // namespace attache
