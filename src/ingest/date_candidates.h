// Dates that an HTML page marks (<time>, microdata, data attributes, date classes) or prints, each with where it stands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/date_places.h"
#include "ingest/printed_date.h"

namespace attache {

constexpr int kFirstPageYear = 1995;  // the press came to the web then; an earlier day on a page is history, not publication

struct DateCandidate {
  Declared declared;  // value in ISO 8601, how it was found, its place in the text
  DatePlace place = DatePlace::none;
  int distance = 0;
  bool update = false;  // it speaks of a change, not of the publication
};

// Nearest first, place by place.
[[nodiscard]] std::vector<DateCandidate> find_date_candidates(const HtmlDocument& document, const std::vector<BlockRole>& roles, const DatePlaces& places, const DateReading& reading);

// ISO 8601 of a field's value, be it ISO, seconds or milliseconds since 1970, or a date in words; empty where it is none.
[[nodiscard]] std::string iso_date_of(std::string_view value, const DateReading& reading);

}  // namespace attache
