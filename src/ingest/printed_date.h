// Dates as pages print them: "March 17, 2022", "17. März 2022", "22nd September, 2022", "17.03.2022", "2022-03-17",
// "2022年3月17日", "١٧ مارس ٢٠٢٢". Full dates are wanted here; relative days and the language's own time expressions are
// language/times.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/span.h"

namespace attache {

struct PrintedDate {
  Date date;  // year 0 when `yearless` was allowed and the text gives none
  Span span;  // in the text searched
};

// How "03/04/2022" is to be read; unknown leaves it unread.
enum class DateOrder : std::uint8_t { unknown, day_first, month_first };

// What the place of a date says about its form.
struct DateReading {
  bool yearless = false;                    // "March 17" counts too
  bool short_year = false;                  // "17.03.22" counts too: where nothing but a date is expected
  DateOrder order = DateOrder::unknown;
  std::string_view language{};              // ISO 639-1; for month names that mean two months
};

// The first date at or after `from`.
[[nodiscard]] std::optional<PrintedDate> find_printed_date(std::string_view text, std::size_t from = 0, const DateReading& reading = {});

// The date when the line says little else: "Published: Thu 17 Mar 2022 15:42 GMT", "Updated 17/03/2022".
[[nodiscard]] std::optional<PrintedDate> date_stamp_of(std::string_view line, const DateReading& reading = {});

// Whether a stamp line speaks of an update, not of the publication.
[[nodiscard]] bool is_update_stamp(std::string_view line);

// The order that the all-digit dates of a text show by a number above 12 ("25/12/2021"); unknown when none or both do.
[[nodiscard]] DateOrder order_shown_in(std::string_view text);

}  // namespace attache
