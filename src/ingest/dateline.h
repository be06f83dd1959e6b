// The dateline that opens a report: "BELGRADE (Northlight News / Meridian - 22nd September, 2022)", "PARIS, 4 mars (Reuters) -",
// "MOSCOW, October 1. /TASS/.", "HANOI, Vietnam (AP) —", "BELGRADE, Serbia: ...".
//
// A place counts when it stands in capitals, or is a city or country of our tables; credits in brackets are names, not
// words; a line that does not fit entirely has no dateline. Source of the forms: AP and Reuters style guides' rules on
// datelines, and wire copy as printed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "tables/knowledge.h"

namespace attache {

struct Dateline {
  Span span;                           // from the first letter to before the first word of the text proper
  std::vector<std::string> places;     // "Hayward, Calif."; capitals become title case
  std::vector<std::string> agencies;   // display names
  std::string outlet;
  bool plain = false;                  // "Athens - The": nothing but the name of a city; believed at the head of a report only
  Date date;                           // year 0 where the line gives none
};

[[nodiscard]] std::optional<Dateline> parse_dateline(std::string_view paragraph, const Knowledge& knowledge);

// "THE HAGUE" -> "The Hague"; a word with small letters stays as it is.
[[nodiscard]] std::string title_case(std::string_view words);

}  // namespace attache
