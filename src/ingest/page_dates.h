// When a report was published and changed, from what its page or record declares and from the lines of its text.
#pragma once

#include <string>

#include "base/date.h"
#include "ingest/page.h"
#include "ingest/report.h"

namespace attache {

struct PageDates {
  Evident<Date> published;          // year 0 = the report does not say
  int published_minute = kNoTime;   // as Report::published_minute
  Evident<Date> modified;
};

// The first that speaks: declared days in their order, the day in the address, stamp lines of the text, the dateline
// where it has a year, a stamp of an update, the faint declarations. A yearless dateline never makes a publication day.
// `url`: of the report; `dateline`: day of its dateline, year 0 where it gives none. The page must be classified.
[[nodiscard]] PageDates read_page_dates(const Page& page, const std::string& url, const Evident<Date>& dateline);

// The year of a day that a dateline gives without one: the one that brings it nearest to the day of publication, before
// it rather than after. The day itself where it has a year; year 0 where nothing was published on a known day.
[[nodiscard]] Date with_year(const Date& day, const Date& published);

}  // namespace attache
